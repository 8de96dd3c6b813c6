package dev.headroom.sizing;

import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.PoolHistory;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How likely hot demand passes a size, by the law of room and unrest ({@link PooledTails}). It is
 * for systems whose sizes rest on something else, such as the working sets of guests.
 */
public final class HotChance {
  private final Goal goal;
  private final OptionalDouble historyDays;
  private final Optional<Thinness> missing;
  private final Drift drift;
  private final @Nullable LeastTail tail;

  private HotChance(
      Goal goal,
      OptionalDouble historyDays,
      Optional<Thinness> missing,
      Drift drift,
      @Nullable LeastTail tail) {
    this.goal = goal;
    this.historyDays = historyDays;
    this.missing = missing;
    this.drift = drift;
    this.tail = tail;
  }

  /**
   * What a history tells.
   *
   * @param least what is known to be needed, bytes, without reserve; {@link Double#NaN} where that
   *     is not known
   * @param counts whether the interval of an instant is evidence that nothing more was wanted
   * @param wanted the goal, its horizon not settled
   */
  public static HotChance of(PoolHistory history, double least, IntPredicate counts, Goal wanted) {
    SharedDemand demand = SharedDemand.of(history);
    if (demand.peakAt() < 0 || !(demand.total(demand.peakAt()) > 0)) {
      return none(wanted, Thinness.of(Thinness.Kind.NOTHING_NEEDED));
    }
    if (history.timed() && Double.isNaN(history.intervalMillis())) {
      return none(
          wanted,
          new Thinness(
              Thinness.Kind.FEW_INTERVALS, history.size(), RecordTailRecommender.LEAST_INTERVALS));
    }
    Drift drift = Double.isNaN(history.intervalMillis()) ? Drift.NONE : Drift.of(history, demand);
    SharedDemand counted =
        drift.shifted()
            ? demand.within(history.firstNotBefore(drift.shiftedAt()), history.size())
            : demand;
    HistoryEvidence evidence = HistoryEvidence.of(history, counted, counts);
    Goal goal = wanted.over(evidence.days());
    OptionalDouble days =
        evidence.days() > 0 ? OptionalDouble.of(evidence.days()) : OptionalDouble.empty();
    Optional<Thinness> missing = evidence.missing(goal);
    if (missing.isPresent()) {
      return new HotChance(goal, days, missing, drift, null);
    }
    // what was needed before a shift was needed all the same
    double peak = demand.total(demand.peakAt());
    return new HotChance(
        goal,
        days,
        missing,
        drift,
        LeastTail.of(
            history,
            demand,
            counts,
            Double.isNaN(least) ? peak : Math.max(least, peak),
            goal.horizonDays()));
  }

  private static HotChance none(Goal goal, Thinness missing) {
    return new HotChance(goal, OptionalDouble.empty(), Optional.of(missing), Drift.NONE, null);
  }

  /**
   * The chance of passing a size.
   *
   * @param available size less reserve, bytes
   * @return absent where the history cannot say, and below what was needed already
   */
  public OptionalDouble above(double available) {
    if (tail == null) {
      return OptionalDouble.empty();
    }
    // what a size in whole blocks is short of what was needed is rounding
    boolean rounding = available > tail.peak() - MemoryBlocks.ROUNDING;
    return tail.above(rounding ? Math.max(available, tail.peak()) : available);
  }

  /**
   * The smallest that is left for members and passed with no more than the wanted chance; absent
   * where the history cannot say.
   *
   * @return size less reserve, bytes; what was needed already where that is safe enough
   */
  public OptionalDouble enough() {
    return tail == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(tail.sizeFor(goal.breachProbability()));
  }

  /** The goal, its horizon settled. */
  public Goal goal() {
    return goal;
  }

  /** How much history that rests on, days; absent where its times are not known. */
  public OptionalDouble historyDays() {
    return historyDays;
  }

  /** How the level of demand changed: only what follows a shift counts as history. */
  public Drift drift() {
    return drift;
  }

  /** What is missing for a chance to be stated; empty where nothing is. */
  public Optional<Thinness> missing() {
    return missing;
  }
}
