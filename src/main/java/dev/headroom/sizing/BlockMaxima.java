package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * The pool's largest demand in each block of time: a day, or an eighth of the time that counts
 * where that is shorter than half a week. Blocks are counted back from the last interval that
 * counts; one of which less than half was seen does not count, since its maximum would be a false
 * low.
 *
 * @param blockMillis the length of a block
 * @param falling bytes, the largest first; the first is the pool's peak
 */
record BlockMaxima(double blockMillis, double[] falling) {
  private static final double MILLIS_A_DAY = 86_400_000.0;

  /** From this number of blocks on, their spread is worth something. */
  private static final int BLOCKS = 8;

  private static final double UPPER_THIRD = 2.0 / 3;
  private static final Quantile RANK =
      Quantile.withDefaults().withCopy(true).with(EstimationMethod.HF1);

  /** The maxima of a history whose times and interval are known. */
  static BlockMaxima of(PoolHistory history, SharedDemand demand) {
    double interval = history.intervalMillis();
    int used = 0;
    double end = Double.NaN;
    for (int instant = 0; instant < history.size(); instant++) {
      if (demand.used(instant)) {
        used++;
        end = history.instants()[instant] + interval;
      }
    }
    // time in which a member was silent shows nothing of how the sums of days differ
    double days = Math.min(history.days(), used * interval / MILLIS_A_DAY);
    double length = MILLIS_A_DAY * (2 * days < BLOCKS ? days / BLOCKS : 1);
    // A clock may jump by years: a block that nothing falls into is never made.
    Map<Long, DoubleSummaryStatistics> blocks = new TreeMap<>();
    double peak = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      if (demand.used(instant)) {
        long block = (long) ((end - interval / 2 - history.instants()[instant]) / length);
        double total = demand.total(instant);
        blocks.computeIfAbsent(block, none -> new DoubleSummaryStatistics()).accept(total);
        peak = Math.max(peak, total);
      }
    }
    List<Double> maxima = new ArrayList<>();
    for (DoubleSummaryStatistics block : blocks.values()) {
      if (2 * block.getCount() * interval >= length) {
        maxima.add(block.getMax());
      }
    }
    if (!maxima.contains(peak)) {
      maxima.add(peak);
    }
    maxima.sort(Comparator.reverseOrder());
    return new BlockMaxima(length, maxima.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Their standard deviation, bytes. */
  double spread() {
    return StandardDeviation.of(falling).setBiased(true).getAsDouble();
  }

  /**
   * By how much those of the upper third are above its threshold on average: the scale of an
   * exponential upper tail (mean excess), bytes. As it is a mean over the whole third, the same
   * maxima twice over give the same.
   */
  double meanExcess() {
    double threshold = RANK.evaluate(falling, UPPER_THIRD);
    double excess = 0;
    for (double maximum : falling) {
      excess += Math.max(0, maximum - threshold);
    }
    return excess / (falling.length * (1 - UPPER_THIRD));
  }
}
