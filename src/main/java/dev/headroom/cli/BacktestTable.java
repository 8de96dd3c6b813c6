package dev.headroom.cli;

import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.MethodSummary;
import dev.headroom.backtest.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A backtest in the terminal: what was judged, a row a method, and stated against observed. */
final class BacktestTable {
  private static final double MILLIS_AN_HOUR = 3_600_000;

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
        days(plan.historyDays()),
        days(plan.horizonDays()),
        days(plan.stepDays()),
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
              ? "recommended for " + percent(result.plan().goal().breachProbability(), 1)
              : method.title();
      rows.add(
          List.of(
              title,
              summary.breaches() + " of " + summary.trials(),
              percent(summary.breachRate(), 1),
              percent(summary.violationRate(), 3),
              percent(summary.worstSeverity(), 1),
              percent(summary.meanSeverity(), 1),
              hours(summary.longestRunMillis()),
              percent(summary.savingOnPeaks(), 1),
              percent(summary.savingOnPromised(), 1),
              percent(summary.regret(), 1)));
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
              percent(row.asked(), 0),
              percent(row.stated(), 1),
              percent(row.observed(), 1),
              row.breaches() + " of " + row.trials(),
              percent(row.low(), 1) + " and " + percent(row.high(), 1),
              percent(row.savingOnPeaks(), 1)));
    }
    return rows;
  }

  static String days(double days) {
    String text = String.format(Locale.ROOT, "%.1f", days);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text)
        + (days == 1 ? " day" : " days");
  }

  private static String hours(double millis) {
    return Double.isNaN(millis)
        ? "-"
        : String.format(Locale.ROOT, "%.1f h", millis / MILLIS_AN_HOUR);
  }

  private static String percent(OptionalDouble share, int decimals) {
    return share.isPresent() ? percent(share.getAsDouble(), decimals) : "-";
  }

  private static String percent(double share, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f %%", share * 100);
  }
}
