package dev.headroom.memory;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Sums over the members of a pool at every instant, and what follows from them. Bytes. A sum counts
 * only where enough of the pool reports ({@link PoolHistory#covered}). All shares are of one number
 * of intervals, {@link #counted}.
 */
public final class PoolTotals {
  /** Memory comes in bytes; half of one takes care of what floating point leaves of a sum. */
  private static final double HALF_A_BYTE = 0.5;

  private final double[] needed;
  private final double[] demand;
  private final int counted;
  private final Promised promised;

  private PoolTotals(double[] needed, double[] demand, int counted, Promised promised) {
    this.counted = counted;
    this.needed = needed;
    this.demand = demand;
    this.promised = promised;
  }

  /** Adds up a history, and what the system promised to its members. */
  public static PoolTotals of(PoolHistory history, MemorySystem system) {
    double[] needed = new double[history.size()];
    double[] demand = new double[history.size()];
    for (int instant = 0; instant < history.size(); instant++) {
      int reporting = 0;
      if (history.covered(instant)) {
        for (MemberHistory member : history.members()) {
          if (member.reports(instant)) {
            reporting++;
            needed[instant] += member.needed(instant);
            demand[instant] += member.demand(instant);
          }
        }
      }
      if (reporting == 0) {
        needed[instant] = Double.NaN;
        demand[instant] = Double.NaN;
      }
    }
    return new PoolTotals(needed, demand, counted(history, needed), Promised.of(history, system));
  }

  /**
   * An interval in which a member was short of memory is evidence whoever else is silent. Where no
   * sum counts, those intervals count in which page-ins were looked for.
   */
  private static int counted(PoolHistory history, double[] needed) {
    boolean summed = Arrays.stream(needed).anyMatch(value -> !Double.isNaN(value));
    int counted = 0;
    for (int instant = 0; instant < needed.length; instant++) {
      boolean counts =
          !Double.isNaN(needed[instant])
              || history.censored(instant)
              || (!summed && pageInsKnown(history, instant));
      counted += counts ? 1 : 0;
    }
    return counted;
  }

  private static boolean pageInsKnown(PoolHistory history, int instant) {
    for (MemberHistory member : history.members()) {
      if (member.pageInsKnown(instant)) {
        return true;
      }
    }
    return history.together().known(instant);
  }

  /** Whether more is needed than there is, rounding apart. */
  public static boolean exceeds(double wanted, double available) {
    return wanted > available + HALF_A_BYTE;
  }

  /** Floor and hot of all members; {@link Double#NaN} where the instant does not count. */
  public double needed(int instant) {
    return needed[instant];
  }

  /** Floor, hot and warm of all; {@link Double#NaN} where one is not known, or too few report. */
  public double demand(int instant) {
    return demand[instant];
  }

  /**
   * How many intervals count: those of which the sum is known, and those in which a member was seen
   * to be short of memory. Every share that is told of a pool is of this number.
   */
  public int counted() {
    return counted;
  }

  /** Whether the sum is known at any instant. */
  public boolean summed() {
    return neededPeakAt().isPresent();
  }

  /** The first instant at which floor and hot were largest; absent where no instant counts. */
  public OptionalInt neededPeakAt() {
    return peakAt(needed);
  }

  /** The first instant at which floor, hot and warm were largest; absent where none is known. */
  public OptionalInt demandPeakAt() {
    return peakAt(demand);
  }

  /** Largest total of floor and hot. */
  public OptionalDouble neededPeak() {
    return valueAt(needed, neededPeakAt());
  }

  /** Largest total of floor, hot and warm. */
  public OptionalDouble demandPeak() {
    return valueAt(demand, demandPeakAt());
  }

  /**
   * Largest total of the members' logical memory; absent where it is not known of every member.
   * Where captures are silent, what is configured counts, else what was seen last.
   */
  public OptionalDouble promised() {
    return promised.total();
  }

  /**
   * Largest total of the members' logical memory as far as it is known; 0 where it is known for no
   * member.
   */
  public double promisedAtLeast() {
    return promised.atLeast();
  }

  /**
   * Share of the instants that count in which floor and hot exceeded what the pool could give;
   * absent where no instant counts.
   *
   * @param available size less reserve
   */
  public OptionalDouble violationRate(double available) {
    if (!summed() || Double.isNaN(available)) {
      return OptionalDouble.empty();
    }
    int violated = 0;
    for (double value : needed) {
      violated += exceeds(value, available) ? 1 : 0;
    }
    return OptionalDouble.of((double) violated / counted);
  }

  /**
   * Share of the instants that count at which a member was short of memory; absent where no instant
   * counts.
   */
  public OptionalDouble censoredShare(PoolHistory history) {
    if (!summed()) {
      return OptionalDouble.empty();
    }
    int censored = 0;
    for (int instant = 0; instant < needed.length; instant++) {
      censored += history.censored(instant) ? 1 : 0;
    }
    return OptionalDouble.of((double) censored / counted);
  }

  private static OptionalInt peakAt(double[] values) {
    int peak = -1;
    for (int instant = 0; instant < values.length; instant++) {
      if (!Double.isNaN(values[instant]) && (peak < 0 || values[instant] > values[peak])) {
        peak = instant;
      }
    }
    return peak < 0 ? OptionalInt.empty() : OptionalInt.of(peak);
  }

  private static OptionalDouble valueAt(double[] values, OptionalInt instant) {
    return instant.isPresent()
        ? OptionalDouble.of(values[instant.getAsInt()])
        : OptionalDouble.empty();
  }
}
