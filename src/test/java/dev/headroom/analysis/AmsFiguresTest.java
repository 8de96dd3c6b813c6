package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Inputs;
import dev.headroom.memory.MemberSummary;
import dev.headroom.memory.Mode;
import dev.headroom.memory.Overcommit;
import dev.headroom.report.PoolReport;
import dev.headroom.risk.Finding;
import dev.headroom.site.SiteFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of a pool that no capture shows are not made up from others. */
final class AmsFiguresTest {
  private static final double GB = 1L << 30;
  private static final int START = 9 * 3600;

  @TempDir private Path folder;
  private String site = "";

  private PoolReport pool() throws IOException, SiteFile.UnusableException {
    Path siteFile = Files.writeString(folder.resolve("site.yaml"), site);
    List<PoolReport> pools =
        Analysis.of(
                Inputs.under(
                    List.of(folder.toString()), InputStream.nullInputStream(), siteFile::equals),
                SiteFile.read(siteFile),
                AnalysisOptions.DEFAULT)
            .report()
            .pools();
    assertEquals(1, pools.size());
    return pools.get(0);
  }

  private static String clock(int seconds) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** What {@code date; vmstat -ht SECONDS} prints on a partition of a pool. */
  private final class Capture {
    private final StringBuilder text = new StringBuilder();
    private final String name;
    private final int seconds;
    private int now = START;

    Capture(String name, int seconds, int mem, double mpsz) {
      this.name = name;
      this.seconds = seconds;
      text.append(
          String.format(
              Locale.ROOT,
              """
              root@%s / # date
              Tue Mar  5 09:00:00 CET 2019
              root@%s / # vmstat -ht %d

              System configuration: lcpu=8 mem=%dMB ent=0.40 mmode=shared mpsz=%.2fGB

              kthr    memory              page              faults              cpu             hypv-page           time
              ----- ----------- ------------------------ ------------ ----------------------- ------------------------- --------
               r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec   hpi  hpit  pmem   loan hr mi se
              """,
              name,
              name,
              seconds,
              mem,
              mpsz));
    }

    Capture row(double avm, double fre, int hpi, int hpit, double pmem, double loan) {
      now += seconds;
      text.append(
          String.format(
              Locale.ROOT,
              " 0  0 %.0f %.0f   0   0   0   0    0   0   6  181  256  1  2 97  0  0.02   3.8 %5d %5d"
                  + "  %.2f   %.2f %s%n",
              avm * GB / 4096,
              fre * GB / 4096,
              hpi,
              hpit,
              pmem,
              loan,
              clock(now)));
      return this;
    }

    void write(String suffix) throws IOException {
      Files.writeString(folder.resolve(name + suffix), text);
    }
  }

  private static MemberSummary member(PoolReport pool, int index) {
    return pool.memory().members().get(index);
  }

  private static Finding finding(PoolReport pool, String rule) {
    return pool.judgement().findings().stream()
        .map(quoted -> quoted.finding())
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsStolenWithinTheRoundingOfThePrint() throws Exception {
    // 8 GB and 4 MB: the three figures differ by less than what their print may hide
    new Capture("app1", 10, 8_196, 12)
        .row(5, 1, 0, 0, 7.02, 0.98)
        .row(5, 1, 0, 0, 7.02, 0.98)
        .write(".vmstat");
    new Capture("app2", 10, 8_192, 12)
        .row(4, 1, 0, 0, 4.98, 3.01)
        .row(4, 1, 0, 0, 4.98, 3.02)
        .write(".vmstat");
    PoolReport pool = pool();
    Overcommit overcommit = pool.memory().overcommit();
    assertEquals(OptionalDouble.of(0), overcommit.peakStolen());
    assertEquals(Optional.of(Mode.LOGICAL), overcommit.mode());
    assertEquals(OptionalDouble.of(0), member(pool, 0).peakStolen());
  }

  @Test
  void whatIsBeyondTheRoundingIsStolen() throws Exception {
    new Capture("app1", 10, 8_192, 12)
        .row(5, 1, 0, 0, 7.02, 0.97)
        .row(5, 1, 0, 0, 7.02, 0.96)
        .write(".vmstat");
    Overcommit overcommit = pool().memory().overcommit();
    assertEquals(0.02 * GB, overcommit.peakStolen().orElseThrow(), 2);
    assertEquals(Optional.of(Mode.PHYSICAL), overcommit.mode());
  }

  @Test
  void exactFiguresHaveNoRounding() throws Exception {
    Files.writeString(
        folder.resolve("app1.csv"),
        """
        subject,kind,metric,time,value,unit
        app1,partition,memory.logical,2019-03-05T09:00:00,8589934592,B
        app1,partition,memory.virtual,2019-03-05T09:00:00,4294967296,B
        app1,partition,memory.physical,2019-03-05T09:00:00,7516192768,B
        app1,partition,memory.loaned,2019-03-05T09:00:00,1069547520,B
        app1,partition,pool.memory,2019-03-05T09:00:00,17179869184,B
        app1,partition,memory.logical,2019-03-05T09:01:00,8589934592,B
        app1,partition,memory.virtual,2019-03-05T09:01:00,4294967296,B
        app1,partition,memory.physical,2019-03-05T09:01:00,7516192768,B
        app1,partition,memory.loaned,2019-03-05T09:01:00,1073741824,B
        app1,partition,pool.memory,2019-03-05T09:01:00,17179869184,B
        """);
    assertEquals(
        OptionalDouble.of(4_194_304), pool().memory().overcommit().peakStolen(), "1,024 pages");
  }

  @Test
  void theRoundingOfWhatOthersHaveIsNoShortageOfAMemberThatDoesNotShowIt() throws Exception {
    new Capture("app1", 10, 8_192, 12)
        .row(7, 0, 0, 0, 7.02, 0.98)
        .row(7, 0, 0, 0, 7.02, 0.98)
        .write(".vmstat");
    Files.writeString(
        folder.resolve("app2.csv"),
        """
        subject,kind,metric,time,value,unit
        app2,partition,memory.logical,2019-03-05T09:00:10,5351931904,B
        app2,partition,memory.virtual,2019-03-05T09:00:10,5351931904,B
        app2,partition,pool.memory,2019-03-05T09:00:10,12884901888,B
        app2,partition,memory.logical,2019-03-05T09:00:20,5351931904,B
        app2,partition,memory.virtual,2019-03-05T09:00:20,5351931904,B
        app2,partition,pool.memory,2019-03-05T09:00:20,12884901888,B
        """);
    PoolReport pool = pool();
    assertEquals(OptionalDouble.of(0), member(pool, 1).peakStolen(), "4.984 GB of 4.98 left");
    assertEquals(OptionalDouble.of(0), pool.memory().overcommit().peakStolen());
  }

  @Test
  void anotherCapturesFileCacheIsNotAddedToARowOfAnotherMoment() throws Exception {
    new Capture("app1", 600, 8_192, 12)
        .row(7, 0.5, 0, 0, 8, 0)
        .row(7, 0.5, 0, 0, 8, 0)
        .write(".vmstat");
    Files.writeString(
        folder.resolve("app1.csv"),
        """
        subject,kind,metric,time,value,unit
        app1,partition,memory.filecache,2019-03-05T09:05:00,708669603,B
        """);
    // 7 GB virtual and what the row leaves for file cache, 0.5 GB; with svmon's 0.66 it were 7.66
    assertEquals(OptionalDouble.of(7.5 * GB), member(pool(), 0).demand().peak());
  }

  @Test
  void sumsAreOfOneInstantWhateverTheIntervals() throws Exception {
    // memory goes from one to the other and back within the cell of 30 s
    new Capture("app1", 10, 16_384, 20)
        .row(9, 1, 0, 0, 12.00, 4.00)
        .row(5, 1, 0, 0, 8.00, 8.00)
        .row(4, 1, 0, 0, 8.00, 8.00)
        .row(9, 1, 0, 0, 12.00, 4.00)
        .row(5, 1, 0, 0, 8.00, 8.00)
        .row(4, 1, 0, 0, 8.00, 8.00)
        .write(".vmstat");
    new Capture("app2", 30, 16_384, 20)
        .row(8, 1, 0, 0, 12.00, 4.00)
        .row(8, 1, 0, 0, 12.00, 4.00)
        .write(".vmstat");
    PoolReport pool = pool();
    double most = 0;
    for (int i = 0; i < pool.memory().history().orElseThrow().size(); i++) {
      double sum = 0;
      for (var member : pool.memory().history().get().members()) {
        sum += member.served().physical()[i];
      }
      most = sum > most ? sum : most;
    }
    assertEquals(20 * GB, most);
    assertFalse(
        pool.judgement().findings().stream()
            .anyMatch(quoted -> quoted.finding().title().contains("of the members sums to")),
        pool.judgement().findings().toString());
    assertEquals(OptionalDouble.of(17 * GB), pool.memory().overcommit().peakHot());
    assertEquals(OptionalDouble.of(9 * GB), member(pool, 0).demand().peakHot());
  }

  @Test
  void pageInsAreAsSlowAsInTheWorstRowAndWaitIsOfItsIntervals() throws Exception {
    new Capture("app1", 10, 8_192, 12)
        .row(5, 1, 100, 1_340, 8.00, 0.00)
        .row(5, 1, 100, 700, 8.00, 0.00)
        .row(5, 1, 0, 0, 8.00, 0.00)
        .row(5, 1, 0, 0, 8.00, 0.00)
        .row(5, 1, 0, 0, 8.00, 0.00)
        .row(5, 1, 0, 0, 8.00, 0.00)
        .write(".vmstat");
    new Capture("app2", 30, 4_096, 12)
        .row(2, 1, 0, 0, 4.00, 0.00)
        .row(2, 1, 0, 0, 4.00, 0.00)
        .write(".vmstat");
    PoolReport pool = pool();
    String title = finding(pool, "hypervisor-paging").title();
    assertTrue(title.contains("to 13.4 ms each"), title);
    Overcommit overcommit = pool.memory().overcommit();
    assertEquals(2_040.0 / 20_000, overcommit.stalledShare().orElseThrow(), 1e-9);
    assertEquals(OptionalDouble.of(1_340), overcommit.waiting().longest());
  }

  @Test
  void theVerdictNamesTheLimitOfWaitingThatMadeItRed() throws Exception {
    new Capture("app1", 10, 8_192, 8)
        .row(5, 1, 100, 1_340, 8.00, 0.00)
        .row(5, 1, 100, 700, 8.00, 0.00)
        .row(5, 1, 0, 0, 8.00, 0.00)
        .write(".vmstat");
    String byDefault = pool().judgement().verdict();
    assertTrue(byDefault.contains("red because app1 waited"), byDefault);
    assertTrue(byDefault.contains("(limit 5 %)"), byDefault);
    site = "rules: {stalled-share: 10}\n";
    String bySite = pool().judgement().verdict();
    assertTrue(bySite.contains("(limit 10 %)"), bySite);
    site = "rules: {stalled-share: 20}\n";
    String patient = pool().judgement().verdict();
    assertFalse(patient.contains("red because"), patient);
  }

  @Test
  void aPageInIsCountedOnceHoweverManyCapturesShowIt() throws Exception {
    for (String suffix : List.of(".vmstat", "-again.vmstat")) {
      new Capture("app1", 10, 8_192, 12)
          .row(5, 1, 10, 100, 8.00, 0.00)
          .row(5, 1, 0, 0, 8.00, 0.00)
          .row(5, 1, 5, 50, 8.00, 0.00)
          .write(suffix);
    }
    Files.writeString(
        folder.resolve("app1.lparstat.csv"),
        """
        subject,kind,metric,time,value,unit
        app1,partition,memory.physical,2019-03-05T09:00:15,8589934592,B
        app1,partition,hypervisor.pageins,2019-03-05T09:00:15,10,count
        app1,partition,hypervisor.pagein.time,2019-03-05T09:00:15,100,ms
        app1,partition,memory.physical,2019-03-05T09:00:30,8589934592,B
        app1,partition,hypervisor.pageins,2019-03-05T09:00:30,5,count
        app1,partition,hypervisor.pagein.time,2019-03-05T09:00:30,50,ms
        """);
    String title = finding(pool(), "hypervisor-paging").title();
    assertTrue(title.startsWith("app1 waited for 15 hypervisor page-ins of 10.0 ms each"), title);
  }

  @Test
  void everyShareIsOfTheSameIntervalsWhichItNames() throws Exception {
    new Capture("app1", 10, 8_192, 12)
        .row(7, 0.2, 0, 0, 8.00, 0.00)
        .row(7, 0.2, 9, 90, 7.50, 0.00)
        .row(7, 0.2, 0, 0, 8.00, 0.00)
        .row(7, 0.2, 0, 0, 8.00, 0.00)
        .write(".vmstat");
    PoolReport pool = pool();
    assertEquals(4, pool.memory().overcommit().shares().intervals());
    for (var quoted : pool.judgement().findings()) {
      String title = quoted.finding().title();
      assertTrue(
          !title.contains(" of ")
              || !title.contains("intervals (")
              || title.contains(" of 4 intervals"),
          title);
    }
    assertEquals(OptionalDouble.of(0.25), pool.memory().overcommit().observedPagingRate());
  }
}
