package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What-ifs from end to end, on the samples. */
class WhatifTest {
  private static final String LAB = "samples/ams-lab";
  private static final String ROOM = "samples/four-grades";

  @TempDir private Path folder;
  private ByteArrayOutputStream data = new ByteArrayOutputStream();
  private StringWriter shown = new StringWriter();
  private StringWriter err = new StringWriter();

  private int run(String paths, String options) {
    data = new ByteArrayOutputStream();
    shown = new StringWriter();
    err = new StringWriter();
    CommandLine line = Headroom.commandLine(data);
    line.setOut(new PrintWriter(shown, true));
    line.setErr(new PrintWriter(err, true));
    List<String> args = new ArrayList<>(List.of("whatif", paths));
    if (!options.isEmpty()) {
      args.addAll(List.of(options.split(" ", -1)));
    }
    return line.execute(args.toArray(String[]::new));
  }

  private JsonNode pool(String options) throws IOException {
    assertEquals(0, run(LAB, options + " --json"), err::toString);
    return new ObjectMapper().readTree(data.toByteArray()).at("/pools/0");
  }

  private static long gb(double gigabytes) {
    return Math.round(gigabytes * (1L << 30));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '"',
      value = {
        "--pool x=1GB § --pool: there is no pool 'x'; there are: pool-0, pool-1, pool-2, pool-3",
        "--pool pool-1 § --pool: 'pool-1' is not NAME=SIZE, such as js22=10GB",
        "--pool pool-1=big § --pool: 'big' is not a size; write a number and a unit, such as 12GB"
            + " or 77MB",
        "--pool pool-1=1GB --pool pool-1=2GB § --pool: 'pool-1' is given twice",
        "--pool pool-1=0GB § whatif: the size must be above 0",
        "--grow foo=2 § --grow: there is no member 'foo'; there are: erp1, erp2, mail1, dev1, web1,"
            + " web2, db1, db2, nim1, batch1, sap1, sap2",
        "--grow web1=0 § --grow: '0' is not a factor; write a number above 0, such as 1.5",
        "--grow web1=-1 § --grow: '-1' is not a factor; write a number above 0, such as 1.5",
        "--grow web1=2 --grow pool-1/web1=3 § --grow: 'web1' is given twice",
        "--shift web1=soon § --shift: 'soon' is not a length of time; write days, hours, minutes,"
            + " seconds, such as 2h, -30m or 1d12h",
        "--shift web1=96h § whatif: 4 days changes nothing: the history of pool-1 is 4 days long,"
            + " in"
            + " intervals of 15 min",
        "--shift web1=5s § whatif: 5 s changes nothing: the history of pool-1 is 4 days long, in"
            + " intervals of 15 min",
        "--policy web1=3 § --policy: '3' is not a loan policy; write 0 (off), 1 (file cache) or 2"
            + " (any data)",
        "--policy web1 § --policy: 'web1' is not MEMBER=0|1|2, such as erp1=2",
        "--weight web1=256 § --weight: '256' is not a memory weight; write 0 to 255",
        "--weight web1=-1 § --weight: '-1' is not a memory weight; write 0 to 255",
        "--entitlement web1=lots § --entitlement: 'lots' is not a size; write a number and a"
            + " unit, such"
            + " as 12GB or 77MB",
        "--add web9 § --add: 'web9' is not NEW=COPY-OF[*FACTOR], such as web3=web1*1.5",
        "--add web9=web1*x § --add: 'x' is not a factor; write a number above 0, such as 1.5",
        "--add erp1=web1 § --add: there is a 'erp1' in pool-0 already; a new member needs a new"
            + " name",
        "--remove pool-1/erp1 § --remove: there is no member 'pool-1/erp1'; there are: erp1, erp2,"
            + " mail1, dev1, web1, web2, db1, db2, nim1, batch1, sap1, sap2",
        "--remove dev1 --remove web1 --remove web2 § whatif: web2 is the last member of pool-1; a"
            + " pool needs one",
        "--failover web1=web1 § whatif: web1 cannot take over from itself",
        "--failover web1=web2 --failover web1=web2 § --failover: 'web1=web2' is given twice",
        "--exit --fail-on puce § --fail-on: 'puce' is not a grade to fail on; write yellow, amber"
            + " or red",
        "\"\" § whatif: no change is given; use --pool, --policy, --weight, --entitlement, --add,"
            + " --remove, --grow, --shift, --failover or --exit",
      })
  void aWrongCallEndsWithASentence(String options, String sentence) {
    assertEquals(2, run(ROOM, options), shown::toString);
    assertEquals("headroom: " + sentence, err.toString().lines().findFirst().orElse(""));
    assertEquals("", shown.toString());
    assertEquals(0, data.size());
  }

  @Test
  void aNameInSeveralPoolsIsWrittenWithItsPool() throws IOException {
    Path site =
        Files.writeString(
            folder.resolve("site.yaml"),
            "pools:\n"
                + "  - {name: one, kind: ams, size: 12GB, members: [{name: erp1}, {name: web1}]}\n"
                + "  - {name: two, kind: ams, size: 12GB, members: [{name: erp1}, {name: db1}]}\n");
    assertEquals(2, run(ROOM, "--grow erp1=2 --site " + site));
    assertTrue(
        err.toString()
            .contains(
                "headroom: --grow: 'erp1' is in several pools; write one of: one/erp1, two/erp1\n"),
        err::toString);

    assertEquals(0, run(ROOM, "--grow two/erp1=2 --site " + site), err::toString);
    assertTrue(shown.toString().contains("\ntwo "), shown::toString);
    assertFalse(shown.toString().contains("\none "), shown::toString);
  }

  @Test
  void theTerminalShowsBeforeAndAfter() throws IOException {
    assertEquals(
        0,
        run(
            LAB,
            "--add bxaix87=bxaix85*0.5 --shift bxaix87=-2h --policy bxaix86=2 --pool js22=11GB"
                + " --exit"));
    assertGolden("whatif-lab.txt", shown.toString());
  }

  @Test
  void theReportObjectHasTheChangedPoolInIt() throws IOException {
    assertEquals(
        0, run(LAB, "--grow bxaix85=2 --failover bxaix85=bxaix86 --remove bxaix85 --exit --json"));
    assertGolden("whatif-lab.json", data.toString(StandardCharsets.UTF_8));
    assertEquals("", shown.toString());
  }

  private static void assertGolden(String name, String actual) throws IOException {
    String expected = "";
    try (InputStream resource = WhatifTest.class.getResourceAsStream("golden/" + name)) {
      if (resource != null) {
        expected = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    String text = actual.replace(System.lineSeparator(), "\n");
    if (!expected.equals(text)) {
      Path written = Path.of("target", "golden", name);
      Files.createDirectories(written.getParent());
      Files.writeString(written, text);
    }
    assertEquals(expected, text, "see target/golden/" + name);
  }

  @Test
  void noMoreIsStolenThanIsPromisedBeyondThePool() throws IOException {
    assertEquals(0, pool("--pool js22=14GB").at("/overcommit/peakStolenHighBytes").asLong(-1));
    long most = pool("--pool js22=13GB").at("/overcommit/peakStolenHighBytes").asLong(-1);
    assertTrue(most > 0 && most <= gb(1), () -> most + " bytes");
  }

  @Test
  void everyChangeShowsInTheReportObject() throws IOException {
    assertEquals(gb(10), pool("--pool js22=10GB").at("/sizeBytes").asLong());
    assertEquals(3, pool("--add new=bxaix86").at("/members").size());
    assertEquals(1, pool("--remove bxaix85").at("/members").size());
    assertEquals(gb(6), pool("--remove bxaix86").at("/promisedBytes").asLong());

    long hot = pool("--exit").at("/members/0/peakHotBytes").asLong();
    assertEquals(2 * hot, pool("--grow bxaix85=2").at("/members/0/peakHotBytes").asLong());
    JsonNode shifted = pool("--shift bxaix85=2h");
    assertEquals(hot, shifted.at("/members/0/peakHotBytes").asLong());
    assertTrue(
        shifted.at("/overcommit/peakHotBytes").asLong()
            > pool("--exit").at("/overcommit/peakHotBytes").asLong());
    assertTrue(pool("--failover bxaix85=bxaix86").at("/members/1/peakHotBytes").asLong() > gb(8));
    assertEquals(
        0, pool("--pool js22=9GB --policy bxaix86=2").at("/members/1/peakStolenBytes").asLong());
    long alike = pool("--pool js22=8GB").at("/members/1/peakStolenBytes").asLong();
    long heavier =
        pool("--pool js22=8GB --weight bxaix86=255").at("/members/1/peakStolenBytes").asLong();
    assertTrue(heavier < alike, heavier + " < " + alike);
    assertEquals(gb(5), pool("--entitlement bxaix85=5GB").at("/members/0/peakHotBytes").asLong());
  }

  @Test
  void whatIsSeenIsNotCarriedOver() throws IOException {
    JsonNode pool = pool("--weight bxaix85=65");
    assertTrue(pool.at("/overcommit/observedPagingRate").isMissingNode());
    assertTrue(pool.at("/overcommit/stalledShare").isMissingNode());
    assertFalse(pool.at("/verdict").asText().contains("stolen"), pool.at("/verdict")::asText);
    assertEquals("what-if", pool.at("/findings/0/rule").asText());
    assertEquals("bxaix85 has memory weight 65 instead of 64.", pool.at("/assumptions/0").asText());
    assertTrue(
        pool.at("/sizing/historyDays").asDouble() < 10.0 / 24,
        "what was short is no evidence in a what-if either");

    assertTrue(pool("--weight bxaix85=64").at("/overcommit/observedPagingRate").asDouble() > 0);
    assertEquals(0, run(LAB, "--weight bxaix85=64"));
    assertEquals(
        "Nothing changes: the options give what is there already." + System.lineSeparator(),
        shown.toString());
  }

  /** What adds load keeps what was seen as the least: grade, sizes, page-ins and stolen memory. */
  @Test
  void moreLoadKeepsWhatWasSeen() throws IOException {
    JsonNode seen = pool("--pool js22=12GB");
    for (String more :
        List.of("--grow bxaix85=1.01", "--add n=bxaix85*0.01", "--policy bxaix85=0")) {
      JsonNode pool = pool(more);
      assertEquals("amber", pool.at("/grade").asText(), more);
      for (String figure :
          List.of(
              "/overcommit/observedPagingRate",
              "/overcommit/stalledShare",
              "/sizing/minimumBytes")) {
        assertEquals(seen.at(figure), pool.at(figure), more);
      }
      assertTrue(
          pool.at("/overcommit/peakStolenBytes").asDouble()
              >= seen.at("/overcommit/peakStolenBytes").asDouble(),
          more);
      assertTrue(
          pool.at("/findings/0/title")
              .asText()
              .endsWith(
                  "Stolen memory is modelled, and no less than was seen at 12.00 GB; page-ins that"
                      + " were seen there count, in 3.33 % of the intervals."),
          pool.at("/findings/0/title")::asText);
    }
  }

  @Test
  void whatNoLongerCountsIsSaid() {
    run(LAB, "--weight bxaix85=65");
    assertTrue(
        shown
            .toString()
            .contains(
                "Grade and sizes after no longer count the 126 page-ins that were seen in 2"
                    + " intervals, for what is supposed may lessen what members ask for"),
        shown::toString);
    run(LAB, "--pool js22=14GB");
    assertTrue(
        shown
            .toString()
            .contains(
                "The model is kinder than the pool was: page-ins were seen in 3.33 % of 60"
                    + " intervals, of which it knows nothing."),
        shown::toString);
    run(ROOM, "--weight erp1=65");
    assertFalse(shown.toString().contains("kinder"), shown::toString);
  }

  @Test
  void theReportShowsBothSides() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(0, run(ROOM, "--failover erp1=web1 --exit -o " + out), err::toString);
    String page = Files.readString(out.resolve("whatif.html"));
    assertTrue(page.contains("web1 takes over from pool-0/erp1: "), page);
    assertTrue(page.contains("<a href=\"index.html#pool-pool-1\">pool-1</a>"), page);
    assertEquals(4, page.split("without Active Memory Sharing", -1).length - 1);
    assertTrue(Files.readString(out.resolve("index.html")).contains("<a href=\"whatif.html\">"));
    assertTrue(Files.exists(out.resolve("report.json")));
    assertTrue(shown.toString().endsWith("index.html") || shown.toString().contains("report: "));

    Path plain = folder.resolve("plain");
    Headroom.commandLine(data).execute("analyze", ROOM, "-o", plain.toString());
    assertFalse(Files.exists(plain.resolve("whatif.html")));
  }

  @Test
  void failOnLooksAtWhatWouldBe() {
    assertEquals(1, run(LAB, "--pool js22=8GB --fail-on red"));
    assertEquals(0, run(LAB, "--pool js22=16GB --fail-on yellow"));
  }
}
