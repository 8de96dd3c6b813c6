package dev.headroom.sizing;

import dev.headroom.memory.ams.PoolPressure;

/** What a size rests on, for tests that do not ask how it came about. */
public final class Bases {
  private static final double GB = 1L << 30;

  /** 12.65 GB at the worst moment, and a step of 0.85 GB. */
  public static final SizeBasis PEAK =
      new PeakBasis(
          12.65 * GB,
          new LargestStep("bxaix86", 0.85 * GB, 7 * GB, 14.1 * GB),
          new PoolSizes(12.65 * GB, 13.5 * GB, 14.1 * GB, 0, Double.POSITIVE_INFINITY, 256L << 20),
          PoolPressure.NONE,
          0);

  private Bases() {}
}
