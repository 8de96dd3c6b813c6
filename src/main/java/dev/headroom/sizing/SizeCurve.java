package dev.headroom.sizing;

import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.ams.PoolPressure;
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
 * @param pressure what was seen at the size at which the pool was captured
 * @param sizes the sizes that matter
 * @param chance the chance of passing a size
 */
record SizeCurve(PoolTotals totals, PoolPressure pressure, PoolSizes sizes, BreachChance chance) {
  private static final int STEPS = 35;
  private static final double START = 0.75;

  /** Memory comes in bytes; half of one takes care of what floating point leaves of a sum. */
  private static final double HALF_A_BYTE = 0.5;

  /**
   * The chance that hot demand passes a size; absent below the minimum, which was passed already,
   * and where the history cannot say.
   */
  OptionalDouble breachProbability(double size) {
    return size < sizes.whole().minimum() - HALF_A_BYTE || Double.isNaN(size)
        ? OptionalDouble.empty()
        : chance.above(size - sizes.reserve());
  }

  /**
   * The curve from three quarters of the peak up to all that is promised, in even steps, and
   * through the sizes that matter exactly.
   *
   * @param present the present size; not a number where it is not known
   */
  List<CurvePoint> through(double present) {
    Sizing.Sizes whole = sizes.whole();
    SortedSet<Double> exactly =
        new TreeSet<>(List.of(whole.minimum(), whole.recommended(), whole.best()));
    double top = exactly.last();
    if (!Double.isNaN(present)) {
      exactly.add(present); // a pool of unknown size can still be advised on
    }
    if (Double.isFinite(sizes.most())) {
      double most = sizes.up(sizes.most());
      exactly.add(most);
      top = Math.max(top, most);
    }
    double start = sizes.reserve() + START * (whole.minimum() - sizes.reserve());
    double step = (top - start) / STEPS;
    for (int i = 0; i <= STEPS && step > 0; i++) {
      double size = start + i * step;
      // An even size beside one that matters would only crowd it.
      if (exactly.subSet(size - step / 4, size + step / 4).isEmpty()) {
        exactly.add(size);
      }
    }
    List<CurvePoint> curve = new ArrayList<>();
    for (double size : exactly) {
      curve.add(point(size));
    }
    return curve;
  }

  private CurvePoint point(double size) {
    // The curve is drawn only where an instant counts, and then there is a rate.
    double modelled = totals.violationRate(size - sizes.reserve()).orElseThrow();
    double seen = pressure.speaksOf(size) ? pressure.share() : 0;
    return new CurvePoint(
        size,
        Math.max(modelled, seen),
        breachProbability(size),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
