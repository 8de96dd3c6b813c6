package dev.headroom.sizing;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * How often two members peak together. A member is at its peak in the intervals in which it needs
 * more than its own 95th percentile; two members who have nothing to do with each other share one
 * in twenty of them.
 *
 * @param one a member
 * @param other another, later in the order of the pool
 * @param share of the peak intervals of the one who has fewer, the share in which the other was at
 *     its peak too, 0 to 1
 */
public record PeakOverlap(String one, String other, double share) {
  private static final double PEAK = 0.95;
  private static final Quantile RANK =
      Quantile.withDefaults().withCopy(true).with(EstimationMethod.HF1);

  /** Who peak together most, first; then by name. */
  private static final Comparator<PeakOverlap> ORDER =
      Comparator.comparingDouble(PeakOverlap::share)
          .reversed()
          .thenComparing(PeakOverlap::one)
          .thenComparing(PeakOverlap::other);

  /**
   * The pairs of a pool that peak together most.
   *
   * @param pairs the most first, then by name
   * @param more how many more pairs there are
   */
  public record Ranking(List<PeakOverlap> pairs, long more) {
    /** Of a pool of which nothing is known. */
    public static final Ranking NONE = new Ranking(List.of(), 0);
  }

  /**
   * Ranks the pairs of a pool. A member that never moved, or never reported, has no peaks and is in
   * no pair. Pools of thousands have millions of pairs, so only those that are wanted are kept.
   *
   * @param most how many are wanted, 1 or more
   */
  public static Ranking of(PoolHistory history, int most) {
    List<String> names = new ArrayList<>();
    List<long[]> peaks = new ArrayList<>();
    for (MemberHistory member : history.members()) {
      BitSet own = peaks(member);
      if (!own.isEmpty()) {
        names.add(member.name());
        peaks.add(own.toLongArray());
      }
    }
    int[] counts = peaks.stream().mapToInt(own -> shared(own, own)).toArray();
    PriorityQueue<PeakOverlap> kept = new PriorityQueue<>(most + 1, ORDER.reversed());
    for (int one = 0; one < counts.length; one++) {
      for (int other = one + 1; other < counts.length; other++) {
        int both = shared(peaks.get(one), peaks.get(other));
        double share = (double) both / Math.min(counts[one], counts[other]);
        if (kept.size() < most || share >= kept.element().share()) {
          kept.add(new PeakOverlap(names.get(one), names.get(other), share));
          if (kept.size() > most) {
            kept.remove();
          }
        }
      }
    }
    long all = counts.length * (counts.length - 1L) / 2;
    return new Ranking(kept.stream().sorted(ORDER).toList(), all - kept.size());
  }

  /** In how many intervals both are at their peaks. */
  private static int shared(long[] one, long[] other) {
    int count = 0;
    for (int i = Math.min(one.length, other.length) - 1; i >= 0; i--) {
      count += Long.bitCount(one[i] & other[i]);
    }
    return count;
  }

  private static BitSet peaks(MemberHistory member) {
    int[] reported = IntStream.range(0, member.size()).filter(member::reports).toArray();
    BitSet peaks = new BitSet();
    if (reported.length > 0) {
      double[] needed = IntStream.of(reported).mapToDouble(member::needed).toArray();
      double usual = RANK.evaluate(needed, PEAK);
      IntStream.of(reported).filter(i -> member.needed(i) > usual).forEach(peaks::set);
    }
    return peaks;
  }
}
