package dev.headroom.sizing;

import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.ams.PoolPressure;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The plain recommender, for histories that bear no more, and the baseline to beat: the pool should
 * outlive its worst moment plus one member going to its own peak at that very moment (N + 1, "Sizes
 * of a z/VM system" of docs/model.md).
 *
 * <p>Minimum is what was hot together at most, and what was seen to be missing; best is what is
 * enough even when all members peak together. It states no chance.
 */
public final class PeakPlusOne implements Recommender {
  @Override
  public Optional<Sizing> recommend(PoolHistory history, MemorySystem system, Goal goal) {
    return recommend(history, system, goal, PoolSizes.Floor.of(this, system, goal));
  }

  /** The same, and no size is below what is advised for the pool with less asked of it. */
  Optional<Sizing> recommend(
      PoolHistory history, MemorySystem system, Goal goal, PoolSizes.Floor floor) {
    PoolTotals totals = PoolTotals.of(history, system);
    OptionalInt peakAt = totals.neededPeakAt();
    if (peakAt.isEmpty()) {
      return Optional.empty();
    }
    int evidence = evidence(history, totals);
    OptionalDouble days = HistoryEvidence.days(history, evidence);
    LargestStep step = LargestStep.of(history, peakAt.getAsInt());
    PoolPressure pressure = PoolPressure.of(system, history, totals.counted());

    double peak = totals.needed(peakAt.getAsInt());
    double reserve = system.reserve();
    PoolSizes sizes =
        PoolSizes.of(
            system,
            totals,
            Math.max(floor.minimum(), Math.max(peak + reserve, pressure.enough())),
            Math.max(floor.recommended(), peak + step.bytes() + reserve),
            Math.max(floor.best(), Math.max(peak, step.sumOfPeaks()) + reserve));
    SizeCurve curve = new SizeCurve(totals, pressure, sizes, size -> OptionalDouble.empty());
    return Optional.of(
        new Sizing(
            sizes.whole(),
            new Sizing.Chance(OptionalDouble.empty(), goal.over(days.orElse(Double.NaN)), days),
            new Sizing.Exact(sizes.exact(), OptionalDouble.empty()),
            new PeakBasis(peak, step, sizes, pressure, 1 - (double) evidence / totals.counted()),
            curve.through(system.size())));
  }

  private static int evidence(PoolHistory history, PoolTotals totals) {
    int evidence = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      evidence += !Double.isNaN(totals.needed(instant)) && !history.censored(instant) ? 1 : 0;
    }
    return evidence;
  }
}
