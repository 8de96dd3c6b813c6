package dev.headroom.sizing;

import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolTotals;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Recommends the smallest size that is passed within the horizon with no more than the wanted
 * chance, and says that chance: for this size and for every size of the curve. {@link PooledTails}
 * says what it is made of.
 *
 * <p>Minimum is what was hot together at most; the recommendation is never below it. Best is what
 * is enough even when all members go to their own peaks together, or the recommendation where that
 * is more. Nothing is above what is promised, where that is known; there the chance is 0. Reserve
 * is added to all.
 *
 * <p>Where the history carries no times, is shorter than {@link #LEAST_PERIODS} of the horizon, has
 * less than {@link #LEAST_INTERVALS} intervals, or where nothing was needed at all, {@link
 * PeakPlusOne} answers, and the reason says what is missing.
 *
 * <p>The result depends on the arguments alone: nothing is drawn at random.
 */
public final class RecordTailRecommender implements Recommender {
  private static final double HALF_A_BYTE = 0.5;

  /** Two days for a week ahead. */
  static final double LEAST_PERIODS = 2.0 / 7;

  /** Fewer do not show how demand moves. */
  static final int LEAST_INTERVALS = 24;

  @Override
  public Optional<Sizing> recommend(PoolHistory history, MemorySystem system, Goal goal) {
    Optional<Sizing> plain = new PeakPlusOne().recommend(history, system, goal);
    if (plain.isEmpty()) {
      return plain;
    }
    SharedDemand demand = SharedDemand.of(history);
    HistoryEvidence evidence = HistoryEvidence.of(history, demand);
    Optional<Thinness> missing = evidence.missing(goal.horizonDays());
    if (missing.isEmpty() && !(plain.get().best() > system.reserve())) {
      missing = Optional.of(Thinness.of(Thinness.Kind.NOTHING_NEEDED));
    }
    return Optional.of(
        missing.isPresent()
            ? thin(plain.get(), missing.get(), goal)
            : sized(history, system, goal, demand, evidence));
  }

  private static Sizing sized(
      PoolHistory history,
      MemorySystem system,
      Goal goal,
      SharedDemand demand,
      HistoryEvidence evidence) {
    PoolTotals totals = PoolTotals.of(history, system);
    PoolBehaviour pool = PoolBehaviour.of(history, demand);
    RecordTail tail =
        PooledTails.of(
            pool,
            evidence.days() / goal.horizonDays(),
            history.intervalMillis(),
            evidence.censored());

    double reserve = system.reserve();
    double minimum = totals.neededPeak().orElseThrow();
    // What is promised can be less than what was needed only where captures contradict themselves.
    double most = Math.max(minimum, totals.promised().orElse(Double.POSITIVE_INFINITY));
    double recommended = Math.min(most, tail.sizeFor(goal.breachProbability()));
    double best = Math.max(recommended, Math.min(most, pool.sumOfPeaks()));

    // Floating point may give a hair more than the chance that the size was chosen for.
    BreachChance chance =
        size ->
            Math.abs(size - recommended) < HALF_A_BYTE
                ? OptionalDouble.of(Math.min(goal.breachProbability(), tail.above(size).orElse(1)))
                : tail.above(size);
    SizeCurve curve = new SizeCurve(totals, reserve, minimum + reserve, chance);
    OptionalDouble breach = curve.breachProbability(recommended + reserve);
    return new Sizing(
        new Sizing.Sizes(minimum + reserve, recommended + reserve, best + reserve),
        new Sizing.Chance(breach, goal.horizonDays(), OptionalDouble.of(evidence.days())),
        TailBasis.of(
            history,
            pool,
            tail,
            evidence,
            goal,
            new TailBasis.Size(recommended, reserve, recommended >= most)),
        curve.through(recommended + reserve, best + reserve, system.size()));
  }

  private static Sizing thin(Sizing sizing, Thinness thinness, Goal goal) {
    return new Sizing(
        sizing.sizes(),
        sizing.chance(),
        new ThinBasis((PeakBasis) sizing.basis(), thinness, goal),
        sizing.curve());
  }
}
