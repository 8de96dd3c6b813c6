package dev.headroom.backtest;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How the sizes of one method did over all judged periods.
 *
 * @param trials how many periods were judged
 * @param breaches in how many the size was exceeded at least once
 * @param violationRate share of all intervals above the size
 * @param excess by how much and how long it was exceeded
 * @param saving what it saved
 */
public record MethodSummary(
    int trials, int breaches, double violationRate, Excess excess, Saving saving) {

  /**
   * By how much and how long sizes were exceeded.
   *
   * @param worst by what share of the size the largest excess of all passed it
   * @param mean the mean of that over the periods in which it was exceeded; 0 without any
   * @param longestRunMillis the longest time above without a break
   */
  public record Excess(double worst, double mean, double longestRunMillis) {}

  /**
   * What sizes saved.
   *
   * @param onPeaks mean of 1 - size / sum of the members' own peaks
   * @param onPromised mean of 1 - size / what is promised, over the pools of which that is known
   * @param mean the mean size, bytes
   * @param regret mean of (size - oracle) / oracle, the oracle being the smallest size that would
   *     have held
   */
  public record Saving(double onPeaks, OptionalDouble onPromised, double mean, double regret) {}

  static MethodSummary of(List<Trial> judged, Function<Trial, Score> method) {
    int breaches = 0;
    long above = 0;
    long counted = 0;
    double worst = 0;
    double severities = 0;
    double longest = 0;
    for (Trial trial : judged) {
      Score score = method.apply(trial);
      breaches += score.breached() ? 1 : 0;
      above += score.above();
      counted += score.counted();
      worst = Math.max(worst, score.severity());
      severities += score.severity();
      longest = Math.max(longest, score.longestRunMillis());
    }
    return new MethodSummary(
        judged.size(),
        breaches,
        counted == 0 ? 0 : (double) above / counted,
        new Excess(worst, breaches == 0 ? 0 : severities / breaches, longest),
        new Saving(
            mean(judged, trial -> 1 - method.apply(trial).size() / trial.yardsticks().sumOfPeaks())
                .orElse(0),
            mean(
                judged,
                trial ->
                    1
                        - method.apply(trial).size()
                            / trial.yardsticks().promised().orElse(Double.NaN)),
            mean(judged, trial -> method.apply(trial).size()).orElse(0),
            mean(judged, trial -> method.apply(trial).size() / trial.yardsticks().oracle() - 1)
                .orElse(0)));
  }

  /** The share of the periods in which the size was exceeded. */
  public double breachRate() {
    return trials == 0 ? 0 : (double) breaches / trials;
  }

  private static OptionalDouble mean(List<Trial> judged, ToDoubleFunction<Trial> figure) {
    return judged.stream().mapToDouble(figure).filter(Double::isFinite).average();
  }
}
