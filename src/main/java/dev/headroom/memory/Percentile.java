package dev.headroom.memory;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Percentiles by nearest rank: the smallest value that at least the wanted share of all values does
 * not exceed. It is always a value that was measured, so that it can be found in a capture.
 */
public final class Percentile {
  private Percentile() {}

  /**
   * A percentile.
   *
   * @param share above 0, at most 1
   * @param values in any order, none of them {@link Double#NaN}; not changed
   * @return absent where there are no values
   */
  public static OptionalDouble nearestRank(double share, double[] values) {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    // 0.95 * 20 is 19.000000000000004 in floating point for some shares: take off what is rounding.
    int rank = (int) Math.ceil(share * sorted.length - 1e-9);
    return OptionalDouble.of(sorted[Math.max(1, rank) - 1]);
  }
}
