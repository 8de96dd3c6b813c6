package dev.headroom.memory.zvm;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a z/VM system needs, by which it is sized and graded; bytes.
 *
 * @param sets the largest working set of each guest that is not idle, by its name; empty where the
 *     sum is not known. Resident pages are no working set: they never pass the real storage there
 *     is, so that any system would seem large enough
 * @param evidence what the sets are worth
 * @param configured K: all active Java heaps and database memory; absent where the site file has
 *     none
 * @param unconfigured V: the sets of busy guests without either; absent where one is not known
 * @param pressure how often busy guests read pages back
 */
public record ZvmNeeds(
    Map<String, Double> sets,
    Evidence evidence,
    OptionalDouble configured,
    OptionalDouble unconfigured,
    GuestPressure pressure) {

  /**
   * Heaps and database memory times this are the least that a system should have: native memory of
   * the Java machines and what else the guests need comes with them. It stands once on the whole
   * sum.
   */
  public static final double MARGIN = 1.10;

  /** What a sum of working sets is worth. */
  public enum Evidence {
    /** It was seen while no guest that counts read pages back. */
    UNCOMMITTED,
    /** Page reads are not known of every guest that counts, so that it may have been too small. */
    UNKNOWN,
    /** Busy guests read pages back in every interval: working sets shrink then. */
    PAGING;

    /** The evidence as it stands in a report, such as {@code uncommitted}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the sets. */
  public ZvmNeeds {
    sets = Collections.unmodifiableMap(new TreeMap<>(sets));
  }

  /** The needs of a system as its history and its configuration show them. */
  public static ZvmNeeds of(ZvmSystem system, ZvmHistory history) {
    boolean uncommitted = false;
    boolean paging = false;
    boolean calm = false;
    for (int instant = 0; instant < history.pool().size(); instant++) {
      boolean paged = history.paged(instant);
      paging |= paged;
      calm |= !paged && history.pool().covered(instant);
      uncommitted |= history.uncommitted(instant) && history.pool().covered(instant);
    }
    Evidence evidence =
        uncommitted ? Evidence.UNCOMMITTED : paging && !calm ? Evidence.PAGING : Evidence.UNKNOWN;
    Map<String, Double> sets = new TreeMap<>();
    OptionalDouble unconfigured = OptionalDouble.of(0);
    boolean known = true;
    for (GuestHistory guest : history.guests()) {
      if (guest.idle() || !reports(guest)) {
        continue;
      }
      double set = largest(history, guest, uncommitted);
      known &= !Double.isNaN(set);
      sets.put(guest.name(), set);
      if (guest.configuredHot().isEmpty()) {
        unconfigured =
            Double.isNaN(set) || unconfigured.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(unconfigured.getAsDouble() + set);
      }
    }
    return new ZvmNeeds(
        known ? sets : Map.of(),
        evidence,
        configured(system),
        unconfigured,
        GuestPressure.of(history));
  }

  private static OptionalDouble configured(ZvmSystem system) {
    OptionalDouble sum = OptionalDouble.empty();
    for (ZvmGuest guest : system.members()) {
      if (guest.configuredHot().isPresent()) {
        sum = OptionalDouble.of(sum.orElse(0) + guest.configuredHot().getAsDouble());
      }
    }
    return sum;
  }

  private static boolean reports(GuestHistory guest) {
    for (int instant = 0; instant < guest.member().size(); instant++) {
      if (guest.member().reports(instant)) {
        return true;
      }
    }
    return false;
  }

  /** Not from intervals in which a busy guest read pages back: working sets shrink then. */
  private static double largest(ZvmHistory history, GuestHistory guest, boolean uncommitted) {
    double largest = Double.NaN;
    for (int instant = 0; instant < history.pool().size(); instant++) {
      boolean counts = uncommitted ? history.uncommitted(instant) : !history.paged(instant);
      double set = guest.workingSet(instant);
      if (counts && history.pool().covered(instant) && guest.member().reports(instant)) {
        largest = set <= largest || Double.isNaN(set) ? largest : set;
      }
    }
    return largest;
  }

  /**
   * W: the sum of each busy guest's largest working set, from intervals in which no busy guest read
   * pages back; absent where there are none, or not of every guest.
   */
  public OptionalDouble workingSets() {
    return sets.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(sets.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  /**
   * H: heaps and database memory, and the working sets of busy guests without either; absent where
   * the site file gives them of no guest, or such a set is not known.
   */
  public OptionalDouble hot() {
    return configured.isPresent() && unconfigured.isPresent()
        ? OptionalDouble.of(configured.getAsDouble() + unconfigured.getAsDouble())
        : OptionalDouble.empty();
  }

  /**
   * The least that a system should have: heaps and database memory and a margin, and the working
   * sets of busy guests without either, but no more than all working sets; absent where H is.
   *
   * @param margin the margin, 0.1 for a tenth
   */
  public OptionalDouble minimum(double margin) {
    return hot().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.min(
                configured.getAsDouble() * (1 + margin) + unconfigured.getAsDouble(),
                workingSets().orElse(Double.POSITIVE_INFINITY)));
  }
}
