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
  private final @Nullable RecordTail tail;

  private HotChance(
      Goal goal,
      OptionalDouble historyDays,
      Optional<Thinness> missing,
      Drift drift,
      @Nullable RecordTail tail) {
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
    if (drift.shifted()) {
      int from = history.firstNotBefore(drift.shiftedAt());
      PoolHistory after = history.between(drift.shiftedAt(), Double.POSITIVE_INFINITY);
      return of(
          after,
          SharedDemand.of(after),
          drift,
          Math.max(Double.isNaN(least) ? 0 : least, demand.total(demand.peakAt())),
          instant -> counts.test(from + instant),
          wanted);
    }
    return of(history, demand, drift, Double.isNaN(least) ? 0 : least, counts, wanted);
  }

  private static HotChance of(
      PoolHistory history,
      SharedDemand demand,
      Drift drift,
      double least,
      IntPredicate counts,
      Goal wanted) {
    HistoryEvidence evidence = HistoryEvidence.of(history, demand, counts);
    Goal goal = wanted.over(evidence.days());
    OptionalDouble days =
        evidence.days() > 0 ? OptionalDouble.of(evidence.days()) : OptionalDouble.empty();
    Optional<Thinness> missing = evidence.missing(goal);
    return missing.isPresent()
        ? new HotChance(goal, days, missing, drift, null)
        : new HotChance(
            goal,
            days,
            missing,
            drift,
            PooledTails.of(
                PoolBehaviour.of(history, demand),
                least,
                evidence,
                goal.horizonDays(),
                history.intervalMillis()));
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
