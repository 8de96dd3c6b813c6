package dev.headroom.backtest;

import dev.headroom.sizing.Goal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a backtest is wanted, as far as it was asked for.
 *
 * @param historyDays how much is known when advice is given
 * @param stepDays how far to move on between two judged periods; the horizon where not asked for
 * @param goal what is advised, and for how long, if that was asked for
 * @param draws pools drawn from all members, in place of the pools as they are
 */
public record BacktestWish(
    OptionalDouble historyDays, OptionalDouble stepDays, Goal goal, Optional<Draws> draws) {
  /** The plan where so much is known and judged; the step that was asked for stands. */
  public BacktestPlan plan(double knownDays, double horizonDays) {
    return new BacktestPlan(
        knownDays,
        knownDays,
        stepDays.orElse(horizonDays),
        new Goal(horizonDays, goal.breachProbability(), goal.fixed()));
  }
}
