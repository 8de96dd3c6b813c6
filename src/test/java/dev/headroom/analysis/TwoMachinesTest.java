package dev.headroom.analysis;

import static dev.headroom.analysis.NamedInputs.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Never two machines under one name, and never one machine counted twice. */
class TwoMachinesTest {
  private static final double GB = 1L << 30;
  private static final String TUESDAY = MONDAY.replace("Mon Mar  4", "Tue Mar  5");
  private static final String WEDNESDAY = MONDAY.replace("Mon Mar  4", "Wed Mar  6");

  @TempDir Path folder;

  private Report report(Map<String, String> files) throws IOException {
    NamedInputs.write(folder, files);
    return NamedInputs.report(List.of(folder.toString()), Site.EMPTY);
  }

  private static Set<String> names(Report report) {
    return report.subjects().stream()
        .map(subject -> subject.name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Diagnostic> of(Report report, DiagnosticCode code) {
    return report.diagnostics().stream().filter(found -> found.code() == code).toList();
  }

  private static void assertTwo(Report report) {
    assertEquals(new TreeSet<>(List.of("db1", "db1#2")), names(report));
    assertEquals(1, of(report, DiagnosticCode.AMBIGUOUS_SUBJECT).size());
    for (PoolReport pool : report.pools()) {
      assertTrue(pool.judgement().grade().isEmpty());
      assertTrue(pool.judgement().standing().reason().orElseThrow().contains("whose they are"));
    }
  }

  private static void assertOne(Report report) {
    assertEquals(new TreeSet<>(List.of("db1")), names(report));
    assertEquals(List.of(), of(report, DiagnosticCode.AMBIGUOUS_SUBJECT));
  }

  private static String table(int megabytes, int avm, int minute, int rows) {
    return NamedInputs.vmstat(megabytes, 8, avm, minute, rows);
  }

  @Test
  void otherRowsAtTheSameTimesAreAnotherMachines() throws IOException {
    Report report =
        report(
            Map.of(
                "a/db1.vmstat", MONDAY + table(8192, 500_000, 0, 9),
                "b/db1.vmstat", MONDAY + table(8192, 600_000, 3, 9)));
    assertTwo(report);
    assertEquals(16 * GB, report.pools().get(0).sizes().promised().orElseThrow());
    String message = of(report, DiagnosticCode.AMBIGUOUS_SUBJECT).get(0).message();
    assertTrue(message.contains("a/db1.vmstat line 11"), message);
    assertTrue(message.contains("b/db1.vmstat line 8"), message);
    assertTrue(message.contains("all 6 times"), message);
  }

  @Test
  void aSecondMachineTakesAllOfItsFolder() throws IOException {
    Report report =
        report(
            Map.of(
                "a/c/lparstat.sum", NamedInputs.list("db1", "db1"),
                "a/c/vmstat.int", MONDAY + table(8192, 500_000, 0, 9),
                "b/c/lparstat.sum", NamedInputs.list("db1", "db1"),
                "b/c/vmstat.int", MONDAY + table(8192, 600_000, 0, 9),
                "b/c/vmstat.out", MONDAY + table(8192, 600_000, 30, 9)));
    assertTwo(report);
    assertEquals(
        "[a/c/lparstat.sum=db1 by partition-name, a/c/vmstat.int=db1 by folder,"
            + " b/c/lparstat.sum=db1#2 by partition-name, b/c/vmstat.int=db1#2 by folder,"
            + " b/c/vmstat.out=db1#2 by folder]",
        NamedInputs.map(report, folder).toString());
  }

  @Test
  void theSameCaptureTwiceCountsOnce() throws IOException {
    Map<String, String> once = Map.of("a/db1.vmstat", table(8192, 500_000, 0, 9));
    Map<String, String> twice =
        Map.of(
            "b/db1.vmstat",
            table(8192, 500_000, 0, 9),
            "b/c/db1.vmstat",
            table(8192, 500_000, 0, 9));
    NamedInputs.write(folder, once);
    NamedInputs.write(folder, twice);
    Report one = NamedInputs.report(List.of(folder.resolve("a").toString()), Site.EMPTY);
    Report two = NamedInputs.report(List.of(folder.resolve("b").toString()), Site.EMPTY);
    assertOne(two);
    assertEquals(2, two.inputs().size());
    assertEquals(
        one.pools().get(0).memory().history().orElseThrow().size(),
        two.pools().get(0).memory().history().orElseThrow().size());
  }

  @Test
  void capturesThatOverlapAndAgreeAreOneMachines() throws IOException {
    assertOne(
        report(
            Map.of(
                "a/db1.vmstat", MONDAY + table(8192, 500_000, 0, 20),
                "b/db1.vmstat", MONDAY + table(8192, 500_000, 10, 20))));
  }

  @Test
  void otherIntervalsAreNotCompared() throws IOException {
    String coarse = table(8192, 510_000, 0, 30);
    List<String> lines = coarse.lines().toList();
    StringBuilder fifth = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      fifth.append(i < 6 || i % 5 == 0 ? lines.get(i) + "\n" : "");
    }
    assertOne(
        report(
            Map.of(
                "a/db1.vmstat", MONDAY + table(8192, 500_000, 0, 30),
                "b/db1.vmstat", MONDAY + fifth)));
  }

  @Test
  void oneStepOfMemoryInTheOrderOfDaysIsAChange() throws IOException {
    Report report =
        report(
            Map.of(
                "mon/db1.vmstat", MONDAY + table(8192, 500_000, 0, 9),
                "tue/db1.vmstat", TUESDAY + table(12288, 600_000, 0, 9),
                "wed/db1.vmstat", WEDNESDAY + table(12288, 600_000, 0, 9)));
    assertOne(report);
    assertEquals(12 * GB, report.pools().get(0).sizes().promised().orElseThrow());
  }

  @Test
  void memoryThatComesBackIsAnotherMachines() throws IOException {
    assertTwo(
        report(
            Map.of(
                "mon/db1.vmstat", MONDAY + table(8192, 500_000, 0, 9),
                "tue/db1.vmstat", TUESDAY + table(12288, 600_000, 0, 9),
                "wed/db1.vmstat", WEDNESDAY + table(8192, 500_000, 0, 9))));
  }

  @Test
  void memoryThatDiffersWithoutAKnownOrderIsAnotherMachines() throws IOException {
    assertTwo(
        report(
            Map.of(
                "a/db1.vmstat", table(8192, 500_000, 0, 9),
                "b/db1.vmstat", table(12288, 600_000, 20, 9))));
  }

  @Test
  void logicalProcessorsTellMachinesApart() throws IOException {
    assertTwo(
        report(
            Map.of(
                "a/db1.vmstat", NamedInputs.vmstat(8192, 8, 500_000, 0, 9),
                "b/db1.vmstat", NamedInputs.vmstat(8192, 4, 500_000, 20, 9))));
  }

  @Test
  void aChangeThatTheCaptureTellsOfIsNone() throws IOException {
    String changed =
        table(8192, 500_000, 0, 9)
            + "System configuration changed. The current values are:\n"
            + table(12288, 500_000, 9, 9).lines().skip(1).collect(Collectors.joining("\n"))
            + "\n";
    assertOne(report(Map.of("db1.vmstat", MONDAY + changed)));
  }

  @Test
  void aLoopWithoutNamesIsNotOneMachine() throws IOException {
    Report report =
        report(
            Map.of(
                "db1.log",
                "-- next --\n"
                    + table(8192, 500_000, 0, 9)
                    + "-- next --\n"
                    + table(4096, 400_000, 20, 9)));
    assertTwo(report);
  }

  @Test
  void aRepeatedHourIsAChangeOfClock() throws IOException {
    String night = "Sun Oct 27 02:00:00 CEST 2024\n";
    String first = table(8192, 500_000, 0, 9).replace(" 10:", " 02:");
    String second = table(8192, 510_000, 0, 9).replace(" 10:", " 02:");
    assertOne(report(Map.of("a/db1.vmstat", night + first, "b/db1.vmstat", night + second)));
  }

  @Test
  void guestsOfTwoSystemsMayHaveOneName() throws IOException {
    String users = "USERID   MACHINE STOR VIRT   XSTORE\n";
    Report report =
        report(
            Map.of(
                "zvm1.console",
                "ind user maint\n" + users + "Ready; T=0.01/0.01 15:04:07\n",
                "zvm2.console",
                "ind user maint\n" + users + "Ready; T=0.01/0.01 15:04:07\n"));
    assertEquals(List.of(), of(report, DiagnosticCode.AMBIGUOUS_SUBJECT));
  }

  @Test
  void guestsWithEqualFiguresAreTwo() throws IOException {
    String user =
        """
        [root@GUEST ~]# vmcp ind user GUEST
        USERID=GUEST    MACH=ESA STOR=8G VIRT=V XSTORE=NONE
        IPLSYS=DEV 0190 DEVNUM=00036
        PAGES: RES=1500000  WS=1400000  LOCKEDREAL=0  RESVD=0
        NPREF=0  PREF=0  READS=1  WRITES=13
        """;
    Report report =
        report(
            Map.of(
                "linab1.txt",
                user.replace("GUEST", "LINAB1"),
                "linab2.txt",
                user.replace("GUEST", "LINAB2")));
    assertEquals(1, report.pools().size());
    assertEquals(16 * GB, report.pools().get(0).sizes().promised().orElseThrow());
  }

  @Test
  void twoSystemsUnderOneNameKeepTheirCapturesAndHaveNoGrade() throws IOException {
    Path day = Path.of("samples/zvm72-day");
    String usage = Files.readString(day.resolve("VMPROD7.fcx113"));
    String other = usage.replaceAll("(?m)^(?<row>LINDB1(?: +[\\d.]+){3} +)\\d", "${row}1");
    String console = Files.readString(day.resolve("VMPROD7.2021-03-09.console"));
    Report report =
        report(
            Map.of(
                "x/VMPROD7.fcx113", usage,
                "x/VMPROD7.2021-03-09.console", console,
                "y/VMPROD7.fcx113", other,
                "y/VMPROD7.2021-03-09.console", console));
    assertEquals(1, of(report, DiagnosticCode.AMBIGUOUS_SUBJECT).size());
    assertEquals(2, report.pools().size());
    for (PoolReport pool : report.pools()) {
      assertTrue(pool.judgement().grade().isEmpty(), pool.name());
      assertTrue(
          pool.judgement().standing().reason().orElseThrow().contains("whose they are"),
          pool.name());
      assertEquals(
          report.pools().get(0).sizes().size().orElseThrow(),
          pool.sizes().size().orElseThrow(),
          "an equal capture of the other system is no copy");
    }
  }

  @Test
  void foldersOfTwoDaysAreOneMachines() throws IOException {
    assertOne(
        report(
            Map.of(
                "20240304/db1.vmstat", table(8192, 500_000, 0, 9),
                "20240305/db1.vmstat", table(8192, 600_000, 0, 9))));
  }

  @Test
  void twoNamesOfOneMachineAreNotCountedTwice() throws IOException {
    Report report =
        report(
            Map.of(
                "aixdb1.vmstat", MONDAY + table(8192, 500_000, 0, 9),
                "aixdb2.vmstat", MONDAY + table(8192, 400_000, 0, 9),
                "host-a.vmstat", MONDAY + table(8192, 500_000, 0, 9)));
    List<Diagnostic> found = of(report, DiagnosticCode.SAME_MACHINE);
    assertEquals(1, found.size());
    assertTrue(found.get(0).message().startsWith("host-a is evidently aixdb1"));
    assertTrue(report.pools().get(0).judgement().grade().isEmpty());
    assertTrue(
        report
            .pools()
            .get(0)
            .judgement()
            .standing()
            .reason()
            .orElseThrow()
            .contains("one machine"));
  }

  @Test
  void theSiteFileSettlesIt() throws Exception {
    NamedInputs.write(
        folder,
        Map.of(
            "a/db1.vmstat", MONDAY + table(8192, 500_000, 0, 9),
            "b/db1.vmstat", MONDAY + table(8192, 600_000, 0, 9)));
    Path file = folder.resolve("settle.yaml");
    Files.writeString(
        file,
        "captures:\n  - {match: \"a/*\", subject: db1a}\n  - {match: \"b/*\", subject: db1b}\n");
    Report report =
        NamedInputs.report(
            List.of(folder.resolve("a").toString(), folder.resolve("b").toString()),
            dev.headroom.site.SiteFile.read(file));
    assertEquals(new TreeSet<>(List.of("db1a", "db1b")), names(report));
    assertEquals(List.of(), of(report, DiagnosticCode.AMBIGUOUS_SUBJECT));
    assertTrue(
        report.subjects().stream().allMatch(subject -> subject.claim().label().equals("site")));
  }
}
