package dev.headroom.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.analysis.Analysis;
import dev.headroom.analysis.AnalysisOptions;
import dev.headroom.capture.Inputs;
import dev.headroom.report.json.JsonReport;
import dev.headroom.site.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One pool, told by nmon files, by its HMC and by support bundles: what two of them tell, they tell
 * alike, and each says what it cannot tell.
 */
final class ThreeWaysTest {
  private static JsonNode pool(String way) throws IOException {
    Analysis analysis =
        Analysis.of(
            Inputs.under(
                List.of(ThreeWays.FOLDER.resolve(way).toString()),
                InputStream.nullInputStream(),
                file -> false),
            Site.EMPTY,
            AnalysisOptions.DEFAULT);
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JsonReport.write(analysis.report(), json);
    JsonNode pools = new ObjectMapper().readTree(json.toByteArray()).get("pools");
    assertEquals(1, pools.size());
    return pools.get(0);
  }

  private static void assertAlike(JsonNode one, JsonNode other, String... figures) {
    for (String figure : figures) {
      assertTrue(one.hasNonNull(figure), figure);
      assertEquals(one.get(figure), other.get(figure), figure);
    }
  }

  private static void assertMembersAlike(JsonNode one, JsonNode other, String... figures) {
    assertEquals(3, one.get("members").size());
    assertEquals(3, other.get("members").size());
    for (int i = 0; i < 3; i++) {
      assertAlike(one.get("members").get(i), other.get("members").get(i), figures);
    }
  }

  @Test
  void nmonAndTheBundlesTellTheSameDemand() throws IOException {
    JsonNode nmon = pool("nmon");
    JsonNode bundles = pool("perfpmr");
    assertAlike(nmon, bundles, "sizeBytes", "promisedBytes", "grade");
    assertAlike(
        nmon.get("overcommit"),
        bundles.get("overcommit"),
        "configuredRatio",
        "peakDemandBytes",
        "peakHotBytes",
        "violationRate");
    assertMembersAlike(
        nmon,
        bundles,
        "name",
        "logicalBytes",
        "meanDemandBytes",
        "p95DemandBytes",
        "peakDemandBytes",
        "peakHotBytes");
  }

  @Test
  void theConsoleAndTheBundlesTellTheSameOfTheHypervisor() throws IOException {
    JsonNode console = pool("hmc");
    JsonNode bundles = pool("perfpmr");
    assertAlike(console, bundles, "sizeBytes", "promisedBytes");
    assertAlike(
        console.get("overcommit"),
        bundles.get("overcommit"),
        "mode",
        "observedPagingRate",
        "peakStolenBytes");
    assertMembersAlike(
        console, bundles, "name", "logicalBytes", "peakLoanedBytes", "peakStolenBytes");
  }

  @Test
  void eachSaysWhatItCannotTell() throws IOException {
    JsonNode nmon = pool("nmon");
    assertFalse(nmon.get("overcommit").has("observedPagingRate"));
    assertTrue(nmon.get("findings").toString().contains("no capture shows hpi"));
    assertEquals("unknown", nmon.at("/completeness/whole").asText());

    JsonNode console = pool("hmc");
    assertFalse(console.get("overcommit").has("peakHotBytes"));
    assertFalse(console.at("/sizing").has("recommendedBytes"));
    assertTrue(console.get("verdict").asText().contains("is not known"));
  }

  @Test
  void theConsoleDecidesWhetherMembersAreAll() throws IOException {
    for (String way : List.of("hmc", "")) {
      JsonNode completeness = pool(way).get("completeness");
      assertEquals("yes", completeness.get("whole").asText());
      assertTrue(
          completeness.get("reason").asText().contains("promises all partitions that run 24.00 GB"),
          completeness::toString);
    }
  }

  @Test
  void togetherTheyTellAll() throws IOException {
    JsonNode all = pool("");
    JsonNode bundles = pool("perfpmr");
    // with the firmware's share, which the console alone knows, less is left for members
    assertEquals("red", all.get("grade").asText());
    assertAlike(
        all.get("overcommit"),
        bundles.get("overcommit"),
        "peakDemandBytes",
        "peakHotBytes",
        "observedPagingRate",
        "peakStolenBytes");
    assertTrue(
        all.get("findings").toString().contains("chhwres -m Server-8284-22A"),
        () -> all.get("findings").toString());
  }
}
