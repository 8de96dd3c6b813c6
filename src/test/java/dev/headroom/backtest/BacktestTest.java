package dev.headroom.backtest;

import static dev.headroom.memory.Histories.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.report.PastAdvice;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.PeakPlusOne;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.TrackRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A backtest from end to end over small histories. */
final class BacktestTest {
  private static final double N = Histories.NONE;
  private static final double HOUR = 3_600_000;
  private static final int DAYS = 12;
  private static final int HOURS = DAYS * 24;
  private static final Goal GOAL = new Goal(2, 0.05);
  private static final BacktestPlan PLAN = new BacktestPlan(6, 6, 2, GOAL);

  private static Histories member(String name, IntToDoubleFunction gigabytes) {
    double[] hot = IntStream.range(0, HOURS).mapToDouble(gigabytes).map(g -> g * GB).toArray();
    return Histories.member(name, HOURS).logical(100 * GB).hot(hot);
  }

  private static PoolHistory hourly(Histories... members) {
    return Histories.timed(
        HOUR, Arrays.stream(members).map(Histories::build).toArray(MemberHistory[]::new));
  }

  private static AmsPool pool(List<String> names) {
    return new AmsPool(
        "drawn",
        N,
        OptionalDouble.empty(),
        GB,
        names.stream()
            .map(
                name ->
                    new AmsMember(
                        name,
                        OptionalDouble.of(100 * GB),
                        128,
                        OptionalDouble.empty(),
                        LoanPolicy.FILE_CACHE))
            .toList());
  }

  private static BacktestResult run(Recommender recommender, PoolHistory history) {
    MemorySystem system = pool(history.members().stream().map(MemberHistory::name).toList());
    List<Trial> trials =
        Assignment.of(system, history, PLAN).stream()
            .map(Backtest.of(recommender, GOAL)::judge)
            .toList();
    return new BacktestResult(PLAN, Optional.empty(), history.members().size(), trials, Map.of());
  }

  /** Advises what was needed at most, and says nothing more of it. */
  private static final Recommender PEAK =
      (history, system, goal) ->
          new PeakPlusOne()
              .recommend(history, system, goal)
              .map(
                  sizing ->
                      new Sizing(
                          new Sizing.Sizes(sizing.minimum(), sizing.minimum(), sizing.best()),
                          new Sizing.Chance(
                              OptionalDouble.of(0.5), sizing.chance().goal(), sizing.historyDays()),
                          sizing.basis(),
                          List.of()));

  @Test
  void aJumpInOnePeriodIsABreachOfThatPeriod() {
    // three periods are judged: days 6 and 7, 8 and 9, 10 and 11; hours 200 to 203 are on day 8
    BacktestResult result =
        run(
            PEAK,
            hourly(member("a", hour -> hour >= 200 && hour < 204 ? 3 : 2), member("b", h -> 2)));

    assertEquals(
        List.of(false, true, false),
        result.judged().stream().map(t -> t.advice().orElseThrow().score().breached()).toList());
    MethodSummary advice = result.methods().get(0).summary();
    assertEquals(1, advice.breaches());
    assertEquals(1.0 / 3, advice.breachRate(), 1e-12);
    assertEquals(4.0 / 144, advice.violationRate(), 1e-12);
    assertEquals(0.25, advice.excess().worst(), 1e-12);
    assertEquals(4 * HOUR, advice.excess().longestRunMillis());
    assertEquals(0, advice.saving().onPeaks(), 1e-12);
    // 4, 4 and 5 GB of 200 promised
    assertEquals(1 - 13.0 / 3 / 200, advice.saving().onPromised().orElseThrow(), 1e-12);
    // 4 for 4, 4 for 5, 5 for 4
    assertEquals((0 - 0.2 + 0.25) / 3, advice.saving().regret(), 1e-12);
    Reliability row = result.reliability().get(1);
    assertEquals(0.05, row.asked());
    assertEquals(0.5, row.stated().orElseThrow());
    assertEquals(1, row.breaches());
    // Wilson's interval of one in three
    assertEquals(0.0615, row.low(), 1e-4);
    assertEquals(0.7923, row.high(), 1e-4);
  }

  @Test
  void theReserveIsNoneOfTheMembers() {
    Trial trial = run(PEAK, hourly(member("a", hour -> 2))).judged().get(0);

    assertEquals(2 * GB, trial.advice().orElseThrow().score().size());
    assertEquals(2 * GB, trial.yardsticks().oracle());
  }

  @Test
  void nothingOfWhatFollowsIsKnown() {
    List<PoolHistory> seen = new ArrayList<>();
    run(
        (history, system, goal) -> {
          seen.add(history);
          return PEAK.recommend(history, system, goal);
        },
        hourly(member("a", hour -> hour)));

    for (PoolHistory history : seen) {
      assertEquals(6 * 24, history.size());
      double start = history.instants()[0];
      assertEquals(start / HOUR + 143, history.members().get(0).asked().hot()[143] / GB);
      assertEquals(6, history.days(), 1e-9);
    }
    // at 1, 5, 10 and 20 % in each of three periods; the advice wanted is the one at 5 %
    assertEquals(12, seen.size());
  }

  @Test
  void constantDemandIsNeverExceededByAnyRuleThatHoldsThePeak() {
    BacktestResult result = run(PEAK, hourly(member("a", h -> 2), member("b", h -> 3)));

    for (BacktestResult.Method method : result.methods()) {
      assertEquals(0, method.summary().breaches(), method.title());
    }
  }

  @Test
  void oneMemberIsAPoolToo() {
    BacktestResult result = run(new PeakPlusOne(), hourly(member("a", hour -> 1 + hour % 24)));

    assertEquals(3, result.judged().size());
    assertEquals(0, result.methods().get(0).summary().breaches());
  }

  @Test
  void whereEverybodyIsShortNothingCanBeJudged() {
    BacktestResult result = run(PEAK, hourly(member("a", hour -> 2).pageIns(5)));

    assertEquals(List.of(), result.judged());
    assertEquals(Map.of(LeftOut.CENSORED, 3), result.leftOut());
  }

  @Test
  void gapsOfDaysLeaveTheirPeriodsOut() {
    IntToDoubleFunction gap = hour -> hour >= 190 && hour < 240 ? N : 2;
    BacktestResult result = run(PEAK, hourly(member("a", gap), member("b", gap)));

    assertEquals(Map.of(LeftOut.LITTLE_FOLLOWED, 1), result.leftOut());
    assertEquals(2, result.judged().size());
  }

  @Test
  void aPoolWhoseMembersCameLateIsJudgedOnceEnoughIsKnown() {
    BacktestResult result =
        run(
            PEAK,
            hourly(
                member("a", hour -> 2),
                member("b", hour -> hour < 120 ? N : 2),
                member("c", hour -> hour < 120 ? N : 2)));

    // of the six days known first only one is, of the next six three are
    assertEquals(Map.of(LeftOut.LITTLE_KNOWN, 1), result.leftOut());
    assertEquals(2, result.judged().size());
  }

  @Test
  void aRecommenderWithoutAnAnswerLeavesThePeriodOutForAll() {
    BacktestResult result =
        run((history, system, goal) -> Optional.empty(), hourly(member("a", hour -> 2)));

    assertEquals(Map.of(LeftOut.NO_ADVICE, 3), result.leftOut());
  }

  private static PoolHistory estate() {
    Histories[] members = new Histories[12];
    for (int i = 0; i < members.length; i++) {
      int own = i;
      // the last one speaks only on the last day
      members[i] = member("m" + (char) ('a' + i), hour -> own == 11 && hour < 264 ? N : own + 1);
    }
    return hourly(members);
  }

  @Test
  void drawsAreTheSameForTheSameSeedAndOthersForAnother() {
    PoolHistory estate = estate();
    List<List<String>> one = drawn(estate, new Draws(5, 4, 1));

    assertEquals(15, one.size());
    assertEquals(one, drawn(estate, new Draws(5, 4, 1)));
    assertNotEquals(one, drawn(estate, new Draws(5, 4, 2)));
    assertTrue(one.stream().distinct().count() > 10, one::toString);
    for (List<String> pool : one) {
      assertEquals(4, pool.stream().distinct().count(), pool::toString);
      assertEquals(pool.stream().sorted().toList(), pool);
    }
  }

  @Test
  void allMembersAreAsLikelyAndWhoDoesNotReportIsNotDrawn() {
    PoolHistory estate = estate();
    int[] times = new int[12];
    List<List<String>> pools = drawn(estate, new Draws(400, 4, 7));
    for (List<String> pool : pools) {
      pool.forEach(name -> times[name.charAt(1) - 'a']++);
    }

    // of 1200 pools each of eleven is in 436 on average, sigma 17
    for (int i = 0; i < 11; i++) {
      assertEquals(436, times[i], 85);
    }
    assertEquals(0, times[11]);
    assertEquals(List.of(), drawn(estate, new Draws(3, 12, 1)));
    assertEquals(9, drawn(estate, new Draws(3, 11, 1)).size());
  }

  @Test
  void aDrawnPoolIsJudgedByItsOwnMembers() {
    PoolHistory estate = estate();
    for (Assignment assignment :
        Assignment.drawn(estate, PLAN, new Draws(5, 3, 1), BacktestTest::pool)) {
      double sum = assignment.members().stream().mapToDouble(n -> n.charAt(1) - 'a' + 1).sum();
      Trial trial = Backtest.of(PEAK, GOAL).judge(assignment);
      assertEquals(sum * GB, trial.yardsticks().oracle());
      assertEquals(300 * GB, trial.yardsticks().promised().orElseThrow());
    }
  }

  private static List<List<String>> drawn(PoolHistory estate, Draws draws) {
    return Assignment.drawn(estate, PLAN, draws, BacktestTest::pool).stream()
        .map(Assignment::members)
        .toList();
  }

  @Test
  void aTrackRecordJudgesAllButTheFirstTwoHorizons() {
    PoolHistory history = hourly(member("a", hour -> hour >= 200 && hour < 204 ? 3 : 2));
    AmsPool system = pool(List.of("a"));

    // days 4 and 5, 6 and 7, 8 and 9 (with the jump), 10 and 11
    TrackRecord record = Retrospect.of(PEAK, history, system, GOAL).orElseThrow();
    assertEquals(new TrackRecord(4, 1, GOAL), record);
    assertEquals(
        "On your own data, advice like this was exceeded in 1 of 4 periods of 2 days.",
        PastAdvice.of(record));
    assertEquals(Optional.empty(), Retrospect.of(PEAK, history, system, new Goal(4.5, 0.05)));
    assertEquals(
        "On your own data, advice like this was exceeded in 3 of 64 weeks.",
        PastAdvice.of(new TrackRecord(64, 3, Goal.DEFAULT)));
    assertEquals(
        "On your own data, advice like this was exceeded in 0 of 1 day.",
        PastAdvice.of(new TrackRecord(1, 0, new Goal(1, 0.05))));
  }
}
