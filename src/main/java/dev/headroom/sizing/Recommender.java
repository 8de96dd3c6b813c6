package dev.headroom.sizing;

import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import java.util.Optional;

/** Recommends how big a pool should be. */
public interface Recommender {
  /**
   * Recommends a size.
   *
   * @param history what was seen of the pool's members
   * @param system the pool: its reserve, its present size and what it promised
   * @param goal how far ahead, and how sure
   * @return empty where the history is too thin: at no instant does enough of the pool report
   */
  Optional<Sizing> recommend(PoolHistory history, MemorySystem system, Goal goal);
}
