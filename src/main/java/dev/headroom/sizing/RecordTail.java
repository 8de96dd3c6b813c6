package dev.headroom.sizing;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ParetoDistribution;

/**
 * The distribution of the pool's largest demand within the horizon.
 *
 * <p>From the past's peak up: the chance of a new record, times the tail of its excess. The excess
 * is exponential with a scale that is itself only estimated, from {@code freedom} pieces of
 * evidence; so the prediction is a Lomax (Pareto of the second kind) of shape {@code freedom}: with
 * much evidence exponential, with little heavier. Below the past's peak: with record chance r, the
 * j-th largest of the past blocks' maxima is passed with chance 1 - (1 - r)^j, and in between the
 * chance is interpolated.
 *
 * @param recordChance chance that the past's peak is passed, above 0 and below 1
 * @param scale scale of the excess, bytes, above 0
 * @param freedom at least 1
 * @param maxima the past's
 */
record RecordTail(double recordChance, double scale, double freedom, BlockMaxima maxima)
    implements BreachChance {

  private double shift() {
    return freedom * scale;
  }

  private ParetoDistribution excess() {
    return ParetoDistribution.of(shift(), freedom);
  }

  @Override
  public OptionalDouble above(double available) {
    double[] falling = maxima.falling();
    if (available >= falling[0]) {
      double beyond = available - falling[0] + shift();
      return OptionalDouble.of(recordChance * excess().survivalProbability(beyond));
    }
    for (int j = 1; j < falling.length; j++) {
      if (available >= falling[j]) {
        double share = (falling[j - 1] - available) / (falling[j - 1] - falling[j]);
        double upper = passed(j);
        return OptionalDouble.of(upper + share * (passed(j + 1) - upper));
      }
    }
    return OptionalDouble.of(1);
  }

  private double passed(int rank) {
    return 1 - Math.pow(1 - recordChance, rank);
  }

  /**
   * The smallest size, from the past's peak up, that is passed with no more than a chance.
   *
   * @return bytes; the past's peak where that is safe enough
   */
  double sizeFor(double chance) {
    double peak = maxima.falling()[0];
    return chance >= recordChance
        ? peak
        : peak + Math.max(0, excess().inverseSurvivalProbability(chance / recordChance) - shift());
  }
}
