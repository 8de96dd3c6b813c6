package dev.headroom.backtest;

import dev.headroom.sizing.Goal;

/**
 * How a backtest goes through a history: a number of days is known, the days after them judge, then
 * both move on. Days are of 24 hours.
 *
 * @param minimumDays how much lies before the first judged period
 * @param historyDays how much is known at most; what is older is forgotten. {@link
 *     Double#POSITIVE_INFINITY} to forget nothing
 * @param stepDays how far it moves on
 * @param goal the length of what judges, and the probability of being exceeded that advice is asked
 *     for
 */
public record BacktestPlan(double minimumDays, double historyDays, double stepDays, Goal goal) {
  /** The probabilities that a backtest asks for beside the one wanted. */
  static final double[] ASKED = {0.01, 0.05, 0.10, 0.20};

  /** Checks that it moves on, and that something is known. */
  public BacktestPlan {
    if (!(minimumDays > 0) || !(historyDays > 0) || !(stepDays > 0)) {
      throw new IllegalArgumentException(
          "what lies before, what is known and the step must be above 0");
    }
  }

  /** The length of what judges, in days. */
  public double horizonDays() {
    return goal.horizonDays();
  }

  /** What one pool in one judged period is called. */
  public String noun() {
    return horizonDays() == 7 ? "pool-week" : horizonDays() == 1 ? "pool-day" : "pool-period";
  }
}
