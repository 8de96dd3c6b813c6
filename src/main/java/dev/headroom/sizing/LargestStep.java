package dev.headroom.sizing;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;

/**
 * The member that had most left to its own peak when the pool was at its peak (N + 1, "Sizes of a
 * z/VM system" of docs/model.md).
 *
 * @param member its name; empty where the pool has no members
 * @param bytes what it had left, 0 where all peaked together
 * @param peak its own peak of floor and hot
 * @param sumOfPeaks the own peaks of all members together
 */
public record LargestStep(String member, double bytes, double peak, double sumOfPeaks) {

  /**
   * Finds it.
   *
   * @param peakAt the instant of the pool's peak
   */
  static LargestStep of(PoolHistory history, int peakAt) {
    String name = "";
    double largest = -1;
    double peakOfLargest = 0;
    double sum = 0;
    for (MemberHistory member : history.members()) {
      double peak = peak(member);
      // A member that did not report is not in the pool's peak: all of its own comes on top.
      double then = member.reports(peakAt) ? member.needed(peakAt) : 0;
      sum += peak;
      if (peak - then > largest) {
        name = member.name();
        largest = peak - then;
        peakOfLargest = peak;
      }
    }
    return new LargestStep(name, Math.max(0, largest), peakOfLargest, sum);
  }

  private static double peak(MemberHistory member) {
    double peak = 0;
    for (int instant = 0; instant < member.size(); instant++) {
      if (member.reports(instant)) {
        peak = Math.max(peak, member.mostNeeded(instant));
      }
    }
    return peak;
  }
}
