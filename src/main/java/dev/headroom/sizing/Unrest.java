package dev.headroom.sizing;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * How little a member's peaks are alike from one block of time to the next: the standard deviation
 * of its largest demand in each. What lies far below its usual height says little of how far it may
 * rise: a block counts as no further below the median than twice the way from the median up to its
 * highest. So a quiet weekend does not make a member restless, while one that leaps is measured as
 * it is ("The law" of docs/recommendation.md).
 */
final class Unrest {
  /** This many times the way up a block may count below the median. */
  private static final double DEPTH = 2;

  /** Of the own peak: what is taken where one block alone was seen. */
  static final double UNKNOWN = 0.3;

  private Unrest() {}

  /**
   * The unrest of a member, bytes.
   *
   * @param maxima its largest demand in each block
   * @param peak the most that it needed at all
   */
  static double of(double[] maxima, double peak) {
    if (maxima.length < 2) {
      return UNKNOWN * peak;
    }
    double median = Median.withDefaults().withCopy(true).evaluate(maxima);
    double highest = Arrays.stream(maxima).max().orElse(median);
    double lowest = median - DEPTH * (highest - median);
    double[] counted = Arrays.stream(maxima).map(maximum -> Math.max(maximum, lowest)).toArray();
    return StandardDeviation.of(counted).getAsDouble();
  }
}
