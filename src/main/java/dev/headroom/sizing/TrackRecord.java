package dev.headroom.sizing;

import dev.headroom.unit.Span;

/**
 * How advice like that of a report would have done on the pool's own history: at the end of every
 * horizon it was given anew from all that was known by then, and judged by the horizon after it.
 *
 * @param periods how many horizons were judged
 * @param exceeded in how many of them demand passed the advised size at least once
 * @param goal the horizon, and the probability that the advice was asked for
 */
public record TrackRecord(int periods, int exceeded, Goal goal) {
  /** The line for a report, such as "On your own data, advice like this was exceeded in …". */
  public String sentence() {
    return "On your own data, advice like this was exceeded in "
        + exceeded
        + " of "
        + periods
        + " "
        + noun()
        + ".";
  }

  private String noun() {
    double days = goal.horizonDays();
    if (days == 7 || days == 1) {
      return (days == 7 ? "week" : "day") + (periods == 1 ? "" : "s");
    }
    return (periods == 1 ? "period" : "periods") + " of " + Span.days(days);
  }
}
