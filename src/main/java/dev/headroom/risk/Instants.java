package dev.headroom.risk;

import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Table;
import dev.headroom.unit.Count;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.Span;
import java.time.LocalDateTime;

/** When something was, as sentences say it: by the clock where times are known, else by samples. */
public final class Instants {
  private Instants() {}

  /**
   * A local time in milliseconds as {@code 2009-06-30 16:20}; without a day where none is known.
   */
  public static String time(double millis) {
    LocalDateTime time = Table.localTime(millis);
    return time == null ? "an unknown time" : IsoTime.text(time);
  }

  /** An instant as {@code 2009-06-30 16:20}, or {@code sample 13} where times are not known. */
  public static String when(PoolHistory history, int instant) {
    double place = history.instants()[instant];
    LocalDateTime time = history.timed() ? Table.localTime(place) : null;
    return time == null ? "sample " + Count.of((long) place + 1) : IsoTime.text(time);
  }

  /** Such as {@code at 2009-06-30 16:20} and {@code in sample 13}. */
  public static String at(PoolHistory history, int instant) {
    return (history.timed() ? "at " : "in ") + when(history, instant);
  }

  /** Such as {@code 3 intervals (3 min)}; samples where times are not known. */
  public static String intervals(PoolHistory history, int count) {
    return lasting(history, count, Count.of(count, history.timed() ? "interval" : "sample"));
  }

  /** Such as {@code 3 of 1,440 intervals (3 min)}; samples where times are not known. */
  public static String intervals(PoolHistory history, int count, int of) {
    String text = Count.of(count) + " of " + Count.of(of, history.timed() ? "interval" : "sample");
    return lasting(history, count, text);
  }

  private static String lasting(PoolHistory history, int count, String text) {
    return history.timed() && !Double.isNaN(history.intervalMillis())
        ? text + " (" + Span.text(count * history.intervalMillis()) + ")"
        : text;
  }
}
