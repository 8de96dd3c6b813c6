package dev.headroom.memory;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a z/VM system needs, by which it is sized and graded; bytes.
 *
 * @param workingSets W: the largest sum of the working sets of guests that are not idle; absent
 *     where no report shows any
 * @param at the instant of that sum
 * @param evidence what the sum is worth
 * @param hot H: all active Java heaps and database memory; absent where the site file has none
 */
public record ZvmNeeds(
    OptionalDouble workingSets, OptionalInt at, Evidence evidence, OptionalDouble hot) {

  /**
   * Heaps and database memory times this are the least that a system should have: native memory of
   * the Java machines and what else the guests need comes with them. It stands once on the whole
   * sum.
   */
  public static final double MARGIN = 1.10;

  /** What a sum of working sets is worth. */
  public enum Evidence {
    /** It was seen while no guest that counts waited for pages. */
    UNCOMMITTED,
    /** No report shows page reads, so that it may have been seen under pressure. */
    UNKNOWN,
    /** There was paging whenever it was seen: working sets shrink then, and it is too small. */
    PAGING
  }

  /** The needs of a system as its history and its configuration show them. */
  public static ZvmNeeds of(ZvmSystem system, ZvmHistory history) {
    double hot = Double.NaN;
    for (ZvmGuest guest : system.members()) {
      if (guest.configuredHot().isPresent()) {
        hot = (Double.isNaN(hot) ? 0 : hot) + guest.configuredHot().getAsDouble();
      }
    }
    OptionalDouble known = Double.isNaN(hot) ? OptionalDouble.empty() : OptionalDouble.of(hot);
    int free = peak(history, true);
    if (free >= 0) {
      return new ZvmNeeds(
          OptionalDouble.of(sum(history, free)), OptionalInt.of(free), Evidence.UNCOMMITTED, known);
    }
    int any = peak(history, false);
    if (any < 0) {
      return new ZvmNeeds(OptionalDouble.empty(), OptionalInt.empty(), Evidence.UNKNOWN, known);
    }
    boolean paging = false;
    for (int instant = 0; instant < history.pool().size(); instant++) {
      paging |= history.pool().censored(instant);
    }
    return new ZvmNeeds(
        OptionalDouble.of(sum(history, any)),
        OptionalInt.of(any),
        paging ? Evidence.PAGING : Evidence.UNKNOWN,
        known);
  }

  private static int peak(ZvmHistory history, boolean uncommitted) {
    int peak = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int instant = 0; instant < history.pool().size(); instant++) {
      double sum = sum(history, instant);
      if (sum > most && (!uncommitted || history.uncommitted(instant))) {
        most = sum;
        peak = instant;
      }
    }
    return peak;
  }

  /** Working sets of the guests that are not idle; not a number where too few report. */
  private static double sum(ZvmHistory history, int instant) {
    double sum = Double.NaN;
    for (GuestHistory guest : history.guests()) {
      double own = guest.workingSetOrResident(instant);
      if (!guest.idle() && !Double.isNaN(own) && history.pool().covered(instant)) {
        sum = (Double.isNaN(sum) ? 0 : sum) + own;
      }
    }
    return sum;
  }
}
