package dev.headroom.report.chart;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A pool's demand as a picture shows it: the members' demand one on top of the other, and what is
 * the hot part of the total, at the instants that show. Bytes.
 *
 * @param names the bands from the bottom up; where members are many, the last stands for the rest
 * @param instants the instants kept
 * @param gapBefore whether nothing is known between an instant and the one before it
 * @param tops for each band its upper edge at every instant
 * @param hot floor and hot of all members
 */
public record DemandStack(
    List<String> names, double[] instants, boolean[] gapBefore, double[][] tops, double[] hot) {
  /** More bands than this cannot be told apart. */
  static final int BANDS = 10;

  private static final int BUCKETS = 900;
  // what keeps a chart of ten bands in the size of one of two
  private static final int POINTS = 4000;

  /** The stack of a history, thinned to what a picture can show. */
  public static DemandStack of(PoolHistory history) {
    return of(PoolDemand.of(history));
  }

  /** The stack of a demand, thinned to what a picture can show. */
  static DemandStack of(PoolDemand demand) {
    PoolHistory history = demand.history();
    double[] hot = demand.hot();
    boolean[] known = demand.known();
    List<List<MemberHistory>> bands = bands(history);
    int buckets = Math.min(BUCKETS, POINTS / (bands.size() + 1));
    int[] kept = Thinning.keep(history.instants(), known, buckets, demand.total(), hot);
    double[] all = history.instants();
    double visible = (all[all.length - 1] - all[0]) / buckets / 2;
    double[] instants = new double[kept.length];
    boolean[] gapBefore = new boolean[kept.length];
    double[][] tops = new double[bands.size()][kept.length];
    double[] keptHot = new double[kept.length];
    for (int k = 0; k < kept.length; k++) {
      int at = kept[k];
      instants[k] = history.instants()[at];
      gapBefore[k] = k > 0 && PoolDemand.gapBetween(history, known, kept[k - 1], at, visible);
      keptHot[k] = hot[at];
      double top = 0;
      for (int band = 0; band < bands.size(); band++) {
        for (MemberHistory member : bands.get(band)) {
          top += member.reports(at) ? PoolDemand.shown(member, at) : 0;
        }
        tops[band][k] = top;
      }
    }
    return new DemandStack(names(bands), instants, gapBefore, tops, keptHot);
  }

  /** The largest total that is shown; 0 where nothing is. */
  double peak() {
    double peak = 0;
    for (double top : tops.length == 0 ? new double[0] : tops[tops.length - 1]) {
      peak = Math.max(peak, top);
    }
    return peak;
  }

  /** A band a member, or, where they are many, one for each of the largest and one for the rest. */
  private static List<List<MemberHistory>> bands(PoolHistory history) {
    List<List<MemberHistory>> bands = new ArrayList<>();
    if (history.members().size() <= BANDS) {
      history.members().forEach(member -> bands.add(List.of(member)));
      return bands;
    }
    List<MemberHistory> largest = new ArrayList<>(history.members());
    largest.sort(Comparator.comparingDouble(DemandStack::peakOf).reversed());
    List<MemberHistory> alone = largest.subList(0, BANDS - 1);
    List<MemberHistory> rest = new ArrayList<>();
    for (MemberHistory member : history.members()) {
      if (alone.contains(member)) {
        bands.add(List.of(member));
      } else {
        rest.add(member);
      }
    }
    bands.add(rest);
    return bands;
  }

  private static double peakOf(MemberHistory member) {
    double peak = 0;
    for (int i = 0; i < member.size(); i++) {
      peak = Math.max(peak, member.reports(i) ? PoolDemand.shown(member, i) : 0);
    }
    return peak;
  }

  private static List<String> names(List<List<MemberHistory>> bands) {
    List<String> names = new ArrayList<>();
    for (List<MemberHistory> band : bands) {
      names.add(band.size() == 1 ? band.get(0).name() : band.size() + " others");
    }
    return names;
  }
}
