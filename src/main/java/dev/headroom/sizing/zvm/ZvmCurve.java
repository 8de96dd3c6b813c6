package dev.headroom.sizing.zvm;

import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.zvm.GuestPressure;
import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.PoolSizes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.DoubleFunction;

/**
 * The curve of real memory against risk of a z/VM system. Sizes are bytes, the control program's
 * own included.
 *
 * @param totals the system's sums
 * @param sizes the sizes advised
 * @param pressure what was seen at the size at which the system was captured
 * @param slowdown the band of slowdown, where hot memory is known
 * @param chance the chance that hot demand passes what a size leaves for guests
 */
record ZvmCurve(
    PoolTotals totals,
    PoolSizes sizes,
    GuestPressure pressure,
    Optional<Slowdown> slowdown,
    DoubleFunction<OptionalDouble> chance) {
  private static final int STEPS = 35;
  private static final double START = 0.5;

  /** Memory comes in bytes; half of one takes care of what floating point leaves of a sum. */
  private static final double HALF_A_BYTE = 0.5;

  /**
   * The chance that hot demand passes a size: 0 from where all that guests define fits; absent
   * below the minimum, and where the past has passed it already.
   */
  OptionalDouble breachProbability(double size) {
    if (size > sizes.up(sizes.most()) - HALF_A_BYTE) {
      return OptionalDouble.of(0);
    }
    double available = size - sizes.reserve();
    boolean least = !(size < sizes.up(sizes.minimum()) - HALF_A_BYTE);
    boolean held = totals.violationRate(available + MemoryBlocks.ROUNDING).orElse(1) == 0;
    return least && held ? chance.apply(available) : OptionalDouble.empty();
  }

  /**
   * The curve from half the minimum up to all that guests define, in even steps, and through the
   * sizes that matter exactly. Where the minimum is not known it starts at a quarter of the best.
   */
  List<CurvePoint> through(Collection<Double> exactly) {
    double least =
        Double.isNaN(sizes.minimum())
            ? sizes.reserve() + START * (sizes.best() - sizes.reserve())
            : sizes.up(sizes.minimum());
    NavigableSet<Double> places = new TreeSet<>();
    places.add(least);
    exactly.stream().filter(size -> size > 0).forEach(places::add);
    if (Double.isFinite(sizes.most())) {
      places.add(sizes.up(sizes.most()));
    }
    double start = START * least;
    double step = (places.last() - start) / STEPS;
    for (int i = 0; i <= STEPS && step > 0; i++) {
      double size = start + i * step;
      // An even size beside one that matters would only crowd it.
      if (places.subSet(size - step / 4, size + step / 4).isEmpty()) {
        places.add(size);
      }
    }
    List<CurvePoint> curve = new ArrayList<>();
    for (double size : places) {
      totals.violationRate(size - sizes.reserve()).ifPresent(rate -> curve.add(point(size, rate)));
    }
    return curve;
  }

  private CurvePoint point(double size, double rate) {
    return new CurvePoint(
        size,
        Math.max(rate, pressure.speaksOf(size) ? pressure.share() : 0),
        breachProbability(size),
        slowdown.map(band -> band.low(size)).orElse(OptionalDouble.empty()),
        slowdown.map(band -> band.high(size)).orElse(OptionalDouble.empty()));
  }
}
