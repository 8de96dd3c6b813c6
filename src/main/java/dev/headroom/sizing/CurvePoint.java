package dev.headroom.sizing;

import java.util.OptionalDouble;

/**
 * One size on the curve of size against risk.
 *
 * @param size bytes, reserve included
 * @param violationRate share of the intervals in which hot demand exceeded what the size can give
 * @param breachProbability chance that hot demand passes this size within the horizon, where known
 * @param slowdownLow lower bound of the slowdown, 1 for none, where known
 * @param slowdownHigh upper bound of the slowdown, where known
 */
public record CurvePoint(
    double size,
    double violationRate,
    OptionalDouble breachProbability,
    OptionalDouble slowdownLow,
    OptionalDouble slowdownHigh) {}
