package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * What is measured of a pool to say how far its next peak may pass the past's. Bytes unless stated
 * otherwise.
 *
 * @param maxima the pool's largest demand in each block of time; the first is its peak
 * @param mean the pool's mean demand
 * @param high its 99th percentile
 * @param sumOfPeaks the members' own peaks together
 * @param reach how far the members may go beyond the pool's worst moment when any of them goes to
 *     its own peak and a quarter of that beyond, independently: the root of the sum of squares of
 *     both
 * @param breadth how many members matter: the square of the sum of their peaks over the sum of the
 *     squares, from 1 up to their number
 * @param isolated share of the stretches above the 99th percentile that were seen once only, 0 to 1
 */
record PoolBehaviour(
    BlockMaxima maxima,
    double mean,
    double high,
    double sumOfPeaks,
    double reach,
    double breadth,
    double isolated) {
  private static final double HIGH = 0.99;
  private static final double BEYOND_OWN_PEAK = 0.25;
  private static final Quantile RANK =
      Quantile.withDefaults().withCopy(true).with(EstimationMethod.HF1);

  /** Measures a demand that counts somewhere, on a grid whose times and interval are known. */
  static PoolBehaviour of(PoolHistory history, SharedDemand demand) {
    double[] totals = demand.totals();
    double high = RANK.evaluate(totals, HIGH);
    int peakAt = demand.peakAt();
    double sumOfPeaks = 0;
    double squaredPeaks = 0;
    double squaredGaps = 0;
    for (int member = 0; member < demand.members(); member++) {
      double peak = demand.peak(member);
      double gap = peak - demand.needed(member, peakAt);
      sumOfPeaks += peak;
      squaredPeaks += peak * peak;
      squaredGaps += gap * gap;
    }
    return new PoolBehaviour(
        BlockMaxima.of(history, demand),
        Arrays.stream(totals).average().orElse(0),
        high,
        sumOfPeaks,
        Math.sqrt(squaredGaps + BEYOND_OWN_PEAK * BEYOND_OWN_PEAK * squaredPeaks),
        squaredPeaks > 0 ? sumOfPeaks * sumOfPeaks / squaredPeaks : 1,
        isolated(demand, history.size(), high));
  }

  private static double isolated(SharedDemand demand, int instants, double high) {
    int stretches = 0;
    int single = 0;
    int length = 0;
    for (int instant = 0; instant <= instants; instant++) {
      if (instant < instants && demand.used(instant) && demand.total(instant) > high) {
        length++;
      } else if (length > 0) {
        stretches++;
        single += length == 1 ? 1 : 0;
        length = 0;
      }
    }
    return stretches == 0 ? 0 : (double) single / stretches;
  }

  /** The pool's peak. */
  double peak() {
    return maxima.falling()[0];
  }

  /** Its mean over its peak, 0 to 1. */
  double meanToPeak() {
    return mean / peak();
  }

  /** Peak of the sum over sum of the peaks: 1 where all members peak together. */
  double coincidence() {
    return peak() / sumOfPeaks;
  }
}
