package dev.headroom.memory.zvm;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a z/VM system needs, by which it is sized and graded; bytes.
 *
 * @param workingSets W: the largest sum of the working sets of guests that are not idle; absent
 *     where at no instant they were read of all that report. Resident pages are no working set:
 *     they never pass the real storage there is, so that any system would seem large enough
 * @param enough what holds them: W, or more where it was only seen while there was paging
 * @param at the instant of that sum
 * @param evidence what the sum is worth
 * @param hot H: all active Java heaps and database memory; absent where the site file has none
 */
public record ZvmNeeds(
    OptionalDouble workingSets,
    OptionalDouble enough,
    OptionalInt at,
    Evidence evidence,
    OptionalDouble hot) {

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
    PAGING;

    /** The evidence as it stands in a report, such as {@code uncommitted}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
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
    boolean uncommitted = false;
    boolean paging = false;
    for (int instant = 0; instant < history.pool().size(); instant++) {
      uncommitted |= history.uncommitted(instant) && sum(history, instant, false) > 0;
      paging |= history.pool().censored(instant);
    }
    Evidence evidence =
        uncommitted ? Evidence.UNCOMMITTED : paging ? Evidence.PAGING : Evidence.UNKNOWN;
    int sets = peak(history, uncommitted, false);
    int at = evidence == Evidence.PAGING ? peak(history, false, true) : sets;
    if (sets < 0) {
      return new ZvmNeeds(
          OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), evidence, known);
    }
    double workingSets = sum(history, sets, false);
    double enough =
        evidence == Evidence.PAGING
            ? Math.max(Math.max(workingSets, sum(history, at, true)), tooSmall(history))
            : workingSets;
    return new ZvmNeeds(
        OptionalDouble.of(workingSets),
        OptionalDouble.of(enough),
        OptionalInt.of(at),
        evidence,
        known);
  }

  /**
   * What a guest that is not idle needs at an instant: its working set, or what exists of its
   * memory where working sets were only seen while there was paging; {@link Double#NaN} where that
   * is not known, or the guest is idle.
   */
  public double of(GuestHistory guest, int instant) {
    return own(guest, instant, evidence == Evidence.PAGING);
  }

  private static double own(GuestHistory guest, int instant, boolean anywhere) {
    double set = guest.idle() ? Double.NaN : guest.workingSet(instant);
    double exists = guest.instantiated(instant);
    return anywhere && exists > set ? exists : set;
  }

  private static int peak(ZvmHistory history, boolean uncommitted, boolean anywhere) {
    int peak = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int instant = 0; instant < history.pool().size(); instant++) {
      double sum = sum(history, instant, anywhere);
      if (sum > most && (!uncommitted || history.uncommitted(instant))) {
        most = sum;
        peak = instant;
      }
    }
    return peak;
  }

  /** Of all guests that are not idle; not a number where too few report, or not of all is known. */
  private static double sum(ZvmHistory history, int instant, boolean anywhere) {
    double sum = Double.NaN;
    for (GuestHistory guest : history.guests()) {
      boolean counts =
          !guest.idle() && guest.member().reports(instant) && history.pool().covered(instant);
      if (counts) {
        double own = own(guest, instant, anywhere);
        if (Double.isNaN(own)) {
          return Double.NaN;
        }
        sum = (Double.isNaN(sum) ? 0 : sum) + own;
      }
    }
    return sum;
  }

  /** The largest real memory at which there was paging; 0 where it is not known. */
  private static double tooSmall(ZvmHistory history) {
    double most = 0;
    for (int instant = 0; instant < history.pool().size(); instant++) {
      if (history.pool().censored(instant) && history.real()[instant] > most) {
        most = history.real()[instant];
      }
    }
    return most;
  }
}
