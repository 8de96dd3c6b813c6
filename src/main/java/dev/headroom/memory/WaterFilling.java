package dev.headroom.memory;

/**
 * Weighted max-min sharing: everyone gets in proportion to weight until its need is met, and what
 * the satisfied do not need goes to the rest ("Replay of Active Memory Sharing" of docs/model.md).
 *
 * <p>Each round serves at least one more member in full or ends, so there are at most as many
 * rounds as members. Equal members get exactly equal shares.
 */
public final class WaterFilling {
  private WaterFilling() {}

  /**
   * Shares an amount.
   *
   * @param amount what there is to share; a negative amount counts as 0
   * @param need what each member can take, 0 or more
   * @param weight each member's weight; below 1 counts as 1 so that every member gets a share
   * @return each member's share, never more than its need; together the amount, or all needs where
   *     they fit. A need that is met is returned as it is, without rounding
   */
  public static double[] fill(double amount, double[] need, double[] weight) {
    double[] share = new double[need.length];
    double left = Math.max(0, amount);
    double open = 0;
    for (int i = 0; i < need.length; i++) {
      open += need[i] > 0 ? effective(weight[i]) : 0;
    }
    boolean served = true;
    while (served && open > 0) {
      double level = left / open;
      served = false;
      for (int i = 0; i < need.length; i++) {
        if (share[i] < need[i] && need[i] <= level * effective(weight[i])) {
          share[i] = need[i];
          left = Math.max(0, left - need[i]);
          served = true;
        }
      }
      open = openWeight(need, share, weight);
    }
    for (int i = 0; i < need.length; i++) {
      if (share[i] < need[i]) {
        share[i] = left / open * effective(weight[i]);
      }
    }
    return share;
  }

  /** The weight as it counts. */
  static double effective(double weight) {
    return Math.max(1, weight);
  }

  // Summed anew each round: subtracting would let rounding pile up over many members.
  private static double openWeight(double[] need, double[] share, double[] weight) {
    double open = 0;
    for (int i = 0; i < need.length; i++) {
      open += share[i] < need[i] ? effective(weight[i]) : 0;
    }
    return open;
  }
}
