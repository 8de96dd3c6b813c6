package dev.headroom.sizing;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.Arrays;
import java.util.List;

/**
 * Floor and hot of all members at every instant at which most of the pool reports, without holes: a
 * silent member holds the last value that it reported, and before its first report its mean. So a
 * member that misses a capture, or joins half way, neither hides the pool's peak nor makes a false
 * low.
 */
final class SharedDemand {
  /** An instant is used where at least this share of configured memory reports. */
  static final double ENOUGH_REPORTING = 0.75;

  private final double[][] needed;
  private final double[] total;
  private final double[] peaks;

  private SharedDemand(double[][] needed, double[] total, double[] peaks) {
    this.peaks = peaks;
    this.needed = needed;
    this.total = total;
  }

  /** Adds up a history. */
  static SharedDemand of(PoolHistory history) {
    List<MemberHistory> members = history.members();
    double[][] needed = new double[members.size()][];
    double[] total = new double[history.size()];
    for (int m = 0; m < needed.length; m++) {
      needed[m] = filled(members.get(m));
      for (int instant = 0; instant < total.length; instant++) {
        total[instant] += needed[m][instant];
      }
    }
    for (int instant = 0; instant < total.length; instant++) {
      if (!(history.coverage()[instant] >= ENOUGH_REPORTING)) {
        total[instant] = Double.NaN;
      }
    }
    double[] peaks = new double[needed.length];
    for (int m = 0; m < needed.length; m++) {
      peaks[m] = peak(members.get(m), needed[m], total);
    }
    return new SharedDemand(needed, total, peaks);
  }

  private static double peak(MemberHistory member, double[] filled, double[] total) {
    double peak = 0;
    for (int instant = 0; instant < total.length; instant++) {
      if (!Double.isNaN(total[instant])) {
        peak = Math.max(peak, filled[instant]);
        peak = member.reports(instant) ? Math.max(peak, member.mostNeeded(instant)) : peak;
      }
    }
    return peak;
  }

  private static double[] filled(MemberHistory member) {
    double[] values = new double[member.size()];
    double sum = 0;
    int reports = 0;
    for (int instant = 0; instant < values.length; instant++) {
      values[instant] = member.reports(instant) ? member.needed(instant) : Double.NaN;
      if (!Double.isNaN(values[instant])) {
        sum += values[instant];
        reports++;
      }
    }
    double holds = reports > 0 ? sum / reports : 0;
    for (int instant = 0; instant < values.length; instant++) {
      holds = Double.isNaN(values[instant]) ? holds : values[instant];
      values[instant] = holds;
    }
    return values;
  }

  /** Whether an instant counts. */
  boolean used(int instant) {
    return !Double.isNaN(total[instant]);
  }

  /** The sum at an instant, bytes; {@link Double#NaN} where it does not count. */
  double total(int instant) {
    return total[instant];
  }

  /** The sums that count, in the order of time. */
  double[] totals() {
    return Arrays.stream(total).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** The first instant at which the sum was largest; -1 where no instant counts. */
  int peakAt() {
    int peak = -1;
    for (int instant = 0; instant < total.length; instant++) {
      if (used(instant) && (peak < 0 || total[instant] > total[peak])) {
        peak = instant;
      }
    }
    return peak;
  }

  /** The number of members. */
  int members() {
    return needed.length;
  }

  /** What a member needed at an instant, bytes. */
  double needed(int member, int instant) {
    return needed[member][instant];
  }

  /** The most that a member needed at a moment of an instant that counts, bytes. */
  double peak(int member) {
    return peaks[member];
  }
}
