package dev.headroom.identity;

import dev.headroom.series.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of one capture their local times, from what is known of the capture: a date, a
 * start, an interval. Never looks at the machine's clock.
 *
 * <p>A time of day that falls back by more than half a day has passed midnight; one that falls back
 * by less is a jump, kept as read. Without a date a time of day is no time, but is kept as one.
 */
public final class CaptureClock {
  private static final int DAY = 86_400;

  /** The time of the row that the others are counted from; {@link Double#NaN} if absent. */
  private double first;

  private final double intervalMillis;
  private double midnight;

  /** The row that was taken at {@link #first}, from 0; -1 where it is the next one. */
  private long firstRow;

  /** The second of the day that a script put at the line of the next row; -1 where none did. */
  private int stampedSecond = -1;

  private long dayOffset;
  private double lastOfDay;

  /** The second of the day before midnight was passed; -1 save in the row right after it. */
  private double beforeMidnight = -1;

  private boolean jumped;
  private double last = Double.NaN;
  private boolean ended;

  /**
   * Whether a date line stands in the capture, and whether a row was dated by what stands there.
   */
  private boolean resumed;

  private boolean dated;

  /** The midnights that passed in the text before the capture's end and are not counted yet. */
  private int midnights;

  /** The second of the day that the prompt below the capture prints; -1 where it prints none. */
  private int endSecond = -1;

  /**
   * A clock.
   *
   * @param date the day that the capture began on; null where it is not known
   * @param start when its first row was taken; null where it is not known
   * @param notBefore the second of the day, on that day, at which the capture was still to come; -1
   *     where it is not known
   * @param intervalMillis the interval between its rows; {@link Double#NaN} where it is not known
   */
  public CaptureClock(
      @Nullable LocalDate date,
      @Nullable LocalDateTime start,
      int notBefore,
      double intervalMillis) {
    LocalDate day = date == null && start != null ? start.toLocalDate() : date;
    this.first = Table.millis(start);
    this.intervalMillis = intervalMillis;
    this.lastOfDay = notBefore;
    this.midnight = day == null ? Table.UNDATED : Table.millis(day.atStartOfDay());
  }

  /** The interval between rows in milliseconds; {@link Double#NaN} where it is not known. */
  public double intervalMillis() {
    return intervalMillis;
  }

  /** A clock that knows nothing. */
  public static CaptureClock unknown() {
    return new CaptureClock(null, null, -1, Double.NaN);
  }

  /**
   * The time of the next row, which prints this second of the day.
   *
   * @return milliseconds of local time; where no date is known, milliseconds since the midnight
   *     before the capture, counted from {@link Table#UNDATED}
   */
  public double atSecondOfDay(int second) {
    jumped = false;
    double before = beforeMidnight;
    beforeMidnight = -1;
    if (lastOfDay - second > DAY / 2) {
      dayOffset++;
      beforeMidnight = lastOfDay;
    } else if (before >= 0 && second >= before) {
      // of two rows that stand the wrong way round at midnight, the second is still of the old day
      dayOffset--;
      jumped = true;
    } else {
      jumped = second < lastOfDay;
    }
    lastOfDay = second;
    return note(midnight + (dayOffset * (double) DAY + second) * 1000);
  }

  /**
   * Says that a date line stands before the next row: it is the time of that row, or the day of the
   * time that the row prints.
   */
  public void resumeAt(LocalDateTime time) {
    resumed = true;
    first = Table.millis(time);
    firstRow = -1;
    last = Double.NaN; // rows before the date line may be of another machine's clock
    midnight = Table.millis(time.toLocalDate().atStartOfDay());
    dayOffset = 0;
    beforeMidnight = -1;
    lastOfDay = time.toLocalTime().toSecondOfDay();
  }

  /** Says that rows were lost, and nothing tells how many: their place gives no times any more. */
  public void lose() {
    first = Double.NaN;
  }

  /**
   * Takes the time stamp that a script put at the line of the next row.
   *
   * @param time the stamp; null where it has no date
   * @param clock its time of the day
   */
  public void stamp(@Nullable LocalDateTime time, LocalTime clock) {
    if (time != null) {
      resumeAt(time);
    } else {
      stampedSecond = clock.toSecondOfDay();
    }
  }

  /** Whether rows of the capture have their dates from it, at the row or before it. */
  public boolean isDated() {
    return dated;
  }

  /** Whether the row handled last had its clock fall back without passing midnight. */
  public boolean jumpedBack() {
    return jumped;
  }

  /**
   * The time of a row that prints none, by its place in the capture, from 0.
   *
   * @return milliseconds of local time; {@link Double#NaN} where start or interval is not known,
   *     save that the first row needs no interval
   */
  public double atRow(long row) {
    if (stampedSecond >= 0) {
      int second = stampedSecond;
      stampedSecond = -1;
      first = atSecondOfDay(second);
      firstRow = row;
      return first;
    }
    if (firstRow < 0) {
      firstRow = row;
    }
    return Double.isNaN(first)
        ? first
        : note(row == firstRow ? first : first + (row - firstRow) * intervalMillis);
  }

  /**
   * Says that a prompt follows the capture, which is therefore whole.
   *
   * @param second of the day that the prompt prints; -1 where it prints none
   */
  public void end(int second) {
    ended = true;
    endSecond = second;
  }

  /**
   * Says that midnights passed in the text above, since its first time of the day. They count for
   * what a command printed in one go.
   *
   * @param prompts by the times that prompts print
   * @param stamps by the times in front of the lines
   */
  public void passMidnights(int prompts, int stamps) {
    int count = endSecond < 0 ? stamps : prompts;
    midnights = resumed || !Table.isDated(midnight) ? 0 : count;
  }

  /** Whether a prompt is known to follow the capture. */
  public boolean hasEnded() {
    return ended;
  }

  /**
   * The time of what a command printed in one go: the time of the prompt below it, else the time at
   * which the capture began.
   *
   * @return milliseconds of local time; {@link Double#NaN} where neither, or no date, is known
   */
  public double atEnd() {
    if (endSecond >= 0 || stampedSecond >= 0) {
      dayOffset += midnights;
      midnights = 0;
    }
    return endSecond < 0 ? atRow(0) : atSecondOfDay(endSecond);
  }

  /** A time that the capture prints in full. */
  public double at(LocalDateTime time) {
    dated = true;
    return note(Table.millis(time));
  }

  /** The latest time given; {@link Double#NaN} where none was, or where its date is not known. */
  public double latest() {
    return Table.isDated(last) ? last : Double.NaN;
  }

  private double note(double millis) {
    dated |= resumed;
    if (!Double.isNaN(millis) && !(millis <= last)) {
      last = millis;
    }
    return millis;
  }
}
