package dev.headroom.cli;

import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.MethodSummary;
import dev.headroom.backtest.Reliability;
import dev.headroom.report.BacktestAnswer;
import dev.headroom.unit.Share;
import dev.headroom.unit.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A backtest in the terminal: what was judged, a row a method, and stated against observed. */
final class BacktestTable {
  private BacktestTable() {}

  static List<String> lines(BacktestResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(result));
    result
        .leftOut()
        .forEach((why, count) -> lines.add("  left out: " + count + ", " + why.reason()));
    lines.add("");
    lines.addAll(SummaryTable.aligned(methods(result)));
    lines.add("");
    lines.addAll(SummaryTable.aligned(reliability(result)));
    lines.add("");
    lines.add(BacktestAnswer.lead(result));
    lines.addAll(BacktestAnswer.sentences(result));
    return lines;
  }

  private static String heading(BacktestResult result) {
    BacktestPlan plan = result.plan();
    int judged = result.judged().size();
    String pools =
        result
            .draws()
            .map(
                draws ->
                    String.format(
                        Locale.ROOT,
                        "%d random pools of %d out of %d members in each period (seed %d)",
                        draws.pools(),
                        draws.members(),
                        result.members(),
                        draws.seed()))
            .orElse("pools as they are");
    return String.format(
        Locale.ROOT,
        "%s: %s known, the next %s judge, then %s on; %d %s judged",
        pools,
        Span.exact(Span.ofDays(plan.historyDays())),
        Span.exact(Span.ofDays(plan.horizonDays())),
        Span.exact(Span.ofDays(plan.stepDays())),
        judged,
        plan.noun() + (judged == 1 ? "" : "s"));
  }

  private static List<List<String>> methods(BacktestResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "size",
            "breached",
            "breach",
            "violation",
            "worst over",
            "mean over",
            "longest run",
            "saved on peaks",
            "saved on promised",
            "regret"));
    for (BacktestResult.Method method : result.methods()) {
      MethodSummary summary = method.summary();
      String title =
          method.word().equals("recommended")
              ? "recommended for " + Share.fixed(result.plan().goal().breachProbability(), 1)
              : method.title();
      rows.add(
          List.of(
              title,
              summary.breaches() + " of " + summary.trials(),
              Share.fixed(summary.breachRate(), 1),
              Share.fixed(summary.violationRate(), 3),
              Share.fixed(summary.excess().worst(), 1),
              Share.fixed(summary.excess().mean(), 1),
              hours(summary.excess().longestRunMillis()),
              Share.fixed(summary.saving().onPeaks(), 1),
              percent(summary.saving().onPromised(), 1),
              Share.fixed(summary.saving().regret(), 1)));
    }
    return rows;
  }

  private static List<List<String>> reliability(BacktestResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("asked for", "stated", "observed", "breached", "95 % between", "saved on peaks"));
    for (Reliability row : result.reliability()) {
      rows.add(
          List.of(
              Share.fixed(row.asked(), 0),
              percent(row.stated(), 1),
              Share.fixed(row.observed(), 1),
              row.breaches() + " of " + row.trials(),
              Share.fixed(row.low(), 1) + " and " + Share.fixed(row.high(), 1),
              Share.fixed(row.savingOnPeaks(), 1)));
    }
    return rows;
  }

  private static String hours(double millis) {
    return Double.isNaN(millis) ? "-" : Span.hours(millis);
  }

  private static String percent(OptionalDouble share, int decimals) {
    return share.isPresent() ? Share.fixed(share.getAsDouble(), decimals) : "-";
  }
}
