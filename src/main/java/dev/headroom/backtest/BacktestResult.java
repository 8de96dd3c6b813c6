package dev.headroom.backtest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a backtest found.
 *
 * @param plan how it went
 * @param draws the pools drawn; empty where pools were judged as they are
 * @param members how many members there are
 * @param trials every pool in every period, in order
 * @param without how many pools or periods there was nothing to judge of at all, by reason
 */
public record BacktestResult(
    BacktestPlan plan,
    Optional<Draws> draws,
    int members,
    List<Trial> trials,
    Map<LeftOut, Integer> without) {

  private static final double WEEK = 7;

  /** Copies the collections. */
  public BacktestResult {
    without = Map.copyOf(without);
    trials = List.copyOf(trials);
  }

  /** A method and how it did; {@code asked} where it is advice. */
  public record Method(String word, String title, MethodSummary summary) {}

  /** How the advice did on periods of one kind of days. */
  public record OfDays(DaysOfWeek days, int judged, int breaches) {}

  /**
   * How the advice did on weekdays and on weekends, each by itself; empty where periods are a week
   * or longer, since each then holds both.
   */
  public List<OfDays> byDays() {
    List<OfDays> by = new ArrayList<>();
    for (DaysOfWeek days : DaysOfWeek.values()) {
      List<Trial> of = judged().stream().filter(trial -> trial.window().days() == days).toList();
      int breaches =
          (int) of.stream().filter(t -> t.advice().orElseThrow().score().breached()).count();
      by.add(new OfDays(days, of.size(), breaches));
    }
    return plan.horizonDays() < WEEK ? by : List.of();
  }

  /** Those that were judged. */
  public List<Trial> judged() {
    return trials.stream().filter(Trial::judged).toList();
  }

  /** How many were left out, by reason. */
  public Map<LeftOut, Integer> leftOut() {
    Map<LeftOut, Integer> counts = new EnumMap<>(LeftOut.class);
    trials.forEach(trial -> trial.leftOut().ifPresent(why -> counts.merge(why, 1, Integer::sum)));
    without.forEach((why, count) -> counts.merge(why, count, Integer::sum));
    return counts;
  }

  /** The advice wanted, then the simple rules; only where something was judged. */
  public List<Method> methods() {
    List<Trial> judged = judged();
    List<Method> methods = new ArrayList<>();
    methods.add(
        new Method(
            "recommended",
            "recommended",
            MethodSummary.of(judged, trial -> trial.advice().orElseThrow().score())));
    for (Baseline baseline : Baseline.values()) {
      methods.add(
          new Method(
              baseline.word(),
              baseline.title(),
              MethodSummary.of(judged, trial -> trial.baseline(baseline))));
    }
    return methods;
  }

  /** Stated against observed, from the smallest probability; only where something was judged. */
  public List<Reliability> reliability() {
    List<Trial> judged = judged();
    List<Reliability> rows = new ArrayList<>();
    for (int i = 0; i < BacktestPlan.ASKED.length && !judged.isEmpty(); i++) {
      rows.add(Reliability.of(judged, i));
    }
    return rows;
  }
}
