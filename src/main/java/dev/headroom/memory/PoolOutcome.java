package dev.headroom.memory;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A replay under one sharing rule.
 *
 * @param rule how the pool was taken to be shared
 * @param instants how many instants the replay has
 * @param members in the order of the history's members
 */
public record PoolOutcome(SharingRule rule, int instants, List<MemberOutcome> members) {
  /** Copies the list of members. */
  public PoolOutcome {
    members = List.copyOf(members);
  }

  /**
   * Stolen memory of all members for which it is known, bytes; what was seen counts even where the
   * rest of the pool does not report, and the total is at least this then. {@link Double#NaN} where
   * it is known for no member.
   */
  public double stolen(int instant) {
    double total = Double.NaN;
    for (MemberOutcome member : members) {
      double stolen = member.stolen(instant);
      if (!Double.isNaN(stolen)) {
        total = Double.isNaN(total) ? stolen : total + stolen;
      }
    }
    return total;
  }

  /** The largest total of stolen memory, bytes; absent where nothing is known. */
  public OptionalDouble peakStolen() {
    double peak = Double.NEGATIVE_INFINITY;
    for (int instant = 0; instant < instants; instant++) {
      double stolen = stolen(instant);
      peak = stolen > peak ? stolen : peak;
    }
    return peak < 0 ? OptionalDouble.empty() : OptionalDouble.of(peak);
  }
}
