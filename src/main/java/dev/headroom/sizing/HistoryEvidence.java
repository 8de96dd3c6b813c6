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
 * @param age share of the intervals in which enough reported that have passed since the peak, 0 to
 *     1: time in which too few reported has not passed the peak, nor failed to
 */
record HistoryEvidence(int intervals, double days, double missing, double censored, double age) {
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
    return of(history, demand, demand.peakAt(), counts);
  }

  /**
   * The same of a peak that is known.
   *
   * @param peakAt the instant of the peak
   * @param counts whether the interval of an instant is evidence
   */
  static HistoryEvidence of(
      PoolHistory history, SharedDemand demand, int peakAt, IntPredicate counts) {
    int used = 0;
    int intervals = 0;
    int since = 0;
    for (int instant = demand.from(); instant < history.size(); instant++) {
      if (demand.used(instant)) {
        used++;
        since += instant > peakAt ? 1 : 0;
        intervals += counts(history, counts, instant) ? 1 : 0;
      }
    }
    double span = history.days() - before(history, demand.from());
    double seen = Math.min(span, used * history.intervalMillis() / Blocks.DAY);
    return new HistoryEvidence(
        intervals,
        seen * intervals / used,
        Double.isNaN(seen) ? 0 : 1 - seen / span,
        1 - (double) intervals / used,
        (double) since / used);
  }

  /** Whether an instant shows that nothing more was wanted. */
  static boolean counts(PoolHistory history, IntPredicate counts, int instant) {
    return !history.censored(instant) && counts.test(instant);
  }

  private static double before(PoolHistory history, int from) {
    return from == 0 ? 0 : (history.instants()[from] - history.instants()[0]) / Blocks.DAY;
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
