package dev.headroom.memory.zvm;

import java.util.OptionalInt;

/**
 * Where the memory of one guest was at the worst instant of a replay; bytes.
 *
 * @param order 1 for the guest whose memory was taken first; absent where none was taken, or where
 *     it was seen in a capture, which does not tell the order
 * @param guest its userid
 * @param idle whether it was idle
 * @param resident in real memory
 * @param expanded in expanded storage
 * @param auxiliary on paging devices
 * @param seen whether a capture shows it, so that nothing is modelled
 */
public record Eviction(
    OptionalInt order,
    String guest,
    boolean idle,
    double resident,
    double expanded,
    double auxiliary,
    boolean seen) {}
