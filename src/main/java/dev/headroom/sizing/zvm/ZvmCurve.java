package dev.headroom.sizing.zvm;

import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.sizing.CurvePoint;
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
 * @param system its reserve and its present size
 * @param slowdown the band of slowdown, where hot memory is known
 * @param minimum the smallest size advised
 * @param chance the chance that hot demand passes what a size leaves for guests
 */
record ZvmCurve(
    PoolTotals totals,
    ZvmSystem system,
    Optional<Slowdown> slowdown,
    double minimum,
    DoubleFunction<OptionalDouble> chance) {
  private static final int STEPS = 35;
  private static final double START = 0.5;

  /**
   * The chance that hot demand passes a size: 0 from where all that guests define fits; absent
   * below the minimum, and where the past has passed it already.
   */
  OptionalDouble breachProbability(double size) {
    OptionalDouble promised = totals.promised();
    if (promised.isPresent() && size >= promised.getAsDouble() + system.reserve()) {
      return OptionalDouble.of(0);
    }
    double available = size - system.reserve();
    return size >= minimum && totals.violationRate(available).orElse(1) == 0
        ? chance.apply(available)
        : OptionalDouble.empty();
  }

  /**
   * The curve from half the minimum up to all that guests define, in even steps, and through the
   * sizes that matter exactly.
   */
  List<CurvePoint> through(Collection<Double> exactly) {
    NavigableSet<Double> sizes = new TreeSet<>();
    sizes.add(minimum);
    exactly.stream().filter(size -> size > 0).forEach(sizes::add);
    totals.promised().ifPresent(promised -> sizes.add(promised + system.reserve()));
    double start = START * minimum;
    double step = (sizes.last() - start) / STEPS;
    for (int i = 0; i <= STEPS && step > 0; i++) {
      double size = start + i * step;
      // An even size beside one that matters would only crowd it.
      if (sizes.subSet(size - step / 4, size + step / 4).isEmpty()) {
        sizes.add(size);
      }
    }
    List<CurvePoint> curve = new ArrayList<>();
    for (double size : sizes) {
      totals.violationRate(size - system.reserve()).ifPresent(rate -> curve.add(point(size, rate)));
    }
    return curve;
  }

  private CurvePoint point(double size, double rate) {
    return new CurvePoint(
        size,
        rate,
        breachProbability(size),
        slowdown.map(band -> bound(band.low(size))).orElse(OptionalDouble.empty()),
        slowdown.map(band -> bound(band.high(size))).orElse(OptionalDouble.empty()));
  }

  // Below the control program's own there is no system, and no factor.
  private static OptionalDouble bound(double factor) {
    return Double.isFinite(factor) ? OptionalDouble.of(factor) : OptionalDouble.empty();
  }
}
