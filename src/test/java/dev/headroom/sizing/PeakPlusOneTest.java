package dev.headroom.sizing;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.memory.ams.Server;
import dev.headroom.memory.ams.Sighting;
import dev.headroom.report.SizeReason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PeakPlusOneTest {
  private static final double DAY = 86_400_000;

  private static AmsPool pool(double size, double reserve, AmsMember... members) {
    return new AmsPool("p", size, OptionalDouble.empty(), reserve, List.of(members));
  }

  private static Sizing recommend(PoolHistory history, AmsPool pool) {
    return new PeakPlusOne().recommend(history, pool, Goal.DEFAULT).orElseThrow();
  }

  private static Histories eight(String name, double... hotGigabytes) {
    double[] hot = hotGigabytes.clone();
    for (int i = 0; i < hot.length; i++) {
      hot[i] *= GB;
    }
    return Histories.member(name, hot.length).logical(8 * GB).hot(hot).warm(0);
  }

  /** Three members, 28 days; the pool's peak is 10 GB on the first day. */
  private static MemberHistory[] month() {
    double[] a = new double[28];
    double[] b = new double[28];
    double[] c = new double[28];
    a[0] = 5;
    b[0] = 3;
    c[0] = 2;
    b[9] = 5;
    c[20] = 5;
    return new MemberHistory[] {
      eight("a", a).build(), eight("b", b).build(), eight("c", c).build()
    };
  }

  @Test
  void thePoolsPeakPlusTheLargestStep() {
    Sizing sizing = recommend(Histories.timed(DAY, month()), pool(12 * GB, 0.25 * GB));
    assertEquals(10.25 * GB, sizing.minimum());
    assertEquals(13.25 * GB, sizing.recommended());
    assertEquals(15.25 * GB, sizing.best());
    assertEquals(OptionalDouble.of(28), sizing.historyDays());
    assertEquals(7, sizing.horizonDays());
    assertEquals(OptionalDouble.empty(), sizing.breachProbability(), "a bound is no chance");
    assertEquals(
        "10.00 GB was needed together at the pool's worst moment, and 3.00 GB on top lets c go to"
            + " its own peak of 5.00 GB at that moment; 0.25 GB of reserve comes on top.",
        SizeReason.of(sizing));
  }

  @Test
  void untimedHistoryHasNoProbability() {
    Sizing sizing = recommend(Histories.untimed(month()), pool(12 * GB, 0));
    assertEquals(13 * GB, sizing.recommended());
    assertEquals(OptionalDouble.empty(), sizing.breachProbability());
    assertEquals(OptionalDouble.empty(), sizing.historyDays());
    for (CurvePoint point : sizing.curve()) {
      assertEquals(OptionalDouble.empty(), point.breachProbability());
    }
  }

  @Test
  void nothingPassesWhatIsPromised() {
    PoolHistory history =
        Histories.timed(
            DAY,
            eight("a", 8, 2).logical(8 * GB).build(),
            eight("b", 1, 3).logical(3 * GB).build(),
            eight("c", 1, 1).logical(1 * GB).build());
    Sizing sizing = recommend(history, pool(12 * GB, 0));
    assertEquals(10 * GB, sizing.minimum());
    assertEquals(12 * GB, sizing.recommended());
    assertEquals(12 * GB, sizing.best());
    assertTrue(
        SizeReason.of(sizing).contains("It holds all that is promised"), SizeReason.of(sizing));
  }

  @Test
  void whenAllPeakTogetherThereIsNoStep() {
    PoolHistory history = Histories.timed(DAY, eight("a", 1, 4).build(), eight("b", 2, 3).build());
    Sizing sizing = recommend(history, pool(12 * GB, 0));
    assertEquals(7 * GB, sizing.minimum());
    assertEquals(7 * GB, sizing.recommended());
    assertEquals(7 * GB, sizing.best());
    assertEquals(
        "7.00 GB was needed together at the pool's worst moment, when every member was at its own"
            + " peak.",
        SizeReason.of(sizing));
  }

  @Test
  void gapsAndCensoredIntervalsAreNoEvidence() {
    double[] pageIns = new double[28];
    pageIns[3] = 12;
    MemberHistory[] members = month();
    members[0] = censored(members[0], pageIns);
    double[] coverage = new double[28];
    Arrays.fill(coverage, 1);
    coverage[5] = 0.5;
    PoolHistory history = Histories.covered(Histories.timed(DAY, members), coverage);
    Sizing sizing = recommend(history, pool(12 * GB, 0));
    assertEquals(OptionalDouble.of(26), sizing.historyDays());
    assertTrue(
        SizeReason.of(sizing).contains(" In part of the intervals a member was short of memory"),
        SizeReason.of(sizing));
  }

  private static MemberHistory censored(MemberHistory member, double[] pageIns) {
    return Histories.member(member.name(), pageIns.length)
        .logical(member.asked().logical())
        .hot(member.asked().hot())
        .warm(0)
        .pageIns(pageIns)
        .build();
  }

  @Test
  void aMemberThatWasSilentAtThePeakComesOnTopWithAllOfIt() {
    PoolHistory history =
        Histories.covered(
            Histories.timed(DAY, eight("a", 7, 2).build(), eight("b", NONE, 1).build()), 0.96, 1);
    Sizing sizing = recommend(history, pool(12 * GB, 0));
    assertEquals(7 * GB, sizing.minimum());
    assertEquals(8 * GB, sizing.recommended());
    assertEquals(8 * GB, sizing.best());
  }

  @Test
  void tooThinAHistoryGivesNothing() {
    PoolHistory history =
        Histories.covered(Histories.timed(DAY, eight("a", 7, 2).build()), 0.9, 0.94);
    assertEquals(
        Optional.empty(), new PeakPlusOne().recommend(history, pool(12 * GB, 0), Goal.DEFAULT));
  }

  @Test
  void oneSnapshotPromisesNothing() {
    Sizing sizing = recommend(Histories.timed(NONE, eight("a", 4).build()), pool(12 * GB, 0));
    assertEquals(4 * GB, sizing.recommended());
    assertEquals(OptionalDouble.empty(), sizing.breachProbability());
    assertEquals(OptionalDouble.of(0), sizing.historyDays());
  }

  @Test
  void withoutAnIntervalHistoryReachesFromTheFirstInstantToTheLast() {
    PoolHistory month = Histories.timed(DAY, month());
    double[] coverage = month.coverage();
    coverage[3] = 0;
    PoolHistory history = new PoolHistory(true, month.instants(), NONE, month.members(), coverage);
    Sizing sizing = recommend(history, pool(12 * GB, 0));
    assertEquals(27 * 27 / 28.0, sizing.historyDays().orElseThrow(), 1e-12);
  }

  @Test
  void theCurveRunsThroughTheSizesThatMatter() {
    AmsPool pool = pool(12 * GB, 0.25 * GB);
    Sizing sizing = recommend(Histories.timed(DAY, month()), pool);
    List<Double> sizes = sizing.curve().stream().map(CurvePoint::size).toList();
    assertEquals(sizes.stream().sorted().distinct().toList(), sizes);
    assertTrue(sizes.size() >= 33 && sizes.size() <= 41, "points: " + sizes.size());
    assertTrue(sizes.containsAll(List.of(10.25 * GB, 13.25 * GB, 15.25 * GB, 12 * GB, 24.25 * GB)));
    assertEquals(7.75 * GB, sizes.get(0));
    assertEquals(24.25 * GB, sizes.get(sizes.size() - 1));
    CurvePoint under = sizing.curve().get(0);
    assertEquals(1.0 / 28, under.violationRate(), 1e-12);
    assertEquals(OptionalDouble.empty(), under.breachProbability());
    for (CurvePoint point : sizing.curve()) {
      assertEquals(OptionalDouble.empty(), point.slowdownLow());
      if (point.size() >= sizing.minimum()) {
        assertEquals(0, point.violationRate());
      }
    }
  }

  @Test
  void anOddPresentSizeIsOnTheCurveToo() {
    Sizing sizing = recommend(Histories.timed(DAY, month()), pool(640 * GB, 0));
    assertEquals(640 * GB, sizing.curve().get(sizing.curve().size() - 1).size());
    Sizing small = recommend(Histories.timed(DAY, month()), pool(GB, 0));
    assertEquals(GB, small.curve().get(0).size());
  }

  @Test
  void promisesMayBeConfiguredOnly() {
    AmsMember silent =
        new AmsMember(
            "z", OptionalDouble.of(6 * GB), 64, OptionalDouble.empty(), LoanPolicy.FILE_CACHE);
    Sizing sizing = recommend(Histories.timed(DAY, month()), pool(12 * GB, 0, silent));
    assertEquals(30 * GB, sizing.curve().get(sizing.curve().size() - 1).size());
  }

  @Test
  void whatWasMissingIsNeeded() {
    double[] pageIns = new double[28];
    pageIns[9] = 4;
    double[] physical = new double[28];
    Arrays.fill(physical, 8 * GB);
    physical[9] = 7 * GB;
    physical[11] = 6 * GB;
    MemberHistory[] members = month();
    members[0] =
        Histories.member("a", 28)
            .logical(8 * GB)
            .hot(members[0].asked().hot())
            .warm(0)
            .physical(physical)
            .loaned(0)
            .pageIns(pageIns)
            .build();
    Sizing sizing = recommend(Histories.timed(DAY, members), pool(12 * GB, 0.25 * GB));
    assertEquals(13 * GB, sizing.minimum(), "not the day of more stolen and no page-ins");
    assertEquals(13.25 * GB, sizing.recommended());
    for (CurvePoint point : sizing.curve()) {
      assertEquals(point.size() <= 12 * GB, point.violationRate() >= 1 / 28.0);
    }
    AmsPool smaller = pool(12 * GB, 0.25 * GB).withSize(10 * GB);
    assertEquals(sizing.sizes(), recommend(Histories.timed(DAY, members), smaller).sizes());
    AmsPool other = pool(12 * GB, 0.25 * GB).unseen();
    assertEquals(10.25 * GB, recommend(Histories.timed(DAY, members), other).minimum());
    assertTrue(
        SizeReason.of(sizing)
            .startsWith(
                "10.00 GB was needed together at the pool's worst moment, but at 12.00 GB memory"
                    + " was stolen from members that waited for it, 1.00 GB at the worst such"
                    + " moment: no less than 13.00 GB would have held what was seen, and 0.25 GB on"
                    + " top is the margin."),
        SizeReason.of(sizing));
  }

  @Test
  void sizesAreWholeBlocksAndNoMoreThanIsPromised() {
    PoolHistory history =
        Histories.timed(
            DAY,
            eight("a", 3.01, 1).logical(3.3 * GB).build(),
            eight("b", 1, 3).logical(3.1 * GB).build());
    AmsPool pool =
        new AmsPool(
            "p",
            12 * GB,
            OptionalDouble.empty(),
            0.25 * GB,
            List.of(),
            new Server(64 * Histories.MB, Optional.empty()),
            Sighting.at(NONE));
    Sizing sizing = recommend(history, pool);
    assertEquals(4.3125 * GB, sizing.minimum(), "4.26 GB");
    assertEquals(6.3125 * GB, sizing.recommended(), "6.26 GB");
    assertEquals(6.26 * GB, sizing.exact().recommended(), 1);
    assertEquals(6.3125 * GB, sizing.best(), "6.26 GB");
  }

  @Test
  void aGoalMustMakeSense() {
    assertThrows(IllegalArgumentException.class, () -> new Goal(0, 0.05));
    assertThrows(IllegalArgumentException.class, () -> new Goal(7, 1));
    assertEquals(new Goal(3, 0.05, false), Goal.DEFAULT.over(3));
    assertTrue(Goal.DEFAULT.over(3).anotherRun());
    assertEquals(Goal.DEFAULT, Goal.DEFAULT.over(7));
    assertEquals(Goal.DEFAULT, Goal.DEFAULT.over(NONE));
    assertEquals(new Goal(7, 0.05), new Goal(7, 0.05).over(3), "what was asked for stands");
  }
}
