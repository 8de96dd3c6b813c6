package dev.headroom.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.samples.TpmStudy.Interval;
import dev.headroom.samples.TpmStudy.Run;
import dev.headroom.samples.TpmStudy.Use;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers behind the z/VM sample are possible ones, and what the study says holds in them. */
final class TpmStudyTest {
  private static final int TPM = 0;
  private static final int DEPOT = 1;
  private static final int DB2 = 2;
  private static final int LDAP = 3;

  static Stream<Run> runs() {
    return TpmStudy.RUNS.stream();
  }

  private static Run run(int number) {
    return TpmStudy.RUNS.get(number);
  }

  @Test
  void workingSetsOfTheBusyGuestsSumToTheStudysBestSizeOnceAndNeverToMore() {
    List<Long> sums =
        TpmStudy.intervals(run(0)).stream()
            .map(i -> i.uses().get(TPM).workingSet() + i.uses().get(DB2).workingSet())
            .toList();

    assertEquals(26_368 * 256, sums.stream().mapToLong(s -> s).max().orElse(0));
    assertEquals(1, sums.stream().filter(s -> s == 26_368 * 256).count());
  }

  @Test
  void processorsAreTheStudysOnAverage() {
    Interval average = TpmListings.average(TpmStudy.intervals(run(0)));

    assertEquals(403, average.uses().get(TPM).busy(), 0.5);
    assertEquals(161, average.uses().get(DB2).busy(), 0.5);
    assertEquals(1, average.uses().get(LDAP).busy(), 0.5);
    double sum = average.uses().stream().mapToDouble(Use::busy).sum() + average.overhead();
    assertEquals(569, sum, 0.5);
  }

  @Test
  void timesAreTheStudysFactorsToTheMinute() {
    double best = minutes(run(1));

    assertTrue(minutes(run(0)) >= best);
    assertEquals(1.14 * best, minutes(run(2)), 0.5);
    assertEquals(2.28 * best, minutes(run(3)), 1);
    assertEquals(3.19 * best, minutes(run(4)), 1.5);
  }

  private static double minutes(Run run) {
    return run.seconds() * run.intervals() / 60.0;
  }

  @ParameterizedTest
  @MethodSource("runs")
  void pagesFitWhereTheyAre(Run run) {
    for (Interval interval : TpmStudy.intervals(run)) {
      long resident = interval.uses().stream().mapToLong(Use::resident).sum();
      long expanded = interval.uses().stream().mapToLong(Use::expanded).sum();
      assertTrue(resident <= (run.dynamic() - 13) * TpmStudy.MB);
      assertTrue(expanded <= TpmStudy.XSTORE);
      assertEquals(run.pages(), expanded > TpmStudy.XSTORE * 99 / 100);
      for (int guest = 0; guest < TpmStudy.GUESTS.size(); guest++) {
        Use use = interval.uses().get(guest);
        long size = TpmStudy.GUESTS.get(guest).size() * TpmStudy.MB;
        assertTrue(use.workingSet() > 0 && use.workingSet() <= use.resident());
        assertTrue(use.expanded() >= 0 && use.disk() >= 0);
        assertTrue(use.resident() + use.expanded() + use.disk() <= size);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void pagesMovedAndPagesHeldAgree(Run run) {
    List<Interval> intervals = TpmStudy.intervals(run);
    for (int i = 1; i < intervals.size(); i++) {
      for (int guest = 0; run.pages() && guest < TpmStudy.GUESTS.size(); guest++) {
        Use before = intervals.get(i - 1).uses().get(guest);
        Use use = intervals.get(i).uses().get(guest);
        int seconds = run.seconds();
        assertEquals(
            (double) (use.resident() - before.resident()),
            (use.reads() + use.fetched() - use.stored() - use.writes()) * seconds,
            0.01);
        assertEquals(
            (double) (use.expanded() - before.expanded()),
            (use.stored() - use.fetched() - use.migrated()) * seconds,
            0.01);
        assertTrue(use.reads() > -1e-9 && use.fetched() >= 0 && use.stored() >= 0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theStudysOrderOfEvictionHolds(Run run) {
    List<Interval> intervals = TpmStudy.intervals(run);
    List<Use> last = intervals.get(intervals.size() - 1).uses();
    boolean paging = intervals.stream().anyMatch(i -> i.uses().get(TPM).reads() > 0);
    assertEquals(run.real() < 26_368, paging);
    if (paging) {
      assertTrue(share(last, LDAP) < 0.05 && share(last, DEPOT) < 0.05);
      assertTrue(share(last, DB2) < 0.3 && share(last, DB2) < share(last, TPM));
      assertTrue(last.get(DB2).expanded() > 3 * last.get(TPM).expanded());
      assertTrue(last.get(TPM).writes() > last.get(TPM).stored());
      assertTrue(last.get(DB2).stored() > last.get(DB2).writes());
    }
  }

  private static double share(List<Use> uses, int guest) {
    Use use = uses.get(guest);
    return (double) use.resident() / (use.resident() + use.expanded() + use.disk());
  }
}
