package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.Waiting;

/**
 * How often members of a pool were seen to wait for pages that had been stolen from them, and how
 * much memory was missing then. It is evidence on every size up to that at which it was seen: what
 * did not do there does not do with less.
 *
 * @param share of the intervals that count in which there were page-ins; 0 where none were seen
 * @param waiting largest share of its intervals with page-ins that one member waited for them
 * @param size the size at which this was seen, bytes; {@link Double#NaN} where that is not known
 * @param stolen the most that was stolen from all members together in an interval with page-ins,
 *     bytes
 * @param unread whether a member's captures have page-ins of which none could be read, and no other
 *     member had any
 */
public record PoolPressure(
    double share, double waiting, double size, double stolen, boolean unread) {
  /** Nothing of the kind was seen. */
  public static final PoolPressure NONE = new PoolPressure(0, 0, Double.NaN, 0, false);

  /** What stands in no more of the intervals than this, or is no more of the size, is no need. */
  public static final double OFTEN = 0.01;

  /**
   * What was seen of a pool: by the history at hand, or, where more is asked of it than was seen,
   * by the one that captures show.
   *
   * @param counted how many intervals of the history at hand count
   */
  public static PoolPressure of(MemorySystem system, PoolHistory history, int counted) {
    return AmsPool.of(system)
        .flatMap(AmsPool::least)
        .map(
            found ->
                of(
                    found.history(),
                    system.captured(),
                    PoolTotals.of(found.history(), found.pool()).counted()))
        .orElseGet(() -> of(history, system.captured(), counted));
  }

  /**
   * What a history shows of it.
   *
   * @param size the size at which it was captured; {@link Double#NaN} for none
   * @param counted how many intervals count
   */
  public static PoolPressure of(PoolHistory history, double size, int counted) {
    if (Double.isNaN(size) || counted == 0) {
      return NONE;
    }
    int paging = 0;
    double most = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      boolean paged = history.together().any(instant);
      double stolen = 0;
      for (MemberHistory member : history.members()) {
        paged |= member.pagedIn(instant);
        double own = member.stolen(instant);
        stolen += own > 0 ? own : 0;
      }
      paging += paged ? 1 : 0;
      if (paged && stolen > most) {
        most = stolen;
      }
    }
    if (paging == 0) {
      boolean unread =
          !history.together().anyKnown()
              && history.members().stream().anyMatch(MemberHistory::pageInsUnread);
      return new PoolPressure(0, 0, size, 0, unread);
    }
    return new PoolPressure(
        (double) paging / counted, Waiting.in(history).share().orElse(0), size, most, false);
  }

  /** Whether it is evidence on a size. */
  public boolean speaksOf(double other) {
    return other <= size;
  }

  /**
   * The size that would have held what was stolen at the worst such moment; 0 where too little was,
   * in too few intervals, for a size to be built on it.
   */
  public double enough() {
    boolean heavy = share > OFTEN || stolen > OFTEN * size;
    return stolen > 0 && heavy ? size + stolen : 0;
  }
}
