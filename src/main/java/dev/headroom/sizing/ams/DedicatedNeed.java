package dev.headroom.sizing.ams;

import java.util.OptionalDouble;

/**
 * What one partition needs when it no longer shares memory, bytes.
 *
 * @param name the partition
 * @param logical its logical memory today, where known
 * @param peakHot its own peak of floor and hot, absent where no capture shows it
 * @param dedicated the dedicated memory that it needs, in whole blocks; absent where nothing gives
 *     it
 * @param withCache the same with the most file cache that it was seen to hold, where known
 * @param caution what makes the advice less sure
 */
public record DedicatedNeed(
    String name,
    OptionalDouble logical,
    OptionalDouble peakHot,
    OptionalDouble dedicated,
    OptionalDouble withCache,
    Caution caution) {
  /**
   * What makes the advice less sure.
   *
   * @param capped whether more was wanted than its logical memory, which it nearly fills
   * @param shortIntervals in how many intervals it was short of memory, so that it may have wanted
   *     more than was seen
   * @param intervals how many were seen
   */
  public record Caution(boolean capped, int shortIntervals, int intervals) {
    /** Nothing does. */
    public static final Caution NONE = new Caution(false, 0, 0);
  }
}
