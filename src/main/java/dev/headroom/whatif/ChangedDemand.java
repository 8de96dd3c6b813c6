package dev.headroom.whatif;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.PoolTotals;
import java.util.Arrays;

/**
 * Makes the demand of one member from that of others. How a member was served does not carry over
 * to a demand that nobody saw; that it was short does, since its demand was seen too low then. So
 * of what was seen there is left one page-in at every instant at which somebody was short.
 */
public final class ChangedDemand {
  private ChangedDemand() {}

  /** Another member that asks for just the same; no array is copied. */
  static MemberHistory named(MemberHistory member, String name) {
    return new MemberHistory(
        name,
        member.logical(),
        member.floor(),
        member.hot(),
        member.warm(),
        member.physical(),
        member.loaned(),
        member.pageIns(),
        member.pageInMillis(),
        member.ownPaging());
  }

  /** All of it so many times as large, logical memory too. */
  static MemberHistory scaled(MemberHistory member, double factor) {
    return factor == 1
        ? member
        : demand(
            member.name(),
            times(member.logical(), factor),
            times(member.floor(), factor),
            times(member.hot(), factor),
            times(member.warm(), factor),
            shortTimes(member, member));
  }

  /**
   * The demand so many times as large in the logical memory that there is; where floor and hot pass
   * that, it is raised to what is enough for their peak. File cache gets what is left.
   */
  static MemberHistory grown(MemberHistory member, double factor) {
    return fitted(
        demand(
            member.name(),
            member.logical(),
            times(member.floor(), factor),
            times(member.hot(), factor),
            times(member.warm(), factor),
            shortTimes(member, member)));
  }

  /** Both demands at the same instants, known where both are, in the first one's logical memory. */
  static MemberHistory together(MemberHistory member, MemberHistory partner) {
    return fitted(
        demand(
            member.name(),
            member.logical(),
            plus(member.floor(), partner.floor()),
            plus(member.hot(), partner.hot()),
            plus(member.warm(), partner.warm()),
            shortTimes(member, partner)));
  }

  /** The same with another floor; what it needs stays, or rises to the floor. */
  static MemberHistory withFloor(MemberHistory member, double[] floor) {
    int instants = floor.length;
    double[] hot = new double[instants];
    double[] warm = new double[instants];
    for (int i = 0; i < instants; i++) {
      double needed = Math.max(member.needed(i), floor[i]);
      hot[i] = needed - floor[i];
      warm[i] = Math.min(member.warm()[i], member.logical()[i] - needed);
    }
    return demand(member.name(), member.logical(), floor, hot, warm, shortTimes(member, member));
  }

  /**
   * The same values at other instants.
   *
   * @param from for every new instant the old one whose values it takes, negative for none
   */
  static MemberHistory moved(MemberHistory member, int[] from) {
    return new MemberHistory(
        member.name(),
        moved(member.logical(), from),
        moved(member.floor(), from),
        moved(member.hot(), from),
        moved(member.warm(), from),
        moved(member.physical(), from),
        moved(member.loaned(), from),
        moved(member.pageIns(), from),
        moved(member.pageInMillis(), from),
        moved(member.ownPaging(), from));
  }

  /** The instant at which floor and hot were largest, negative where they are not known. */
  static int peakAt(MemberHistory member) {
    int peak = -1;
    for (int i = 0; i < member.logical().length; i++) {
      if (member.reports(i) && (peak < 0 || member.needed(i) > member.needed(peak))) {
        peak = i;
      }
    }
    return peak;
  }

  /** Its largest logical memory, {@link Double#NaN} where it is not known. */
  static double logical(MemberHistory member) {
    return Arrays.stream(member.logical())
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(Double.NaN);
  }

  private static MemberHistory fitted(MemberHistory wanted) {
    double raised = 0;
    for (int i = 0; i < wanted.logical().length; i++) {
      if (PoolTotals.exceeds(wanted.needed(i), wanted.logical()[i])) {
        raised = Math.max(raised, wanted.needed(i));
      }
    }
    double blocks = MemoryBlocks.enough(raised);
    double[] logical = wanted.logical();
    double[] warm = new double[logical.length];
    if (raised > 0) {
      logical = Arrays.stream(logical).map(value -> Math.max(value, blocks)).toArray();
    }
    for (int i = 0; i < warm.length; i++) {
      warm[i] = Math.min(wanted.warm()[i], Math.max(0, logical[i] - wanted.needed(i)));
    }
    return demand(wanted.name(), logical, wanted.floor(), wanted.hot(), warm, wanted.pageIns());
  }

  private static MemberHistory demand(
      String name,
      double[] logical,
      double[] floor,
      double[] hot,
      double[] warm,
      double[] pageIns) {
    double[] none = MemberHistory.absent(logical.length);
    return new MemberHistory(name, logical, floor, hot, warm, none, none, pageIns, none, none);
  }

  private static double[] shortTimes(MemberHistory one, MemberHistory other) {
    double[] marks = MemberHistory.absent(one.logical().length);
    for (int i = 0; i < marks.length; i++) {
      if (one.censored(i) || other.censored(i)) {
        marks[i] = 1;
      }
    }
    return marks;
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  private static double[] plus(double[] values, double[] others) {
    double[] sums = new double[values.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = values[i] + others[i];
    }
    return sums;
  }

  private static double[] moved(double[] values, int[] from) {
    double[] moved = new double[from.length];
    for (int i = 0; i < from.length; i++) {
      moved[i] = from[i] < 0 ? Double.NaN : values[from[i]];
    }
    return moved;
  }
}
