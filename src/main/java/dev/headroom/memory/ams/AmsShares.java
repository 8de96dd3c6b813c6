package dev.headroom.memory.ams;

import java.util.Arrays;

/**
 * What every member gets at one instant, bytes, one entry a member: {@code logical = physical +
 * loaned + stolen}.
 */
public final class AmsShares {
  /** Memory that the pool backs. */
  public final double[] physical;

  /** Memory that the member gave up of its own accord. */
  public final double[] loaned;

  /** Memory that the hypervisor took. */
  public final double[] stolen;

  /** Part of the loan that the member first had to write to its own paging space. */
  public final double[] pagedOut;

  /** Whether the floors alone did not fit, so that even they were shared. */
  final boolean infeasible;

  /**
   * Takes nothing for stolen that the rounding of other figures explains.
   *
   * @param rounding what their print may hide, bytes
   */
  void forgive(double rounding) {
    if (Arrays.stream(stolen).sum() > rounding) {
      return;
    }
    for (int i = 0; i < stolen.length; i++) {
      physical[i] += stolen[i];
      stolen[i] = 0;
    }
  }

  AmsShares(double[] physical, boolean infeasible) {
    this.physical = physical;
    this.loaned = new double[physical.length];
    this.stolen = new double[physical.length];
    this.pagedOut = new double[physical.length];
    this.infeasible = infeasible;
  }
}
