package dev.headroom.sizing;

import dev.headroom.memory.ams.PoolPressure;

/**
 * A size that outlives the past's worst moment plus one member's step. Bytes.
 *
 * @param peak what was hot together at most
 * @param step the step on top of it
 * @param sizes the sizes, before they are rounded up
 * @param pressure what was seen of memory that was missing
 * @param censoredShare share of the intervals in which a member was short of memory
 */
public record PeakBasis(
    double peak, LargestStep step, PoolSizes sizes, PoolPressure pressure, double censoredShare)
    implements SizeBasis {
  @Override
  public <T> T to(Reader<T> reader) {
    return reader.peak(this);
  }
}
