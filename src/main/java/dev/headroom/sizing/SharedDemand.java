package dev.headroom.sizing;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.Arrays;
import java.util.List;

/**
 * Floor and hot of all members at every instant at which most of the pool reports, without holes: a
 * silent member holds the last value that it reported, and before its first report that one. So a
 * member that misses a capture, or joins half way, neither hides the pool's peak nor makes a false
 * low; and what is told of an instant does not change with what comes after it.
 */
final class SharedDemand {
  /** An instant is used where at least this share of configured memory reports. */
  static final double ENOUGH_REPORTING = 0.75;

  private final PoolHistory history;
  private final int from;
  private final double[][] needed;
  private final double[] total;
  private final double[] peaks;

  private SharedDemand(PoolHistory history, int from, double[][] needed, double[] total) {
    this.history = history;
    this.from = from;
    this.needed = needed;
    this.total = total;
    peaks = new double[needed.length];
    for (int m = 0; m < needed.length; m++) {
      peaks[m] = peak(history.members().get(m), needed[m], total);
    }
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
    return new SharedDemand(history, 0, needed, total);
  }

  /** The same demand, of which nothing counts that lies outside from ≤ instant &lt; until. */
  SharedDemand within(int from, int until) {
    double[] part = total.clone();
    Arrays.fill(part, 0, from, Double.NaN);
    Arrays.fill(part, until, part.length, Double.NaN);
    return new SharedDemand(history, from, needed, part);
  }

  private static double peak(MemberHistory member, double[] filled, double[] total) {
    double peak = 0;
    for (int instant = 0; instant < total.length; instant++) {
      if (!Double.isNaN(total[instant])) {
        peak = Math.max(peak, most(member, filled, instant));
      }
    }
    return peak;
  }

  private static double most(MemberHistory member, double[] filled, int instant) {
    return member.reports(instant)
        ? Math.max(filled[instant], member.mostNeeded(instant))
        : filled[instant];
  }

  private static double[] filled(MemberHistory member) {
    double[] values = new double[member.size()];
    double holds = Double.NaN;
    int silent = values.length;
    for (int instant = 0; instant < values.length; instant++) {
      if (member.reports(instant) && !Double.isNaN(member.needed(instant))) {
        silent = Math.min(silent, instant);
        holds = member.needed(instant);
      }
      values[instant] = holds;
    }
    Arrays.fill(values, 0, silent, silent < values.length ? values[silent] : 0);
    return values;
  }

  /** The first instant that is looked at. */
  int from() {
    return from;
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

  /** The most that a member needed at a moment of an instant, bytes. */
  double most(int member, int instant) {
    return most(history.members().get(member), needed[member], instant);
  }

  /** The most that a member needed at a moment of an instant that counts, bytes. */
  double peak(int member) {
    return peaks[member];
  }
}
