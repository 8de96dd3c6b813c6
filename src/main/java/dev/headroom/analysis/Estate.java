package dev.headroom.analysis;

import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.sizing.Recommender;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The pools of one platform, as a backtest needs them. */
public interface Estate {
  /**
   * A pool and what was seen of its members.
   *
   * @param system the pool
   * @param history what was seen
   * @param recommender what advises on it, from a part of that history
   */
  record Pool(MemorySystem system, PoolHistory history, Recommender recommender) {
    /** Whether the demand of any member is known at any instant. */
    public boolean reports() {
      return history.members().stream()
          .anyMatch(member -> IntStream.range(0, history.size()).anyMatch(member::reports));
    }
  }

  /** The pools as they are. */
  List<Pool> pools();

  /** All members as one, to draw pools from; empty where members cannot be in another pool. */
  default Optional<Pool> whole() {
    return Optional.empty();
  }

  /**
   * Some of the members as a pool of no particular size.
   *
   * @throws UnsupportedOperationException where members cannot be in another pool
   */
  default MemorySystem some(List<String> names) {
    throw new UnsupportedOperationException("no pools are drawn from " + names);
  }
}
