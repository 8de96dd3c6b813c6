package dev.headroom.memory;

import java.util.function.UnaryOperator;

/**
 * What a member was seen to move between memory and paging space: columns with one entry for each
 * instant of the grid, {@link Double#NaN} where it was not seen. AIX counts hypervisor page-ins, a
 * z/VM report prints rates: these are columns of their own, and the other platform's are absent.
 *
 * @param pageIns hypervisor page-ins of a partition since the instant before, a count
 * @param pageInMillis milliseconds spent on them
 * @param pagedMillis length of the intervals with page-ins whose time is known, as the partition
 *     was captured, milliseconds; absent where they are as long as the grid's
 * @param ownPaging pages a second that a partition moved to and from its own paging space
 * @param pageReads pages a second that a guest had read from paging devices
 * @param expandedReads pages a second that a guest got back from expanded storage
 */
public record Paging(
    double[] pageIns,
    double[] pageInMillis,
    double[] pagedMillis,
    double[] ownPaging,
    double[] pageReads,
    double[] expandedReads) {

  /** What is seen of a partition. */
  public static Paging partition(double[] pageIns, double[] pageInMillis, double[] ownPaging) {
    double[] none = MemberHistory.absent(pageIns.length);
    return new Paging(pageIns, pageInMillis, none, ownPaging, none, none);
  }

  /** What is seen of a guest. */
  public static Paging guest(double[] pageReads, double[] expandedReads) {
    double[] none = MemberHistory.absent(pageReads.length);
    return new Paging(none, none, none, none, pageReads, expandedReads);
  }

  /** Nothing was seen. */
  public static Paging unseen(int instants) {
    double[] none = MemberHistory.absent(instants);
    return new Paging(none, none, none, none, none, none);
  }

  /** The same columns, each changed in one way. */
  public Paging each(UnaryOperator<double[]> change) {
    return new Paging(
        change.apply(pageIns),
        change.apply(pageInMillis),
        change.apply(pagedMillis),
        change.apply(ownPaging),
        change.apply(pageReads),
        change.apply(expandedReads));
  }
}
