package dev.headroom.memory.zvm;

import java.util.Arrays;

/**
 * Where the memory of every guest is at one instant, bytes, one entry a guest: resident, expanded
 * and auxiliary together are what it has instantiated.
 */
final class ZvmShares {
  final double[] resident;
  final double[] expanded;
  final double[] auxiliary;

  /** 1 for the guest from which was taken first; 0 for one from which nothing was. */
  final int[] order;

  /** Whether locked and reserved pages alone did not fit, so that even they were taken. */
  final boolean infeasible;

  ZvmShares(int guests, boolean infeasible) {
    this.resident = new double[guests];
    this.expanded = new double[guests];
    this.auxiliary = new double[guests];
    this.order = new int[guests];
    this.infeasible = infeasible;
  }

  /** What of all guests is not in real memory, bytes. */
  double out() {
    return Arrays.stream(expanded).sum() + Arrays.stream(auxiliary).sum();
  }
}
