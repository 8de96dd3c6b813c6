package dev.headroom.memory;

import java.util.function.UnaryOperator;

/**
 * Where a member's memory was seen over time: columns of bytes with one entry for each instant of
 * the grid, {@link Double#NaN} where it was not seen. Members share a column in which nothing is.
 *
 * @param physical physical memory behind it: pmem of a partition, resident pages of a guest
 * @param loaned logical memory lent to the hypervisor (loan); guests lend nothing
 * @param expanded memory in expanded storage; partitions have none
 * @param auxiliary memory in auxiliary storage, on paging devices; partitions have none
 */
public record Served(double[] physical, double[] loaned, double[] expanded, double[] auxiliary) {

  /** What is seen of a partition. */
  public static Served partition(double[] physical, double[] loaned) {
    double[] none = MemberHistory.absent(physical.length);
    return new Served(physical, loaned, none, none);
  }

  /** Nothing was seen. */
  public static Served unseen(int instants) {
    double[] none = MemberHistory.absent(instants);
    return new Served(none, none, none, none);
  }

  /** The same columns, each changed in one way. */
  public Served each(UnaryOperator<double[]> change) {
    return new Served(
        change.apply(physical),
        change.apply(loaned),
        change.apply(expanded),
        change.apply(auxiliary));
  }

  /** Whether anything is known of what lay outside real memory at an instant. */
  boolean outKnown(int instant) {
    return !Double.isNaN(expanded[instant]) || !Double.isNaN(auxiliary[instant]);
  }

  /** What lay outside real memory at an instant as far as it is known, bytes. */
  double out(int instant) {
    return zeroIfAbsent(expanded[instant]) + zeroIfAbsent(auxiliary[instant]);
  }

  private static double zeroIfAbsent(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
