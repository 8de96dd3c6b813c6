package dev.headroom.sizing;

import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.ams.PoolPressure;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Recommends the smallest size that is passed within the horizon with no more than the wanted
 * chance, and says that chance: for this size, for the present one, and for every size of the curve
 * from the minimum up. {@link PooledTails} says what it is made of.
 *
 * <p>Minimum is what would just have held what was seen: what was hot together at most, or the
 * present size and what was stolen from members that waited for it ({@link PoolPressure}). Best is
 * what is enough even when all members go to their own peaks together; the recommendation is above
 * it where members are likely to pass their own peaks. Reserve is added to all, all are rounded up
 * to whole blocks, and nothing is above what is promised, where that is known; there the chance is
 * 0.
 *
 * <p>Where the history carries no times, has less than {@link #LEAST_INTERVALS} intervals, is
 * shorter than {@link #LEAST_DAYS} and than a horizon that was asked for, or where nothing was
 * needed at all, {@link PeakPlusOne} answers, without a chance, and the reason says what is
 * missing.
 *
 * <p>The result depends on the arguments alone: nothing is drawn at random.
 */
public final class RecordTailRecommender implements Recommender {
  private static final double HALF_A_BYTE = 0.5;

  /** From this number of days on, a horizon is answered that is longer than the history. */
  static final double LEAST_DAYS = 2;

  /** Fewer do not show how demand moves. */
  static final int LEAST_INTERVALS = 24;

  @Override
  public Optional<Sizing> recommend(PoolHistory history, MemorySystem system, Goal goal) {
    PoolSizes.Floor floor = PoolSizes.Floor.of(this, system, goal);
    Optional<Sizing> plain = new PeakPlusOne().recommend(history, system, goal, floor);
    if (plain.isEmpty()) {
      return plain;
    }
    SharedDemand all = SharedDemand.of(history);
    Drift drift = Double.isNaN(history.intervalMillis()) ? Drift.NONE : Drift.of(history, all);
    SharedDemand counted =
        drift.shifted()
            ? all.within(history.firstNotBefore(drift.shiftedAt()), history.size())
            : all;
    HistoryEvidence evidence = HistoryEvidence.of(history, counted);
    Goal settled = goal.over(evidence.days());
    Optional<Thinness> missing = evidence.missing(settled);
    if (missing.isEmpty() && !(plain.get().best() > system.reserve())) {
      missing = Optional.of(Thinness.of(Thinness.Kind.NOTHING_NEEDED));
    }
    return Optional.of(
        missing.isPresent()
            ? thin(plain.get(), missing.get(), settled)
            : sized(new Seen(history, all, counted, evidence, drift), system, settled, floor));
  }

  /**
   * What was seen.
   *
   * @param history all of it
   * @param all the demand of that
   * @param counted the demand that shows how it moves now
   * @param evidence how much that is evidence of
   * @param drift how the level of demand changed
   */
  private record Seen(
      PoolHistory history,
      SharedDemand all,
      SharedDemand counted,
      HistoryEvidence evidence,
      Drift drift) {}

  private static Sizing sized(Seen seen, MemorySystem system, Goal goal, PoolSizes.Floor floor) {
    PoolHistory history = seen.history();
    HistoryEvidence evidence = seen.evidence();
    PoolTotals totals = PoolTotals.of(history, system);
    PoolPressure pressure = PoolPressure.of(system, history, totals.counted());
    PoolBehaviour pool = PoolBehaviour.of(history, seen.counted());
    double reserve = system.reserve();
    double minimum =
        Math.max(
            floor.minimum(),
            Math.max(totals.neededPeak().orElseThrow() + reserve, pressure.enough()));
    LeastTail tail =
        LeastTail.of(history, seen.all(), instant -> true, minimum - reserve, goal.horizonDays());
    PoolSizes sizes =
        PoolSizes.of(
            system,
            totals,
            minimum,
            Math.max(floor.recommended(), tail.sizeFor(goal.breachProbability()) + reserve),
            Math.max(floor.best(), pool.members().sum() + reserve));

    SizeCurve curve =
        new SizeCurve(totals, pressure, sizes, size -> chance(size, sizes, tail, goal));
    OptionalDouble breach = curve.breachProbability(sizes.advised());
    return new Sizing(
        sizes.whole(),
        new Sizing.Chance(
            breach,
            curve.breachProbability(system.size()),
            goal,
            OptionalDouble.of(evidence.days())),
        new Sizing.Exact(sizes.exact(), chance(sizes.exact() - reserve, sizes, tail, goal)),
        new TailBasis(
            sizes,
            breach.orElse(0),
            TailBasis.demand(pool),
            TailBasis.evidence(history, pool, tail, evidence),
            pressure,
            seen.drift(),
            goal),
        curve.through(system.size()));
  }

  /** The chance of passing what a size leaves for members, from the minimum up. */
  private static OptionalDouble chance(
      double available, PoolSizes sizes, LeastTail tail, Goal goal) {
    if (available + sizes.reserve() > sizes.most() - HALF_A_BYTE) {
      return OptionalDouble.of(0);
    }
    // what a size is short of the past's peak is rounding, for it is no smaller than the minimum
    OptionalDouble above = tail.above(Math.max(available, tail.peak()));
    // Floating point may give a hair more than the chance that the size was chosen for.
    return available + sizes.reserve() > sizes.exact() - HALF_A_BYTE
        ? OptionalDouble.of(Math.min(goal.breachProbability(), above.orElse(1)))
        : above;
  }

  private static Sizing thin(Sizing sizing, Thinness thinness, Goal goal) {
    return new Sizing(
        sizing.sizes(),
        sizing.chance(),
        sizing.exact(),
        new ThinBasis((PeakBasis) sizing.basis(), thinness, goal),
        sizing.curve());
  }
}
