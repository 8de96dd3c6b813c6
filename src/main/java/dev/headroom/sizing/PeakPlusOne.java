package dev.headroom.sizing;

import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolTotals;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The plain recommender, for histories that bear no more, and the baseline to beat: the pool should
 * outlive its worst moment plus one member going to its own peak at that very moment (N + 1,
 * "Record law" of docs/model.md).
 *
 * <p>Minimum is what was hot together at most; best is what is enough even when all members peak
 * together, and no more than what is promised to them; reserve is added to all. The breach
 * probability is the record law's bound for the past's peak, so the recommendation above it can
 * only be safer. It does not choose a size by the wanted probability: it says how much history that
 * would take.
 */
public final class PeakPlusOne implements Recommender {
  /** Memory comes in bytes; half of one takes care of what floating point leaves of a sum. */
  private static final double HALF_A_BYTE = 0.5;

  @Override
  public Optional<Sizing> recommend(PoolHistory history, MemorySystem system, Goal goal) {
    PoolTotals totals = PoolTotals.of(history, system);
    OptionalInt peakAt = totals.neededPeakAt();
    if (peakAt.isEmpty()) {
      return Optional.empty();
    }
    int counted = totals.counted();
    int evidence = evidence(history, totals);
    RecordLaw law = RecordLaw.of(history, evidence, goal.horizonDays());
    LargestStep step = LargestStep.of(history, peakAt.getAsInt());

    double peak = totals.needed(peakAt.getAsInt());
    double most = totals.promised().orElse(Double.POSITIVE_INFINITY);
    double best = Math.max(peak, Math.min(step.sumOfPeaks(), most));
    double recommended = Math.min(best, peak + step.bytes());

    double reserve = system.reserve();
    // Below the past's peak the record law says nothing.
    BreachChance bound = size -> size > peak - HALF_A_BYTE ? law.bound() : OptionalDouble.empty();
    SizeCurve curve = new SizeCurve(totals, reserve, peak + reserve, bound);
    OptionalDouble breach = curve.breachProbability(recommended + reserve);
    PeakBasis basis =
        new PeakBasis(
            peak,
            step,
            recommended,
            reserve,
            totals.promised(),
            1 - (double) evidence / counted,
            new Assurance(law, breach, goal));
    return Optional.of(
        new Sizing(
            new Sizing.Sizes(peak + reserve, recommended + reserve, best + reserve),
            new Sizing.Chance(breach, goal.horizonDays(), law.evidenceDays()),
            basis,
            curve.through(recommended + reserve, best + reserve, system.size())));
  }

  private static int evidence(PoolHistory history, PoolTotals totals) {
    int evidence = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      evidence += !Double.isNaN(totals.needed(instant)) && !history.censored(instant) ? 1 : 0;
    }
    return evidence;
  }
}
