package dev.headroom.memory;

import java.util.BitSet;

/**
 * How one member was served over time, on the grid of the {@link PoolHistory} that was replayed;
 * bytes. {@link Double#NaN} where it is neither seen nor can be modelled: the member does not
 * report, or too few others do.
 */
public final class MemberOutcome {
  private final String name;
  private final double[] physical;
  private final double[] loaned;
  private final double[] stolen;
  private final double[] pagedOut;
  private final BitSet seen = new BitSet();

  /**
   * A member about which nothing is known yet.
   *
   * @param pagesOut whether what it lends may be written to its own paging space first
   */
  public MemberOutcome(String name, int instants, boolean pagesOut) {
    this.name = name;
    physical = absent(instants);
    loaned = absent(instants);
    stolen = absent(instants);
    // Only this policy pages out; the others save the memory.
    pagedOut = absent(pagesOut ? instants : 0);
  }

  private static double[] absent(int instants) {
    return MemberHistory.absent(instants);
  }

  /** Takes over what a capture shows of the member at an instant. */
  public void see(int instant, MemberHistory member) {
    physical[instant] = member.served().physical()[instant];
    loaned[instant] = member.served().loaned()[instant];
    stolen[instant] = member.stolen(instant);
    seen.set(instant);
  }

  /** A partition's share, as modelled; bytes. */
  public void model(int instant, double real, double lent, double taken, double pagedOutFirst) {
    physical[instant] = real;
    loaned[instant] = lent;
    stolen[instant] = taken;
    if (pagedOut.length > 0) {
      pagedOut[instant] = pagedOutFirst;
    }
  }

  /** A guest's share, as modelled: what is resident, and what had to go out. */
  public void model(int instant, double resident, double out) {
    physical[instant] = resident;
    stolen[instant] = out;
  }

  /** The partition or guest. */
  public String name() {
    return name;
  }

  /** Physical memory behind it. */
  public double physical(int instant) {
    return physical[instant];
  }

  /** Logical memory lent to the hypervisor. */
  public double loaned(int instant) {
    return loaned[instant];
  }

  /**
   * Memory that the hypervisor paged out; with the other two it makes up the logical memory of a
   * partition, and with the physical memory what a guest has instantiated.
   */
  public double stolen(int instant) {
    return stolen[instant];
  }

  /**
   * Part of the loan that AIX first wrote to its own paging space (policy 2), as modelled; {@link
   * Double#NaN} where the instant was seen instead.
   */
  public double pagedOut(int instant) {
    if (seen.get(instant) || Double.isNaN(loaned[instant])) {
      return Double.NaN;
    }
    return pagedOut.length == 0 ? 0 : pagedOut[instant];
  }

  /**
   * Whether the figures at an instant were seen in a capture rather than modelled. What is seen
   * adds up to the logical memory only within the rounding of the print.
   */
  public boolean seen(int instant) {
    return seen.get(instant);
  }
}
