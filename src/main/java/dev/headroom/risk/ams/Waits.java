package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.Waiting;
import dev.headroom.unit.Span;

/**
 * How long one member waited for hypervisor page-ins.
 *
 * @param pageIns how many there were
 * @param mean milliseconds a page-in, over all whose time is known; {@link Double#NaN} where none
 *     is
 * @param least milliseconds a page-in in the interval of the grid in which they were quickest
 * @param most milliseconds a page-in in the row in which they were slowest
 * @param slowest that interval, -1 where no time is known
 * @param share of the time of its intervals with page-ins; {@link Double#NaN} where it or the
 *     interval is not known
 */
public record Waits(
    double pageIns, double mean, double least, double most, int slowest, double share) {

  /** How long a member waited, over all instants of the history. */
  public static Waits of(MemberHistory member, PoolHistory history) {
    double pageIns = 0;
    double timed = 0;
    double millis = 0;
    double least = Double.NaN;
    double most = Double.NaN;
    int slowest = -1;
    for (int instant = 0; instant < history.size(); instant++) {
      double count = member.paging().pageIns()[instant];
      double each = member.millisPerPageIn(instant);
      pageIns += count > 0 ? count : 0;
      if (Double.isNaN(each)) {
        continue;
      }
      timed += count;
      millis += member.paging().pageInMillis()[instant];
      least = each >= least ? least : each;
      if (!(each <= most)) {
        most = each;
        slowest = instant;
      }
    }
    return new Waits(pageIns, millis / timed, least, most, slowest, Waiting.share(member, history));
  }

  /** How long each took, such as {@code of 7.8 to 15.6 ms each, 14.9 ms on average}. */
  String each() {
    if (slowest < 0) {
      return " (how long they took is not known)";
    }
    String low = Span.millis(least);
    String high = Span.millis(most);
    return low.equals(high)
        ? " of " + high + " each"
        : " of "
            + low.substring(0, low.indexOf(' '))
            + " to "
            + high
            + " each, "
            + Span.millis(mean)
            + " on average";
  }
}
