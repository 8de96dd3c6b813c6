package dev.headroom.whatif;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.Arrays;

/**
 * Lays a member of one pool on the grid of another: of several values in a cell the one with the
 * most hot demand, and a value holds for two intervals at most.
 */
final class Regridding {
  private Regridding() {}

  /**
   * A member's history on the grid of a pool; the very same where it is there already.
   *
   * @throws ImpossibleChangeException where nothing is known of it at the pool's instants
   */
  static MemberHistory of(Situation source, String name, Situation target) {
    MemberHistory member = source.member(name);
    PoolHistory from = source.history();
    PoolHistory to = target.history();
    if (Arrays.equals(from.instants(), to.instants())) {
      return member;
    }
    if (from.timed() != to.timed() || from.dated() != to.dated()) {
      throw new ImpossibleChangeException(
          "the captures of "
              + (from.dated() ? target : source).system().name()
              + " carry no "
              + (from.timed() && to.timed() ? "dates" : "times")
              + ", so "
              + name
              + " cannot be laid beside them");
    }
    int[] places = places(member, from, to);
    if (Arrays.stream(places).noneMatch(place -> place >= 0 && member.reports(place))) {
      throw new ImpossibleChangeException(
          "the captures of "
              + name
              + " and those of "
              + target.system().name()
              + " were not taken at the same time");
    }
    return ChangedDemand.moved(member, places);
  }

  private static int[] places(MemberHistory member, PoolHistory from, PoolHistory to) {
    double step = to.timed() ? coarser(from.intervalMillis(), to.intervalMillis()) : 1;
    double held = to.timed() ? coarser(from.heldMillis(), to.heldMillis()) : 0;
    int[] places = new int[to.size()];
    int next = 0;
    int last = -1;
    for (int i = 0; i < places.length; i++) {
      double end = to.instants()[i];
      int best = -1;
      for (; next < from.size() && from.instants()[next] <= end; next++) {
        if (member.reports(next)) {
          last = next;
          boolean inCell = from.instants()[next] > end - step;
          boolean more = best < 0 || member.needed(next) > member.needed(best);
          best = inCell && more ? next : best;
        }
      }
      boolean holds = last >= 0 && end - from.instants()[last] <= held;
      places[i] = best >= 0 ? best : holds ? last : -1;
    }
    return places;
  }

  private static double coarser(double one, double other) {
    return Double.isNaN(one) || other > one ? other : one;
  }
}
