package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.analysis.Analysis;
import dev.headroom.analysis.AnalysisOptions;
import dev.headroom.analysis.Gathered;
import dev.headroom.analysis.TimeRange;
import dev.headroom.capture.Input;
import dev.headroom.capture.Inputs;
import dev.headroom.format.CaptureReader;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.memory.zvm.Eviction;
import dev.headroom.site.Site;
import dev.headroom.site.SiteFile;
import dev.headroom.unit.Size;
import dev.headroom.whatif.Resizing;
import dev.headroom.whatif.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * What the study behind {@code samples/zvm-tpm} found, the program finds in the sample: sizes,
 * grades, how much slower, and who has to go.
 */
final class ZvmStudyTest {
  private static final String BASIC = "samples/zvm-tpm/basic";
  private static final long MB = 1L << 20;
  private static final String TPM = "LNX00080";
  private static final String DEPOT = "LNX00081";
  private static final String DB2 = "LNX00082";
  private static final String LDAP = "LNX00083";

  @TempDir private Path folder;

  private static byte[] run(String... args) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    CommandLine line = Headroom.commandLine(data);
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(new StringWriter()));
    assertEquals(0, line.execute(args));
    return data.toByteArray();
  }

  private static JsonNode pool(byte[] report) throws IOException {
    JsonNode pools = new ObjectMapper().readTree(report).get("pools");
    assertEquals(1, pools.size());
    return pools.get(0);
  }

  private JsonNode analyzed(String sample) throws IOException {
    run("analyze", sample, "-o", folder.toString());
    return pool(Files.readAllBytes(folder.resolve("report.json")));
  }

  private static JsonNode whatif(long megabytes) throws IOException {
    return pool(run("whatif", BASIC, "--pool", "TPMBASIC=" + megabytes + "MB", "--json"));
  }

  @Test
  void bestAndMinimumAreTheStudys() throws IOException {
    JsonNode sizing = analyzed(BASIC).get("sizing");

    assertEquals(26_368 * MB, sizing.get("bestBytes").longValue());
    assertEquals(11_264 * MB, sizing.get("minimumBytes").longValue());
    long recommended = sizing.get("recommendedBytes").longValue();
    assertTrue(11_264 * MB <= recommended && recommended <= 26_368 * MB);
  }

  @ParameterizedTest
  @CsvSource({
    "28672, green",
    "26368, green",
    "26367, yellow",
    "11264, yellow",
    "11263, amber",
    "10240, amber",
    "10239, red",
    "7168, red",
    "6400, red"
  })
  void gradesAreTheStudys(long megabytes, String grade) throws IOException {
    assertEquals(grade, whatif(megabytes).get("grade").textValue());
  }

  @ParameterizedTest
  @CsvSource({"28672, 1.00", "26368, 1.00", "10240, 1.14", "7168, 2.28", "6400, 3.19"})
  void theBandHoldsHowMuchSlowerItWas(long megabytes, double slowdown) throws IOException {
    JsonNode point = null;
    for (JsonNode candidate : whatif(megabytes).get("sizing").get("curve")) {
      if (candidate.get("sizeBytes").longValue() == megabytes * MB) {
        point = candidate;
      }
    }

    assertTrue(point != null, "the curve has a point at the size asked for");
    assertTrue(point.get("slowdownLow").doubleValue() <= slowdown, point.toString());
    assertTrue(point.get("slowdownHigh").doubleValue() >= slowdown, point.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "basic, 0",
    "working-set, 0",
    "heaps-and-database, 1",
    "heaps, 1",
    "heaps-less-10, 1"
  })
  void pagingIsSeenWhereTheStudySawIt(String run, double rate) throws IOException {
    JsonNode overcommit = analyzed("samples/zvm-tpm/" + run).get("overcommit");

    assertEquals(rate, overcommit.get("observedPagingRate").doubleValue());
  }

  @ParameterizedTest
  @CsvSource({
    "working-set, green",
    "heaps-and-database, amber",
    "heaps, red",
    "heaps-less-10, red"
  })
  void theOtherRunsHaveTheGradesOfTheirSizes(String run, String grade) throws IOException {
    assertEquals(grade, analyzed("samples/zvm-tpm/" + run).get("grade").textValue());
  }

  @ParameterizedTest
  @ValueSource(longs = {10_240, 7_168, 6_400})
  void idleGuestsGoFirstThenTheDatabaseThenTheHeaps(long megabytes) throws Exception {
    List<Eviction> evictions = evictions(megabytes);
    Map<String, Eviction> of =
        evictions.stream().collect(Collectors.toMap(Eviction::guest, Function.identity()));

    assertEquals(List.of(DB2, TPM), evictions.stream().map(Eviction::guest).skip(2).toList());
    assertTrue(of.get(LDAP).idle() && of.get(DEPOT).idle());
    // what stays of idle guests is locked
    assertTrue(of.get(LDAP).resident() < MB && of.get(DEPOT).resident() < MB);
    assertTrue(share(of.get(DB2)) < share(of.get(TPM)));
    // expanded storage is full, most of it with the database; the heaps go straight to disk
    double expanded = evictions.stream().mapToDouble(Eviction::expanded).sum();
    assertEquals(2048 * MB, expanded, 1);
    assertTrue(of.get(DB2).expanded() > expanded / 2);
    assertTrue(of.get(TPM).auxiliary() > 4 * of.get(TPM).expanded());
  }

  private static double share(Eviction eviction) {
    return eviction.resident() / (eviction.resident() + eviction.expanded() + eviction.auxiliary());
  }

  private static List<Eviction> evictions(long megabytes) throws Exception {
    CaptureReader reader = new CaptureReader(ReadOptions.DEFAULT);
    List<Input> inputs =
        Inputs.under(
            List.of(BASIC), InputStream.nullInputStream(), file -> file.endsWith("site.yaml"));
    List<Reading> readings = inputs.stream().map(reader::read).toList();
    Site site = SiteFile.read(Path.of(BASIC, "site.yaml"));
    Gathered gathered = Gathered.of(inputs, readings, site, TimeRange.ALL);
    Scenario scenario =
        new Scenario(List.of(new Resizing("TPMBASIC", Size.of(megabytes + "MB").bytes())));
    Optional<List<Eviction>> evictions =
        Analysis.of(gathered, site, AnalysisOptions.DEFAULT)
            .whatIf(scenario, false)
            .get(0)
            .after()
            .zvm()
            .map(zvm -> zvm.evictions());
    return evictions.orElseThrow();
  }
}
