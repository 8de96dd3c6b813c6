package dev.headroom.memory.zvm;

import dev.headroom.memory.MemberHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * The instants of a history that show what of every guest was resident, and what was paged out, as
 * a rule is fitted to them.
 */
final class SeenStaying {
  private static final int FEWEST = 24;

  /** Of a long history no more instants than these are looked at. */
  private static final int MOST = 200;

  /**
   * One instant.
   *
   * @param index in the history
   * @param tiers what each guest had
   * @param available what of all of them was resident, bytes
   * @param left what guests could have had beyond that, bytes; {@link Double#NaN} where it is not
   *     known
   * @param out what each had in expanded storage and on paging devices, bytes
   * @param expanded what of it was in expanded storage
   */
  record Instant(
      int index,
      List<GuestTiers> tiers,
      double available,
      double left,
      double[] out,
      double[] expanded) {
    /** What all guests had paged out, bytes. */
    double totalOut() {
      double sum = 0;
      for (double value : out) {
        sum += value;
      }
      return sum;
    }
  }

  final List<Instant> instants;

  private SeenStaying(List<Instant> instants) {
    this.instants = instants;
  }

  /** What a history shows of a system; of a long one instants at even distances. */
  static SeenStaying of(ZvmSystem system, ZvmHistory history) {
    TiersOverTime tiers = new TiersOverTime(system, history);
    List<Instant> all = new ArrayList<>();
    for (int instant = 0; instant < history.pool().size(); instant++) {
      List<GuestTiers> now = tiers.next(instant);
      if (isShown(history, instant)) {
        Instant shown = instant(system, history, instant, now);
        if (shown.totalOut() > MemberHistory.ROUNDING) {
          all.add(shown);
        }
      }
    }
    int every = (all.size() + MOST - 1) / MOST;
    List<Instant> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += Math.max(1, every)) {
      some.add(all.get(i));
    }
    return new SeenStaying(some);
  }

  /** Whether enough is seen for a rule to be fitted to it. */
  boolean tells() {
    return instants.size() >= FEWEST;
  }

  /** Whether it is known of every guest that reports what was resident and what was not. */
  private static boolean isShown(ZvmHistory history, int instant) {
    boolean any = false;
    for (GuestHistory guest : history.guests()) {
      MemberHistory member = guest.member();
      if (member.reports(instant)) {
        any = true;
        if (Double.isNaN(member.served().physical()[instant])
            || Double.isNaN(member.stolen(instant))) {
          return false;
        }
      }
    }
    return any && history.pool().covered(instant);
  }

  private static Instant instant(
      ZvmSystem system, ZvmHistory history, int instant, List<GuestTiers> tiers) {
    int count = history.guests().size();
    double[] out = new double[count];
    double[] expanded = new double[count];
    double resident = 0;
    for (int i = 0; i < count; i++) {
      MemberHistory member = history.guests().get(i).member();
      if (member.reports(instant)) {
        out[i] = member.stolen(instant);
        double inExpanded = member.served().expanded()[instant];
        expanded[i] = Double.isNaN(inExpanded) ? 0 : inExpanded;
        resident += member.served().physical()[instant];
      }
    }
    double real = history.real()[instant];
    double size = Double.isNaN(real) ? system.captured() : real;
    return new Instant(instant, tiers, resident, size - system.reserve() - resident, out, expanded);
  }
}
