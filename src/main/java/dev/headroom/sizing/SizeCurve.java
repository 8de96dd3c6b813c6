package dev.headroom.sizing;

import dev.headroom.memory.PoolTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The curve of size against risk of a pool of Active Memory Sharing. Sizes are bytes, reserve
 * included.
 *
 * @param totals the pool's sums
 * @param reserve what of a size is not for members
 * @param minimum the size that the past's peak needs
 * @param chance the chance of passing a size
 */
record SizeCurve(PoolTotals totals, double reserve, double minimum, BreachChance chance) {
  private static final int STEPS = 35;
  private static final double START = 0.75;

  /** The chance that hot demand passes a size: 0 from where all that is promised fits. */
  OptionalDouble breachProbability(double size) {
    OptionalDouble promised = totals.promised();
    if (promised.isPresent() && size >= promised.getAsDouble() + reserve) {
      return OptionalDouble.of(0);
    }
    return chance.above(size - reserve);
  }

  /**
   * The curve from three quarters of the peak up to all that is promised, in even steps, and
   * through the sizes that matter exactly.
   */
  List<CurvePoint> through(double recommended, double best, double present) {
    SortedSet<Double> sizes = new TreeSet<>(List.of(minimum, recommended, best));
    if (!Double.isNaN(present)) {
      sizes.add(present); // a pool of unknown size can still be advised on
    }
    double top = best;
    if (totals.promised().isPresent()) {
      double promised = totals.promised().getAsDouble() + reserve;
      sizes.add(promised);
      top = Math.max(best, promised);
    }
    double start = reserve + START * (minimum - reserve);
    double step = (top - start) / STEPS;
    for (int i = 0; i <= STEPS && step > 0; i++) {
      double size = start + i * step;
      // An even size beside one that matters would only crowd it.
      if (sizes.subSet(size - step / 4, size + step / 4).isEmpty()) {
        sizes.add(size);
      }
    }
    List<CurvePoint> curve = new ArrayList<>();
    for (double size : sizes) {
      curve.add(point(size));
    }
    return curve;
  }

  private CurvePoint point(double size) {
    // The curve is drawn only where an instant counts, and then there is a rate.
    double rate = totals.violationRate(size - reserve).orElseThrow();
    return new CurvePoint(
        size, rate, breachProbability(size), OptionalDouble.empty(), OptionalDouble.empty());
  }
}
