package dev.headroom.sizing;

import static dev.headroom.sizing.Demands.GB;
import static dev.headroom.sizing.Demands.HOUR;
import static dev.headroom.sizing.Demands.UNKNOWN;
import static dev.headroom.sizing.Demands.member;
import static dev.headroom.sizing.Demands.pool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.SizeReason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RecordTailRecommenderTest {
  private static final int WEEK = 7 * 24;
  private static final Goal TWENTY = new Goal(7, 0.2);

  private static Sizing recommend(PoolHistory history, Goal goal) {
    return new RecordTailRecommender().recommend(history, pool(0.25 * GB), goal).orElseThrow();
  }

  /** Four weeks, hourly: working hours of one, nights of the other, and one surprise each. */
  private static MemberHistory[] month(double logicalGigabytes) {
    return new MemberHistory[] {
      member(
          "day",
          4 * WEEK,
          logicalGigabytes,
          i -> i == 300 ? 6 : i % 24 >= 9 && i % 24 < 17 ? 3 : 1),
      member("night", 4 * WEEK, logicalGigabytes, i -> i == 450 ? 5 : i % 24 < 6 ? 2.5 : 0.5)
    };
  }

  private static PoolHistory month() {
    return Histories.timed(HOUR, month(20));
  }

  @Test
  void theSmallestSizeOfTheWantedChance() {
    Sizing sizing = recommend(month(), Goal.DEFAULT);
    assertEquals(0.05, sizing.breachProbability().orElseThrow(), 1e-12);
    assertEquals(7, sizing.horizonDays());
    assertEquals(28, sizing.historyDays().orElseThrow(), 1e-9);
    assertEquals(6.75 * GB, sizing.minimum());
    assertTrue(sizing.minimum() < sizing.recommended());
    assertEquals(Math.max(11.25 * GB, sizing.recommended()), sizing.best());
    assertEquals(
        "6.50 GB was needed together at the pool's worst moment, and 3.08 GB on top is the "
            + "margin; 0.25 GB of reserve comes on top. Demand is bursty: its mean is 41 % of its"
            + " peak. The margin comes from how far the members may go from that moment to their "
            + "own peaks (together 11.00 GB) and beyond, from how much the peaks of days differ "
            + "(standard deviation 0.71 GB), and from the history: after 28 days the past's peak "
            + "is passed within the next 7 days with a chance of 38.5 %. The chance that demand "
            + "passes this size within the next 7 days is 5 %. Samples every 60 min do not "
            + "show shorter overloads; 100 % of the highest stretches were seen once only, so 1.9"
            + " times as many are reckoned with, which makes the margin wider.",
        SizeReason.of(sizing));
  }

  @Test
  void theProbabilityOptionIsHeeded() {
    double size = Double.POSITIVE_INFINITY;
    for (double wanted : new double[] {0.01, 0.05, 0.1, 0.2}) {
      Sizing sizing = recommend(month(), new Goal(7, wanted));
      assertTrue(sizing.recommended() < size, "a greater chance makes a smaller size");
      assertEquals(wanted, sizing.breachProbability().orElseThrow(), 1e-12);
      size = sizing.recommended();
    }
  }

  @Test
  void neverBelowWhatWasNeeded() {
    Sizing sizing = recommend(month(), new Goal(7, 0.9));
    assertEquals(sizing.minimum(), sizing.recommended());
    assertTrue(sizing.breachProbability().orElseThrow() < 0.9, "and it says how sure that is");
    assertTrue(SizeReason.of(sizing).contains("no margin on top is needed"), SizeReason.of(sizing));
  }

  @Test
  void whatIsPromisedIsEnough() {
    Sizing sizing = recommend(Histories.timed(HOUR, month(3.5)), Goal.DEFAULT);
    assertEquals(7.25 * GB, sizing.recommended());
    assertEquals(7.25 * GB, sizing.best());
    assertEquals(OptionalDouble.of(0), sizing.breachProbability());
    assertTrue(
        SizeReason.of(sizing)
            .startsWith(
                "6.50 GB was needed together at the pool's worst moment, and"
                    + " 0.50 GB on top is all that is promised; 0.25 GB of reserve comes on top. "),
        SizeReason.of(sizing));
    assertTrue(
        SizeReason.of(sizing).contains("It holds all that is promised"), SizeReason.of(sizing));
  }

  @Test
  void theCurveHasAChanceEverywhere() {
    Sizing sizing = recommend(month(), Goal.DEFAULT);
    double last = 1;
    for (CurvePoint point : sizing.curve()) {
      double chance = point.breachProbability().orElseThrow();
      assertTrue(chance <= last, "it falls");
      last = chance;
    }
    assertEquals(0, last);
  }

  @Test
  void steadyAndBurstyAreToldApart() {
    assertTrue(SizeReason.of(recommend(month(), Goal.DEFAULT)).contains("Demand is bursty"));
    PoolHistory steady =
        Histories.timed(
            HOUR / 12,
            member("a", 144, 99, i -> 10 + 0.3 * Math.sin(i / 20.0)),
            member("b", 144, 99, i -> 8 + i / 400.0));
    Sizing half = recommend(steady, new Goal(0.5, 0.05));
    assertTrue(SizeReason.of(half).contains("Demand is steady"), SizeReason.of(half));
    assertTrue(
        SizeReason.of(half).contains("the peaks of each 90 min differ"), SizeReason.of(half));
    assertEquals(0.5, half.horizonDays());
    assertTrue(half.recommended() < 1.5 * half.minimum(), "it creeps");
  }

  @Test
  void constantDemandKeepsALittle() {
    PoolHistory constant =
        Histories.timed(HOUR, member("a", 4 * WEEK, 99, i -> 4), member("b", 4 * WEEK, 99, i -> 2));
    Sizing sizing = recommend(constant, Goal.DEFAULT);
    double margin = sizing.recommended() / sizing.minimum() - 1;
    assertTrue(margin > 0.01 && margin < 0.1, "margin: " + margin);
  }

  @Test
  void oneMemberHasNobodyToShareWith() {
    Sizing sizing = recommend(Histories.timed(HOUR, month(20)[0]), Goal.DEFAULT);
    assertEquals(6.25 * GB, sizing.minimum());
    assertTrue(sizing.recommended() > sizing.minimum());
    assertEquals(sizing.recommended(), sizing.best());
  }

  @Test
  void aMemberThatAppearsHalfWay() {
    MemberHistory[] members = month(20);
    members =
        new MemberHistory[] {
          members[0],
          members[1],
          member("new", 4 * WEEK, 20, i -> i < 2 * WEEK ? UNKNOWN : 2 + i % 2)
        };
    double[] coverage = new double[4 * WEEK];
    Arrays.fill(coverage, 0, 2 * WEEK, 2 / 3.0);
    Arrays.fill(coverage, 2 * WEEK, 4 * WEEK, 1);
    Sizing sizing =
        recommend(Histories.covered(Histories.timed(HOUR, members), coverage), Goal.DEFAULT);
    assertEquals(14, sizing.historyDays().orElseThrow(), 1e-9);
    assertTrue(
        SizeReason.of(sizing).contains(" In 50 % of the time too few members reported"),
        SizeReason.of(sizing));
    assertTrue(sizing.recommended() > recommend(month(), Goal.DEFAULT).recommended());
  }

  @Test
  void gapsAndShortagesWiden() {
    double sure = recommend(month(), Goal.DEFAULT).recommended();
    double[] coverage = new double[4 * WEEK];
    Arrays.fill(coverage, 1);
    Arrays.fill(coverage, 24, 5 * 24, 0);
    Sizing gap = recommend(Histories.covered(month(), coverage), Goal.DEFAULT);
    assertTrue(gap.recommended() > sure, "days without data");
    assertEquals(24, gap.historyDays().orElseThrow(), 1e-9);

    double[] pageIns = new double[4 * WEEK];
    Arrays.fill(pageIns, 100, 200, 5);
    MemberHistory[] members = month(20);
    members[0] =
        Histories.member("day", 4 * WEEK)
            .logical(20 * GB)
            .hot(members[0].asked().hot())
            .warm(0)
            .pageIns(pageIns)
            .build();
    Sizing shortage = recommend(Histories.timed(HOUR, members), Goal.DEFAULT);
    assertTrue(shortage.recommended() > sure, "intervals of shortage");
    assertTrue(
        SizeReason.of(shortage)
            .contains(
                " In part of the intervals a member was short of memory: it may have wanted more"
                    + " than was seen, so these do not count as history, and the margin is wider"
                    + " for it."),
        SizeReason.of(shortage));
  }

  @Test
  void aClockThatJumpsMakesAGap() {
    PoolHistory month = month();
    double[] instants = month.instants().clone();
    for (int i = 2 * WEEK; i < instants.length; i++) {
      instants[i] += 90_000 * 24 * HOUR;
    }
    PoolHistory jumped = new PoolHistory(true, instants, HOUR, month.members(), month.coverage());
    Sizing sizing = recommend(jumped, Goal.DEFAULT);
    assertEquals(28, sizing.historyDays().orElseThrow(), 1e-6);
    assertEquals(recommend(month, Goal.DEFAULT).recommended(), sizing.recommended(), 1e-6 * GB);
    assertTrue(
        SizeReason.of(sizing).contains(" In 100 % of the time too few members reported"),
        SizeReason.of(sizing));
  }

  @Test
  void coarseSamplingWidens() {
    PoolHistory hourly = month();
    PoolHistory fine =
        new PoolHistory(true, hourly.instants(), HOUR / 12, hourly.members(), hourly.coverage());
    PoolBehaviour pool = PoolBehaviour.of(hourly, SharedDemand.of(hourly));
    assertTrue(PooledTails.unseen(pool, HOUR) > 1);
    assertEquals(1, PooledTails.unseen(pool, fine.intervalMillis()));
    assertTrue(
        PooledTails.of(pool, 4, HOUR, 0).sizeFor(0.05)
            > PooledTails.of(pool, 4, fine.intervalMillis(), 0).sizeFor(0.05));
  }

  @Test
  void whatIsMissingIsSaid() {
    assertMissing("the captures carry no times", Histories.untimed(month(20)));
    assertMissing(
        "there are 1.5 days of history without gaps and shortages, and 2 days are the least",
        Demands.part(month(), 0, 36));
    double[] pageIns = new double[4 * WEEK];
    Arrays.fill(pageIns, 5);
    assertMissing(
        "a member was short of memory in every interval",
        Histories.timed(
            HOUR,
            Histories.member("a", 4 * WEEK)
                .logical(20 * GB)
                .hot(GB)
                .warm(0)
                .pageIns(pageIns)
                .build()));
    assertMissing(
        "there are 4 intervals, and 24 are the least",
        Histories.timed(WEEK * HOUR, member("a", 4, 20, i -> 1 + i)));
    assertMissing(
        "nothing was needed at any time", Histories.timed(HOUR, member("a", 4 * WEEK, 20, i -> 0)));
  }

  private static void assertMissing(String what, PoolHistory history) {
    Sizing sizing = recommend(history, Goal.DEFAULT);
    Sizing plain =
        new PeakPlusOne().recommend(history, pool(0.25 * GB), Goal.DEFAULT).orElseThrow();
    assertEquals(plain.recommended(), sizing.recommended());
    assertEquals(
        SizeReason.of(plain)
            + " A size for a chance of 5 % within 7 days cannot be given: "
            + what
            + ".",
        SizeReason.of(sizing));
  }

  @Test
  void tooThinAHistoryGivesNothing() {
    PoolHistory thin = Histories.covered(month(), new double[4 * WEEK]);
    assertEquals(
        Optional.empty(), new RecordTailRecommender().recommend(thin, pool(0), Goal.DEFAULT));
  }

  @Test
  void statedChancesHoldOnBurstsThatAreIndependent() {
    int breached = 0;
    double margin = 0;
    int pools = 200;
    for (int seed = 0; seed < pools; seed++) {
      PoolHistory all = Demands.bursts(8, 35, seed);
      Sizing sizing = recommend(Demands.part(all, 0, 4 * WEEK), TWENTY);
      double peak = Demands.peak(Demands.part(all, 4 * WEEK, 5 * WEEK)) + 0.25 * GB;
      breached += peak > sizing.recommended() ? 1 : 0;
      margin += sizing.recommended() / sizing.minimum() - 1;
    }
    double share = (double) breached / pools;
    assertTrue(share > 0.02 && share < 0.24, "one in five at most: " + share);
    assertTrue(margin / pools < 0.25, "and not by being huge: " + margin / pools);
  }

  @Test
  void statedChancesHoldWhereAllRiseTogether() {
    // The largest of seven exponential daily rises is below x with chance (1 - e^-x)^7.
    double right = -Math.log(1 - Math.pow(0.8, 1 / 7.0));
    int breached = 0;
    double size = 0;
    int pools = 200;
    for (int seed = 0; seed < pools; seed++) {
      PoolHistory all = Demands.commonRises(6, 35, seed);
      Sizing sizing = recommend(Demands.part(all, 0, 4 * WEEK), TWENTY);
      double peak = Demands.peak(Demands.part(all, 4 * WEEK, 5 * WEEK)) + 0.25 * GB;
      breached += peak > sizing.recommended() ? 1 : 0;
      size += (sizing.recommended() - 0.25 * GB) / (12 * GB) - 1;
    }
    double share = (double) breached / pools;
    assertTrue(share > 0.05 && share < 0.25, "one in five at most: " + share);
    assertTrue(size / pools >= right, "enough: " + size / pools);
    assertTrue(size / pools < 1.5 * right, "not much more: " + size / pools);
  }

  @Test
  void theSameAnswerEveryTime() {
    Sizing sizing = recommend(Demands.bursts(8, 28, 1), Goal.DEFAULT);
    assertEquals(sizing, recommend(Demands.bursts(8, 28, 1), Goal.DEFAULT));
    assertEquals(List.copyOf(sizing.curve()), sizing.curve());
  }
}
