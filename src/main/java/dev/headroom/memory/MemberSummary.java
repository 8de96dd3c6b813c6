package dev.headroom.memory;

import java.util.OptionalDouble;

/**
 * One member's figures over all instants at which it reports, bytes. What cannot be known is
 * absent.
 *
 * @param name the partition or guest
 * @param logical its largest logical memory
 * @param demand its demand
 * @param peakLoaned largest loan, as seen, or as modelled where none was seen
 * @param peakStolen largest stolen memory, as seen, or as modelled where none was seen
 */
public record MemberSummary(
    String name,
    OptionalDouble logical,
    Demand demand,
    OptionalDouble peakLoaned,
    OptionalDouble peakStolen) {
  /**
   * What a member asked for.
   *
   * @param mean mean of floor, hot and warm
   * @param p95 95th percentile of the same by nearest rank, so a value that was seen
   * @param peak maximum of the same
   * @param peakHot maximum of floor and hot
   */
  public record Demand(
      OptionalDouble mean, OptionalDouble p95, OptionalDouble peak, OptionalDouble peakHot) {}
}
