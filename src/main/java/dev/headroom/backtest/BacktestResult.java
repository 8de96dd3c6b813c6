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
 * @param undrawn how many pools could not be drawn, since too few members report
 */
public record BacktestResult(
    BacktestPlan plan, Optional<Draws> draws, int members, List<Trial> trials, int undrawn) {

  /** Copies the list. */
  public BacktestResult {
    trials = List.copyOf(trials);
  }

  /** A method and how it did; {@code asked} where it is advice. */
  public record Method(String word, String title, MethodSummary summary) {}

  /** Those that were judged. */
  public List<Trial> judged() {
    return trials.stream().filter(Trial::judged).toList();
  }

  /** How many were left out, by reason. */
  public Map<LeftOut, Integer> leftOut() {
    Map<LeftOut, Integer> counts = new EnumMap<>(LeftOut.class);
    trials.forEach(trial -> trial.leftOut().ifPresent(why -> counts.merge(why, 1, Integer::sum)));
    if (undrawn > 0) {
      counts.merge(LeftOut.FEW_MEMBERS, undrawn, Integer::sum);
    }
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
