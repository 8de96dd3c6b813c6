package dev.headroom.memory.ams;

import dev.headroom.memory.PagingSeen;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolTotals;
import java.util.OptionalDouble;

/**
 * What captures show of a pool at a size no smaller, and with no more asked of it, than a what-if
 * supposes: it is at least as bad then.
 *
 * @param paging page-ins and stolen memory
 * @param hard share of the intervals with more than 64 pages a second; absent where page-ins were
 *     not looked for
 * @param stolen the most that was seen to be stolen from all members together, bytes; absent where
 *     that was not seen
 */
record LeastSeen(PagingSeen paging, OptionalDouble hard, OptionalDouble stolen) {
  /** Nothing that is known to be so. */
  static final LeastSeen NOTHING =
      new LeastSeen(PagingSeen.nothing(), OptionalDouble.empty(), OptionalDouble.empty());

  /**
   * What is known of a pool.
   *
   * @param pool the pool that is supposed
   * @param seen what its members ask for, and what was seen of how they were served
   */
  static LeastSeen of(AmsPool pool, PoolHistory seen) {
    if (!(pool.size() <= pool.captured())) {
      return NOTHING;
    }
    Sighting.Found found = pool.least().orElse(new Sighting.Found(pool, seen));
    PoolHistory history = found.history();
    int counted = PoolTotals.of(history, found.pool()).counted();
    return new LeastSeen(
        PagingSeen.in(history, counted).least(),
        some(HardPaging.seen(history, counted)),
        some(history.mostStolen()));
  }

  /** A figure as the least of another: that it is nothing says nothing. */
  private static OptionalDouble some(OptionalDouble figure) {
    return figure.orElse(0) > 0 ? figure : OptionalDouble.empty();
  }

  /** The larger of two figures, as far as they are known. */
  static OptionalDouble larger(OptionalDouble one, OptionalDouble other) {
    return one.isEmpty() || other.orElse(Double.NEGATIVE_INFINITY) > one.getAsDouble()
        ? other
        : one;
  }
}
