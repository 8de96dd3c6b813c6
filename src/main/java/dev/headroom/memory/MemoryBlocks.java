package dev.headroom.memory;

import dev.headroom.unit.Size;

/**
 * Memory is given to a partition in whole logical memory blocks. Their size is set per server, 16
 * to 256 MB; what is whole in the largest is whole in all.
 */
public final class MemoryBlocks {
  /** The largest block, bytes. */
  public static final double SIZE = 256 * Size.MB;

  /** What is added to a partition's own peak, so that it does not page by itself. */
  public static final double MARGIN = 0.10;

  /** What is less than a byte over is rounding. */
  private static final double A_BYTE = 1;

  private MemoryBlocks() {}

  /** A partition's own peak of floor and hot and a tenth on top, in whole blocks, bytes. */
  public static double enough(double peak) {
    return up(peak * (1 + MARGIN));
  }

  /** The smallest whole number of blocks that holds an amount, bytes. */
  public static double up(double bytes) {
    return Math.max(0, Math.ceil((bytes - A_BYTE) / SIZE)) * SIZE;
  }
}
