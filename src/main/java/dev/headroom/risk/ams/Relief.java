package dev.headroom.risk.ams;

import dev.headroom.memory.MemoryBlocks;
import dev.headroom.risk.Advice;
import dev.headroom.sizing.Sizing;
import java.util.Optional;

/**
 * What ends a shortage. All findings on a pool name the same size, the recommended one; where the
 * pool has that, memory has to come from members.
 */
final class Relief {
  private static final double ROUNDING = 0.5;

  private Relief() {}

  /**
   * What to do, a sentence without its end.
   *
   * @param more words on the larger size, after it; empty for nothing
   */
  static String of(AmsCase pool, String more) {
    return larger(pool)
        .map(
            size ->
                Advice.grow(pool, size)
                    + more
                    + ", or lower the logical memory of members that keep file cache")
        .orElse(
            pool.sized()
                ? "Let members that keep file cache lend more of it, or lower their logical memory"
                : "Give the pool's size in the site file, so that a larger one can be advised");
  }

  /** The same for a shortage of what is hot. */
  static String ofHot(AmsCase pool, double needed) {
    double size = larger(pool).orElse(MemoryBlocks.up(needed, pool.pool().block()));
    return Advice.grow(pool, size);
  }

  /** The size to raise the pool to; empty where none is advised that is larger. */
  static Optional<Double> larger(AmsCase pool) {
    double size = pool.pool().size();
    return pool.sizing()
        .map(Sizing::recommended)
        .filter(recommended -> recommended > size + ROUNDING);
  }

  /** The most whole blocks in an amount of memory that a member can give, bytes. */
  static double blocks(AmsCase pool, double bytes) {
    double block = pool.pool().block();
    return Math.floor(bytes / block) * block;
  }
}
