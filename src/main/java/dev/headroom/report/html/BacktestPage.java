package dev.headroom.report.html;

import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.Draws;
import dev.headroom.backtest.LeftOut;
import dev.headroom.backtest.MethodSummary;
import dev.headroom.backtest.Reliability;
import dev.headroom.backtest.Score;
import dev.headroom.backtest.Trial;
import dev.headroom.report.BacktestAnswer;
import dev.headroom.report.BacktestReport;
import dev.headroom.report.Figures;
import dev.headroom.report.chart.Drawing;
import dev.headroom.report.chart.PeriodChart;
import dev.headroom.report.chart.TradeChart;
import dev.headroom.series.Table;
import dev.headroom.unit.Count;
import dev.headroom.unit.Names;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
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
    Opening opening,
    List<Method> methods,
    List<Asked> reliability,
    Excesses excesses,
    List<String> leftOut,
    Charts charts) {
  private static final int SHOWN = 50;

  /** What came of it, what that means, and how it was done. */
  record Opening(String lead, List<String> sentences, String how) {}

  /** The periods in which the advice was exceeded, worst first, and how many more there are. */
  record Excesses(List<Exceeded> shown, int more) {}

  /** What sizes traded for what, and how the advice did period by period. */
  record Charts(Drawing trade, Drawing periods) {}

  /** A row of the table of methods. */
  record Method(
      String name,
      String breached,
      String breach,
      String violation,
      Excess excess,
      Saving saving) {}

  /** How far and how long demand stood above a method's sizes. */
  record Excess(String worst, String longest) {}

  /** What a method's sizes saved, of the sum of peaks and of what is promised, and its regret. */
  record Saving(String onPeaks, Figures.Figure onPromised, String regret) {}

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
          Count.of(left.getValue(), result.plan().noun()) + ": " + left.getKey().reason() + ".");
    }
    return new BacktestPage(
        report.version(),
        new Opening(BacktestAnswer.lead(result), BacktestAnswer.sentences(result), how(result)),
        result.methods().stream().map(method -> row(method, result.plan())).toList(),
        result.reliability().stream().map(BacktestPage::row).toList(),
        new Excesses(
            shown.stream().map(BacktestPage::row).toList(), exceeded.size() - shown.size()),
        leftOut,
        new Charts(TradeChart.draw(result), PeriodChart.draw(judged)));
  }

  private static Score score(Trial trial) {
    return trial.advice().orElseThrow().score();
  }

  private static String how(BacktestResult result) {
    BacktestPlan plan = result.plan();
    Optional<Draws> draws = result.draws();
    return "At each time "
        + Span.exact(Span.ofDays(plan.historyDays()))
        + " were known and the next "
        + Span.exact(Span.ofDays(plan.horizonDays()))
        + " judged; then both moved on by "
        + Span.exact(Span.ofDays(plan.stepDays()))
        + ". "
        + (draws.isPresent()
            ? "In each period "
                + Count.of(draws.get().pools(), "pool")
                + " of "
                + Count.of(draws.get().members(), "member")
                + " were drawn at random from "
                + Count.of(result.members())
                + " (seed "
                + draws.get().seed()
                + "); pools that share members or days are not independent."
            : "Pools were judged as they are.");
  }

  private static Method row(BacktestResult.Method method, BacktestPlan plan) {
    MethodSummary summary = method.summary();
    return new Method(
        method.word().equals("recommended")
            ? "Recommended for " + Share.brief(plan.goal().breachProbability())
            : method.title(),
        Count.of(summary.breaches()) + " of " + Count.of(summary.trials()),
        Share.fixed(summary.breachRate(), 1),
        Share.fixed(summary.violationRate(), 3),
        new Excess(
            Share.fixed(summary.excess().worst(), 1),
            Span.hours(summary.excess().longestRunMillis())),
        new Saving(
            Share.fixed(summary.saving().onPeaks(), 1),
            summary.saving().onPromised().isPresent()
                ? new Figures.Figure(
                    Share.fixed(summary.saving().onPromised().getAsDouble(), 1), "")
                : Figures.percent(OptionalDouble.empty()),
            Share.fixed(summary.saving().regret(), 1)));
  }

  private static Asked row(Reliability row) {
    return new Asked(
        Share.brief(row.asked()),
        Figures.percent(row.stated()),
        Share.fixed(row.observed(), 1),
        Count.of(row.breaches()) + " of " + Count.of(row.trials()),
        Share.fixed(row.low(), 1) + " to " + Share.fixed(row.high(), 1));
  }

  private static Exceeded row(Trial trial) {
    Score score = score(trial);
    return new Exceeded(
        Figures.time(Optional.ofNullable(Table.localTime(trial.window().cut()))).text(),
        trial.pool(),
        Names.all(trial.members()),
        Size.gb(score.size()),
        Size.gb(trial.yardsticks().oracle()),
        Share.fixed(score.severity(), 1),
        Share.cell((double) score.above() / score.counted()));
  }
}
