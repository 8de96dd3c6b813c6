package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * What is measured of a pool to say how far its next peak may pass the past's.
 *
 * @param maxima the pool's largest demand in each block of time; the first is its peak
 * @param members what is measured of its members
 * @param mean the pool's mean demand, bytes
 * @param isolated share of the stretches above the 99th percentile that were seen once only, 0 to 1
 * @param clock share of the ups and downs that follows the time of the day, 0 to 1, as far as the
 *     days seen are enough to tell
 * @param days how long that was seen
 */
record PoolBehaviour(
    BlockMaxima maxima,
    MemberPeaks members,
    double mean,
    double isolated,
    double clock,
    double days) {
  private static final double HIGH = 0.99;

  /** The clock counts in full from here on: a working week has shown its days off by then. */
  private static final double FULL_CLOCK_DAYS = 7;

  private static final Quantile RANK =
      Quantile.withDefaults().withCopy(true).with(EstimationMethod.HF1);

  /** Measures a demand that counts somewhere, on a grid whose times and interval are known. */
  static PoolBehaviour of(PoolHistory history, SharedDemand demand) {
    double[] totals = demand.totals();
    Blocks blocks = Blocks.of(history, demand);
    double days = Blocks.days(history, demand);
    double known = Math.min(1, days / FULL_CLOCK_DAYS);
    return new PoolBehaviour(
        BlockMaxima.of(demand, blocks),
        MemberPeaks.of(history, demand, blocks),
        Arrays.stream(totals).average().orElse(0),
        isolated(demand, history.size(), RANK.evaluate(totals, HIGH)),
        DailyClock.share(history, demand) * known,
        days);
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

  /** The pool's peak, bytes. */
  double peak() {
    return maxima.falling()[0];
  }

  /** Its mean over its peak, 0 to 1. */
  double meanToPeak() {
    return mean / peak();
  }
}
