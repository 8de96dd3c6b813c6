package dev.headroom.analysis;

import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.Draws;
import dev.headroom.sizing.Goal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a backtest is wanted, as far as it was asked for.
 *
 * @param historyDays how much is known when advice is given; where that is not asked for, 28 days,
 *     or as much as there is
 * @param stepDays how far to move on between two judged periods; the horizon where not asked for
 * @param goal what is advised, and for how long
 * @param draws pools drawn from all members, in place of the pools as they are
 */
public record BacktestWish(
    OptionalDouble historyDays, OptionalDouble stepDays, Goal goal, Optional<Draws> draws) {
  private static final double HISTORY_DAYS = 28;

  /** The plan where there is data enough. */
  BacktestPlan plan() {
    return plan(HISTORY_DAYS);
  }

  /** The plan where so much can be known; what was asked for stands. */
  BacktestPlan plan(double knownDays) {
    double known = historyDays.orElse(knownDays);
    return new BacktestPlan(known, known, stepDays.orElse(goal.horizonDays()), goal);
  }
}
