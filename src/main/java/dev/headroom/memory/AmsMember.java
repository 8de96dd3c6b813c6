package dev.headroom.memory;

import java.util.OptionalDouble;

/**
 * A partition in a shared memory pool.
 *
 * @param name its name
 * @param logical logical memory in bytes as configured; where captures report it over time, they
 *     win
 * @param weight variable memory capacity weight, 0 to 255; 0 counts as 1 so that nobody starves
 * @param ioEntitlement physical memory guaranteed for I/O mapping, bytes, where known
 * @param loanPolicy what it may lend
 */
public record AmsMember(
    String name,
    OptionalDouble logical,
    double weight,
    OptionalDouble ioEntitlement,
    LoanPolicy loanPolicy) {}
