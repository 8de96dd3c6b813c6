package dev.headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.backtest.Assignment;
import dev.headroom.backtest.Backtest;
import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.Draws;
import dev.headroom.backtest.LeftOut;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.report.html.BacktestPage;
import dev.headroom.report.html.HtmlReport;
import dev.headroom.report.json.BacktestJson;
import dev.headroom.report.json.JsonReport;
import dev.headroom.sizing.Bases;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.TrackRecord;
import dev.headroom.unit.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backtest as JSON and as a page. */
class BacktestReportTest {
  private static final double HOUR = 3_600_000;
  private static final int HOURS = 12 * 24;
  private static final Goal GOAL = new Goal(2, 0.05);
  private static final BacktestPlan PLAN = new BacktestPlan(6, 6, 2, GOAL);

  @TempDir Path folder;

  /** Advises a fixed size, larger for a smaller chance. */
  private static final Recommender FIXED =
      (history, system, goal) -> {
        double size = 4.5 * InventedPools.GB - goal.breachProbability() * InventedPools.GB;
        return Optional.of(
            new Sizing(
                new Sizing.Sizes(size, size, size),
                new Sizing.Chance(
                    OptionalDouble.of(goal.breachProbability()), goal, OptionalDouble.of(6)),
                Bases.PEAK,
                List.of()));
      };

  private static double[] all(double value) {
    double[] values = new double[HOURS];
    Arrays.fill(values, value);
    return values;
  }

  private static MemberHistory member(String name, int rises) {
    double[] hot = all(2 * InventedPools.GB);
    for (int hour = rises; hour < rises + 3; hour++) {
      hot[hour] = 3 * InventedPools.GB;
    }
    return Histories.member(name, HOURS).logical(8 * InventedPools.GB).hot(hot).build();
  }

  private static BacktestReport report(Optional<Draws> draws, String... names) {
    double[] instants = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      instants[hour] = InventedPools.START_MILLIS + hour * HOUR;
    }
    MemberHistory[] members = new MemberHistory[names.length];
    for (int i = 0; i < names.length; i++) {
      members[i] = member(names[i], 150 + 50 * i);
    }
    PoolHistory history = new PoolHistory(true, instants, HOUR, List.of(members), all(1));
    MemorySystem system = new AmsPool(names[0], Double.NaN, OptionalDouble.empty(), 0, List.of());
    List<Assignment> assignments =
        draws.isPresent()
            ? Assignment.drawn(history, PLAN, draws.get(), chosen -> system)
            : Assignment.of(system, history, PLAN);
    return new BacktestReport(
        "1.0.0",
        new BacktestResult(
            PLAN,
            draws,
            names.length,
            assignments.stream().map(Backtest.of(FIXED, GOAL)::judge).toList(),
            draws.isPresent() ? Map.of(LeftOut.FEW_MEMBERS, 2) : Map.of()));
  }

  private static byte[] json(BacktestReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BacktestJson.write(report, out);
    return out.toByteArray();
  }

  @Test
  void theObjectIsTheOneCommitted() throws IOException {
    Goldens.assertGolden(
        "backtest.json", json(report(Optional.of(new Draws(2, 2, 5)), "a", "b", "c")));
  }

  @Test
  void thePageIsTheOneCommitted() throws IOException {
    Path page = BacktestPage.write(report(Optional.empty(), "a", "b"), folder);

    Goldens.assertGolden("backtest.html", Files.readAllBytes(page));
  }

  @ParameterizedTest
  @MethodSource("dev.headroom.report.html.HostileTextTest#texts")
  void namesShowAndAreNotObeyed(String text) throws IOException {
    BacktestReport report = report(Optional.empty(), text, "b");

    String page = Files.readString(BacktestPage.write(report, folder));
    assertFalse(page.matches("(?is).*<img\\b.*"), "a tag came through");
    assertEquals(page.indexOf("<script"), page.lastIndexOf("<script"), "the page's own script");
    assertFalse(page.matches("(?is).*<[a-z]+ [^>]*\\son\\w+=.*"), "a handler came through");
    String printed = new String(json(report), StandardCharsets.UTF_8);
    printed.chars().forEach(c -> assertFalse(VisibleText.hidden((char) c), printed));
    JsonNode period = new ObjectMapper().readTree(printed).get("periods").get(0);
    assertEquals(text, period.get("pool").asText());
    assertEquals(text, period.get("members").get(0).asText());
  }

  @Test
  void aPoolsPageAndItsJsonCarryTheTrackRecord() throws IOException {
    PoolReport model = InventedPools.busyDay("js22");
    PoolReport pool =
        new PoolReport(
            model.name(),
            model.kind(),
            new PoolReport.Sizes(
                model.sizes().size(),
                model.sizes().maximum(),
                model.sizes().reserve(),
                model.sizes().promised(),
                model
                    .sizes()
                    .advised()
                    .map(s -> s.with(Optional.of(new TrackRecord(64, 3, Goal.DEFAULT))))),
            model.judgement(),
            model.memory(),
            model.grounds());
    Report report = InventedPools.report(List.of(pool));
    HtmlReport.write(report, folder);

    String sentence = "On your own data, advice like this was exceeded in 3 of 64 weeks.";
    assertTrue(Files.readString(folder.resolve("index.html")).contains(sentence));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReport.write(report, out);
    JsonNode record =
        new ObjectMapper().readTree(out.toByteArray()).at("/pools/0/sizing/trackRecord");
    assertEquals(64, record.get("periods").asInt());
    assertEquals(3, record.get("exceeded").asInt());
    assertEquals(sentence, record.get("sentence").asText());
  }
}
