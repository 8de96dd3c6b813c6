package dev.headroom.memory.zvm;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A guest of a z/VM system.
 *
 * @param name its userid
 * @param logical its defined storage in bytes as configured; where captures report it over time,
 *     they win
 * @param heaps maximum sizes of its active Java heaps together, bytes, where known
 * @param database its peak database memory, bytes, where known
 * @param processors its virtual processors as configured; where captures show them, they win
 */
public record ZvmGuest(
    String name,
    OptionalDouble logical,
    OptionalDouble heaps,
    OptionalDouble database,
    OptionalInt processors) {
  /** A guest of which only the name and perhaps the defined storage are known. */
  public static ZvmGuest unconfigured(String name, OptionalDouble logical) {
    return new ZvmGuest(
        name, logical, OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty());
  }

  /**
   * What must stay in real memory by configuration: heaps, which a collection touches whole, and
   * database memory; absent where neither is known.
   */
  public OptionalDouble configuredHot() {
    return heaps.isEmpty() && database.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(heaps.orElse(0) + database.orElse(0));
  }
}
