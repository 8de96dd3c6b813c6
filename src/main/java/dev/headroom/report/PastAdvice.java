package dev.headroom.report;

import dev.headroom.sizing.TrackRecord;
import dev.headroom.unit.Span;

/** Says how the advice of a report would have done on the pool's own history. */
public final class PastAdvice {
  private PastAdvice() {}

  /** Such as "On your own data, advice like this was exceeded in 3 of 64 weeks.". */
  public static String of(TrackRecord record) {
    return "On your own data, advice like this was exceeded in "
        + record.exceeded()
        + " of "
        + record.periods()
        + " "
        + noun(record)
        + ".";
  }

  private static String noun(TrackRecord record) {
    double days = record.goal().horizonDays();
    String end = record.periods() == 1 ? "" : "s";
    return days == 7 || days == 1
        ? (days == 7 ? "week" : "day") + end
        : "period" + end + " of " + Span.days(days);
  }
}
