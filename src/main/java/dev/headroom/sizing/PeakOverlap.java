package dev.headroom.sizing;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

  /**
   * All pairs of a pool, in the order of its members. A member that never moved, or never reported,
   * has no peaks and is in no pair.
   */
  public static List<PeakOverlap> of(PoolHistory history) {
    List<MemberHistory> members = history.members();
    List<BitSet> peaks = members.stream().map(PeakOverlap::peaks).toList();
    List<PeakOverlap> overlaps = new ArrayList<>();
    for (int one = 0; one < peaks.size(); one++) {
      for (int other = one + 1; other < peaks.size(); other++) {
        int fewer = Math.min(peaks.get(one).cardinality(), peaks.get(other).cardinality());
        if (fewer > 0) {
          BitSet both = (BitSet) peaks.get(one).clone();
          both.and(peaks.get(other));
          overlaps.add(
              new PeakOverlap(
                  members.get(one).name(),
                  members.get(other).name(),
                  (double) both.cardinality() / fewer));
        }
      }
    }
    return overlaps;
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
