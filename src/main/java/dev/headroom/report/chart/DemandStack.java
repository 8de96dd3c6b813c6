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
    List<List<MemberHistory>> bands = bands(history);
    int size = history.size();
    double[] total = new double[size];
    double[] hot = new double[size];
    boolean[] known = new boolean[size];
    for (int i = 0; i < size; i++) {
      for (MemberHistory member : history.members()) {
        if (member.reports(i)) {
          total[i] += shown(member, i);
          hot[i] += orZero(member.needed(i));
          known[i] = history.covered(i);
        }
      }
    }
    int buckets = Math.min(BUCKETS, POINTS / (bands.size() + 1));
    int[] kept = Thinning.keep(history.instants(), known, buckets, total, hot);
    double[] instants = new double[kept.length];
    boolean[] gapBefore = new boolean[kept.length];
    double[][] tops = new double[bands.size()][kept.length];
    double[] keptHot = new double[kept.length];
    for (int k = 0; k < kept.length; k++) {
      int at = kept[k];
      instants[k] = history.instants()[at];
      gapBefore[k] = k > 0 && gapBetween(history, known, kept[k - 1], at, buckets);
      keptHot[k] = hot[at];
      double top = 0;
      for (int band = 0; band < bands.size(); band++) {
        for (MemberHistory member : bands.get(band)) {
          top += member.reports(at) ? shown(member, at) : 0;
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

  /** A member's demand; floor and hot where its file cache is not known. */
  private static double shown(MemberHistory member, int instant) {
    double demand = member.demand(instant);
    return Double.isNaN(demand) ? orZero(member.needed(instant)) : demand;
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /**
   * Whether a gap lies between two kept instants: an instant without values, or a time longer than
   * the grid's interval; if it is wide enough to see.
   */
  private static boolean gapBetween(
      PoolHistory history, boolean[] known, int before, int at, int buckets) {
    double[] instants = history.instants();
    double visible = (instants[instants.length - 1] - instants[0]) / buckets / 2;
    if (instants[at] - instants[before] < visible) {
      return false;
    }
    double step = history.timed() ? history.intervalMillis() : 1;
    for (int i = before + 1; i <= at; i++) {
      if (!known[i] || instants[i] - instants[i - 1] > 1.5 * step) {
        return true;
      }
    }
    return false;
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
      peak = Math.max(peak, member.reports(i) ? shown(member, i) : 0);
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
