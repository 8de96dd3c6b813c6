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

  /** What is less than this over is rounding of the figures that are printed. */
  public static final double ROUNDING = Size.MB;

  private MemoryBlocks() {}

  /** A partition's own peak of floor and hot and a tenth on top, in whole blocks, bytes. */
  public static double enough(double peak) {
    return up(peak * (1 + MARGIN));
  }

  /** The smallest whole number of the largest blocks that holds an amount, bytes. */
  public static double up(double bytes) {
    return up(bytes, SIZE);
  }

  /**
   * The smallest whole number of blocks that holds an amount, but for what is rounding; one at
   * least where it is anything.
   *
   * @param block the size of a block, bytes
   */
  public static double up(double bytes, double block) {
    if (!(bytes > 0)) {
      return Double.isNaN(bytes) ? bytes : 0;
    }
    double whole = Math.floor(bytes / block);
    double more = bytes - whole * block < Math.min(ROUNDING, block) ? 0 : 1;
    return Math.max(1, whole + more) * block;
  }
}
