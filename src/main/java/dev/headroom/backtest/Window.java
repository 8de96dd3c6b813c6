package dev.headroom.backtest;

import dev.headroom.memory.PoolHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * One turn of a backtest: what is known, from ≤ t &lt; cut, and what judges, cut ≤ t &lt; until.
 * Milliseconds of local time.
 *
 * @param from the start of what is known
 * @param cut the end of what is known and the start of what judges
 * @param until the end of what judges
 */
public record Window(double from, double cut, double until) {
  static final double MILLIS_A_DAY = 86_400_000.0;

  /**
   * All turns over a history whose judging part lies within it and holds an instant. A time without
   * samples, such as the years between two settings of a clock, is passed over.
   *
   * @return in the order of time; empty where times are not known, or the history is too short
   */
  public static List<Window> over(PoolHistory history, BacktestPlan plan) {
    List<Window> windows = new ArrayList<>();
    if (!history.dated() || history.size() == 0) {
      return windows;
    }
    double[] instants = history.instants();
    double interval = Double.isNaN(history.intervalMillis()) ? 0 : history.intervalMillis();
    double start = instants[0];
    double end = instants[instants.length - 1] + interval;
    double base = start + plan.minimumDays() * MILLIS_A_DAY;
    double horizon = plan.horizonDays() * MILLIS_A_DAY;
    double step = plan.stepDays() * MILLIS_A_DAY;
    long turn = 0;
    // captures seldom end at the very interval: one may be missing
    while (base + turn * step + horizon <= end + interval) {
      double cut = base + turn * step;
      int first = history.firstNotBefore(cut);
      double next = first < instants.length ? instants[first] : end;
      if (next < cut + horizon) {
        double from = Math.max(start, cut - plan.historyDays() * MILLIS_A_DAY);
        windows.add(new Window(from, cut, cut + horizon));
        turn++;
      } else {
        turn = Math.max(turn, (long) Math.floor((next - horizon - base) / step)) + 1;
      }
    }
    return windows;
  }

  /** Which days the period that judges is mostly made of. */
  public DaysOfWeek days() {
    return DaysOfWeek.of(cut, until);
  }

  /**
   * Whether what is known tells of days such as those that judge: working days say nothing of a
   * weekend, nor a weekend of working days. The kind of day that judges for the most part has to be
   * known for half as long at least.
   */
  boolean likeKnown() {
    double weekend = DaysOfWeek.weekend(from, cut);
    double known = days() == DaysOfWeek.WEEKEND ? weekend : cut - from - weekend;
    return 2 * known >= until - cut;
  }

  /** How much is known, in days. */
  public double knownDays() {
    return (cut - from) / MILLIS_A_DAY;
  }
}
