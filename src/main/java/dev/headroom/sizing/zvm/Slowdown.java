package dev.headroom.sizing.zvm;

import dev.headroom.memory.zvm.ZvmNeeds;

/**
 * How much longer work takes on a z/VM system that is too small: {@code S = 1 + k (1.1 H / M -
 * 1)^1.5}, and 1 where that is not positive ("Sizes of a z/VM system" of docs/model.md). H is hot
 * memory: heaps and database memory.
 *
 * <p>This is calibration, not prediction. The form and its lower factor are fitted to one study
 * (1.14, 2.28 and 3.19 times at 10240, 7168 and 6400 MB for H = 10240 MB), whose sizes are those of
 * the whole LPAR. The upper factor is what a second one needs, in which databases lost more than
 * half their throughput at H / M = 1.2; it is applied to what the control program leaves of the
 * LPAR.
 *
 * @param hot H, bytes
 * @param reserve the control program's own storage, bytes
 */
public record Slowdown(double hot, double reserve) {
  /** Fits the study: 1.09, 2.25 and 2.92 at its three sizes, below what was measured at each. */
  static final double LOW = 2.9;

  /** More than twice the time at H / M = 1.2; 5.5 would fall just short of it. */
  static final double HIGH = 5.6;

  private static final double POWER = 1.5;

  /** The lower bound at a size; 1 for none. */
  public double low(double size) {
    return factor(LOW, size);
  }

  /** The upper bound at a size. */
  public double high(double size) {
    return factor(HIGH, size - reserve);
  }

  private double factor(double k, double memory) {
    double wanted = hot * ZvmNeeds.MARGIN;
    // what is wanted and what is there may differ by rounding alone
    double missing = wanted - memory > 0.5 ? wanted / memory - 1 : 0;
    return memory > 0 ? 1 + k * Math.pow(missing, POWER) : Double.POSITIVE_INFINITY;
  }
}
