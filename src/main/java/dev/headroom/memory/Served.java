package dev.headroom.memory;

import java.util.function.UnaryOperator;

/**
 * Where a member's memory was seen over time: columns of bytes with one entry for each instant of
 * the grid, {@link Double#NaN} where it was not seen. Members share a column in which nothing is.
 *
 * @param physical physical memory behind it: pmem of a partition, resident pages of a guest
 * @param loaned logical memory lent to the hypervisor (loan); guests lend nothing
 * @param stolen logical memory that the hypervisor wrote to a paging device, by the figures of one
 *     moment; guests have none, for what is out of theirs stands in the next two
 * @param expanded memory in expanded storage; partitions have none
 * @param auxiliary memory in auxiliary storage, on paging devices; partitions have none
 */
public record Served(
    double[] physical, double[] loaned, double[] stolen, double[] expanded, double[] auxiliary) {

  /** What is seen of a partition. */
  public static Served partition(double[] physical, double[] loaned, double[] stolen) {
    double[] none = MemberHistory.absent(physical.length);
    return new Served(physical, loaned, stolen, none, none);
  }

  /** What is seen of a guest. */
  public static Served guest(double[] resident, double[] expanded, double[] auxiliary) {
    double[] none = MemberHistory.absent(resident.length);
    return new Served(resident, none, none, expanded, auxiliary);
  }

  /** Nothing was seen. */
  public static Served unseen(int instants) {
    double[] none = MemberHistory.absent(instants);
    return new Served(none, none, none, none, none);
  }

  /**
   * What the figures of one moment leave of a partition's logical memory: {@code logical - physical
   * - loaned}, and 0 where that is within their rounding. A partition that runs has memory behind
   * it, so that a physical size of 0 is no observation.
   *
   * @param rounding what the print may hide of all three together, bytes
   * @return bytes, {@link Double#NaN} where one of them is not known
   */
  public static double stolen(double logical, double physical, double loaned, double rounding) {
    if (!(physical > 0)) {
      return Double.NaN;
    }
    double rest = logical - physical - loaned;
    return rest <= rounding + BYTES ? 0 : rest;
  }

  /** Sizes that are printed with decimals are read to the nearest byte: this is left of three. */
  private static final double BYTES = 2;

  /** The same columns, each changed in one way. */
  public Served each(UnaryOperator<double[]> change) {
    return new Served(
        change.apply(physical),
        change.apply(loaned),
        change.apply(stolen),
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
