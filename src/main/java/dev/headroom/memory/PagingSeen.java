package dev.headroom.memory;

import java.util.OptionalDouble;

/**
 * Hypervisor paging as captures show it, over a whole history.
 *
 * @param any whether a page-in or stolen memory was seen at any instant
 * @param rate share of the intervals with page-ins among those in which they were observed. An
 *     interval without any counts only where enough of the pool reports: one with a page-in is
 *     evidence whoever else is silent. Absent where page-ins were not observed
 * @param stalledShare largest share of its observed time that one member waited for page-ins;
 *     absent where the time or the interval is not known
 */
public record PagingSeen(boolean any, OptionalDouble rate, OptionalDouble stalledShare) {

  /** Nothing was seen, as in a what-if. */
  public static PagingSeen nothing() {
    return new PagingSeen(false, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** What a history shows of all members together. */
  public static PagingSeen in(PoolHistory history) {
    boolean any = false;
    int observed = 0;
    int paging = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      boolean known = false;
      boolean paged = false;
      for (MemberHistory member : history.members()) {
        any |= member.censored(instant);
        known |= member.pageInsKnown(instant);
        paged |= member.pagedIn(instant);
      }
      observed += paged || (known && history.covered(instant)) ? 1 : 0;
      paging += paged ? 1 : 0;
    }
    OptionalDouble rate =
        observed == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) paging / observed);
    return new PagingSeen(any, rate, stalledShare(history));
  }

  private static OptionalDouble stalledShare(PoolHistory history) {
    double worst = -1;
    for (MemberHistory member : history.members()) {
      double waited = 0;
      int observed = 0;
      for (double millis : member.paging().pageInMillis()) {
        if (!Double.isNaN(millis)) {
          waited += millis;
          observed++;
        }
      }
      double share = waited / (observed * history.intervalMillis());
      // Where nothing was observed or the interval is unknown, the share is NaN and never larger.
      worst = share > worst ? share : worst;
    }
    return worst < 0 ? OptionalDouble.empty() : OptionalDouble.of(worst);
  }
}
