package dev.headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.backtest.Draws;
import dev.headroom.report.html.BacktestPage;
import dev.headroom.report.html.HtmlReport;
import dev.headroom.report.json.BacktestJson;
import dev.headroom.report.json.JsonReport;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.TrackRecord;
import dev.headroom.unit.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backtest as JSON and as a page. */
class BacktestReportTest {
  @TempDir Path folder;

  private static byte[] json(BacktestReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BacktestJson.write(report, out);
    return out.toByteArray();
  }

  @Test
  void theObjectIsTheOneCommitted() throws IOException {
    Goldens.assertGolden(
        "backtest.json",
        json(InventedBacktest.report(Optional.of(new Draws(2, 2, 5)), "a", "b", "c")));
  }

  @Test
  void thePageIsTheOneCommitted() throws IOException {
    Path page = BacktestPage.write(InventedBacktest.report(Optional.empty(), "a", "b"), folder);

    Goldens.assertGolden("backtest.html", Files.readAllBytes(page));
  }

  @ParameterizedTest
  @MethodSource("dev.headroom.report.html.HostileTextTest#texts")
  void namesShowAndAreNotObeyed(String text) throws IOException {
    BacktestReport report = InventedBacktest.report(Optional.empty(), text, "b");

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
