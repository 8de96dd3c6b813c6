package dev.headroom.risk.zvm;

import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.zvm.ZvmSystem;
import java.util.OptionalDouble;

/**
 * What a system's real memory holds beside the control program's own.
 *
 * @param system the system
 * @param promised all that its guests define, bytes, where known: more is never needed
 */
record RealMemory(ZvmSystem system, OptionalDouble promised) {
  /** A size that is less than a byte short is not short. */
  private static final double A_BYTE = 1;

  /** The real memory of a system that is judged. */
  static RealMemory of(ZvmCase system) {
    return new RealMemory(system.pool(), system.outcome().totals().promised());
  }

  /**
   * Whether it holds what guests need; a size that is advised in whole blocks does.
   *
   * @param wanted what guests need, bytes
   */
  boolean holds(double wanted) {
    double exact = Math.min(wanted, promised.orElse(Double.POSITIVE_INFINITY)) + system.reserve();
    double enough = Math.min(exact, MemoryBlocks.up(exact, system.block()));
    return system.size() > enough - A_BYTE;
  }
}
