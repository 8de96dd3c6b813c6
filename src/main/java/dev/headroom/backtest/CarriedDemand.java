package dev.headroom.backtest;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Kind;
import java.util.Arrays;

/**
 * What the members of a pool needed together, floor and hot, as a backtest judges by it: a member
 * that is silent counts with what it needed last, and one that has not spoken yet with nothing; an
 * instant is left out when more than a quarter of the members are silent. Where a listing names all
 * that there are, as those of z/VM do, one that is not in it needs nothing.
 *
 * <p>A recommender does not see this: it has the history itself, gaps and all.
 */
final class CarriedDemand {
  /** An instant is left out when a larger share of the members than this is silent. */
  static final double SILENT = 0.25;

  private final String[] names;

  /** By member and instant; {@link Double#NaN} before a member has spoken. */
  private final double[][] needed;

  /** {@link Double#NaN} at instants that are left out. */
  private final double[] sums;

  private final boolean[] censored;

  private CarriedDemand(String[] names, double[][] needed, double[] sums, boolean[] censored) {
    this.names = names;
    this.needed = needed;
    this.sums = sums;
    this.censored = censored;
  }

  static CarriedDemand of(PoolHistory history) {
    int count = history.members().size();
    int size = history.size();
    double[][] needed = new double[count][size];
    double[] sums = new double[size];
    boolean[] censored = new boolean[size];
    int[] silent = new int[size];
    for (int i = 0; i < count; i++) {
      MemberHistory member = history.members().get(i);
      double last = Double.NaN;
      for (int instant = 0; instant < size; instant++) {
        if (member.reports(instant)) {
          last = member.needed(instant);
          censored[instant] |= member.censored(instant);
        } else if (member.subject().kind() == Kind.GUEST && history.coverage()[instant] >= 1) {
          last = Double.NaN;
        } else {
          silent[instant]++;
        }
        needed[i][instant] = last;
        sums[instant] += Double.isNaN(last) ? 0 : last;
      }
    }
    for (int instant = 0; instant < size; instant++) {
      // there is no sum over no members
      if (silent[instant] > SILENT * count || silent[instant] == count) {
        sums[instant] = Double.NaN;
      }
    }
    String[] names = history.members().stream().map(MemberHistory::name).toArray(String[]::new);
    return new CarriedDemand(names, needed, sums, censored);
  }

  /** The instants from one place up to another. */
  CarriedDemand part(int from, int until) {
    double[][] parts = new double[needed.length][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Arrays.copyOfRange(needed[i], from, until);
    }
    return new CarriedDemand(
        names,
        parts,
        Arrays.copyOfRange(sums, from, until),
        Arrays.copyOfRange(censored, from, until));
  }

  /** The number of members. */
  int members() {
    return names.length;
  }

  /** The number of instants. */
  int size() {
    return sums.length;
  }

  /** What all needed; {@link Double#NaN} where the instant is left out. */
  double sum(int instant) {
    return sums[instant];
  }

  /** What a member needed; {@link Double#NaN} before it has spoken. */
  double needed(int member, int instant) {
    return needed[member][instant];
  }

  /** Whether a member was short of memory, so that the sum is too low. */
  boolean censored(int instant) {
    return censored[instant];
  }

  /** The sums of the instants that count. */
  double[] counted() {
    return Arrays.stream(sums).filter(sum -> !Double.isNaN(sum)).toArray();
  }

  /** What a member needed at the instants since it spoke first. */
  double[] known(int member) {
    return Arrays.stream(needed[member]).filter(value -> !Double.isNaN(value)).toArray();
  }
}
