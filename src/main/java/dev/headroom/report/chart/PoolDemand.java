package dev.headroom.report.chart;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.List;

/**
 * What members asked for together at every instant, bytes. Where a member's file cache is not
 * known, what is hot of it stands for its demand.
 *
 * @param history whose instants these are
 * @param total floor, hot and warm
 * @param hot floor and hot
 * @param known whether enough members report for the sums to count; where not, both are 0
 */
public record PoolDemand(PoolHistory history, double[] total, double[] hot, boolean[] known) {

  /** The demand of all members. */
  public static PoolDemand of(PoolHistory history) {
    PoolDemand demand = sum(history, history.members());
    for (int i = 0; i < history.size(); i++) {
      if (!history.covered(i)) {
        demand.known[i] = false;
        demand.total[i] = 0;
        demand.hot[i] = 0;
      }
    }
    return demand;
  }

  /** The demand of one of the members, known wherever it reports. */
  static PoolDemand of(PoolHistory history, MemberHistory member) {
    return sum(history, List.of(member));
  }

  private static PoolDemand sum(PoolHistory history, List<MemberHistory> members) {
    int size = history.size();
    PoolDemand demand =
        new PoolDemand(history, new double[size], new double[size], new boolean[size]);
    for (MemberHistory member : members) {
      for (int i = 0; i < size; i++) {
        if (member.reports(i)) {
          demand.total[i] += shown(member, i);
          demand.hot[i] += orZero(member.needed(i));
          demand.known[i] = true;
        }
      }
    }
    return demand;
  }

  /** A member's demand; floor and hot where its file cache is not known. */
  static double shown(MemberHistory member, int instant) {
    double demand = member.demand(instant);
    return Double.isNaN(demand) ? orZero(member.needed(instant)) : demand;
  }

  /** Whether the sums are known at any instant. */
  boolean anyKnown() {
    return hottest() >= 0;
  }

  /** The first instant at which most was hot; -1 where nothing is known. */
  int hottest() {
    int at = -1;
    for (int i = 0; i < hot.length; i++) {
      if (known[i] && (at < 0 || hot[i] > hot[at])) {
        at = i;
      }
    }
    return at;
  }

  /** The largest total; 0 where nothing is known. */
  double peak() {
    double peak = 0;
    for (double value : total) {
      peak = Math.max(peak, value);
    }
    return peak;
  }

  /** The first and the last instant that are known. */
  int[] ends() {
    int first = 0;
    while (!known[first]) {
      first++;
    }
    int last = known.length - 1;
    while (!known[last]) {
      last--;
    }
    return new int[] {first, last};
  }

  /**
   * Whether a gap lies between two known instants: a stretch in which an instant is without values,
   * or that is longer than the grid's interval.
   *
   * @param least a stretch that is not longer cannot be seen, and is no gap
   */
  static boolean gapBetween(
      PoolHistory history, boolean[] known, int before, int at, double least) {
    double step = history.timed() ? history.intervalMillis() : 1;
    double[] instants = history.instants();
    int last = before;
    for (int i = before + 1; i <= at; i++) {
      if (known[i]) {
        double length = instants[i] - instants[last];
        if (length > least && (i - last > 1 || length > 1.5 * step)) {
          return true;
        }
        last = i;
      }
    }
    return false;
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
