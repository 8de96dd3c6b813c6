package dev.headroom.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.report.Goldens;
import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static byte[] written(PoolReport... pools) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReport.write(InventedPools.report(List.of(pools)), out);
    return out.toByteArray();
  }

  @Test
  void theReportIsTheOneCommitted() throws IOException {
    Goldens.assertGolden(
        "report.json", written(InventedPools.unknown("VMSYS01"), InventedPools.busyDay("js22")));
  }

  @Test
  void everyNameIsThere() throws IOException {
    JsonNode report = new ObjectMapper().readTree(written(InventedPools.busyDay("js22")));
    assertEquals("headroom-report/1", report.get("schema").asText());
    JsonNode pool = report.get("pools").get(0);
    assertHas(report, "version", "pools", "inputs", "lines", "diagnostics");
    assertHas(
        pool, "name", "kind", "sizeBytes", "grade", "overcommit", "sizing", "members", "findings");
    assertHas(
        pool.get("overcommit"),
        "mode",
        "configuredRatio",
        "peakDemandBytes",
        "peakHotBytes",
        "violationRate",
        "observedPagingRate",
        "peakStolenBytes");
    assertHas(
        pool.get("sizing"),
        "minimumBytes",
        "recommendedBytes",
        "bestBytes",
        "breachProbability",
        "horizonDays",
        "historyDays",
        "reason",
        "curve");
    assertHas(
        pool.get("sizing").get("curve").get(0),
        "sizeBytes",
        "violationRate",
        "breachProbability",
        "slowdownLow",
        "slowdownHigh");
    assertHas(
        pool.get("members").get(1),
        "name",
        "logicalBytes",
        "meanDemandBytes",
        "p95DemandBytes",
        "peakDemandBytes",
        "peakHotBytes",
        "peakLoanedBytes",
        "peakStolenBytes");
    JsonNode finding = pool.get("findings").get(0);
    assertHas(finding, "rule", "severity", "subject", "title", "advice", "evidence");
    assertHas(finding.get("evidence").get(0), "source", "line", "text");
    assertHas(report.get("inputs").get(0), "source", "format", "subject", "samples", "from", "to");
    assertHas(report.get("lines"), "understood", "noise", "rejected");
    assertHas(
        report.get("diagnostics").get(0), "source", "line", "column", "code", "message", "preview");
    assertEquals("12884901888", pool.get("sizeBytes").asText());
  }

  private static void assertHas(JsonNode node, String... names) {
    for (String name : names) {
      assertTrue(node.has(name), name);
    }
  }

  @Test
  void whatIsNotKnownIsLeftOut() throws IOException {
    byte[] bytes = written(InventedPools.unknown("VMSYS01"));
    JsonNode pool = new ObjectMapper().readTree(bytes).get("pools").get(0);
    for (String name : List.of("sizeBytes", "grade", "sizing", "maximumBytes")) {
      assertFalse(pool.has(name), name);
    }
    assertEquals(0, pool.get("overcommit").size());
    assertEquals(1, pool.get("members").get(0).size());
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertFalse(text.contains("null") || text.contains("NaN"), text);
    assertTrue(text.endsWith("}\n"));
    assertFalse(text.contains("\r"));
  }
}
