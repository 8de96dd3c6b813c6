package dev.headroom.report.chart;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.unit.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time of which the demand is not known.
 *
 * @param from its begin, as instants of the history
 * @param to its end, likewise
 * @param lines why, and for how long where that is known
 */
record Gap(double from, double to, List<String> lines) {

  /**
   * The gaps of a demand, from the first instant of its history to the last.
   *
   * @param least a gap that is not longer cannot be seen, and is left out
   */
  static List<Gap> of(PoolDemand demand, double least) {
    PoolHistory history = demand.history();
    double[] instants = history.instants();
    boolean[] known = demand.known();
    List<Gap> gaps = new ArrayList<>();
    int before = -1;
    for (int i = 0; i <= instants.length; i++) {
      if (i < instants.length && !known[i]) {
        continue;
      }
      int from = Math.max(0, before);
      int to = Math.min(i, instants.length - 1);
      double length = instants[to] - instants[from];
      if (length > least && (before < 0 || i == instants.length || isGap(demand, before, i))) {
        gaps.add(new Gap(instants[from], instants[to], lines(history, before, i, length)));
      }
      before = i;
    }
    return gaps;
  }

  private static boolean isGap(PoolDemand demand, int before, int at) {
    return PoolDemand.gapBetween(demand.history(), demand.known(), before, at, 0);
  }

  private static List<String> lines(PoolHistory history, int before, int at, double length) {
    boolean someone = false;
    for (int i = before + 1; i < at; i++) {
      for (MemberHistory member : history.members()) {
        someone |= member.reports(i);
      }
    }
    String why = someone ? "too few members report" : "no samples";
    return history.timed() ? List.of(why, "for " + Span.text(length)) : List.of(why);
  }
}
