package dev.headroom.report.html;

import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.Draws;
import dev.headroom.backtest.LeftOut;
import dev.headroom.backtest.MethodSummary;
import dev.headroom.backtest.Reliability;
import dev.headroom.backtest.Score;
import dev.headroom.backtest.Trial;
import dev.headroom.report.BacktestReport;
import dev.headroom.report.Figures;
import dev.headroom.report.chart.Drawing;
import dev.headroom.report.chart.PeriodChart;
import dev.headroom.report.chart.TradeChart;
import dev.headroom.series.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the page of a backtest shows. */
public record BacktestPage(
    String version,
    String lead,
    String how,
    List<Method> methods,
    List<Asked> reliability,
    List<Exceeded> exceeded,
    int moreExceeded,
    List<String> leftOut,
    Drawing trade,
    Drawing periods) {
  private static final int SHOWN = 50;
  private static final double MILLIS_AN_HOUR = 3_600_000;

  /** A row of the table of methods. */
  record Method(
      String name,
      String breached,
      String breach,
      String violation,
      String worst,
      String longest,
      String onPeaks,
      Figures.Figure onPromised,
      String regret) {}

  /** A row of stated against observed. */
  record Asked(
      String asked, Figures.Figure stated, String observed, String breached, String between) {}

  /** A period in which the advice was exceeded. */
  record Exceeded(
      String from,
      String pool,
      String members,
      String advised,
      String peak,
      String over,
      String share) {}

  /**
   * Writes the page.
   *
   * @param report what to write
   * @param folder where to, which is made where it is missing
   * @return the page written, {@code backtest.html}
   * @throws IOException where it cannot be written
   */
  public static Path write(BacktestReport report, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path page = folder.resolve("backtest.html");
    Files.writeString(page, HtmlReport.render("backtest.jte", of(report)), StandardCharsets.UTF_8);
    return page;
  }

  static BacktestPage of(BacktestReport report) {
    BacktestResult result = report.result();
    List<Trial> judged = result.judged();
    List<Trial> exceeded =
        judged.stream()
            .filter(trial -> score(trial).breached())
            .sorted(Comparator.comparingDouble(trial -> -score(trial).severity()))
            .toList();
    List<Trial> shown = exceeded.subList(0, Math.min(SHOWN, exceeded.size()));
    List<String> leftOut = new ArrayList<>();
    for (Map.Entry<LeftOut, Integer> left : result.leftOut().entrySet()) {
      leftOut.add(
          Figures.count(left.getValue(), result.plan().noun())
              + ": "
              + left.getKey().reason()
              + ".");
    }
    return new BacktestPage(
        report.version(),
        lead(result),
        how(result),
        result.methods().stream().map(method -> row(method, result.plan())).toList(),
        result.reliability().stream().map(BacktestPage::row).toList(),
        shown.stream().map(BacktestPage::row).toList(),
        exceeded.size() - shown.size(),
        leftOut,
        TradeChart.draw(result),
        PeriodChart.draw(judged));
  }

  private static Score score(Trial trial) {
    return trial.advice().orElseThrow().score();
  }

  private static String lead(BacktestResult result) {
    MethodSummary advice = result.methods().get(0).summary();
    return "Advice given at "
        + plain(result.plan().goal().breachProbability())
        + " was exceeded in "
        + Figures.count(advice.breaches())
        + " of "
        + Figures.count(advice.trials(), result.plan().noun())
        + " ("
        + percent(advice.breachRate())
        + "); it saved "
        + percent(advice.savingOnPeaks())
        + " of the sum of the members' peaks.";
  }

  private static String how(BacktestResult result) {
    BacktestPlan plan = result.plan();
    Optional<Draws> draws = result.draws();
    return "At each time "
        + days(plan.historyDays())
        + " were known and the next "
        + days(plan.horizonDays())
        + " judged; then both moved on by "
        + days(plan.stepDays())
        + ". "
        + (draws.isPresent()
            ? "In each period "
                + Figures.count(draws.get().pools(), "pool")
                + " of "
                + Figures.count(draws.get().members(), "member")
                + " were drawn at random from "
                + Figures.count(result.members())
                + " (seed "
                + draws.get().seed()
                + "); pools that share members or days are not independent."
            : "Pools were judged as they are.");
  }

  private static Method row(BacktestResult.Method method, BacktestPlan plan) {
    MethodSummary summary = method.summary();
    return new Method(
        method.word().equals("recommended")
            ? "Recommended for " + plain(plan.goal().breachProbability())
            : method.title(),
        Figures.count(summary.breaches()) + " of " + Figures.count(summary.trials()),
        percent(summary.breachRate()),
        Figures.decimals(summary.violationRate() * 100, 3) + " %",
        percent(summary.worstSeverity()),
        Figures.decimals(summary.longestRunMillis() / MILLIS_AN_HOUR, 1) + " h",
        percent(summary.savingOnPeaks()),
        summary.savingOnPromised().isPresent()
            ? new Figures.Figure(percent(summary.savingOnPromised().getAsDouble()), "")
            : Figures.percent(OptionalDouble.empty()),
        percent(summary.regret()));
  }

  private static Asked row(Reliability row) {
    return new Asked(
        plain(row.asked()),
        Figures.percent(row.stated()),
        percent(row.observed()),
        Figures.count(row.breaches()) + " of " + Figures.count(row.trials()),
        percent(row.low()) + " to " + percent(row.high()));
  }

  private static Exceeded row(Trial trial) {
    Score score = score(trial);
    return new Exceeded(
        Figures.time(Optional.ofNullable(Table.localTime(trial.window().cut()))).text(),
        trial.pool(),
        String.join(", ", trial.members()),
        Figures.gb(score.size()),
        Figures.gb(trial.oracle()),
        percent(score.severity()),
        Figures.percent((double) score.above() / score.counted()));
  }

  private static String percent(double share) {
    return Figures.decimals(share * 100, 1) + " %";
  }

  /** A share as one would say it: {@code 5 %}, {@code 2.5 %}. */
  private static String plain(double share) {
    String text = Figures.decimals(share * 100, 1);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
  }

  private static String days(double days) {
    return Figures.days(OptionalDouble.of(days)).text();
  }
}
