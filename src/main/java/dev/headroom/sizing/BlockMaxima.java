package dev.headroom.sizing;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * The pool's largest demand in each block of time ({@link Blocks}).
 *
 * @param blockMillis the length of a block
 * @param falling bytes, the largest first; the first is the pool's peak
 */
record BlockMaxima(double blockMillis, double[] falling) {
  private static final double UPPER_THIRD = 2.0 / 3;
  private static final Quantile RANK =
      Quantile.withDefaults().withCopy(true).with(EstimationMethod.HF1);

  /** The pool's maxima in these blocks. */
  static BlockMaxima of(SharedDemand demand, Blocks blocks) {
    double[] known = blocks.maxima(instant -> demand.used(instant) ? demand.total(instant) : 0);
    double peak = demand.total(demand.peakAt());
    // the peak is a peak even where little of its block was seen
    boolean held = Arrays.stream(known).anyMatch(maximum -> maximum == peak);
    double[] rising = held ? known : Arrays.copyOf(known, known.length + 1);
    if (!held) {
      rising[known.length] = peak;
    }
    Arrays.sort(rising);
    double[] falling = new double[rising.length];
    for (int i = 0; i < falling.length; i++) {
      falling[i] = rising[rising.length - 1 - i];
    }
    return new BlockMaxima(blocks.lengthMillis(), falling);
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
