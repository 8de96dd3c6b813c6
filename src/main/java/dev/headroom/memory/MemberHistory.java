package dev.headroom.memory;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * One member of a pool, a partition or a guest, over time, on the grid of its {@link PoolHistory}:
 * what it asked for in nested tiers, and what was seen of how it was served. All arrays have one
 * entry for each instant of the grid, in bytes unless said; {@link Double#NaN} stands for what is
 * not known.
 *
 * <p>The tiers are amounts beside each other, not sums: {@code floor + hot + warm} is the demand,
 * and {@code logical} less that is free. They follow the table in section 1.1 of the replay model.
 *
 * @param name the partition or guest
 * @param logical what it believes it has: logical memory, or defined storage
 * @param floor what nobody may take: pinned memory or the I/O entitlement, whichever is larger; of
 *     a guest its locked and reserved pages
 * @param hot beyond the floor, computational memory; of a guest its heaps and database memory where
 *     they are known, else its working set, and nothing where it is idle
 * @param warm file cache; of a guest what it has instantiated beyond that
 * @param physical physical memory seen behind it: pmem of a partition, resident pages of a guest
 * @param loaned logical memory seen lent to the hypervisor (loan); guests lend nothing
 * @param pageIns hypervisor page-ins counted since the instant before; of a guest its page reads a
 *     second, as its reports print them
 * @param pageInMillis milliseconds spent on page-ins since the instant before; no report on z/VM
 *     has them
 * @param ownPaging pages a second that a partition moved to and from its own paging space; of a
 *     guest those that came in from expanded storage
 * @param expanded memory seen in expanded storage; no entries for a partition, which has none
 * @param auxiliary memory seen in auxiliary storage, on paging devices; no entries for a partition
 */
public record MemberHistory(
    String name,
    double[] logical,
    double[] floor,
    double[] hot,
    double[] warm,
    double[] physical,
    double[] loaned,
    double[] pageIns,
    double[] pageInMillis,
    double[] ownPaging,
    double[] expanded,
    double[] auxiliary) {

  /** A partition, which has neither expanded nor auxiliary storage. */
  public MemberHistory(
      String name,
      double[] logical,
      double[] floor,
      double[] hot,
      double[] warm,
      double[] physical,
      double[] loaned,
      double[] pageIns,
      double[] pageInMillis,
      double[] ownPaging) {
    this(
        name,
        logical,
        floor,
        hot,
        warm,
        physical,
        loaned,
        pageIns,
        pageInMillis,
        ownPaging,
        NONE,
        NONE);
  }

  public static double[] absent(int instants) {
    double[] values = new double[instants];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private static final double[] NONE = new double[0];

  /**
   * Printed figures have two decimals of a GB: what is left of L - pmem - loan below this is
   * rounding.
   */
  public static final double ROUNDING = 0.015 * (1L << 30);

  /**
   * Whether the member's demand is known at an instant. That of a partition is only with its
   * logical memory, of which the tiers are parts.
   */
  public boolean reports(int instant) {
    boolean guest = expanded.length > 0;
    return !Double.isNaN(hot[instant]) && (guest || !Double.isNaN(logical[instant]));
  }

  /** Floor and hot together, {@link Double#NaN} where the member does not report. */
  public double needed(int instant) {
    return floor[instant] + hot[instant];
  }

  /** Floor, hot and warm together, {@link Double#NaN} where the member does not report. */
  public double demand(int instant) {
    return floor[instant] + hot[instant] + warm[instant];
  }

  /**
   * Memory that the hypervisor was seen to have paged out. Of a guest what lies in expanded and
   * auxiliary storage, as far as either is known. Of a partition logical - physical - loaned, and 0
   * where that is within the rounding of the print; one that runs has memory behind it, so a
   * physical size of 0 is no observation.
   *
   * @return bytes, {@link Double#NaN} where it was not observed
   */
  public double stolen(int instant) {
    if (seenOut(instant)) {
      return zeroIfAbsent(expanded[instant]) + zeroIfAbsent(auxiliary[instant]);
    }
    if (!(physical[instant] > 0)) {
      return Double.NaN;
    }
    double stolen = logical[instant] - physical[instant] - loaned[instant];
    return stolen <= ROUNDING ? 0 : stolen;
  }

  /**
   * How long one hypervisor page-in took on average: a few milliseconds where the paging device has
   * a cache, more than ten where a disk has to turn.
   *
   * @return milliseconds, {@link Double#NaN} where there was no page-in or its time is not known
   */
  public double millisPerPageIn(int instant) {
    return pageIns[instant] > 0 ? pageInMillis[instant] / pageIns[instant] : Double.NaN;
  }

  /**
   * Whether the member was short of memory, so that its demand is seen too low: such an instant is
   * no evidence of low demand. A guest is while it gets pages back: what only lies in auxiliary
   * storage it did not miss.
   */
  public boolean censored(int instant) {
    if (seenOut(instant)) {
      return pageIns[instant] > 0 || ownPaging[instant] > 0;
    }
    return stolen(instant) > 0 || pageIns[instant] > 0;
  }

  /**
   * Only what the member asked for, without what was seen of how it was served. What it would lend
   * of its own accord is not known then; nothing is taken to be lent, so that the pessimistic
   * sharing rule stays pessimistic.
   */
  MemberHistory unserved() {
    double[] none = absent(logical.length);
    return new MemberHistory(
        name, logical, floor, hot, warm, none, new double[none.length], none, none, none);
  }

  /** The same member with a part of every column. */
  MemberHistory part(UnaryOperator<double[]> part) {
    return new MemberHistory(
        name,
        part.apply(logical),
        part.apply(floor),
        part.apply(hot),
        part.apply(warm),
        part.apply(physical),
        part.apply(loaned),
        part.apply(pageIns),
        part.apply(pageInMillis),
        part.apply(ownPaging),
        part.apply(expanded),
        part.apply(auxiliary));
  }

  private boolean seenOut(int instant) {
    return expanded.length > 0
        && (!Double.isNaN(expanded[instant]) || !Double.isNaN(auxiliary[instant]));
  }

  private static double zeroIfAbsent(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
