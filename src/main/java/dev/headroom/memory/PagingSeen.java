package dev.headroom.memory;

import java.util.OptionalDouble;

/**
 * Hypervisor paging as captures show it, over a whole history.
 *
 * @param any whether a page-in or stolen memory was seen at any instant
 * @param rate share of the intervals that count in which there were page-ins; absent where they
 *     were not looked for, and where none was seen but not those of every member could be read
 * @param waiting how long members waited for them
 * @param unread whether a member's captures have page-ins of which none could be read
 */
public record PagingSeen(boolean any, OptionalDouble rate, Waiting waiting, boolean unread) {

  /** Nothing was seen, as in a what-if. */
  public static PagingSeen nothing() {
    return new PagingSeen(false, OptionalDouble.empty(), Waiting.UNSEEN, false);
  }

  /**
   * What of it is known of a pool that is worse off: page-ins that were seen, but not that there
   * were none.
   */
  public PagingSeen least() {
    return rate.orElse(0) > 0
        ? this
        : new PagingSeen(any, OptionalDouble.empty(), Waiting.UNSEEN, unread);
  }

  /**
   * What a history shows of all members together.
   *
   * @param counted how many of its intervals count
   */
  public static PagingSeen in(PoolHistory history, int counted) {
    boolean any = false;
    boolean known = false;
    int paging = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      boolean paged = history.together().any(instant);
      any |= paged;
      known |= history.together().known(instant);
      for (MemberHistory member : history.members()) {
        any |= member.censored(instant);
        known |= member.pageInsKnown(instant);
        paged |= member.pagedIn(instant);
      }
      paging += paged ? 1 : 0;
    }
    boolean unread =
        !history.together().anyKnown()
            && history.members().stream().anyMatch(MemberHistory::pageInsUnread);
    Waiting waiting = Waiting.in(history);
    return new PagingSeen(
        any,
        known && counted > 0 && (paging > 0 || !unread)
            ? OptionalDouble.of((double) paging / counted)
            : OptionalDouble.empty(),
        unread && paging == 0 ? Waiting.UNSEEN : waiting,
        unread);
  }
}
