package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/**
 * How much a history is evidence of: only intervals in which most of the pool reported, and no
 * member was short of memory, show that nothing more was wanted.
 *
 * @param intervals how many such intervals
 * @param days how long they are together; {@link Double#NaN} where times are not known
 * @param missing share of the time from first to last in which too little of the pool reported
 * @param censored share of the other intervals in which a member was short of memory
 */
record HistoryEvidence(int intervals, double days, double missing, double censored) {
  /** How much a history is evidence of. */
  static HistoryEvidence of(PoolHistory history, SharedDemand demand) {
    return of(history, demand, instant -> true);
  }

  /**
   * The same of intervals that have to meet more.
   *
   * @param counts whether the interval of an instant is evidence
   */
  static HistoryEvidence of(PoolHistory history, SharedDemand demand, IntPredicate counts) {
    int used = 0;
    int intervals = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      if (demand.used(instant)) {
        used++;
        intervals += history.censored(instant) || !counts.test(instant) ? 0 : 1;
      }
    }
    double span = history.days();
    double seen = Math.min(span, used * history.intervalMillis() / Blocks.DAY);
    return new HistoryEvidence(
        intervals,
        seen * intervals / used,
        Double.isNaN(seen) ? 0 : 1 - seen / span,
        1 - (double) intervals / used);
  }

  /**
   * How long a number of a history's intervals is, in days; absent where times are not known.
   *
   * @param counts how many intervals
   */
  static OptionalDouble days(PoolHistory history, int counts) {
    double days = history.days();
    if (Double.isNaN(days)) {
      return OptionalDouble.empty();
    }
    double millis = counts * history.intervalMillis();
    return OptionalDouble.of(
        Double.isNaN(millis)
            ? days * counts / history.size()
            : Math.min(days, millis / Blocks.DAY));
  }

  /**
   * What is missing for a chance to be stated; empty where nothing is.
   *
   * @param goal the goal, its horizon settled
   */
  Optional<Thinness> missing(Goal goal) {
    if (Double.isNaN(days)) {
      return Optional.of(Thinness.of(Thinness.Kind.NO_TIMES));
    }
    if (intervals == 0) {
      return Optional.of(Thinness.of(Thinness.Kind.ALWAYS_SHORT));
    }
    double least = Math.min(goal.horizonDays(), RecordTailRecommender.LEAST_DAYS);
    if (days < least - 1e-9) {
      return Optional.of(new Thinness(Thinness.Kind.FEW_DAYS, days, least));
    }
    return intervals < RecordTailRecommender.LEAST_INTERVALS
        ? Optional.of(
            new Thinness(
                Thinness.Kind.FEW_INTERVALS, intervals, RecordTailRecommender.LEAST_INTERVALS))
        : Optional.empty();
  }
}
