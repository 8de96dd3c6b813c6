package dev.headroom.memory.ams;

import dev.headroom.memory.PoolHistory;
import java.util.Optional;

/**
 * What captures show of a pool, seen from the pool as it is here.
 *
 * @param size the size at which what they show is evidence, bytes; {@link Double#NaN} where no
 *     capture shows the pool, or less may be asked of it here
 * @param found the pool as they show it; empty where it is that very one
 */
public record Sighting(double size, Optional<Found> found) {

  /**
   * A pool as captures show it.
   *
   * @param pool the pool
   * @param history what its members asked for, and how they were served
   */
  public record Found(AmsPool pool, PoolHistory history) {}

  /** What captures show of a pool that has the size at which they were taken. */
  public static Sighting at(double size) {
    return new Sighting(size, Optional.empty());
  }

  /** The same, and what it shows is no evidence. */
  Sighting gone() {
    return new Sighting(Double.NaN, found);
  }

  /** The same of a pool that is no longer the one that was found. */
  Sighting of(AmsPool pool, PoolHistory history) {
    if (found.isPresent()) {
      return this;
    }
    AmsPool then = Double.isNaN(size) ? pool : pool.withSize(size);
    return new Sighting(size, Optional.of(new Found(then, history)));
  }
}
