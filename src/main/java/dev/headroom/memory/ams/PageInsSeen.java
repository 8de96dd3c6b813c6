package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.unit.Count;

/**
 * Hypervisor page-ins that captures show of a pool.
 *
 * @param count how many; what a console counts of all members together, or what members count
 *     themselves where that is more
 * @param intervals in how many intervals
 */
public record PageInsSeen(double count, int intervals) {
  /** The page-ins in a history. */
  public static PageInsSeen in(PoolHistory history) {
    double count = 0;
    int intervals = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      double own = 0;
      for (MemberHistory member : history.members()) {
        own += member.pagedIn(instant) ? member.paging().pageIns()[instant] : 0;
      }
      double all = history.together().any(instant) ? history.together().counts()[instant] : 0;
      count += Math.max(own, all);
      intervals += own + all > 0 ? 1 : 0;
    }
    return new PageInsSeen(count, intervals);
  }

  /** Such as {@code 126 page-ins that were seen in 2 intervals}. */
  public String words() {
    long whole = Math.round(count);
    return Count.of(whole, "page-in")
        + (whole == 1 ? " that was seen in " : " that were seen in ")
        + Count.of(intervals, "interval");
  }
}
