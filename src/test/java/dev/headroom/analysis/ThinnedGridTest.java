package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Input;
import dev.headroom.memory.MemberSummary;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.series.Fineness;
import dev.headroom.site.Site;
import dev.headroom.sizing.Goal;
import dev.headroom.whatif.MemberPlace;
import dev.headroom.whatif.Removal;
import dev.headroom.whatif.Scenario;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A grid that is wider than the captures shows the same peaks, at the same rows. */
class ThinnedGridTest {
  private static final int ROWS = 2000;

  /** Two partitions of 8 GB in a pool of 10 GB: what does not fit is lent, then stolen. */
  private static Input capture(String name, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text =
        new StringBuilder(
            "Mon May  6 10:00:00 CEST 2024\n\n"
                + "System configuration: lcpu=4 mem=8192MB ent=1.00 mmode=shared mpsz=10.00GB\n\n"
                + " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec"
                + "   hpi  hpit  pmem   loan hr mi se\n");
    for (int row = 0; row < ROWS; row++) {
      int second = 36_000 + 10 * (row + 1);
      double hot = 4 + 1.5 * Math.sin(row / 300.0) + random.nextDouble();
      double backed = 4.5 + random.nextInt(50) / 100.0;
      double loaned = Math.round((8 - Math.max(hot, backed)) * 100) / 100.0;
      text.append(
          String.format(
              Locale.ROOT,
              " 1  0 %d 90000   0   0   0   0    0   0  10  200 300  5  2 93  0  0.10  10.0 %5d"
                  + " %5d %.2f %.2f %02d:%02d:%02d\n",
              Math.round(hot * 262_144),
              hot > backed ? random.nextInt(200) : 0,
              hot > backed ? random.nextInt(900) : 0,
              backed,
              loaned,
              second / 3600,
              second % 3600 / 60,
              second % 60));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    return new Input("lab/" + name + ".vmstat", () -> new ByteArrayInputStream(bytes));
  }

  private static Report report(Fineness fineness) {
    return analysis(fineness).report();
  }

  private static Analysis analysis(Fineness fineness) {
    AnalysisOptions options =
        new AnalysisOptions(
            ZoneOffset.UTC, Optional.empty(), TimeRange.ALL, Goal.DEFAULT, fineness, 1);
    return Analysis.of(List.of(capture("apus", 1), capture("lyra", 2)), Site.EMPTY, options);
  }

  private static PoolReport pool(Report report) {
    assertEquals(1, report.pools().size());
    return report.pools().get(0);
  }

  @Test
  void peaksAreThoseOfTheRowsWhateverTheGrid() {
    PoolReport full = pool(report(Fineness.FULL));
    PoolReport wide = pool(report(Fineness.every(300_000)));

    assertEquals(ROWS, full.memory().history().orElseThrow().size());
    assertTrue(wide.memory().history().orElseThrow().size() < ROWS / 20);
    assertEquals(full.memory().overcommit().peakHot(), wide.memory().overcommit().peakHot());
    assertEquals(full.memory().overcommit().peakDemand(), wide.memory().overcommit().peakDemand());
    assertEquals(full.memory().overcommit().peakStolen(), wide.memory().overcommit().peakStolen());
    assertEquals(full.minimum(), wide.minimum());
    for (int i = 0; i < full.memory().members().size(); i++) {
      MemberSummary one = full.memory().members().get(i);
      MemberSummary other = wide.memory().members().get(i);
      assertEquals(one.demand().peakHot(), other.demand().peakHot(), one.name());
      assertEquals(one.demand().peak(), other.demand().peak(), one.name());
      assertEquals(one.peakStolen(), other.peakStolen(), one.name());
    }
  }

  @Test
  void noIntervalThatWasShortIsLost() {
    PoolReport full = pool(report(Fineness.FULL));
    PoolReport wide = pool(report(Fineness.every(300_000)));

    assertTrue(
        wide.memory().overcommit().violationRate().orElseThrow()
            >= full.memory().overcommit().violationRate().orElseThrow());
    assertTrue(
        wide.grounds().assumptions().stream()
            .anyMatch(sentence -> sentence.contains("wider than the 10 s of their captures")),
        wide.grounds().assumptions()::toString);
  }

  @Test
  void aChangeOfMembersForgetsNotThatTheGridIsWide() {
    Analysis wide = analysis(Fineness.every(300_000));
    Scenario without = new Scenario(List.of(new Removal(new MemberPlace("pool", "lyra"))));
    PoolReport after = wide.whatIf(without, false).get(0).after();

    assertTrue(after.memory().history().orElseThrow().thinned());
    assertTrue(
        after.grounds().assumptions().stream()
            .anyMatch(sentence -> sentence.contains("wider than the 10 s of their captures")),
        after.grounds().assumptions()::toString);
  }
}
