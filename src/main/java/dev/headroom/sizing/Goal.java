package dev.headroom.sizing;

/**
 * How sure a recommendation should be.
 *
 * @param horizonDays how far ahead it is to hold
 * @param breachProbability the chance of being exceeded within the horizon that one is ready to
 *     take
 */
public record Goal(double horizonDays, double breachProbability) {
  /** One week ahead, one chance in twenty. */
  public static final Goal DEFAULT = new Goal(7, 0.05);

  /** Checks that both make sense. */
  public Goal {
    if (!(horizonDays > 0) || !(breachProbability > 0) || !(breachProbability < 1)) {
      throw new IllegalArgumentException(
          "horizon must be above 0 and breach probability between 0 and 1");
    }
  }
}
