package dev.headroom.sizing;

import static dev.headroom.sizing.Demands.GB;
import static dev.headroom.sizing.Demands.HOUR;
import static dev.headroom.sizing.Demands.UNKNOWN;
import static dev.headroom.sizing.Demands.member;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolBehaviourTest {
  private static PoolBehaviour of(PoolHistory history) {
    return PoolBehaviour.of(history, SharedDemand.of(history));
  }

  /** Ten days, hourly; a and b peak at different hours of the sixth day. */
  private static PoolHistory tenDays() {
    return Histories.timed(
        HOUR,
        member("a", 240, 8, i -> i == 130 ? 5 : 1),
        member("b", 240, 8, i -> i == 130 ? 2 : i == 140 ? 4 : 1));
  }

  @Test
  void roomIsUpToLogicalMemoryAndNoMoreThanSixTenths() {
    PoolBehaviour pool = of(tenDays());
    assertEquals(7 * GB, pool.peak());
    assertEquals(9 * GB, pool.members().sum());
    assertEquals((3 + 2.4) * GB, pool.members().room(), 1, "to 8 GB, and by 0.6 of 4 GB");
    assertEquals(81 / 41.0, pool.members().breadth(), 1e-12);
    assertEquals(
        109 / 240.0, HistoryEvidence.of(tenDays(), SharedDemand.of(tenDays())).age(), 1e-12);
    assertEquals(DemandKind.BURSTY, DemandKind.of(pool.meanToPeak()));
    assertEquals(1, pool.isolated());
  }

  @Test
  void unrestIsHowLittlePeaksAreAlike() {
    // one day of ten at 5 GB, the others at 1 GB: the standard deviation of a member that leaps
    double leaps = Math.sqrt((9 * 0.16 + 12.96) / 9);
    double b = Math.sqrt((9 * 0.09 + 7.29) / 9);
    assertEquals(
        (3 * Math.sqrt(leaps) + 2.4 * Math.sqrt(b)) * 3 * GB * GB,
        of(tenDays()).members().stir(),
        GB);
    assertEquals(0, Unrest.of(new double[] {2, 2, 2, 2}, 2));
    assertEquals(0.6, Unrest.of(new double[] {2}, 2), 1e-12, "one block tells nothing");
  }

  @Test
  void aQuietDayIsNoUnrest() {
    double[] week = {10, 11, 10, 10.5, 10, 10, 10};
    double unrest = Unrest.of(week, 11);
    double[] quiet = week.clone();
    quiet[5] = 2;
    assertTrue(Unrest.of(quiet, 11) < 1.1, "two days below count as twice the way up");
    assertTrue(unrest < 0.5);
    double[] loud = week.clone();
    loud[5] = 18;
    assertTrue(Unrest.of(loud, 18) > 2.5, "a leap counts in full");
  }

  @Test
  void theClockIsMeasuredOnLoudDays() {
    MemberHistory[] week = {member("a", 168, 8, i -> i % 24 >= 9 && i % 24 < 17 ? 4 : 1)};
    assertEquals(1, of(Histories.timed(HOUR, week)).clock(), 1e-9);
    MemberHistory[] weekend = {
      member("a", 168, 8, i -> i < 120 && i % 24 >= 9 && i % 24 < 17 ? 4 : 1)
    };
    assertEquals(1, of(Histories.timed(HOUR, weekend)).clock(), 1e-9, "quiet days are left out");
    MemberHistory[] twoDays = {member("a", 48, 8, i -> i % 24 >= 9 && i % 24 < 17 ? 4 : 1)};
    assertEquals(2 / 7.0, of(Histories.timed(HOUR, twoDays)).clock(), 1e-9, "two days of seven");
    assertEquals(0, of(Histories.timed(HOUR, member("a", 240, 8, i -> 3))).clock());
  }

  @Test
  void blocksAreDaysCountedFromTheEnd() {
    BlockMaxima maxima = of(tenDays()).maxima();
    assertEquals(24 * HOUR, maxima.blockMillis());
    double[] expected = new double[10];
    Arrays.fill(expected, 2 * GB);
    expected[0] = 7 * GB;
    assertArrayEquals(expected, maxima.falling());
    assertEquals(5 * GB / (10 / 3.0), maxima.meanExcess(), 1);
  }

  @Test
  void shortHistoriesAreCutInEight() {
    PoolHistory day =
        Histories.timed(HOUR, member("a", 24, 8, i -> 1 + i / 24.0), member("b", 24, 8, i -> 7));
    PoolBehaviour pool = of(day);
    assertEquals(3 * HOUR, pool.maxima().blockMillis());
    assertEquals(8, pool.maxima().falling().length);
    assertEquals(DemandKind.STEADY, DemandKind.of(pool.meanToPeak()));
  }

  @Test
  void aDayOfWhichLittleWasSeenIsNoLowDay() {
    PoolHistory history = tenDays();
    double[] coverage = history.coverage();
    Arrays.fill(coverage, 24, 40, 0.5);
    assertEquals(9, of(Histories.covered(history, coverage)).maxima().falling().length);
    // but a peak in it is a peak
    Arrays.fill(coverage, 120, 130, 0.5);
    Arrays.fill(coverage, 131, 144, 0.5);
    BlockMaxima maxima = of(Histories.covered(history, coverage)).maxima();
    assertEquals(9, maxima.falling().length);
    assertEquals(7 * GB, maxima.falling()[0]);
  }

  @Test
  void aSilentMemberHoldsItsLastValueAndItsFirstBeforeThat() {
    PoolHistory history =
        Histories.timed(
            HOUR, member("a", 6, 8, i -> 1), member("b", 6, 8, i -> i < 2 || i == 4 ? UNKNOWN : i));
    SharedDemand demand = SharedDemand.of(history);
    double[] expected = {3, 3, 3, 4, 4, 6};
    for (int i = 0; i < 6; i++) {
      assertEquals(expected[i] * GB, demand.total(i), 1);
    }
    assertEquals(5, demand.peakAt());
  }

  @Test
  void multiplexingGain() {
    Multiplexing multiplexing = Multiplexing.of(tenDays()).orElseThrow();
    assertEquals(2 / 9.0, multiplexing.gain(), 1e-12);
    PoolHistory none = Histories.covered(tenDays(), new double[240]);
    assertEquals(Optional.empty(), Multiplexing.of(none));
  }

  @Test
  void overlapOfPeaks() {
    PoolHistory history =
        Histories.timed(
            HOUR,
            member("a", 100, 8, i -> i < 4 ? 5 + i : 1),
            member("b", 100, 8, i -> i >= 2 && i < 6 ? 5 : 1),
            member("c", 100, 8, i -> 3),
            member("d", 100, 8, i -> UNKNOWN));
    assertEquals(
        new PeakOverlap.Ranking(List.of(new PeakOverlap("a", "b", 0.5)), 0),
        PeakOverlap.of(history, 10));
    assertEquals(
        PeakOverlap.Ranking.NONE,
        PeakOverlap.of(Histories.timed(HOUR, member("a", 9, 8, i -> i)), 10));
  }

  @Test
  void ofManyPairsOnlyThoseThatPeakTogetherMostAreKept() {
    PoolHistory history =
        Histories.timed(
            HOUR,
            member("a", 200, 8, i -> i < 8 ? 5 : 1),
            member("b", 200, 8, i -> i >= 2 && i < 10 ? 5 : 1),
            member("c", 200, 8, i -> i >= 4 && i < 12 ? 5 : 1),
            member("d", 200, 8, i -> i >= 150 && i < 158 ? 5 : 1));
    List<PeakOverlap> all = PeakOverlap.of(history, 100).pairs();
    assertEquals(
        List.of(
            new PeakOverlap("a", "b", 0.75),
            new PeakOverlap("b", "c", 0.75),
            new PeakOverlap("a", "c", 0.5),
            new PeakOverlap("a", "d", 0),
            new PeakOverlap("b", "d", 0),
            new PeakOverlap("c", "d", 0)),
        all);
    for (int most = 1; most <= all.size(); most++) {
      assertEquals(
          new PeakOverlap.Ranking(all.subList(0, most), all.size() - most),
          PeakOverlap.of(history, most));
    }
  }
}
