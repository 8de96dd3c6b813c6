package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberOutcome;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolOutcome;
import java.util.OptionalDouble;

/** In which share of the intervals more than 64 pages a second come back in a pool. */
final class HardPaging {
  private HardPaging() {}

  /**
   * The share as captures show it; where an interval's page-ins were not looked for, as the replay
   * has it.
   *
   * @param counted how many intervals count
   * @return absent where no interval tells
   */
  static OptionalDouble share(PoolHistory history, PoolOutcome replayed, int counted) {
    int known = 0;
    int hard = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      double pages = pages(history, replayed, instant);
      known += Double.isNaN(pages) ? 0 : 1;
      hard += pages > PageInRate.HARD ? 1 : 0;
    }
    return known > 0 && counted > 0
        ? OptionalDouble.of((double) hard / counted)
        : OptionalDouble.empty();
  }

  /** The share as captures alone show it; absent where page-ins were not looked for. */
  static OptionalDouble seen(PoolHistory history, int counted) {
    int known = 0;
    int hard = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      double pages = seenPages(history, instant);
      known += Double.isNaN(pages) ? 0 : 1;
      hard += pages > PageInRate.HARD ? 1 : 0;
    }
    return known > 0 && counted > 0
        ? OptionalDouble.of((double) hard / counted)
        : OptionalDouble.empty();
  }

  private static double pages(PoolHistory history, PoolOutcome replayed, int instant) {
    double seen = seenPages(history, instant);
    if (!Double.isNaN(seen)) {
      return seen;
    }
    double missing = Double.NaN;
    double stolen = 0;
    for (int i = 0; i < history.members().size(); i++) {
      MemberHistory member = history.members().get(i);
      MemberOutcome served = replayed.members().get(i);
      double lacking = member.needed(instant) - served.physical(instant);
      if (!Double.isNaN(lacking)) {
        missing = Math.max(0, lacking) + (Double.isNaN(missing) ? 0 : missing);
        stolen += served.stolen(instant);
      }
    }
    return PageInRate.UNSEEN.pages(missing, stolen);
  }

  /** Pages a second that were brought back; not a number where they were not looked for. */
  private static double seenPages(PoolHistory history, int instant) {
    double seen = Double.NaN;
    for (MemberHistory member : history.members()) {
      if (member.pageInsKnown(instant)) {
        seen = member.paging().pageIns()[instant] + (Double.isNaN(seen) ? 0 : seen);
      }
    }
    if (history.together().known(instant)) {
      // the console counts all members' page-ins, and members their own
      double all = history.together().counts()[instant];
      seen = seen > all ? seen : all;
    }
    return seen / (history.intervalMillis() / 1000);
  }
}
