package dev.headroom.sizing;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;

/**
 * What is measured of the members of a pool, each against its own peak. Bytes unless stated
 * otherwise.
 *
 * @param sum the members' own peaks together
 * @param breadth how many members matter: the square of the sum of their peaks over the sum of the
 *     squares, from 1 up to their number
 * @param room how much further the members can go together: each up to its logical memory, and
 *     hardly by more than six tenths of its own peak
 * @param stir the members' room, each weighed by the root of its unrest: the sum of {@code room
 *     sqrt(unrest)} times the root of the sum of peaks, in square bytes
 */
record MemberPeaks(double sum, double breadth, double room, double stir) {
  /** A member goes no further than this share of its own peak. */
  private static final double CAP = 0.6;

  /** Of the own peak: how far a member goes whose logical memory is not known. */
  private static final double UNKNOWN = 0.3;

  static MemberPeaks of(PoolHistory history, SharedDemand demand, Blocks blocks) {
    double sum = 0;
    double squares = 0;
    double rooms = 0;
    double stir = 0;
    for (int m = 0; m < demand.members(); m++) {
      int member = m;
      double peak = demand.peak(member);
      double room = room(history.members().get(member), peak);
      double unrest = Unrest.of(blocks.maxima(instant -> demand.needed(member, instant)), peak);
      sum += peak;
      squares += peak * peak;
      rooms += room;
      stir += room * Math.sqrt(unrest);
    }
    return new MemberPeaks(
        sum, squares > 0 ? sum * sum / squares : 1, rooms, stir * Math.sqrt(sum));
  }

  /** Up to the logical memory that the member has now; what it had before is no promise. */
  private static double room(MemberHistory member, double peak) {
    double[] logical = member.asked().logical();
    for (int instant = logical.length - 1; instant >= 0; instant--) {
      if (!Double.isNaN(logical[instant])) {
        return Math.max(0, Math.min(logical[instant] - peak, CAP * peak));
      }
    }
    return UNKNOWN * peak;
  }
}
