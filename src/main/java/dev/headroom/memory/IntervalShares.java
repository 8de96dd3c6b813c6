package dev.headroom.memory;

import java.util.OptionalDouble;

/**
 * Shares of one and the same number of intervals: those in which enough members report for their
 * sum to count, and those in which a member was seen to be short of memory.
 *
 * @param intervals that number
 * @param violation in which hot demand exceeded size less reserve; absent where that is not known
 * @param paging in which page-ins were seen, or page reads of guests; absent where they were not
 *     looked for, or could not be read and none was seen
 * @param hardPaging in which more than 64 pages a second were brought back in the pool, as seen
 *     where page-ins were, else as modelled; absent where neither is known, and of z/VM
 * @param unread whether a member's captures have page-ins of which none could be read
 */
public record IntervalShares(
    int intervals,
    OptionalDouble violation,
    OptionalDouble paging,
    OptionalDouble hardPaging,
    boolean unread) {
  /** Shares of which all was read that was looked for. */
  public IntervalShares(int intervals, OptionalDouble violation, OptionalDouble paging) {
    this(intervals, violation, paging, OptionalDouble.empty(), false);
  }
}
