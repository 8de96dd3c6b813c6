package dev.headroom.sizing;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ParetoDistribution;

/**
 * The distribution of the pool's largest demand within the horizon, from the past's peak up: the
 * chance of a new record, times the tail of its excess. The excess is exponential with a scale that
 * is itself only estimated, from {@code freedom} pieces of evidence; so the prediction is a Lomax
 * (Pareto of the second kind) of shape {@code freedom}: with much evidence exponential, with little
 * heavier. Below the past's peak it says nothing: that was passed already.
 *
 * @param recordChance chance that the past's peak is passed, above 0 and below 1
 * @param scale scale of the excess, bytes, above 0
 * @param freedom at least 1
 * @param peak the past's, bytes
 */
record RecordTail(double recordChance, double scale, double freedom, double peak)
    implements BreachChance {
  /** Memory comes in bytes; half of one takes care of what floating point leaves of a sum. */
  private static final double HALF_A_BYTE = 0.5;

  private double shift() {
    return freedom * scale;
  }

  private ParetoDistribution excess() {
    return ParetoDistribution.of(shift(), freedom);
  }

  @Override
  public OptionalDouble above(double available) {
    if (available < peak - HALF_A_BYTE) {
      return OptionalDouble.empty();
    }
    double beyond = Math.max(0, available - peak) + shift();
    return OptionalDouble.of(recordChance * excess().survivalProbability(beyond));
  }

  /**
   * The smallest size, from the past's peak up, that is passed with no more than a chance.
   *
   * @return bytes; the past's peak where that is safe enough
   */
  double sizeFor(double chance) {
    return chance >= recordChance
        ? peak
        : peak + Math.max(0, excess().inverseSurvivalProbability(chance / recordChance) - shift());
  }
}
