package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Inputs;
import dev.headroom.memory.MemberSummary;
import dev.headroom.report.PoolReport;
import dev.headroom.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of a z/VM system that no capture shows are not made up from others. */
final class ZvmFiguresTest {
  private static final double PAGE = 4096;
  private static final double MB = 1 << 20;

  private static final String LEFT =
      """
      FCX113  Data for 2019/03/05  Interval 09:00:00 - UNTIL  Monitor Scan

                Data   <--------- Paging Activity/s ---------->  <----- Number of Pages ----->
                Spaces <Page Rate>  Page  <--Page Migration--->                <-Resident->
      Userid    Owned  Reads Write Steals >2GB>  X>MS MS>X X>DS   WSS  Resrvd  R<2GB R>2GB
      LINWEB1       0     .0    .0     .0    .0     0    0   .0 40000       0   4000 36000
      """;

  private static final String RIGHT =
      """
      FCX113  Data for 2019/03/05  Interval 09:00:00 - UNTIL  Monitor Scan

                <----- Number of Pages ----->
                <--Locked-->                  Stor  Nr of
      Userid    L<2GB L>2GB   XSTOR   DASD   Size  Users
      LINWEB1       0     0       0  DASD!   400M
      """;

  @TempDir private Path folder;

  private PoolReport pool() throws IOException {
    List<PoolReport> pools =
        Analysis.of(
                Inputs.under(
                    List.of(folder.toString()), InputStream.nullInputStream(), path -> false),
                Site.EMPTY,
                AnalysisOptions.DEFAULT)
            .report()
            .pools();
    assertEquals(1, pools.size());
    return pools.get(0);
  }

  private void screens(String first, String second, int onDasd) throws IOException {
    String end = "Command ===>\nF1=Help  F4=Top  F5=Bot  F7=Bkwd  F8=Fwd  F12=Return\n";
    Files.writeString(
        folder.resolve("vmweb.screens.txt"),
        LEFT.replace("UNTIL", first)
            + end
            + RIGHT
                .replace("UNTIL", second)
                .replace("DASD!", String.format(Locale.ROOT, "%5d", onDasd))
            + end);
  }

  private static MemberSummary guest(PoolReport pool) {
    assertEquals(1, pool.memory().members().size());
    return pool.memory().members().get(0);
  }

  @Test
  void pagedOutMemoryIsFoundInTheOtherHalfOfAScrolledScreen() throws Exception {
    screens("09:01:00", "09:01:00", 9_000);
    assertEquals(OptionalDouble.of(9_000 * PAGE), guest(pool()).peakStolen());
  }

  @Test
  void itIsFoundWhereTheScreenWasRenewedBetweenTheHalves() throws Exception {
    screens("09:01:00", "09:02:00", 9_000);
    assertEquals(OptionalDouble.of(9_000 * PAGE), guest(pool()).peakStolen());
  }

  @Test
  void residentAndPagedOutPagesNeverPassTheAddressSpace() throws Exception {
    screens("09:01:00", "09:01:00", 90_000);
    PoolReport pool = pool();
    // 400 MB are 102,400 pages, of which 40,000 are resident: the rest of DASD are copies
    assertEquals(OptionalDouble.of(62_400 * PAGE), guest(pool).peakStolen());
    assertEquals(OptionalDouble.of(400 * MB), guest(pool).demand().peak());
  }

  @Test
  void whatQueryFramesCallsPageableSetsTheControlProgramsOwnShare() throws Exception {
    screens("09:01:00", "09:01:00", 9_000);
    Files.writeString(
        folder.resolve("vmweb.console.txt"),
        """
        q frames
           All Frames:
              Configured=524288  Real=524288  Usable=524288  Offline=0
              Pageable=498688  NotInitialized=0  GlobalClearedAvail=311
              LocalClearedAvail=90  LocalUnclearedAvail=102
        """);
    PoolReport pool = pool();
    assertEquals(OptionalDouble.of(2_048 * MB), pool.sizes().size());
    assertEquals(100 * MB, pool.sizes().reserve());
    assertTrue(
        pool.grounds().assumptions().toString().contains("not pageable by QUERY FRAMES: 0.10 GB"),
        pool.grounds().assumptions().toString());
  }

  @Test
  void residentPagesAreNoWorkingSet() throws Exception {
    StringBuilder csv = new StringBuilder("subject,kind,metric,time,value,unit\n");
    for (int hour = 0; hour < 4; hour++) {
      String at = String.format(Locale.ROOT, ",2019-03-05T%02d:00:00,", hour);
      csv.append("VMWEB,system,memory.real").append(at).append("8589934592,B\n");
      csv.append("LINWEB1,guest,memory.logical").append(at).append("4294967296,B\n");
      csv.append("LINWEB1,guest,memory.resident").append(at).append("2147483648,B\n");
      csv.append("LINWEB1,guest,paging.reads").append(at).append("0,pages/s\n");
    }
    Files.writeString(folder.resolve("web.csv"), csv);
    PoolReport pool = pool();
    assertEquals(OptionalDouble.empty(), pool.zvm().orElseThrow().needs().workingSets());
    assertTrue(pool.judgement().grade().isEmpty(), pool.judgement().verdict());
    assertTrue(
        pool.judgement().verdict().contains("before a report shows working sets"),
        pool.judgement().verdict());
  }
}
