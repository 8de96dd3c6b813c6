package dev.headroom.whatif;

import dev.headroom.memory.Asked;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.Paging;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.Provenance;
import dev.headroom.memory.Served;
import dev.headroom.series.Subject;
import java.util.Arrays;

/**
 * Makes the demand of one member from the demand of others. How a member was served does not carry
 * over to a demand that was never seen. That it was short does carry over, since its demand was
 * seen too low then: one page-in is kept at every instant at which a member was short.
 */
public final class ChangedDemand {
  private ChangedDemand() {}

  /** Another member that asks for just the same; no array is copied. */
  static MemberHistory named(MemberHistory member, String name) {
    return new MemberHistory(
        new Subject(member.subject().kind(), name),
        member.asked(),
        member.served(),
        member.paging(),
        member.worst(),
        Provenance.NONE);
  }

  /** All of it multiplied by a factor, logical memory too. */
  static MemberHistory scaled(MemberHistory member, double factor) {
    return factor == 1
        ? member
        : demand(
            member,
            member.asked().each(values -> times(values, factor)),
            shortTimes(member, member));
  }

  /**
   * The demand multiplied by a factor, in the logical memory that there is; where floor and hot
   * pass it, it is raised to what is enough for their peak. File cache gets what is left.
   */
  static MemberHistory grown(MemberHistory member, double factor) {
    Asked asked = member.asked();
    return fitted(
        demand(
            member,
            new Asked(
                asked.logical(),
                times(asked.floor(), factor),
                times(asked.hot(), factor),
                times(asked.warm(), factor)),
            shortTimes(member, member)));
  }

  /** Both demands at the same instants, known where both are, in the first one's logical memory. */
  static MemberHistory together(MemberHistory member, MemberHistory partner) {
    Asked mine = member.asked();
    Asked its = partner.asked();
    return fitted(
        demand(
            member,
            new Asked(
                mine.logical(),
                plus(mine.floor(), its.floor()),
                plus(mine.hot(), its.hot()),
                plus(mine.warm(), its.warm())),
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
      warm[i] = Math.min(member.asked().warm()[i], member.asked().logical()[i] - needed);
    }
    return demand(
        member, new Asked(member.asked().logical(), floor, hot, warm), shortTimes(member, member));
  }

  /**
   * The same values at other instants.
   *
   * @param from for every new instant the old one whose values it takes, negative for none
   */
  static MemberHistory moved(MemberHistory member, int[] from) {
    return member.each(values -> moved(values, from));
  }

  /** The instant at which floor and hot were largest, negative where they are not known. */
  static int peakAt(MemberHistory member) {
    int peak = -1;
    for (int i = 0; i < member.size(); i++) {
      if (member.reports(i) && (peak < 0 || member.needed(i) > member.needed(peak))) {
        peak = i;
      }
    }
    return peak;
  }

  /** Its largest logical memory, {@link Double#NaN} where it is not known. */
  static double logical(MemberHistory member) {
    return Arrays.stream(member.asked().logical())
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(Double.NaN);
  }

  private static MemberHistory fitted(MemberHistory wanted) {
    double raised = 0;
    for (int i = 0; i < wanted.size(); i++) {
      if (PoolTotals.exceeds(wanted.needed(i), wanted.asked().logical()[i])) {
        raised = Math.max(raised, wanted.needed(i));
      }
    }
    double blocks = MemoryBlocks.enough(raised);
    double[] logical = wanted.asked().logical();
    double[] warm = new double[logical.length];
    if (raised > 0) {
      logical = Arrays.stream(logical).map(value -> Math.max(value, blocks)).toArray();
    }
    for (int i = 0; i < warm.length; i++) {
      warm[i] = Math.min(wanted.asked().warm()[i], Math.max(0, logical[i] - wanted.needed(i)));
    }
    return demand(
        wanted,
        new Asked(logical, wanted.asked().floor(), wanted.asked().hot(), warm),
        wanted.paging().pageIns());
  }

  private static MemberHistory demand(MemberHistory member, Asked asked, double[] pageIns) {
    double[] none = MemberHistory.absent(pageIns.length);
    return new MemberHistory(
        member.subject(),
        asked,
        Served.unseen(pageIns.length),
        Paging.partition(pageIns, none, none));
  }

  private static double[] shortTimes(MemberHistory one, MemberHistory other) {
    double[] marks = MemberHistory.absent(one.size());
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
