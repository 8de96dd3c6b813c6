package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * What the site file says and captures contradict is told, and the skeleton contradicts nothing.
 */
final class SiteAgainstCapturesTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    err.getBuffer().setLength(0);
    CommandLine line = Headroom.commandLine(new ByteArrayOutputStream());
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(err));
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--no-progress");
    return line.execute(all.toArray(String[]::new));
  }

  private JsonNode report(String sample, Path site, String out) throws IOException {
    Path to = folder.resolve(out);
    assertEquals(
        0,
        run("analyze", "samples/" + sample, "--site", site.toString(), "-o", to.toString()),
        err.toString());
    return new ObjectMapper().readTree(to.resolve("report.json").toFile());
  }

  /** The titles of all findings on the site file, each with its subject. */
  private List<String> told(String sample, String yaml) throws IOException {
    Path site = Files.writeString(folder.resolve("said.yaml"), yaml);
    List<String> titles = new ArrayList<>();
    for (JsonNode pool : report(sample, site, "out").at("/pools")) {
      for (JsonNode finding : pool.at("/findings")) {
        if (finding.at("/rule").asText().equals("site-file")) {
          titles.add(finding.at("/subject").asText() + ": " + finding.at("/title").asText());
        }
      }
    }
    return titles;
  }

  @Test
  void everyValueOfAPartitionThatACaptureContradictsIsTold() throws IOException {
    assertEquals(
        List.of(
            "bxaix68: No capture is about bxaix68, a member of js22; did you mean bxaix85?",
            "bxaix85: Match 'nothing*' fits no capture that was read.",
            "bxaix85: The I/O entitlement of bxaix85 is 90 MB here, and captures show 77 MB.",
            "bxaix85: The loan policy of bxaix85 is 0 (it lends nothing) here, and captures show"
                + " that it lent 2.00 GB.",
            "bxaix85: The logical memory of bxaix85 is 7.00 GB here, and captures show 6.00 GB.",
            "bxaix85: The memory weight of bxaix85 is 32 here, and captures show 64.",
            "js22: The site file gives the start 2010-01-01T00:00:00, and the capture has dates,"
                + " which hold."),
        told(
            "ams-lab",
            """
            pools:
              - name: js22
                size: 12GB
                members:
                  - {name: bxaix85, logical: 7GB, weight: 32, ioEntitlement: 90MB, loanPolicy: 0}
                  - {name: bxaix86, logical: 8GB, weight: 64}
                  - {name: bxaix68, logical: 8GB}
            captures:
              - {match: "nothing*", subject: bxaix85}
              - {match: "bxaix85.vmstat", start: 2010-01-01T00:00:00}
            """));
    assertTrue(
        err.toString()
            .contains(
                """
                said.yaml:9:6: site-file: match 'nothing*' fits no capture that was read
                  - {match: "nothing*", subject: bxaix85}
                     ^
                """),
        err.toString());
  }

  @Test
  void aPoolOfTheCapturesIsOneEntrysOnly() throws IOException {
    assertEquals(
        List.of("two: No capture reports a pool that two could be; name its members."),
        told("ams-lab", "pools: [{name: one, size: 12GB}, {name: two, size: 12GB}]\n"));
  }

  @Test
  void aPoolThatIsCalledCompleteAndIsNotIsTold() throws IOException {
    List<String> told =
        told(
            "ams-lab",
            "pools: [{name: js22, size: 12GB, complete: true, members: [{name: bxaix85}]}]\n");
    assertEquals(1, told.size(), told.toString());
    assertTrue(
        told.get(0)
            .startsWith(
                "js22: The site file says that these members are all (complete: true), and captures"
                    + " contradict it. "),
        told.toString());
  }

  @Test
  void everyValueOfASystemThatACaptureContradictsIsTold() throws IOException {
    List<String> told =
        told(
            "zvm72-day",
            """
            pools:
              - name: VMPROD7
                kind: zvm
                size: 64GB
                release: "6.4"
                members:
                  - {name: LINAPP1, logical: 4GB, heaps: [90GB]}
                  - {name: LINAPP9}
            """);
    assertEquals(5, told.size(), told.toString());
    assertTrue(
        told.contains("VMPROD7: The size of VMPROD7 is 64.00 GB here, and captures show 45.00 GB."),
        told.toString());
    assertTrue(
        told.contains("VMPROD7: The release of VMPROD7 is 6.4 here, and captures show 7.2."),
        told.toString());
    assertTrue(told.get(1).startsWith("LINAPP1: The logical memory of LINAPP1 is 4.00 GB"));
    assertTrue(
        told.get(0).startsWith("LINAPP1: Heaps and database memory of LINAPP1 are 90.00 GB here,"));
  }

  @Test
  void whereThereIsNoPoolItIsADiagnostic() throws IOException {
    Path capture = Files.writeString(folder.resolve("note.csv"), SERIES);
    Path site = Files.writeString(folder.resolve("said.yaml"), "captures: [{match: \"other*\"}]\n");
    assertEquals(0, run("parse", capture.toString(), "--site", site.toString()));
    assertTrue(
        err.toString().contains(":1:13: site-file: match 'other*' fits no capture"),
        err.toString());
  }

  private static final String SERIES =
      "subject,kind,metric,time,value,unit\noak,partition,memory.free,2020-01-01T00:00:00,1,B\n";

  @ParameterizedTest
  @ValueSource(strings = {"ams-lab", "four-grades", "zvm-tpm/heaps", "zvm-tpm/basic", "zvm72-day"})
  void theSkeletonGivesTheSameReport(String sample) throws IOException {
    Path skeleton = folder.resolve("skeleton.yaml");
    Path first = folder.resolve("first");
    assertEquals(
        0,
        run(
            "analyze",
            "samples/" + sample,
            "-o",
            first.toString(),
            "--site-skeleton",
            skeleton.toString()));
    JsonNode found = new ObjectMapper().readTree(first.resolve("report.json").toFile());
    JsonNode again = report(sample, skeleton, "again");
    // what was taken for granted is now written down
    for (JsonNode report : List.of(found, again)) {
      report.at("/pools").forEach(pool -> ((ObjectNode) pool).remove("assumptions"));
    }
    assertEquals(found, again);
  }

  @Test
  void theSkeletonNamesWhatHasNoDate() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        folder.resolve("in/a[1].csv"),
        "subject,kind,metric,value,unit\noak,partition,memory.free,1,B\n");
    Path skeleton = folder.resolve("in/skeleton.yaml");
    String[] call = {
      "analyze",
      folder.resolve("in").toString(),
      "-o",
      folder.resolve("out").toString(),
      "--site-skeleton",
      skeleton.toString()
    };
    assertEquals(0, run(call), err.toString());
    String text = Files.readString(skeleton);
    assertTrue(text.contains("  - match: \"" + folder + "/in/a\\\\[1\\\\].csv\"\n"), text);
    assertTrue(text.contains("    # start: 2009-06-30T12:00:00  # when its"), text);
    assertEquals(0, run(Arrays.copyOf(call, call.length - 2)), err.toString());
    assertEquals(
        "headroom: not read: 1 file that headroom wrote beside captures\n", err.toString());
    assertEquals(
        0,
        run("parse", folder.resolve("in/a[1].csv").toString(), "--site", skeleton.toString()),
        err.toString());
    assertTrue(err.toString().startsWith("1 samples;"), err.toString());
  }
}
