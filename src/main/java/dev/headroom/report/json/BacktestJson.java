package dev.headroom.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.Draws;
import dev.headroom.backtest.LeftOut;
import dev.headroom.backtest.MethodSummary;
import dev.headroom.backtest.Reliability;
import dev.headroom.backtest.Score;
import dev.headroom.backtest.Trial;
import dev.headroom.report.BacktestReport;
import dev.headroom.report.Json;
import dev.headroom.series.Table;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.PlainNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Writes a backtest as JSON of the schema {@code headroom-backtest/1}, which docs/backtest.md
 * explains. A number that cannot be known is left out; the order of the keys is fixed.
 */
public final class BacktestJson {
  /** The schema's name and version. */
  public static final String SCHEMA = "headroom-backtest/1";

  private static final double MILLIS_AN_HOUR = 3_600_000;

  private final JsonGenerator json;

  private BacktestJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes a backtest, ended by a line end.
   *
   * @param report what to write
   * @param out where to; it stays open
   * @throws IOException where it cannot be written
   */
  public static void write(BacktestReport report, OutputStream out) throws IOException {
    try (JsonGenerator generator = Json.indented(out)) {
      new BacktestJson(generator).report(report);
      generator.writeRaw('\n');
    }
    out.flush();
  }

  private void report(BacktestReport report) throws IOException {
    BacktestResult result = report.result();
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("version", report.version());
    plan(result.plan());
    if (result.draws().isPresent()) {
      draws(result.draws().get());
    }
    json.writeNumberField("members", result.members());
    json.writeNumberField("judged", result.judged().size());
    json.writeArrayFieldStart("leftOut");
    for (Map.Entry<LeftOut, Integer> left : result.leftOut().entrySet()) {
      json.writeStartObject();
      json.writeStringField("reason", left.getKey().word());
      json.writeNumberField("periods", left.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("methods");
    for (BacktestResult.Method method : result.methods()) {
      method(method);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("reliability");
    for (Reliability row : result.reliability()) {
      reliability(row);
    }
    json.writeEndArray();
    if (!result.byDays().isEmpty()) {
      json.writeArrayFieldStart("byDays");
      for (BacktestResult.OfDays of : result.byDays()) {
        json.writeStartObject();
        json.writeStringField("days", of.days().word());
        json.writeNumberField("judged", of.judged());
        json.writeNumberField("breaches", of.breaches());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeArrayFieldStart("periods");
    for (Trial trial : result.trials()) {
      trial(trial);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void plan(BacktestPlan plan) throws IOException {
    json.writeObjectFieldStart("plan");
    rate("historyDays", plan.historyDays());
    rate("horizonDays", plan.horizonDays());
    rate("stepDays", plan.stepDays());
    rate("breachProbability", plan.goal().breachProbability());
    json.writeEndObject();
  }

  private void draws(Draws draws) throws IOException {
    json.writeObjectFieldStart("draws");
    json.writeNumberField("pools", draws.pools());
    json.writeNumberField("members", draws.members());
    json.writeNumberField("seed", draws.seed());
    json.writeEndObject();
  }

  private void method(BacktestResult.Method method) throws IOException {
    MethodSummary summary = method.summary();
    json.writeStartObject();
    json.writeStringField("name", method.word());
    json.writeStringField("title", method.title());
    json.writeNumberField("breaches", summary.breaches());
    rate("breachRate", summary.breachRate());
    rate("violationRate", summary.violationRate());
    rate("worstSeverity", summary.excess().worst());
    rate("meanSeverity", summary.excess().mean());
    rate("longestRunHours", summary.excess().longestRunMillis() / MILLIS_AN_HOUR);
    rate("savingOnPeaks", summary.saving().onPeaks());
    rate("savingOnPromised", summary.saving().onPromised().orElse(Double.NaN));
    bytes("meanBytes", OptionalDouble.of(summary.saving().mean()));
    rate("regret", summary.saving().regret());
    json.writeEndObject();
  }

  private void reliability(Reliability row) throws IOException {
    json.writeStartObject();
    rate("askedProbability", row.asked());
    rate("statedProbability", row.stated().orElse(Double.NaN));
    json.writeNumberField("breaches", row.breaches());
    rate("observed", row.observed());
    rate("low", row.low());
    rate("high", row.high());
    rate("savingOnPeaks", row.savingOnPeaks());
    json.writeEndObject();
  }

  private void trial(Trial trial) throws IOException {
    json.writeStartObject();
    json.writeStringField("pool", trial.pool());
    json.writeArrayFieldStart("members");
    for (String member : trial.members()) {
      json.writeString(member);
    }
    json.writeEndArray();
    time("knownFrom", trial.window().from());
    time("judgedFrom", trial.window().cut());
    time("judgedUntil", trial.window().until());
    if (trial.leftOut().isPresent()) {
      json.writeStringField("leftOut", trial.leftOut().get().word());
    }
    if (trial.advice().isPresent()) {
      Trial.Advised advice = trial.advice().get();
      Score score = advice.score();
      bytes("advisedBytes", OptionalDouble.of(score.size()));
      rate("statedProbability", advice.stated().orElse(Double.NaN));
      bytes("peakBytes", OptionalDouble.of(trial.yardsticks().oracle()));
      bytes("sumOfPeaksBytes", OptionalDouble.of(trial.yardsticks().sumOfPeaks()));
      bytes("promisedBytes", trial.yardsticks().promised());
      json.writeBooleanField("breached", score.breached());
      rate("violationRate", (double) score.above() / score.counted());
    }
    json.writeEndObject();
  }

  private void time(String name, double millis) throws IOException {
    LocalDateTime time = Table.localTime(millis);
    if (time != null) {
      json.writeStringField(name, IsoTime.of(time));
    }
  }

  private void bytes(String name, OptionalDouble value) throws IOException {
    if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
      json.writeNumberField(name, Math.round(value.getAsDouble()));
    }
  }

  private void rate(String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeFieldName(name);
      json.writeNumber(PlainNumber.rate(value));
    }
  }
}
