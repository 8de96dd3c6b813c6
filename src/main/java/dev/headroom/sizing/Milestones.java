package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The moments up to which it is measured how little a pool's peaks are alike: the last at which
 * something new was seen, and then each time that the history has grown by an eighth. New is a
 * larger demand of a member or of all together, or another logical memory.
 *
 * <p>They depend on nothing that comes after them. So a stretch in which nothing new is seen adds
 * moments and takes none away, and what is the least over all of them cannot rise.
 */
final class Milestones {
  private static final double GROWTH = 1.125;

  private Milestones() {}

  /**
   * The moments, from early to late.
   *
   * @param counts whether the interval of an instant is evidence
   * @return how many instants lie before each; empty where there is less evidence than a chance
   *     takes
   */
  static int[] of(PoolHistory history, SharedDemand demand, IntPredicate counts) {
    int[] used = new int[history.size()];
    int[] moments = new int[history.size()];
    int found = 0;
    int count = 0;
    int next = first(history, demand, counts);
    for (int instant = 0; instant < history.size(); instant++) {
      if (demand.used(instant)) {
        count++;
        if (instant >= next && count >= used[found]) {
          moments[found++] = instant + 1;
          if (found < used.length) {
            used[found] = Math.max(count + 1, (int) (GROWTH * count));
          }
        }
      }
    }
    return Arrays.copyOf(moments, found);
  }

  /** The first moment: nothing new since, and evidence enough. */
  private static int first(PoolHistory history, SharedDemand demand, IntPredicate counts) {
    double[] peaks = new double[demand.members()];
    double[] logical = new double[demand.members()];
    Arrays.fill(logical, Double.NaN);
    double peak = 0;
    int newest = 0;
    int evidence = 0;
    int enough = history.size();
    for (int instant = 0; instant < history.size(); instant++) {
      if (!demand.used(instant)) {
        continue;
      }
      boolean novel = demand.total(instant) > peak;
      peak = Math.max(peak, demand.total(instant));
      for (int member = 0; member < peaks.length; member++) {
        double most = demand.most(member, instant);
        novel |= most > peaks[member];
        peaks[member] = Math.max(peaks[member], most);
        double promised = history.members().get(member).asked().logical()[instant];
        if (!Double.isNaN(promised)) {
          novel |= promised != logical[member];
          logical[member] = promised;
        }
      }
      newest = novel ? instant : newest;
      evidence += HistoryEvidence.counts(history, counts, instant) ? 1 : 0;
      if (evidence == RecordTailRecommender.LEAST_INTERVALS) {
        enough = Math.min(enough, instant);
      }
    }
    return Math.max(newest, enough);
  }
}
