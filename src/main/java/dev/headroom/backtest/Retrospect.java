package dev.headroom.backtest;

import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.TrackRecord;
import java.util.List;
import java.util.Optional;

/** Judges the advice of a report on the pool's own history. */
public final class Retrospect {
  private Retrospect() {}

  /** So much must be known before the first advice, in horizons. */
  private static final int KNOWN_HORIZONS = 2;

  /** At most this number of horizons is judged, the latest; more would say little and take long. */
  private static final int MOST = 64;

  /**
   * Judges.
   *
   * @param goal the goal of the advice, its horizon settled
   * @return empty where the history is shorter than three horizons, or nothing in it can be judged
   */
  public static Optional<TrackRecord> of(
      Recommender recommender, PoolHistory history, MemorySystem system, Goal goal) {
    double horizon = goal.horizonDays();
    BacktestPlan plan =
        new BacktestPlan(
            KNOWN_HORIZONS * horizon, Double.POSITIVE_INFINITY, horizon, goal.exactly());
    List<Assignment> all = Assignment.of(system, history, plan);
    Backtest backtest = Backtest.ofOne(recommender, plan.goal());
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
        : Optional.of(new TrackRecord(judged.size(), exceeded, plan.goal()));
  }
}
