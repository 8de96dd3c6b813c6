package dev.headroom.memory.ams;

import dev.headroom.memory.SharingRule;
import dev.headroom.memory.WaterFilling;
import java.util.Arrays;
import java.util.List;

/**
 * One step of Active Memory Sharing: who gets how much physical memory, and whether the rest is
 * loaned or stolen ("Replay of Active Memory Sharing" of docs/model.md). Nothing lags.
 */
final class AmsSharing {
  /** Share of hot memory beyond the floor that is inactive, so that policy 2 may lend it. */
  static final double INACTIVE_SHARE = 0.3;

  private final double[] weight;
  private final LoanPolicy[] policy;

  AmsSharing(List<AmsMember> members) {
    weight = members.stream().mapToDouble(AmsMember::weight).toArray();
    policy = members.stream().map(AmsMember::loanPolicy).toArray(LoanPolicy[]::new);
  }

  /**
   * Shares what is available.
   *
   * @param available size less reserve, bytes
   * @param tiers the members' demand, in the order of the members
   */
  AmsShares share(SharingRule rule, double available, AmsTiers tiers) {
    double[][] levels =
        switch (rule) {
          case TIERED -> new double[][] {tiers.floor, tiers.needed, tiers.cached, tiers.logical};
          case FLAT -> new double[][] {tiers.floor, tiers.used, tiers.logical};
        };
    AmsShares shares =
        new AmsShares(physical(available, levels), tiers.floors() > Math.max(0, available));
    for (int i = 0; i < weight.length; i++) {
      double given = tiers.logical[i] - shares.physical[i];
      double cold = tiers.logical[i] - tiers.needed[i];
      shares.loaned[i] = Math.min(given, loanable(policy[i], cold, tiers, i));
      shares.stolen[i] = given - shares.loaned[i];
      shares.pagedOut[i] = Math.max(0, shares.loaned[i] - cold);
    }
    return shares;
  }

  private static double loanable(LoanPolicy policy, double cold, AmsTiers tiers, int i) {
    return switch (policy) {
      case OFF -> 0;
      case FILE_CACHE -> cold;
      case ANY_DATA -> cold + INACTIVE_SHARE * (tiers.needed[i] - tiers.floor[i]);
    };
  }

  // Level by level; the shortage falls into the first that does not fit.
  private double[] physical(double available, double[][] levels) {
    double[] held = new double[weight.length];
    for (double[] level : levels) {
      if (Arrays.stream(level).sum() > available) {
        return topUp(held, level, available);
      }
      held = level.clone();
    }
    return held;
  }

  private double[] topUp(double[] held, double[] level, double available) {
    double[] need = new double[held.length];
    for (int i = 0; i < need.length; i++) {
      need[i] = level[i] - held[i];
    }
    double[] more = WaterFilling.fill(available - Arrays.stream(held).sum(), need, weight);
    double[] sum = new double[held.length];
    for (int i = 0; i < sum.length; i++) {
      // A need that is met gives the level itself: rounding must not look like stolen memory.
      sum[i] = more[i] == need[i] ? level[i] : held[i] + more[i];
    }
    return sum;
  }
}
