package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import java.util.Optional;

/**
 * What sharing is worth: how much less the members need together than each on its own.
 *
 * @param sumOfPeaks the members' own peaks of floor and hot together, bytes
 * @param peakOfSum the most that they needed together, bytes
 */
public record Multiplexing(double sumOfPeaks, double peakOfSum) {

  /**
   * Measures a pool, over the instants at which at least three quarters of its configured memory
   * report; a silent member holds its last value.
   *
   * @return empty where no instant counts, or nothing was needed
   */
  public static Optional<Multiplexing> of(PoolHistory history) {
    SharedDemand demand = SharedDemand.of(history);
    int peakAt = demand.peakAt();
    if (peakAt < 0 || !(demand.total(peakAt) > 0)) {
      return Optional.empty();
    }
    double sum = 0;
    for (int member = 0; member < demand.members(); member++) {
      sum += demand.peak(member);
    }
    return Optional.of(new Multiplexing(sum, demand.total(peakAt)));
  }

  /** The gain, 1 - PS / SP: 0 where all members peak together. */
  public double gain() {
    return Math.max(0, 1 - peakOfSum / sumOfPeaks);
  }
}
