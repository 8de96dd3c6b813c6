package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands from end to end: what they print, what they write, how they end. */
final class CommandsTest {
  private static final String TABLE =
      "kthr    memory              page              faults              cpu"
          + "             hypv-page           time\n"
          + " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec"
          + "   hpi  hpit  pmem   loan hr mi se\n";

  @TempDir private Path folder;
  private Path captures;
  private Path out;
  private ByteArrayOutputStream data = new ByteArrayOutputStream();
  private StringWriter shown = new StringWriter();
  private StringWriter err = new StringWriter();

  /** Two partitions of 6 and 8 GB on 10 GB; in the third interval the hypervisor pages. */
  @BeforeEach
  void write() throws IOException {
    captures = Files.createDirectory(folder.resolve("captures"));
    out = folder.resolve("out");
    capture("one", 6144, "500000", "500000", "900000", "500000");
    capture("two", 8192, "1000000", "1000000", "1400000", "1000000");
  }

  private void capture(String name, int logical, String... virtual) throws IOException {
    StringBuilder text = new StringBuilder("System configuration: lcpu=4 mem=");
    text.append(logical).append("MB ent=0.50 mmode=shared mpsz=10.00GB\n\n").append(TABLE);
    for (int i = 0; i < virtual.length; i++) {
      boolean paged = i == 2 && name.equals("two");
      text.append(
          String.format(
              Locale.ROOT,
              " 1  0 %s 20000 0 0 0 0 0 0 1 2 3 5 5 90 0 0.10 20.0 %s %s 0%d:00:00%n",
              virtual[i],
              paged ? "20 300" : "0 0",
              paged
                  ? "4.50 0.50"
                  : name.equals("one") ? "4.00 2.00" : i == 2 ? "4.50 0.50" : "6.00 2.00",
              i));
    }
    Files.writeString(captures.resolve(name + "_2020-02-29.vmstat"), text);
  }

  private int run(String... args) {
    data = new ByteArrayOutputStream();
    shown = new StringWriter();
    err = new StringWriter();
    CommandLine line = Headroom.commandLine(data);
    line.setOut(new PrintWriter(shown, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  private String captures() {
    return captures.toString();
  }

  private static JsonNode json(byte[] bytes) throws IOException {
    return new ObjectMapper().readTree(bytes);
  }

  @Test
  void analyzeWritesTheReportAndSaysWhatItFound() throws IOException {
    assertEquals(0, run("analyze", captures(), "-o", out.toString()));

    JsonNode pool = json(Files.readAllBytes(out.resolve("report.json"))).at("/pools/0");
    assertEquals("pool", pool.at("/name").asText());
    assertEquals("amber", pool.at("/grade").asText());
    assertEquals("physical", pool.at("/overcommit/mode").asText());
    assertEquals(1.4, pool.at("/overcommit/configuredRatio").asDouble());
    assertEquals(0.25, pool.at("/overcommit/observedPagingRate").asDouble());
    assertEquals(3L << 30, pool.at("/overcommit/peakStolenBytes").asLong());
    assertEquals((900_000L + 1_400_000L) * 4096, pool.at("/overcommit/peakHotBytes").asLong());
    assertTrue(Files.exists(out.resolve("index.html")));
    assertTrue(shown.toString().contains("3.00 GB was stolen from two"), shown::toString);
    assertTrue(shown.toString().contains("lines: 12 understood"), shown::toString);
  }

  @Test
  void analyzeSaysWhichListingOfASystemIsMissing() throws IOException {
    Path console = folder.resolve("VMX.console");
    Files.writeString(
        console,
        "q stor\nSTORAGE = 24G CONFIGURED = 24G INC = 64M STANDBY = 0  RESERVED = 0\nReady;\n");

    assertEquals(0, run("analyze", console.toString(), "-o", out.toString()));

    assertTrue(
        shown.toString().contains("guests of VMX. The listing FCX113 (UPAGE) is missing"),
        shown::toString);
  }

  @Test
  void whatAnalyzeWritesAsSeriesCanBeReadAgain() throws IOException {
    run("analyze", captures(), "-o", out.toString(), "--series");
    Path again = folder.resolve("again");

    assertEquals(
        0, run("analyze", out.resolve("series.csv.gz").toString(), "-o", again.toString()));

    JsonNode first = json(Files.readAllBytes(out.resolve("report.json"))).at("/pools/0");
    JsonNode second = json(Files.readAllBytes(again.resolve("report.json"))).at("/pools/0");
    assertEquals(first.at("/overcommit"), second.at("/overcommit"));
    assertEquals(first.at("/sizing"), second.at("/sizing"));
    assertEquals(first.at("/members"), second.at("/members"));
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws IOException {
    Path other = folder.resolve("other");
    run("analyze", captures(), "-o", out.toString(), "--series", "--jobs", "1");
    run("analyze", captures(), "-o", other.toString(), "--series", "--jobs", "8");

    for (String file : new String[] {"index.html", "report.json", "series.csv.gz"}) {
      assertArrayEquals(
          Files.readAllBytes(out.resolve(file)), Files.readAllBytes(other.resolve(file)), file);
    }
  }

  @Test
  void theSpanOfTimeIsHalfOpen() throws IOException {
    run("parse", captures(), "--from", "2020-02-29T01:00:00", "--until", "2020-02-29T02:00:00");
    assertTrue(data.toString(StandardCharsets.UTF_8).contains("T01:00:00"));
    assertFalse(data.toString(StandardCharsets.UTF_8).contains("T00:00:00"));
    assertFalse(data.toString(StandardCharsets.UTF_8).contains("T02:00:00"));

    run("analyze", captures(), "-o", out.toString(), "--until", "2020-02-29T02:00:00");
    JsonNode pool = json(Files.readAllBytes(out.resolve("report.json"))).at("/pools/0");
    assertEquals("logical", pool.at("/overcommit/mode").asText());
  }

  @Test
  void whatifReplaysAtAnotherSize() throws IOException {
    assertEquals(0, run("whatif", captures(), "--pool", "pool=8GB"));
    assertTrue(shown.toString().contains("before"), shown::toString);

    assertEquals(0, run("whatif", captures(), "--pool", "pool=8GB", "--json"));
    JsonNode pool = json(data.toByteArray()).at("/pools/0");
    assertEquals(8L << 30, pool.at("/sizeBytes").asLong());
    assertEquals(0.25, pool.at("/overcommit/violationRate").asDouble());
    // page-ins seen at 10 GB are the least at 8 GB
    assertEquals(0.25, pool.at("/overcommit/observedPagingRate").asDouble());
    assertEquals("what-if", pool.at("/findings/0/rule").asText());
  }

  @Test
  void parsePrintsLinesThatAreJson() throws IOException {
    assertEquals(0, run("parse", captures()));
    String[] lines = data.toString(StandardCharsets.UTF_8).split("\n", -1);
    for (int i = 0; i < lines.length - 1; i++) {
      assertTrue(json(lines[i].getBytes(StandardCharsets.UTF_8)).has("metric"), lines[i]);
    }
    assertEquals(0, run("parse", "--csv", captures()));
    assertEquals(lines.length, data.toString(StandardCharsets.UTF_8).split("\n", -1).length - 1);
  }

  @Test
  void failOnNamesThePoolsAndCountsThoseWithoutAGrade() throws IOException {
    assertEquals(1, run("analyze", captures(), "-o", out.toString(), "--fail-on", "amber"));
    assertTrue(err.toString().contains("headroom: --fail-on amber: pool is amber"), err::toString);

    Files.delete(captures.resolve("two_2020-02-29.vmstat"));
    assertEquals(1, run("analyze", captures(), "-o", out.toString(), "--fail-on", "red"));
    assertTrue(err.toString().contains("pool could not be graded: Not all of"), err::toString);
  }

  @Test
  void strictAndFailOnDecideTheExitCode() throws IOException {
    assertEquals(1, run("analyze", captures(), "-o", out.toString(), "--fail-on", "amber"));
    assertEquals(0, run("analyze", captures(), "-o", out.toString(), "--fail-on", "red"));
    assertEquals(0, run("parse", captures(), "--strict"));
    Files.writeString(captures.resolve("prose.txt"), "nothing to see here\n");
    assertEquals(0, run("parse", captures()));
    assertEquals(3, run("parse", captures(), "--strict"));
    assertTrue(err.toString().contains("unknown-format"), err::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | parse NOWHERE | NOWHERE: there is no such file or folder",
        "2 | parse CAPTURES --format x | --format: 'x' is not a known format; headroom formats"
            + " lists them",
        "2 | parse CAPTURES --zone Mars | --zone: 'Mars' is not a time zone; write one such as"
            + " Europe/Berlin",
        "2 | parse CAPTURES --jobs 0 | --jobs: '0' is not a whole number from 1 to 4,096",
        "2 | whatif CAPTURES --pool pool | --pool: 'pool' is not NAME=SIZE, such as js22=10GB",
        "2 | whatif CAPTURES --pool js=1GB | --pool: there is no pool 'js'; there are: pool",
        "2 | analyze CAPTURES -o OUT --fail-on puce | --fail-on: 'puce' is not a grade to fail"
            + " on; write yellow, amber or red",
        "2 | analyze CAPTURES -o OUT --site NO | NO: there is no such file",
        "2 | analyze CAPTURES -o CAPTURES/one_2020-02-29.vmstat | -o: ",
        "2 | analyze CAPTURES -o OUT --sit x | there is no option '--sit'; did you mean --site?",
        "2 | analyse CAPTURES -o OUT | there is no command 'analyse'; did you mean analyze?",
        "2 | frob CAPTURES | there is no command 'frob'; there are analyze, parse, whatif,",
        "3 | analyze EMPTY -o OUT | there are no files to read under EMPTY",
        "3 | parse EMPTY | there are no files to read under EMPTY",
        "3 | analyze CAPTURES -o OUT --from 2030-01-01 | --from 2030-01-01 leaves none of the"
            + " samples, which are from 2020-02-29 00:00 to 2020-02-29 03:00",
        "3 | whatif CAPTURES --exit --from 2001-01-01 --until 2002-01-01 | --from 2001-01-01 and"
            + " --until 2002-01-01 leave none of the samples, which are from 2020-02-29 00:00",
      })
  void endsWithASentence(int code, String call, String sentence) throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    String[] args =
        call.replace("CAPTURES", captures())
            .replace("OUT", out.toString())
            .replace("EMPTY", folder.resolve("empty").toString())
            .split(" ", -1);

    assertEquals(code, run(args), err::toString);
    String named = sentence.replace("EMPTY", folder.resolve("empty").toString());
    assertTrue(
        err.toString().replaceFirst("0 samples; .*\n", "").startsWith("headroom: " + named),
        err::toString);
    assertFalse(err.toString().contains("\tat "), err::toString);
  }

  @Test
  void whereASpanLeavesOnlySettingsNothingIsJudged() throws IOException {
    Files.writeString(
        captures.resolve("one.lparstat"),
        "Partition Name : one\nOnline Memory : 6144 MB\nMemory Mode : Shared\n"
            + "Memory Pool ID : 0\nPhysical Memory in the Pool : 10.000 GB\n");
    assertEquals(
        3, run("analyze", captures(), "-o", out.toString(), "--from", "2020-02-29T03:00:01"));
    assertTrue(err.toString().contains("leaves none of the samples, which"), err::toString);
    assertFalse(Files.exists(out));
    assertEquals(
        0, run("analyze", captures(), "-o", out.toString(), "--from", "2020-02-29T03:00:00"));
    assertEquals(
        3,
        run(
            "parse",
            captures.resolve("two_2020-02-29.vmstat").toString(),
            "--until",
            "2020-02-29"));
    assertTrue(
        err.toString().contains("--until 2020-02-29 leaves none of the samples"), err::toString);
  }

  @Test
  void whereNoPoolIsFoundNoneIsWell() throws IOException {
    Path series =
        Files.writeString(
            folder.resolve("note.csv"),
            "subject,kind,metric,time,value,unit\n"
                + "oak,partition,memory.free,2020-01-01T00:00:00,1,B\n");
    assertEquals(0, run("analyze", series.toString(), "-o", out.toString()));
    assertEquals(1, run("analyze", series.toString(), "-o", out.toString(), "--fail-on", "red"));
    assertTrue(err.toString().contains("--fail-on red: no pool or z/VM system"), err::toString);
  }

  @Test
  void sizesOfAPoolThatIsNotWholeAreNoAdvice() throws IOException {
    Files.delete(captures.resolve("two_2020-02-29.vmstat"));
    assertEquals(0, run("analyze", captures(), "-o", out.toString()));
    String row =
        shown
            .toString()
            .lines()
            .filter(line -> line.startsWith("pool  "))
            .skip(1)
            .findFirst()
            .orElseThrow();
    assertTrue(row.matches("pool +- .* - +- +- +\\S+ % +\\S+ %"), row);
    assertTrue(
        shown
            .toString()
            .contains("\n  What to do: Run vmstat -ht 60 on each partition that is missing"),
        shown::toString);
  }

  @Test
  void theWorstPoolComesFirst() {
    assertEquals(0, run("analyze", "samples/four-grades", "-o", out.toString()));
    assertEquals(
        List.of("pool", "pool-3", "pool-2", "pool-1", "pool-0"),
        shown.toString().lines().limit(5).map(line -> line.replaceFirst(" .*", "")).toList());
  }

  @Test
  void formatsAreListed() {
    assertEquals(0, run("formats"));
    for (String report : List.of("USER", "UPAGE", "PROCLOG", "STORAGE")) {
      assertTrue(shown.toString().contains("PERFKIT " + report + " "), shown::toString);
    }
    assertTrue(shown.toString().contains("Vmstat.g4"), shown::toString);
    assertTrue(shown.toString().contains("bad-number"), shown::toString);
  }
}
