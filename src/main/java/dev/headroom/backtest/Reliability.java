package dev.headroom.backtest;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How often advice at one probability was exceeded, against the chance that it stated.
 *
 * @param asked the probability that was asked for
 * @param stated the mean probability that the advice stated; absent where it stated none
 * @param trials how many periods were judged
 * @param breaches in how many the advice was exceeded
 * @param low the lower end of Wilson's interval of 95 % for the share, as if the periods were
 *     independent
 * @param high its upper end
 * @param savingOnPeaks mean of 1 - size / sum of the members' own peaks
 */
public record Reliability(
    double asked,
    OptionalDouble stated,
    int trials,
    int breaches,
    double low,
    double high,
    double savingOnPeaks) {
  /** Of the normal distribution, two-sided 95 %. */
  private static final double Z = 1.959963984540054;

  static Reliability of(List<Trial> judged, int place) {
    List<Trial.Advised> advice = judged.stream().map(trial -> trial.asked().get(place)).toList();
    MethodSummary summary = MethodSummary.of(judged, trial -> trial.asked().get(place).score());
    return new Reliability(
        advice.get(0).asked(),
        advice.stream().flatMapToDouble(advised -> advised.stated().stream()).average(),
        summary.trials(),
        summary.breaches(),
        low(summary.trials(), summary.breachRate()),
        high(summary.trials(), summary.breachRate()),
        summary.saving().onPeaks());
  }

  /** The lower end of Wilson's interval of 95 % for a share. */
  public static double low(int trials, double share) {
    return Math.max(0, wilson(trials, share, -1));
  }

  /** The upper end of Wilson's interval of 95 % for a share. */
  public static double high(int trials, double share) {
    return Math.min(1, wilson(trials, share, 1));
  }

  private static double wilson(double n, double share, int side) {
    double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    return middle + side * half;
  }

  /** The share of the periods in which the advice was exceeded. */
  public double observed() {
    return (double) breaches / trials;
  }
}
