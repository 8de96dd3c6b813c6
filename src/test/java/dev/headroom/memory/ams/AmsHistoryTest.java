package dev.headroom.memory.ams;

import static dev.headroom.memory.Histories.GB;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.Waiting;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class AmsHistoryTest {
  private static final List<Metric> METRICS =
      List.of(
          Metric.MEMORY_VIRTUAL,
          Metric.MEMORY_FREE,
          Metric.MEMORY_PHYSICAL,
          Metric.MEMORY_LOANED,
          Metric.HYPERVISOR_PAGEINS,
          Metric.HYPERVISOR_PAGEIN_TIME);

  private static AmsMember member(String name, double logical) {
    return new AmsMember(
        name, OptionalDouble.of(logical), 64, OptionalDouble.empty(), LoanPolicy.FILE_CACHE);
  }

  private static AmsPool pool(AmsMember... members) {
    return new AmsPool("p", 1000, OptionalDouble.empty(), 0, List.of(members));
  }

  /** Rows of time, virtual, free, physical, loaned, page-ins, milliseconds. */
  private static Table rows(String member, double[]... rows) {
    TableBuilder builder = new TableBuilder(METRICS);
    for (int i = 0; i < rows.length; i++) {
      for (int column = 0; column < METRICS.size(); column++) {
        builder.set(column, rows[i][column + 1]);
      }
      builder.endRow(i + 1, rows[i][0]);
    }
    return builder.build(new Subject(Kind.PARTITION, member), "vmstat", member + ".vmstat");
  }

  private static double[] row(double time, double virtual, double physical) {
    return new double[] {time, virtual, 10, physical, 0, 0, 0};
  }

  @Test
  void ofSeveralMomentsInACellTheHottestStandsForIt() {
    PoolHistory history =
        AmsHistory.of(
            pool(member("a", 600), member("b", 600)),
            List.of(
                rows("a", row(0, 100, 600), row(10, 300, 600), row(20, 200, 600)),
                rows("b", row(0, 50, 600), row(20, 60, 600))));

    assertEquals(20, history.intervalMillis());
    assertArrayEquals(new double[] {100, 300}, history.members().get(0).asked().hot());
    MemberHistory b = history.members().get(1);
    assertArrayEquals(new double[] {50, 50}, b.asked().hot(), "what b had when a had 300");
    assertEquals(60, b.mostNeeded(1), "its own peak is another moment's");
  }

  @Test
  void theMomentWithMostStolenStandsForHowAllWereServedAndCountsAreSummed() {
    PoolHistory history =
        AmsHistory.of(
            pool(member("a", 6 * GB), member("b", 6 * GB)),
            List.of(
                rows(
                    "a",
                    new double[] {0, GB, 0, 6 * GB, 0, 0, 0},
                    new double[] {10, GB, 0, 4 * GB, GB, 3, 30},
                    new double[] {20, GB, 0, 6 * GB, 0, 4, 20}),
                rows("b", row(0, GB, 6 * GB), new double[] {20, GB, 0, 5 * GB, GB, 0, 0})));
    MemberHistory a = history.members().get(0);

    assertEquals(4 * GB, a.served().physical()[1]);
    assertEquals(GB, a.served().loaned()[1]);
    assertEquals(GB, a.stolen(1));
    assertEquals(6 * GB, history.members().get(1).served().physical()[1], "of the same moment");
    assertEquals(7, a.paging().pageIns()[1]);
    assertEquals(50, a.paging().pageInMillis()[1]);
    assertEquals(10, a.millisPerPageIn(1), "the slowest row's");
    assertEquals(30, a.mostWaited(1));
    assertEquals(50.0 / 20, Waiting.share(a, history), "of two rows of 10 ms");
  }

  @Test
  void aValueIsHeldForTwoIntervalsThenItIsAGap() {
    PoolHistory history =
        AmsHistory.of(
            pool(member("a", 600), member("b", 600)),
            List.of(
                rows("a", row(0, 100, 600), row(10, 110, 600)),
                rows(
                    "b",
                    row(0, 50, 600),
                    row(10, 51, 600),
                    row(20, 52, 600),
                    row(30, 53, 600),
                    row(40, 54, 600))));
    MemberHistory a = history.members().get(0);

    assertEquals(110, a.asked().hot()[2]);
    assertEquals(110, a.asked().hot()[3]);
    assertFalse(a.reports(4));
    assertTrue(Double.isNaN(a.paging().pageIns()[2]), "counts are of their own interval");
    assertEquals(0.5, history.coverage()[4]);
    assertFalse(history.covered(4));
    assertTrue(history.covered(3));
  }

  @Test
  void logicalMemoryComesFromCapturesThenFromTheSite() {
    TableBuilder settings = new TableBuilder(List.of(Metric.MEMORY_LOGICAL));
    settings.set(0, 900);
    settings.endRow(1, 10);
    Table captured = settings.build(new Subject(Kind.PARTITION, "a"), "lparstat-i", "a.lparstat");
    List<Table> tables = List.of(rows("a", row(0, 100, 600), row(10, 100, 600)));

    assertEquals(
        600, AmsHistory.of(pool(member("a", 600)), tables).members().get(0).asked().logical()[0]);
    assertEquals(
        900,
        AmsHistory.of(pool(member("a", 600)), List.of(tables.get(0), captured))
            .members()
            .get(0)
            .asked()
            .logical()[0]);
  }

  @Test
  void anotherCapturesFileCacheCountsOnlyAtItsOwnMoment() {
    TableBuilder snapshots = new TableBuilder(List.of(Metric.MEMORY_FILECACHE));
    snapshots.set(0, 33);
    snapshots.endRow(1, 0);
    snapshots.set(0, 44);
    snapshots.endRow(2, 1000);
    Table svmon = snapshots.build(new Subject(Kind.PARTITION, "a"), "svmon", "a.svmon");
    PoolHistory history =
        AmsHistory.of(
            pool(member("a", 600)),
            List.of(
                rows(
                    "a", row(0, 100, 600), row(10, 100, 600), row(20, 100, 600), row(30, 100, 600)),
                svmon));

    // 490 is what the row itself leaves: 600 logical less 100 virtual and 10 free
    assertArrayEquals(new double[] {33, 490, 490, 490}, history.members().get(0).asked().warm());
  }

  @Test
  void withoutTimesRowsAreLaidSideBySideAndTheHistorySaysSo() {
    PoolHistory history =
        AmsHistory.of(
            pool(member("a", 600), member("b", 600)),
            List.of(
                rows("a", row(Double.NaN, 100, 600), row(Double.NaN, 120, 600)),
                rows("b", row(Double.NaN, 50, 600))));

    assertFalse(history.timed());
    assertTrue(Double.isNaN(history.intervalMillis()));
    assertTrue(Double.isNaN(history.days()));
    assertArrayEquals(new double[] {0, 1}, history.instants());
    assertEquals(50, history.members().get(1).asked().hot()[1]);
  }

  @Test
  void captureWithoutTimeIsKeptApartFromThoseWithTime() {
    PoolHistory history =
        AmsHistory.of(
            pool(member("a", 600), member("b", 600)),
            List.of(
                rows("a", row(0, 100, 600), row(10, 120, 600)),
                rows("b", row(Double.NaN, 50, 600))));

    assertTrue(history.timed());
    assertFalse(history.members().get(1).reports(0));
    assertEquals(0.5, history.coverage()[0]);
  }

  @Test
  void aMemberWithoutCapturesReportsNowhere() {
    PoolHistory history =
        AmsHistory.of(
            pool(member("a", 600), member("ghost", 600)),
            List.of(rows("a", row(0, 100, 600), row(10, 120, 600))));

    assertFalse(history.members().get(1).reports(0));
    assertFalse(history.covered(0));
  }
}
