package dev.headroom.format.nmon;

import dev.headroom.format.grammar.NmonParser.SnapshotContext;
import dev.headroom.series.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The line that dates a snapshot: {@code ZZZZ,T0001,17:28:10,10-FEB-2016}. Very old levels print no
 * date.
 *
 * @param mark the snapshot's number; -1 where it is no mark
 * @param second of the day; -1 where the time cannot be read
 * @param day null where it is missing or cannot be read
 */
record TimeLine(int mark, int second, @Nullable LocalDate day) {
  private static final int LAST_SECOND = 86_399;

  /** A line that the grammar read. */
  static TimeLine of(SnapshotContext line) {
    return new TimeLine(
        Marks.of(line.MARK().getText()),
        PrintedTimes.secondOfDay(line.cell(0).getText()),
        line.cell().size() < 2 ? null : PrintedTimes.date(line.cell(1).getText()).orElse(null));
  }

  /** Whether it has no date that can be read. */
  boolean isDateless() {
    return day == null;
  }

  /** Its time in milliseconds; {@link Double#NaN} without a date. */
  double millis() {
    return day == null
        ? Double.NaN
        : Table.millis(day.atTime(LocalTime.ofSecondOfDay(Math.min(second, LAST_SECOND))));
  }

  /** The second of the day where nothing tells the date; -1 where the date is known. */
  int secondWithoutDate() {
    return day == null ? second : -1;
  }
}
