package dev.headroom.sizing;

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
  private final @Nullable LeastTail tail;

  private HotChance(
      Goal goal, OptionalDouble historyDays, Optional<Thinness> missing, @Nullable LeastTail tail) {
    this.goal = goal;
    this.historyDays = historyDays;
    this.missing = missing;
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
    HistoryEvidence evidence = HistoryEvidence.of(history, demand, counts);
    Goal goal = wanted.over(evidence.days());
    OptionalDouble days =
        evidence.days() > 0 ? OptionalDouble.of(evidence.days()) : OptionalDouble.empty();
    Optional<Thinness> missing = evidence.missing(goal);
    return missing.isPresent()
        ? new HotChance(goal, days, missing, null)
        : new HotChance(
            goal,
            days,
            missing,
            LeastTail.of(
                history, demand, counts, Double.isNaN(least) ? 0 : least, goal.horizonDays()));
  }

  private static HotChance none(Goal goal, Thinness missing) {
    return new HotChance(goal, OptionalDouble.empty(), Optional.of(missing), null);
  }

  /**
   * The chance of passing a size.
   *
   * @param available size less reserve, bytes
   * @return absent where the history cannot say, and below what was needed already
   */
  public OptionalDouble above(double available) {
    return tail == null ? OptionalDouble.empty() : tail.above(available);
  }

  /** The goal, its horizon settled. */
  public Goal goal() {
    return goal;
  }

  /** How much history that rests on, days; absent where its times are not known. */
  public OptionalDouble historyDays() {
    return historyDays;
  }

  /** What is missing for a chance to be stated; empty where nothing is. */
  public Optional<Thinness> missing() {
    return missing;
  }
}
