package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import java.util.Arrays;

/**
 * The demand of all members at one instant, bytes, as the sharing step wants it: nothing absent,
 * nothing over the logical memory. A member that is not in the instant has all zeros. It is filled
 * anew for every instant, so that a long replay makes no garbage of it.
 */
final class AmsTiers {
  final double[] logical;

  /** What may not be taken. */
  final double[] floor;

  /** Floor and hot. */
  final double[] needed;

  /** Floor, hot and warm; all logical memory where the file cache is not known. */
  final double[] used;

  /** Floor, hot and warm; floor and hot where the file cache is not known. */
  final double[] cached;

  AmsTiers(int members) {
    logical = new double[members];
    floor = new double[members];
    needed = new double[members];
    used = new double[members];
    cached = new double[members];
  }

  /** Takes a member out of the instant. */
  void clear(int member) {
    logical[member] = 0;
    floor[member] = 0;
    needed[member] = 0;
    used[member] = 0;
    cached[member] = 0;
  }

  /**
   * Sets what a member asks for at an instant at which it reports.
   *
   * @param loaned the loan that was seen, {@link Double#NaN} where none was
   */
  void set(int place, MemberHistory member, int instant, double loaned, AmsMember configured) {
    set(
        place,
        member.asked().logical()[instant],
        member.asked().floor()[instant],
        member.asked().hot()[instant],
        member.asked().warm()[instant],
        loaned,
        configured.ioEntitlement().orElse(0));
  }

  /**
   * Sets a member's demand.
   *
   * @param logical its logical memory
   * @param floor what may not be taken of it, {@link Double#NaN} where it is not known
   * @param hot hot memory beyond the floor
   * @param warm file cache, {@link Double#NaN} where it is not known: then the optimistic rule
   *     takes it for free and the pessimistic one for used
   * @param loaned the loan that was seen, {@link Double#NaN} where none was
   * @param ioEntitlement lifts the floor; the part of hot memory below it counts as floor then
   */
  void set(
      int member,
      double logical,
      double floor,
      double hot,
      double warm,
      double loaned,
      double ioEntitlement) {
    double pinned = Double.isNaN(floor) ? 0 : floor;
    double lifted = Math.min(logical, Math.max(pinned, ioEntitlement));
    double most = Math.min(logical, Math.max(lifted, pinned + hot));
    this.logical[member] = logical;
    this.floor[member] = lifted;
    this.needed[member] = most;
    boolean cacheKnown = !Double.isNaN(warm);
    this.cached[member] =
        cacheKnown ? Math.min(logical, Math.max(most, pinned + hot + warm)) : most;
    double inUse = cacheKnown ? this.cached[member] : logical;
    // What a member does not lend it holds on to, free pages included (the flat bound).
    this.used[member] =
        Double.isNaN(loaned) ? inUse : Math.min(logical, Math.max(most, logical - loaned));
  }

  /** All floors together. */
  double floors() {
    return Arrays.stream(floor).sum();
  }
}
