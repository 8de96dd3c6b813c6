package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The site file that is written filled with what was found. */
final class SiteSkeletonTest {
  private static final String HEADING =
      """
      System configuration: lcpu=8 mem=8192MB ent=0.50 mmode=shared mpsz=40.00GB

      kthr    memory              page              faults              cpu             hypv-page
      ----- ----------- ------------------------ ------------ ----------------------- ------------
       r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec   hpi  hpit  pmem   loan
      """;

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

  /** A table whose rows have the time of the day where a date stands before it. */
  private void capture(String name, String before, int virtual) throws IOException {
    boolean timed = !before.isEmpty();
    StringBuilder text = new StringBuilder(before);
    text.append(
        timed
            ? HEADING
                .replace("hypv-page\n", "hypv-page           time\n")
                .replace("loan\n", "loan hr mi se\n")
            : HEADING);
    for (int row = 0; row < 20; row++) {
      text.append(
          String.format(
              Locale.ROOT,
              " 1  0 %d %d 0 0 0 0 0 0 9 44 90 2 5 93 0 0.31 62.0 0 0 6.10 0.50%s%n",
              virtual + 97 * row,
              20_411 + row,
              timed ? String.format(Locale.ROOT, " 10:%02d:00", row) : ""));
    }
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String in() {
    return folder.resolve("in").toString();
  }

  private JsonNode report(String out, String... more) throws IOException {
    Path to = folder.resolve(out);
    List<String> call = new ArrayList<>(List.of("analyze", in(), "-o", to.toString()));
    call.addAll(List.of(more));
    assertEquals(0, run(call.toArray(String[]::new)), err.toString());
    return new ObjectMapper().readTree(to.resolve("report.json").toFile());
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    Path mine = Files.writeString(folder.resolve("site.yaml"), "# mine\n");
    Path out = folder.resolve("out");
    // nothing is read: the sentence is not on the path that is not there
    assertEquals(
        2,
        run(
            "analyze",
            folder.resolve("nowhere").toString(),
            "-o",
            out.toString(),
            "--site-skeleton",
            mine.toString()));
    assertTrue(
        err.toString()
            .startsWith(
                "headroom: --site-skeleton: "
                    + mine
                    + " is there already and stays as it is; name a file that is not there\n"),
        err.toString());
    assertEquals("# mine\n", Files.readString(mine));
    assertFalse(Files.exists(out));
  }

  @Test
  void whatTheSiteFileSaysOfCapturesAndRulesIsCarriedOver() throws IOException {
    capture("oak.vmstat", "", 500_000);
    capture("elm.vmstat", "", 600_000);
    Path site =
        Files.writeString(
            folder.resolve("said.yaml"),
            """
            pools:
              - {name: grove, size: 14GB, maximum: 18GB, reserve: 256MB, complete: true, members: [{name: ash, loanPolicy: 2}, {name: elm, weight: 64}]}
            captures:
              - {match: "oak*", subject: ash, start: 2021-05-03T08:00:00, interval: 5m, clock: -1h7m5s}
              - {match: "elm*", start: 2021-05-03T06:50:00, interval: 5m}
            rules: {stalled-share: 10, kept-memory: 512 MB}
            """);
    Path skeleton = folder.resolve("skeleton.yaml");
    JsonNode first =
        report("first", "--site", site.toString(), "--site-skeleton", skeleton.toString());
    String text = Files.readString(skeleton);
    assertTrue(text.contains("    start: 2021-05-03T08:00:00\n"), text);
    assertTrue(text.contains("    clock: -1h7m5s\n"), text);
    assertTrue(text.contains("  stalled-share: 10\n"), text);
    assertEquals("2021-05-03T06:52:55", first.at("/inputs/1/from").asText(), first.toString());
    JsonNode again = report("again", "--site", skeleton.toString());
    for (JsonNode report : List.of(first, again)) {
      report.at("/pools").forEach(pool -> ((ObjectNode) pool).remove("assumptions"));
    }
    assertEquals(first, again);
  }

  @Test
  void everyExampleFitsWhatWasFound() throws IOException {
    capture("oak.vmstat", "Mon Mar  4 09:59:50 CET 2024\n", 500_000);
    capture("elm.vmstat", "", 600_000);
    Path skeleton = folder.resolve("skeleton.yaml");
    report("first", "--site-skeleton", skeleton.toString());
    String text = Files.readString(skeleton);
    assertTrue(text.contains("    # maximum: 44GB  # what it can grow to"), text);
    String all = text.replaceAll("(?m)^( +)# (\\w+: .*?)  #.*$", "$1$2");
    assertTrue(all.contains("\n    maximum: 44GB\n"), all);
    assertTrue(all.contains("\n    start: 2009-06-30T12:00:00\n"), all);
    report("again", "--site", Files.writeString(folder.resolve("all.yaml"), all).toString());
  }

  @Test
  void twoMachinesOfOneNameAreSettled() throws IOException {
    capture("a/oak.vmstat", "Mon Mar  4 09:59:50 CET 2024\n", 500_000);
    capture("b/oak.vmstat", "Mon Mar  4 09:59:50 CET 2024\n", 600_000);
    capture("elm.vmstat", "Mon Mar  4 09:59:50 CET 2024\n", 300_000);
    Path skeleton = folder.resolve("skeleton.yaml");
    report("first", "--site-skeleton", skeleton.toString());
    assertTrue(err.toString().contains("ambiguous-subject"), err.toString());
    String text = Files.readString(skeleton);
    assertFalse(text.contains("several servers"), text);
    assertTrue(
        text.contains(
            "  - match: \""
                + in()
                + "/b/oak.vmstat\"\n    # subject: \"oak#2\"  # oak is the name of two machines"),
        text);
    String settled =
        text.replaceAll("(?m)^( +)# (subject: .*?)  #.*$", "$1$2").replace("oak#2", "fir");
    JsonNode report =
        report(
            "again", "--site", Files.writeString(folder.resolve("all.yaml"), settled).toString());
    assertEquals("", err.toString());
    assertEquals(3, report.at("/pools/0/members").size(), report.toString());
    assertFalse(
        report.at("/pools/0/gradeReason").asText().contains("whose they are"), report.toString());
  }
}
