package dev.headroom.whatif;

import dev.headroom.memory.MemorySystem;
import dev.headroom.unit.Size;

/**
 * A pool of another size.
 *
 * @param pool its name
 * @param size bytes
 */
public record Resizing(String pool, double size) implements Change {
  @Override
  public Situation applyTo(Landscape landscape) {
    Situation before = landscape.pool(pool);
    MemorySystem system = before.system();
    if (system.size() == size) {
      return before;
    }
    if (size <= 0) {
      throw new ImpossibleChangeException("the size must be above 0");
    }
    if (size <= system.reserve()) {
      throw new ImpossibleChangeException(
          Size.gb(size)
              + " is no more than the reserve of "
              + pool
              + ", "
              + Size.gb(system.reserve()));
    }
    String was = Double.isNaN(system.size()) ? "" : " instead of " + Size.gb(system.size());
    return before.resized(size, pool + " has " + Size.gb(size) + was + ".");
  }
}
