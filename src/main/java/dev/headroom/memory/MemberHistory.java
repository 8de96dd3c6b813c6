package dev.headroom.memory;

import java.util.function.UnaryOperator;

/**
 * One member of a pool over time, on the grid of its {@link PoolHistory}: what it asked for in
 * nested tiers, and what was seen of how it was served. All arrays have one entry for each instant
 * of the grid, in bytes unless said; {@link Double#NaN} stands for what is not known.
 *
 * <p>The tiers are amounts beside each other, not sums: {@code floor + hot + warm} is the demand,
 * and {@code logical} less that is free. They follow the table in section 1.1 of the replay model.
 *
 * @param name the partition or guest
 * @param logical what it believes it has
 * @param floor what nobody may take: pinned memory or the I/O entitlement, whichever is larger
 * @param hot computational memory beyond the floor, or the working set
 * @param warm file cache, or what is resident beyond the working set
 * @param physical physical memory seen behind it (pmem)
 * @param loaned logical memory seen lent to the hypervisor (loan)
 * @param pageIns hypervisor page-ins (AMS) or page reads (z/VM) counted since the instant before
 * @param pageInMillis milliseconds spent on them since the instant before
 * @param ownPaging pages a second that the member moved to and from its own paging space
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
    double[] ownPaging) {

  /**
   * Printed figures have two decimals of a GB: what is left of L - pmem - loan below this is
   * rounding.
   */
  public static final double ROUNDING = 0.015 * (1L << 30);

  /** Whether the member's demand is known at an instant. */
  public boolean reports(int instant) {
    return !Double.isNaN(logical[instant]) && !Double.isNaN(hot[instant]);
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
   * Memory that the hypervisor was seen to have paged out: logical - physical - loaned, and 0 where
   * that is within the rounding of the print. A partition that runs has memory behind it, so a
   * physical size of 0 is no observation.
   *
   * @return bytes, {@link Double#NaN} where it was not observed
   */
  public double stolen(int instant) {
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
   * no evidence of low demand.
   */
  public boolean censored(int instant) {
    return stolen(instant) > 0 || pageIns[instant] > 0;
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
        part.apply(ownPaging));
  }
}
