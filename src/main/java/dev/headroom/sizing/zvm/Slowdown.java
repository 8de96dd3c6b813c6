package dev.headroom.sizing.zvm;

import dev.headroom.memory.zvm.ZvmNeeds;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much longer work takes on a z/VM system that is too small ("Sizes of a z/VM system" of
 * docs/model.md). With H, hot memory, and real memory M less than 1.1 H it is {@code S = 1 + k (1.1
 * H / M - 1)^1.5}. From there up to W, the working sets of busy guests, work gets faster still: S
 * is no more than a line through 1 at W and 1.14 at 60 % less, and no less than 1.
 *
 * <p>This is calibration, not prediction. The form and its lower factor are fitted to one study
 * (1.14, 2.28 and 3.19 times at 10240, 7168 and 6400 MB for H = 10240 MB and W = 26368 MB), whose
 * sizes are those of the whole LPAR; the line is of its "60 % less memory for 14 % more time". The
 * upper factor is what a second study needs, in which databases lost more than half their
 * throughput at H / M = 1.2; it and the line are applied to what the control program leaves of the
 * LPAR.
 *
 * @param hot H, bytes
 * @param workingSets W, bytes; absent where it is not known
 * @param reserve the control program's own storage, bytes
 */
public record Slowdown(double hot, OptionalDouble workingSets, double reserve) {
  /** Fits the study: 1.09, 2.25 and 2.92 at its three sizes, below what was measured at each. */
  static final double LOW = 2.9;

  /** More than twice the time at H / M = 1.2; 5.5 would fall just short of it. */
  static final double HIGH = 5.6;

  private static final double POWER = 1.5;

  /** With this share less than the working sets work takes this much longer. */
  private static final double LESS = 0.60;

  private static final double LONGER = 0.14;

  /** What is wanted and what is there may differ by rounding alone. */
  private static final double ROUNDING = 0.5;

  /** The band of a system; empty where what is hot is not known. */
  public static Optional<Slowdown> of(ZvmNeeds needs, double reserve) {
    return needs.hot().isPresent()
        ? Optional.of(new Slowdown(needs.hot().getAsDouble(), needs.workingSets(), reserve))
        : Optional.empty();
  }

  /** The lower bound at a size; 1 for none, absent where nothing is left for guests. */
  public OptionalDouble low(double size) {
    return finite(factor(LOW, size));
  }

  /**
   * The upper bound at a size; absent where nothing is left for guests, and where what is hot fits
   * and working sets are not known.
   */
  public OptionalDouble high(double size) {
    double memory = size - reserve;
    double tight = factor(HIGH, memory);
    if (workingSets.isEmpty()) {
      return tight > 1 ? finite(tight) : OptionalDouble.empty();
    }
    double sets = workingSets.getAsDouble();
    double missing = sets - memory > ROUNDING ? (sets - memory) / sets : 0;
    return finite(Math.max(tight, 1 + LONGER * missing / LESS));
  }

  private double factor(double k, double memory) {
    double wanted = hot * ZvmNeeds.MARGIN;
    double missing = wanted - memory > ROUNDING ? wanted / memory - 1 : 0;
    return memory > 0 ? 1 + k * Math.pow(missing, POWER) : Double.POSITIVE_INFINITY;
  }

  // Below the control program's own there is no system, and no factor.
  private static OptionalDouble finite(double factor) {
    return Double.isFinite(factor) ? OptionalDouble.of(factor) : OptionalDouble.empty();
  }
}
