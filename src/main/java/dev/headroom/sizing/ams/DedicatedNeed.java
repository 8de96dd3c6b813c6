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
 * @param remark what is to be said of it; empty where nothing is
 */
public record DedicatedNeed(
    String name,
    OptionalDouble logical,
    OptionalDouble peakHot,
    OptionalDouble dedicated,
    OptionalDouble withCache,
    String remark) {}
