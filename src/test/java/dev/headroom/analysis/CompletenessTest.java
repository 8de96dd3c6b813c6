package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Inputs;
import dev.headroom.report.PoolReport;
import dev.headroom.risk.Completeness;
import dev.headroom.site.SiteFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures of some members look like those of a small pool; no grade is to come of them. */
final class CompletenessTest {
  private static final double GB = 1L << 30;
  private static final Path DAY = Path.of("samples/zvm72-day");

  @TempDir private Path folder;
  private String site = "";

  private List<PoolReport> pools() throws IOException, SiteFile.UnusableException {
    Path siteFile = Files.writeString(folder.resolve("site.yaml"), site);
    return Analysis.of(
            Inputs.under(
                List.of(folder.toString()), InputStream.nullInputStream(), siteFile::equals),
            SiteFile.read(siteFile),
            AnalysisOptions.DEFAULT)
        .report()
        .pools();
  }

  private PoolReport pool() throws IOException, SiteFile.UnusableException {
    List<PoolReport> pools = pools();
    assertEquals(1, pools.size());
    return pools.get(0);
  }

  /** A day of hours of a partition in a pool of 64 GB, which needs an eighth of its memory. */
  private void partition(String path, double logical, double physical, double loaned)
      throws IOException {
    Path file = folder.resolve(path + ".csv");
    Files.createDirectories(file.getParent());
    String name = String.valueOf(Path.of(path).getFileName());
    StringBuilder csv = new StringBuilder("subject,kind,metric,time,value,unit\n");
    for (int hour = 0; hour < 24; hour++) {
      row(csv, name, "memory.logical", hour, logical * GB, "B");
      row(csv, name, "memory.virtual", hour, logical * GB / 8, "B");
      row(csv, name, "memory.free", hour, 0, "B");
      row(csv, name, "memory.physical", hour, physical * GB, "B");
      row(csv, name, "memory.loaned", hour, loaned * GB, "B");
      row(csv, name, "hypervisor.pageins", hour, 0, "count");
      row(csv, name, "pool.memory", hour, 64 * GB, "B");
      row(csv, name, "pool.id", hour, 0, "count");
    }
    Files.writeString(file, csv);
  }

  private static void row(
      StringBuilder csv, String name, String metric, int hour, double value, String unit) {
    csv.append(
        String.format(
            Locale.ROOT,
            "%s,partition,%s,2021-03-01T%02d:00:00,%.0f,%s%n",
            name,
            metric,
            hour,
            value,
            unit));
  }

  private static void assertNoGrade(PoolReport pool, Completeness.Whole whole, String reason) {
    assertEquals(
        whole, pool.judgement().standing().completeness().whole(), pool.judgement().verdict());
    assertTrue(pool.judgement().grade().isEmpty(), pool.judgement().verdict());
    String said = pool.judgement().standing().reason().orElseThrow();
    assertTrue(said.contains(reason), said);
    assertTrue(pool.judgement().verdict().contains(reason), pool.judgement().verdict());
    assertFalse(
        pool.judgement().findings().toString().contains("could be given back."),
        pool.judgement()::verdict);
  }

  @Test
  void oneHostOfSevenThatLends() throws Exception {
    partition("db1", 8, 2, 6);
    assertNoGrade(pool(), Completeness.Whole.NO, "fits into 64.00 GB");
  }

  @Test
  void threeHostsOfSevenThatTogetherAreOvercommitted() throws Exception {
    partition("db1", 30, 10, 20);
    partition("db2", 30, 10, 20);
    partition("db3", 30, 10, 20);
    assertNoGrade(pool(), Completeness.Whole.NO, "more than 5 % of 64.00 GB free in 24 of 24");
  }

  @Test
  void membersWhoseMemorySumsToThePoolAreAll() throws Exception {
    partition("db1", 40, 32, 8);
    partition("db2", 40, 32, 8);
    PoolReport pool = pool();
    Completeness whole = pool.judgement().standing().completeness();
    assertEquals(Completeness.Whole.YES, whole.whole());
    assertEquals(Completeness.By.CAPTURES, whole.by());
    assertTrue(whole.reason().contains("24 of 24"), whole.reason());
    assertTrue(pool.judgement().grade().isPresent(), pool.judgement().verdict());
    assertTrue(pool.judgement().verdict().startsWith("pool-0 is "), pool.judgement().verdict());
  }

  @Test
  void withoutLoansNothingShowsWhetherTheyAreAll() throws Exception {
    partition("db1", 40, 24, 0);
    partition("db2", 16, 16, 0);
    PoolReport pool = pool();
    // 16 GB of db1 were stolen, so that the sum tells
    assertNoGrade(pool, Completeness.Whole.NO, "Not all of its members are known");

    partition("db1", 24, 24, 0);
    pool = pool();
    assertEquals(Completeness.Whole.UNKNOWN, pool.judgement().standing().completeness().whole());
    assertTrue(pool.judgement().grade().isPresent(), pool.judgement().verdict());
    assertTrue(
        pool.judgement().verdict().startsWith("If these 2 members are all: pool-0 is green"),
        pool.judgement().verdict());
    assertFalse(
        pool.judgement().findings().toString().contains("could be given back."),
        pool.judgement()::verdict);
  }

  @Test
  void theSiteFileSaysThatTheyAreAll() throws Exception {
    partition("db1", 24, 24, 0);
    site = "pools:\n  - {name: p, kind: ams, size: 64GB, complete: true, members: [{name: db1}]}\n";
    PoolReport pool = pool();
    assertEquals(Completeness.Whole.YES, pool.judgement().standing().completeness().whole());
    assertEquals(Completeness.By.SITE, pool.judgement().standing().completeness().by());
    assertTrue(pool.judgement().verdict().startsWith("p is green"), pool.judgement().verdict());
  }

  @Test
  void serversWithOneIdAndSizeArePartedByFolder() throws Exception {
    for (String server : List.of("east", "west")) {
      partition("site/" + server + "/" + server + "1", 40, 32, 8);
      partition("site/" + server + "/" + server + "2", 40, 32, 8);
    }
    List<PoolReport> pools = pools();
    assertEquals(
        List.of("east-pool-0", "west-pool-0"),
        pools.stream().map(PoolReport::name).collect(Collectors.toList()));
    for (PoolReport pool : pools) {
      assertEquals(2, pool.memory().members().size());
      assertEquals(Completeness.Whole.YES, pool.judgement().standing().completeness().whole());
    }
  }

  @Test
  void serversThatNoFolderPartsHaveNoGrade() throws Exception {
    for (String host : List.of("a", "b", "c", "d")) {
      partition(host, 40, 32, 8);
    }
    assertNoGrade(pool(), Completeness.Whole.UNKNOWN, "several servers");
  }

  @Test
  void aFolderEachTellsNoServersApart() throws Exception {
    for (String host : List.of("a", "b", "c", "d")) {
      partition(host + "/" + host, 40, 32, 8);
    }
    assertNoGrade(pool(), Completeness.Whole.UNKNOWN, "several servers");
  }

  private static String day(String report) throws IOException {
    return Files.readString(DAY.resolve("VMPROD7." + report));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String without(String text, String start) {
    return text.lines().filter(line -> !line.startsWith(start)).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String broken(String text, String start) {
    return text.lines()
            .map(line -> line.startsWith(start) ? line.replaceAll("(\\d)(?= )", "$1x$1") : line)
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  @Test
  void usageListsEverybodyButTheLargestGuest() throws Exception {
    write("VMPROD7.fcx112", day("fcx112"));
    write("VMPROD7.fcx113", without(day("fcx113"), "LINDB1"));
    write("VMPROD7.2021-03-09.console", day("2021-03-09.console"));
    assertNoGrade(pool(), Completeness.Whole.NO, "LINDB1 stands in one of");
  }

  @Test
  void allRowsOfAGuestWereRejected() throws Exception {
    write("VMPROD7.fcx113", broken(day("fcx113"), "LINDB1"));
    write("VMPROD7.2021-03-09.console", day("2021-03-09.console"));
    assertNoGrade(pool(), Completeness.Whole.NO, "A listing counts 4 users, and 3 of them");
  }

  @Test
  void allRowsOfAListingWereRejected() throws Exception {
    write("VMPROD7.fcx112", day("fcx112"));
    write("VMPROD7.fcx113", day("fcx113"));
    write("MORE.fcx113", without(day("fcx113"), "Userid"));
    write("VMPROD7.2021-03-09.console", day("2021-03-09.console"));
    assertNoGrade(pool(), Completeness.Whole.NO, "MORE.fcx113");
  }

  private static String firstLines(String text, long lines) {
    return text.lines().limit(lines).collect(Collectors.joining("\n")) + "\n";
  }

  private static long lastLine(String text, String start) {
    List<String> lines = text.lines().toList();
    for (int i = lines.size(); i > 0; i--) {
      if (lines.get(i - 1).startsWith(start)) {
        return i;
      }
    }
    return 0;
  }

  /** The listing before it, of the same end or an earlier one, proves nothing for it. */
  @Test
  void aListingThatWasCutProvesNothing() throws Exception {
    String usage = day("fcx113");
    write("VMPROD7.fcx112", day("fcx112"));
    write("VMPROD7.2021-03-09.console", day("2021-03-09.console"));
    write("VMPROD7.fcx113", firstLines(usage, lastLine(usage, ">System<") + 2));
    assertEquals(Completeness.Whole.NO, pool().judgement().standing().completeness().whole());
    write("VMPROD7.fcx113", firstLines(usage, lastLine(usage, "Userid")));
    assertNoGrade(pool(), Completeness.Whole.NO, "No row of a listing could be read");
    assertTrue(
        pool().grounds().unused().toString().contains("VMPROD7.fcx113: 1 diagnostic tells"),
        pool().grounds().unused()::toString);
  }

  /** A listing of the whole time ends with the last interval; it is a listing of its own. */
  @Test
  void aSecondListingOfTheSameEndMayBeCut() throws Exception {
    String usage = day("fcx113");
    List<String> lines = usage.lines().toList();
    int page = 0;
    for (int i = 0; i < lines.size(); i++) {
      page = lines.get(i).contains("FCX113") ? i : page;
    }
    String last = String.join("\n", lines.subList(page, lines.size())) + "\n";
    write("VMPROD7.fcx113", usage + firstLines(last, lastLine(last, ">System<") + 2));
    write("VMPROD7.2021-03-09.console", day("2021-03-09.console"));
    assertNoGrade(pool(), Completeness.Whole.NO, "A listing counts 4 users, and 2 of them");
  }

  @Test
  void twoGuestsWereAskedFor() throws Exception {
    write(
        "VMX.console",
        Files.readString(Path.of("src/test/resources/golden/indicate-user/labvm1_2019-04-11.txt")));
    site = "pools: [{name: VMX, kind: zvm, size: 96GB}]\n";
    assertNoGrade(pool(), Completeness.Whole.NO, "INDICATE USER");
  }
}
