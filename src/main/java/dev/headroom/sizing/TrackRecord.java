package dev.headroom.sizing;

import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How advice like that of a report would have done on the pool's own history: at the end of every
 * horizon it was given anew from all that was known by then, and judged by the horizon after it.
 *
 * @param periods how many horizons were judged
 * @param exceeded in how many of them demand passed the advised size at least once
 * @param goal the horizon, and the probability that the advice was asked for
 */
public record TrackRecord(int periods, int exceeded, Goal goal) {
  /** So much must be known before the first advice, in horizons. */
  private static final int KNOWN_HORIZONS = 2;

  /** The latest so many horizons are judged; more would say little and take long. */
  private static final int MOST = 64;

  /**
   * Judges.
   *
   * @return empty where the history is shorter than three horizons, or nothing in it can be judged
   */
  public static Optional<TrackRecord> of(
      Recommender recommender, PoolHistory history, MemorySystem system, Goal goal) {
    double horizon = goal.horizonDays();
    BacktestPlan plan =
        new BacktestPlan(KNOWN_HORIZONS * horizon, Double.POSITIVE_INFINITY, horizon, goal);
    List<Assignment> all = Assignment.of(system, history, plan);
    Backtest backtest = Backtest.ofOne(recommender, goal);
    List<Trial> judged =
        all.subList(Math.max(0, all.size() - MOST), all.size()).stream()
            .map(backtest::judge)
            .filter(Trial::judged)
            .toList();
    int exceeded = 0;
    for (Trial trial : judged) {
      exceeded += trial.advice().orElseThrow().score().breached() ? 1 : 0;
    }
    return judged.isEmpty()
        ? Optional.empty()
        : Optional.of(new TrackRecord(judged.size(), exceeded, goal));
  }

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
    String text = String.format(Locale.ROOT, "%.2f", days).replaceFirst("\\.?0+$", "");
    return (periods == 1 ? "period" : "periods") + " of " + text + " days";
  }
}
