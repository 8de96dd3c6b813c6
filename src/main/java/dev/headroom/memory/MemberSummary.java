package dev.headroom.memory;

import java.util.OptionalDouble;

/**
 * One member's figures over all instants at which it reports, bytes. What cannot be known is
 * absent.
 *
 * @param name the partition or guest
 * @param logical its largest logical memory
 * @param meanDemand mean of floor, hot and warm
 * @param p95Demand 95th percentile of the same by nearest rank, so a value that was seen
 * @param peakDemand maximum of the same
 * @param peakHot maximum of floor and hot
 * @param peakLoaned largest loan, as seen, or as modelled where none was seen
 * @param peakStolen largest stolen memory, as seen, or as modelled where none was seen
 */
public record MemberSummary(
    String name,
    OptionalDouble logical,
    OptionalDouble meanDemand,
    OptionalDouble p95Demand,
    OptionalDouble peakDemand,
    OptionalDouble peakHot,
    OptionalDouble peakLoaned,
    OptionalDouble peakStolen) {}
