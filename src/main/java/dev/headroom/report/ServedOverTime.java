package dev.headroom.report;

import dev.headroom.memory.MemberOutcome;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolOutcome;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.ReplayOutcome;
import java.util.BitSet;

/**
 * How all members of a pool together were served, with one entry for each instant of its history;
 * no entries where that is not known.
 *
 * @param loaned what they lent, bytes; {@link Double#NaN} where it is known of none of them
 * @param stolen what was stolen, or of guests paged out, likewise
 * @param modelled the instants at which not all of that was seen
 * @param unfit the instants at which what was hot did not fit
 */
public record ServedOverTime(double[] loaned, double[] stolen, BitSet modelled, BitSet unfit) {
  /** Nothing is known. */
  public static final ServedOverTime UNKNOWN =
      new ServedOverTime(new double[0], new double[0], new BitSet(), new BitSet());

  /** Adds up what a replay of a history found. */
  public static ServedOverTime of(ReplayOutcome outcome, PoolHistory history) {
    int size = history.size();
    ServedOverTime sums =
        new ServedOverTime(new double[size], new double[size], new BitSet(), new BitSet());
    PoolOutcome served = outcome.served();
    for (int instant = 0; instant < size; instant++) {
      sums.loaned[instant] = loaned(served, instant);
      sums.stolen[instant] = served.stolen(instant);
      for (MemberOutcome member : served.members()) {
        if (!Double.isNaN(member.stolen(instant)) && !member.seen(instant)) {
          sums.modelled.set(instant);
        }
      }
      double needed = outcome.totals().needed(instant);
      sums.unfit.set(instant, PoolTotals.exceeds(needed, outcome.availableAt(instant)));
    }
    return sums;
  }

  private static double loaned(PoolOutcome served, int instant) {
    double total = Double.NaN;
    for (MemberOutcome member : served.members()) {
      double loaned = member.loaned(instant);
      if (!Double.isNaN(loaned)) {
        total = Double.isNaN(total) ? loaned : total + loaned;
      }
    }
    return total;
  }
}
