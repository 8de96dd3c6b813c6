package dev.headroom.analysis;

/**
 * The span of time that counts, half-open: from ≤ t &lt; until.
 *
 * @param from local milliseconds; {@link Double#NEGATIVE_INFINITY} for all
 * @param until local milliseconds; {@link Double#POSITIVE_INFINITY} for all
 */
public record TimeRange(double from, double until) {
  /** All times. */
  public static final TimeRange ALL =
      new TimeRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Whether nothing is left out. */
  public boolean isAll() {
    return Double.isInfinite(from) && Double.isInfinite(until);
  }
}
