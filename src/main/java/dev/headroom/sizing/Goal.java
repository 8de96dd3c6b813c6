package dev.headroom.sizing;

/**
 * How sure a recommendation should be.
 *
 * @param horizonDays how far ahead it is to hold
 * @param breachProbability the chance of being exceeded within the horizon that one is ready to
 *     take
 * @param fixed whether the horizon was asked for; else it is no longer than the history
 */
public record Goal(double horizonDays, double breachProbability, boolean fixed) {
  private static final double WEEK = 7;

  /** One week ahead, or as long as the history where that is shorter; one chance in twenty. */
  public static final Goal DEFAULT = new Goal(WEEK, 0.05, false);

  /** Checks that both make sense. */
  public Goal {
    if (!(horizonDays > 0) || !(breachProbability > 0) || !(breachProbability < 1)) {
      throw new IllegalArgumentException(
          "horizon must be above 0 and breach probability between 0 and 1");
    }
  }

  /** A goal whose horizon is asked for. */
  public Goal(double horizonDays, double breachProbability) {
    this(horizonDays, breachProbability, true);
  }

  /**
   * The goal for a history, with the horizon settled.
   *
   * @param historyDays how much history there is; not a number, or 0, where that is not known
   */
  public Goal over(double historyDays) {
    return fixed || !(historyDays > 0) || historyDays >= horizonDays
        ? this
        : new Goal(historyDays, breachProbability, false);
  }

  /** The same with the horizon that it has now, whatever the history. */
  public Goal exactly() {
    return new Goal(horizonDays, breachProbability, true);
  }

  /** Whether the horizon, once settled, is another run as long as the one that was seen. */
  public boolean anotherRun() {
    return !fixed && horizonDays < WEEK;
  }
}
