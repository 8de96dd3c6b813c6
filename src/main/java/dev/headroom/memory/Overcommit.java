package dev.headroom.memory;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a pool was over-committed, over all instants that count. What cannot be known is absent.
 *
 * @param mode none, logical or physical; absent where nothing is known of the demand
 * @param configuredRatio logical memory of all members over the pool's size
 * @param peakDemand largest total of floor, hot and warm, bytes
 * @param peakHot largest total of floor and hot, bytes
 * @param violationRate share of the intervals in which hot demand exceeded size less reserve
 * @param observedPagingRate share of the intervals in which hypervisor page-ins were seen
 * @param peakStolen largest total of stolen memory, bytes, as seen where it was seen, as modelled
 *     tier by tier where not
 * @param stalledShare largest share of the time that one member waited for page-ins
 */
public record Overcommit(
    Optional<Mode> mode,
    OptionalDouble configuredRatio,
    OptionalDouble peakDemand,
    OptionalDouble peakHot,
    OptionalDouble violationRate,
    OptionalDouble observedPagingRate,
    OptionalDouble peakStolen,
    OptionalDouble stalledShare) {}
