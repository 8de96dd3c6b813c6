package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Inputs;
import dev.headroom.report.PoolReport;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.site.SiteFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a console shows of a pool is what no partition knows: its maximum and reserve, what all that
 * run are promised, and the page-ins of all together.
 */
final class ConsolesTest {
  private static final double GB = 1L << 30;

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
    assertEquals(1, pools.size(), pools::toString);
    return pools.get(0);
  }

  /** A day of a partition that shares memory and says nothing of the pool but its number. */
  private void partition(String name, double logical) throws IOException {
    StringBuilder csv = new StringBuilder("subject,kind,metric,time,value,unit\n");
    for (int hour = 0; hour < 24; hour++) {
      row(csv, name, "memory.logical", hour, logical * GB, "B");
      row(csv, name, "memory.virtual", hour, logical * GB / 8, "B");
      row(csv, name, "memory.free", hour, 0, "B");
      row(csv, name, "pool.id", hour, 0, "count");
    }
    Files.writeString(folder.resolve(name + ".csv"), csv);
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

  /** An hour's sample each of a pool of 12 GB; page faults grow by so many in each. */
  private void console(String server, double promised, int... faults) throws IOException {
    StringBuilder rows = new StringBuilder();
    int counted = 1000;
    for (int hour = 0; hour < 24; hour++) {
      counted += hour < faults.length ? faults[hour] : 0;
      String row =
          String.format(
              Locale.ROOT,
              "03/01/2021 %02d:00:00,12288,256,%.0f,%d,%d%n",
              hour,
              promised * 1024,
              counted,
              counted * 9000);
      rows.insert(0, row);
    }
    Files.writeString(
        folder.resolve(server + ".txt"),
        "hscroot@hmc7:~> lslparutil -m "
            + server
            + " -r mempool -n 9 -F time,curr_pool_mem,sys_firmware_pool_mem,lpar_run_mem,"
            + "page_faults,page_in_delay\n"
            + rows);
  }

  private void maximum(String server, int mb) throws IOException {
    Files.writeString(
        folder.resolve(server + "-pool.txt"),
        "hscroot@hmc7:~> lshwres -r mempool -m "
            + server
            + " -F curr_pool_mem,curr_max_pool_mem\n12288,"
            + mb
            + "\n");
  }

  private static Completeness.Whole whole(PoolReport pool) {
    return pool.judgement().standing().completeness().whole();
  }

  private static Stream<Finding> findings(PoolReport pool, String rule) {
    return pool.judgement().findings().stream()
        .map(quoted -> quoted.finding())
        .filter(finding -> finding.rule().equals(rule));
  }

  @Test
  void sizeMaximumAndReserveAreTheConsoles() throws Exception {
    partition("db1", 6);
    partition("db2", 8);
    console("Server-A", 14);
    maximum("Server-A", 16384);
    PoolReport pool = pool();
    assertEquals(OptionalDouble.of(12 * GB), pool.sizes().size());
    assertEquals(OptionalDouble.of(16 * GB), pool.sizes().maximum());
    assertEquals(0.25 * GB, pool.sizes().reserve());
    assertTrue(
        pool.grounds().assumptions().toString().contains("firmware keeps 0.25 GB"),
        () -> pool.grounds().assumptions().toString());
    assertFalse(pool.grounds().assumptions().toString().contains("No reserve for firmware"));
  }

  @Test
  void theConsolesSumTellsThatMembersAreAll() throws Exception {
    partition("db1", 6);
    partition("db2", 8);
    console("Server-A", 14);
    PoolReport pool = pool();
    assertEquals(Completeness.Whole.YES, whole(pool));
    assertTrue(
        pool.judgement().standing().completeness().reason().contains("14.00 GB"),
        () -> pool.judgement().standing().completeness().reason());
    assertEquals(Optional.of(Grade.GREEN), pool.judgement().grade());
  }

  @Test
  void aLargerSumTellsThatMembersAreMissing() throws Exception {
    partition("db1", 6);
    partition("db2", 8);
    console("Server-A", 14.25);
    PoolReport pool = pool();
    assertEquals(Completeness.Whole.NO, whole(pool));
    assertTrue(pool.judgement().grade().isEmpty());
    assertTrue(pool.judgement().verdict().contains("others have the rest"));
  }

  @Test
  void aMemberOfUnknownSizeIsNotTakenForNothing() throws Exception {
    partition("db1", 6);
    partition("db2", 8);
    StringBuilder csv = new StringBuilder("subject,kind,metric,time,value,unit\n");
    row(csv, "db3", "pool.id", 0, 0, "count");
    Files.writeString(folder.resolve("db3.csv"), csv);
    console("Server-A", 18);
    assertEquals(Completeness.Whole.UNKNOWN, whole(pool()));
  }

  @Test
  void aSmallerSumTellsNothing() throws Exception {
    partition("db1", 6);
    partition("db2", 8);
    console("Server-A", 8);
    assertEquals(Completeness.Whole.UNKNOWN, whole(pool()));
  }

  @Test
  void pageInsOfThePoolAreSeenWhoeverWaited() throws Exception {
    partition("db1", 6);
    partition("db2", 8);
    console("Server-A", 14, 0, 0, 0, 700);
    PoolReport pool = pool();
    assertEquals(Optional.of(Grade.AMBER), pool.judgement().grade());
    assertEquals(OptionalDouble.of(1 / 24.0), pool.memory().overcommit().observedPagingRate());
    List<Finding> paging =
        findings(pool, "hypervisor-paging").filter(f -> !f.evidence().isEmpty()).toList();
    assertEquals(1, paging.size(), paging::toString);
    assertTrue(
        paging.get(0).title().contains("700 hypervisor page-ins of all members together, 9.0 ms"),
        () -> paging.get(0).title());
    assertEquals(22, paging.get(0).evidence().get(0).line());
  }

  @Test
  void noPageInsOfThePoolAreToldApartFromNotCounted() throws Exception {
    partition("db1", 6);
    partition("db2", 8);
    console("Server-A", 14);
    PoolReport pool = pool();
    assertEquals(OptionalDouble.of(0), pool.memory().overcommit().observedPagingRate());
    assertTrue(
        findings(pool, "hypervisor-paging").anyMatch(f -> f.title().contains("there were none")));
  }

  @Test
  void twoServersWithPoolsOfOneSizeAreNotGuessedApart() throws Exception {
    partition("db1", 6);
    partition("db2", 8);
    console("Server-A", 14);
    console("Server-B", 14);
    // neither the size nor the members' pool is known: the number 0 is that of every server
    assertEquals(List.of(), pools());

    site =
        "pools: [{name: p, kind: ams, managedSystem: Server-B, members: [{name: db1}, {name: db2}]}]";
    PoolReport pool = pool();
    assertEquals(OptionalDouble.of(12 * GB), pool.sizes().size());
    assertEquals(Completeness.Whole.YES, whole(pool));
  }

  @Test
  void aSizeOfTheSiteFileThatTheConsoleContradictsIsAFinding() throws Exception {
    partition("db1", 6);
    partition("db2", 8);
    console("Server-A", 14);
    site =
        "pools: [{name: p, kind: ams, size: 16GB, managedSystem: Server-A,"
            + " members: [{name: db1}, {name: db2}]}]";
    PoolReport pool = pool();
    Finding found =
        findings(pool, "contradictory-figures")
            .filter(f -> f.title().contains("shows a pool of 12.00 GB"))
            .findFirst()
            .orElseThrow();
    assertEquals(2, found.evidence().get(0).line());
  }
}
