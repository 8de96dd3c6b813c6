package dev.headroom.report.chart;

import java.util.Arrays;
import java.util.Set;

/**
 * Leaves out instants that a picture has no room for, and keeps every one that shows: in each
 * bucket of the axis the smallest and the largest of every series, and the first and last of all.
 * An average would hide the peak.
 */
final class Thinning {
  private Thinning() {}

  /**
   * The indices to keep, rising.
   *
   * @param instants rising
   * @param known whether an instant has values at all; others are never kept
   * @param buckets into how many parts the axis is cut
   * @param series the values to keep the extremes of
   */
  static int[] keep(double[] instants, boolean[] known, int buckets, double[]... series) {
    boolean[] kept = new boolean[instants.length];
    int start = 0;
    while (start < instants.length) {
      long bucket = bucket(instants, start, buckets);
      int end = start + 1;
      while (end < instants.length && bucket(instants, end, buckets) == bucket) {
        end++;
      }
      for (double[] values : series) {
        keepExtremes(values, known, start, end, kept);
      }
      start = end;
    }
    keepEnds(known, kept);
    int[] indices = new int[instants.length];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        indices[count++] = i;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  /** Adds in each bucket the index of the largest value that is known and more than the least. */
  static void addMost(
      Set<Integer> indices,
      double[] instants,
      boolean[] known,
      int buckets,
      double[] values,
      double least) {
    int most = -1;
    for (int i = 0; i < instants.length; i++) {
      if (i > 0 && bucket(instants, i, buckets) != bucket(instants, i - 1, buckets)) {
        if (most >= 0) {
          indices.add(most);
        }
        most = -1;
      }
      if (known[i] && values[i] > (most < 0 ? least : values[most])) {
        most = i;
      }
    }
    if (most >= 0) {
      indices.add(most);
    }
  }

  private static long bucket(double[] instants, int index, int buckets) {
    double first = instants[0];
    double span = instants[instants.length - 1] - first;
    return span > 0 ? (long) Math.min(buckets - 1, (instants[index] - first) / span * buckets) : 0;
  }

  private static void keepExtremes(
      double[] values, boolean[] known, int start, int end, boolean[] kept) {
    int least = -1;
    int most = -1;
    for (int i = start; i < end; i++) {
      if (!known[i]) {
        continue;
      }
      least = least < 0 || values[i] < values[least] ? i : least;
      most = most < 0 || values[i] > values[most] ? i : most;
    }
    if (least >= 0) {
      kept[least] = true;
      kept[most] = true;
    }
  }

  private static void keepEnds(boolean[] known, boolean[] kept) {
    int first = 0;
    while (first < known.length && !known[first]) {
      first++;
    }
    int last = known.length - 1;
    while (last >= 0 && !known[last]) {
      last--;
    }
    if (last >= 0) {
      kept[first] = true;
      kept[last] = true;
    }
  }
}
