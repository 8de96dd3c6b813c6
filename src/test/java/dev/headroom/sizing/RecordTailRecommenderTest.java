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
import dev.headroom.memory.ams.AmsPool;
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
    assertEquals(0.05, sizing.exact().breachProbability().orElseThrow(), 1e-12);
    assertTrue(sizing.breachProbability().orElseThrow() < 0.05, "whole blocks are a little safer");
    assertEquals(0, sizing.chance().present().orElseThrow(), "all that is promised fits");
    assertEquals(7, sizing.horizonDays());
    assertEquals(28, sizing.historyDays().orElseThrow(), 1e-9);
    assertEquals(6.75 * GB, sizing.minimum());
    assertTrue(sizing.minimum() < sizing.recommended());
    assertTrue(sizing.recommended() - sizing.exact().recommended() < 0.25 * GB);
    assertEquals(11.25 * GB, sizing.best());
    assertEquals(
        "6.50 GB was needed together at the pool's worst moment, and 2.10 GB on top is the margin;"
            + " 0.25 GB of reserve comes on top; in whole blocks of 256 MB that is 9.00 GB. Demand"
            + " is bursty: its mean is 41 % of its peak. The margin comes from how far the members"
            + " can go beyond their own peaks (together 11.00 GB) within their logical memory (by"
            + " 6.60 GB), from how little their peaks of days are alike, from what follows the time"
            + " of the day, 96 % of the ups and downs, which is known and makes it narrower, and"
            + " from the history: after 28 days the past's peak is passed within 7 days with a"
            + " chance of 74.9 %. The chance that demand passes 9.00 GB within 7 days is 4.4 %,"
            + " about 1 in 23 weeks. Samples every 60 min do not show shorter overloads; 100 % of"
            + " the highest stretches were seen once only, so 7.3 times as many are reckoned with,"
            + " which makes the margin wider.",
        SizeReason.of(sizing));
  }

  @Test
  void theProbabilityOptionIsHeeded() {
    double size = Double.POSITIVE_INFINITY;
    for (double wanted : new double[] {0.01, 0.05, 0.1, 0.2}) {
      Sizing sizing = recommend(month(), new Goal(7, wanted));
      assertTrue(sizing.exact().recommended() < size, "a greater chance makes a smaller size");
      assertEquals(wanted, sizing.exact().breachProbability().orElseThrow(), 1e-12);
      size = sizing.exact().recommended();
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
    Sizing sizing = recommend(Histories.timed(HOUR, month(6)), new Goal(7, 1e-6));
    assertEquals(12.25 * GB, sizing.recommended());
    assertEquals(11.25 * GB, sizing.best());
    assertEquals(OptionalDouble.of(0), sizing.breachProbability());
    assertTrue(
        SizeReason.of(sizing)
            .startsWith(
                "6.50 GB was needed together at the pool's worst moment, and"
                    + " 5.50 GB on top is all that is promised; 0.25 GB of reserve comes on top. "),
        SizeReason.of(sizing));
    assertTrue(
        SizeReason.of(sizing).contains("It holds all that is promised"), SizeReason.of(sizing));
  }

  @Test
  void theCurveHasAChanceFromTheMinimumUp() {
    Sizing sizing = recommend(month(), Goal.DEFAULT);
    double last = 1;
    for (CurvePoint point : sizing.curve()) {
      assertEquals(point.size() >= sizing.minimum(), point.breachProbability().isPresent());
      double chance = point.breachProbability().orElse(last);
      assertTrue(chance <= last, "it falls");
      last = chance;
    }
    assertEquals(0, last);
  }

  @Test
  void thePresentSizeHasItsChanceUnlessItIsBelowTheMinimum() {
    PoolHistory history = month();
    AmsPool small = pool(0.25 * GB).withSize(6.5 * GB);
    Sizing below = new RecordTailRecommender().recommend(history, small, TWENTY).orElseThrow();
    assertEquals(OptionalDouble.empty(), below.chance().present());
    Sizing at =
        new RecordTailRecommender()
            .recommend(history, small.withSize(below.minimum()), TWENTY)
            .orElseThrow();
    double chance = at.chance().present().orElseThrow();
    assertTrue(chance > 0.2 && chance < 1, "chance " + chance);
  }

  @Test
  void aRunSpeaksOfAnotherAsLong() {
    PoolHistory run =
        Histories.timed(
            HOUR / 60,
            member("a", 40, 99, i -> 4 + i % 3 * 0.1),
            member("b", 40, 99, i -> 2 + i % 5 * 0.1));
    Sizing sizing = recommend(run, Goal.DEFAULT);
    assertEquals(40 / 1440.0, sizing.horizonDays(), 1e-12);
    assertTrue(sizing.breachProbability().orElseThrow() <= 0.05);
    assertTrue(sizing.exact().recommended() < 2 * sizing.minimum());
    assertTrue(
        SizeReason.of(sizing)
            .contains("after 40 min the past's peak is passed in another run like this one"),
        SizeReason.of(sizing));
    assertTrue(
        SizeReason.of(sizing).contains(" a forecast for a week takes a week of captures."),
        SizeReason.of(sizing));
    assertTrue(SizeReason.of(sizing).contains("such runs."), SizeReason.of(sizing));
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
    assertTrue(SizeReason.of(half).contains("their peaks of each 90 min"), SizeReason.of(half));
    assertEquals(0.5, half.horizonDays());
    assertTrue(half.recommended() < 1.5 * half.minimum(), "it creeps");
  }

  @Test
  void constantDemandKeepsALittle() {
    PoolHistory constant =
        Histories.timed(HOUR, member("a", 4 * WEEK, 99, i -> 4), member("b", 4 * WEEK, 99, i -> 2));
    Sizing sizing = recommend(constant, Goal.DEFAULT);
    double margin = sizing.exact().recommended() / sizing.minimum() - 1;
    assertTrue(margin > 0.005 && margin < 0.05, "margin: " + margin);
  }

  @Test
  void oneMemberHasNobodyToShareWith() {
    Sizing sizing = recommend(Histories.timed(HOUR, month(20)[0]), Goal.DEFAULT);
    assertEquals(6.25 * GB, sizing.minimum());
    assertEquals(6.25 * GB, sizing.best());
    assertTrue(sizing.recommended() > sizing.best());
    assertTrue(
        SizeReason.of(sizing).contains(" It is more than the members' own peaks together, since"),
        SizeReason.of(sizing));
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
    assertTrue(
        sizing.exact().recommended() > recommend(month(), Goal.DEFAULT).exact().recommended());
  }

  @Test
  void aMemberThatGoesHalfWay() {
    MemberHistory[] all = month(20);
    MemberHistory gone = member("gone", 4 * WEEK, 20, i -> i < 2 * WEEK ? 2 + i % 2 : UNKNOWN);
    double[] coverage = new double[4 * WEEK];
    Arrays.fill(coverage, 0, 2 * WEEK, 1);
    Arrays.fill(coverage, 2 * WEEK, 4 * WEEK, 2 / 3.0);
    PoolHistory history = Histories.covered(Histories.timed(HOUR, all[0], all[1], gone), coverage);
    Sizing sizing = recommend(history, Goal.DEFAULT);
    assertEquals(14, sizing.historyDays().orElseThrow(), 1e-9);
    // hour 300 is in the first half: 6, 0.5 and 2 GB, and the reserve
    assertEquals(8.75 * GB, sizing.minimum());
    assertTrue(
        SizeReason.of(sizing).contains(" In 50 % of the time too few members reported"),
        SizeReason.of(sizing));
  }

  @Test
  void gapsAndShortagesWiden() {
    double sure = recommend(month(), Goal.DEFAULT).exact().recommended();
    double[] coverage = new double[4 * WEEK];
    Arrays.fill(coverage, 1);
    Arrays.fill(coverage, 24, 5 * 24, 0);
    Sizing gap = recommend(Histories.covered(month(), coverage), Goal.DEFAULT);
    assertTrue(gap.exact().recommended() > sure, "days without data");
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
    assertTrue(shortage.exact().recommended() > sure, "intervals of shortage");
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
    assertEquals(
        recommend(month, Goal.DEFAULT).exact().recommended(),
        sizing.exact().recommended(),
        0.01 * GB);
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
    HistoryEvidence evidence = HistoryEvidence.of(hourly, SharedDemand.of(hourly));
    assertTrue(PooledTails.unseen(pool, HOUR) > 1);
    assertEquals(1, PooledTails.unseen(pool, fine.intervalMillis()));
    assertTrue(
        PooledTails.of(pool, 0, evidence, 7, HOUR).sizeFor(0.05)
            > PooledTails.of(pool, 0, evidence, 7, fine.intervalMillis()).sizeFor(0.05));
  }

  @Test
  void afterAShiftOnlyWhatFollowsCounts() {
    PoolHistory shifted =
        Histories.timed(
            HOUR,
            member("a", 4 * WEEK, 20, i -> (i < 2 * WEEK ? 3 : 6) + i % 24 / 24.0),
            member("b", 4 * WEEK, 20, i -> 2));
    Sizing sizing = recommend(shifted, Goal.DEFAULT);
    assertEquals(14, sizing.historyDays().orElseThrow(), 1e-9);
    Sizing after = recommend(Demands.part(shifted, 2 * WEEK, 4 * WEEK), Goal.DEFAULT);
    assertEquals(after.exact().recommended(), sizing.exact().recommended(), GB / 1e3);
    assertTrue(
        SizeReason.of(sizing)
            .contains(" Demand went to another level 14 days ago, by +3.00 GB: only what follows"),
        SizeReason.of(sizing));
  }

  @Test
  void afterAFallWhatWasSeenIsStillTheMinimum() {
    PoolHistory fallen =
        Histories.timed(HOUR, member("a", 4 * WEEK, 20, i -> i < 2 * WEEK ? 6 : 3));
    Sizing sizing = recommend(fallen, Goal.DEFAULT);
    assertEquals(6.25 * GB, sizing.minimum());
    assertTrue(SizeReason.of(sizing).contains(" by -3.00 GB: "), SizeReason.of(sizing));
  }

  @Test
  void weekendsAreNoShiftAndNoTrend() {
    PoolHistory weeks =
        Histories.timed(
            HOUR, member("a", 4 * WEEK, 20, i -> (i / 24 % 7 >= 5 ? 1 : 5) + i % 24 / 24.0));
    Sizing sizing = recommend(weeks, Goal.DEFAULT);
    assertEquals(28, sizing.historyDays().orElseThrow(), 1e-9);
    assertTrue(!SizeReason.of(sizing).contains("over the history"), SizeReason.of(sizing));
  }

  @Test
  void aTrendIsTold() {
    PoolHistory growing =
        Histories.timed(HOUR, member("a", 4 * WEEK, 20, i -> 5 + 3.0 * i / (4 * WEEK)));
    Sizing sizing = recommend(growing, Goal.DEFAULT);
    assertEquals(28, sizing.historyDays().orElseThrow(), 1e-9);
    assertTrue(
        SizeReason.of(sizing)
            .contains(
                " The largest demand of a day rose by 0.75 GB a week over the history; within 7"
                    + " days that comes to 0.75 GB,"),
        SizeReason.of(sizing));
    assertTrue(sizing.exact().recommended() > 8.75 * GB, "and the advice holds it");
  }

  @Test
  void whatIsMissingIsSaid() {
    assertMissing("the captures carry no times", Histories.untimed(month(20)), Goal.DEFAULT);
    assertMissing(
        "there are 1.5 days of history without gaps and shortages, and 2 days are the least",
        Demands.part(month(), 0, 36),
        new Goal(7, 0.05));
    assertMissing(
        "there are 0.5 days of history without gaps and shortages, and 1 day are the least",
        Demands.part(month(), 0, 12),
        new Goal(1, 0.05));
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
                .build()),
        Goal.DEFAULT);
    assertMissing(
        "there are 4 intervals, and 24 are the least",
        Histories.timed(WEEK * HOUR, member("a", 4, 20, i -> 1 + i)),
        Goal.DEFAULT);
    assertMissing(
        "nothing was needed at any time",
        Histories.timed(HOUR, member("a", 4 * WEEK, 20, i -> 0)),
        Goal.DEFAULT);
    Sizing two = recommend(Demands.part(month(), 0, 48), new Goal(7, 0.05));
    assertEquals(0.05, two.exact().breachProbability().orElseThrow(), 1e-12, "two days are enough");
  }

  private static void assertMissing(String what, PoolHistory history, Goal goal) {
    Sizing sizing = recommend(history, goal);
    Sizing plain = new PeakPlusOne().recommend(history, pool(0.25 * GB), goal).orElseThrow();
    assertEquals(plain.sizes(), sizing.sizes());
    assertEquals(OptionalDouble.empty(), sizing.breachProbability());
    assertEquals(OptionalDouble.empty(), sizing.chance().present());
    assertTrue(sizing.curve().stream().allMatch(point -> point.breachProbability().isEmpty()));
    assertTrue(
        SizeReason.of(sizing).startsWith(SizeReason.of(plain) + " How likely demand passes it "));
    assertTrue(
        SizeReason.of(sizing).endsWith(" cannot be said: " + what + "."), SizeReason.of(sizing));
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
      Sizing sizing = recommend(Demands.part(all, 0, 28 * Demands.A_DAY), TWENTY);
      double peak =
          Demands.peak(Demands.part(all, 28 * Demands.A_DAY, 35 * Demands.A_DAY)) + 0.25 * GB;
      breached += peak > sizing.exact().recommended() ? 1 : 0;
      margin += sizing.exact().recommended() / sizing.minimum() - 1;
    }
    double share = (double) breached / pools;
    assertTrue(share < 0.24, "one in five at most: " + share);
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
      breached += peak > sizing.exact().recommended() ? 1 : 0;
      size += (sizing.exact().recommended() - 0.25 * GB) / (12 * GB) - 1;
    }
    double share = (double) breached / pools;
    assertTrue(share < 0.25, "one in five at most: " + share);
    assertTrue(size / pools >= right, "enough: " + size / pools);
    assertTrue(size / pools < 1.75 * right, "not much more: " + size / pools);
  }

  @Test
  void theSameAnswerEveryTime() {
    Sizing sizing = recommend(Demands.bursts(8, 28, 1), Goal.DEFAULT);
    assertEquals(sizing, recommend(Demands.bursts(8, 28, 1), Goal.DEFAULT));
    assertEquals(List.copyOf(sizing.curve()), sizing.curve());
  }
}
