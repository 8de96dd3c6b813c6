package dev.headroom.memory.ams;

import java.util.OptionalDouble;

/**
 * A partition in a shared memory pool.
 *
 * @param name its name
 * @param logical logical memory in bytes as configured; where captures report it over time, they
 *     win
 * @param weight variable memory capacity weight, 0 to 255; 0 counts as 1 so that every member gets
 *     a share
 * @param ioEntitlement physical memory guaranteed for I/O mapping, bytes, where known
 * @param loanPolicy what it may lend
 */
public record AmsMember(
    String name,
    OptionalDouble logical,
    double weight,
    OptionalDouble ioEntitlement,
    LoanPolicy loanPolicy) {
  /** Medium, the default of the HMC. */
  public static final double DEFAULT_WEIGHT = 128;

  /** A member of which only the name is known; the rest is what a new partition has. */
  public static AmsMember unconfigured(String name) {
    return new AmsMember(
        name,
        OptionalDouble.empty(),
        DEFAULT_WEIGHT,
        OptionalDouble.empty(),
        LoanPolicy.FILE_CACHE);
  }
}
