package dev.headroom.sizing.ams;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.MB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.report.DedicatedRemark;
import dev.headroom.sizing.Bases;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.PeakPlusOne;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.Sizing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What partitions need when the pool is gone. */
class ExitPlanTest {
  private static final double HOUR = 3_600_000;

  private static AmsPool pool(double size, AmsMember... members) {
    return new AmsPool("p", size, OptionalDouble.empty(), 0.25 * GB, List.of(members));
  }

  private static AmsMember member(String name, double logical) {
    return new AmsMember(
        name,
        Double.isNaN(logical) ? OptionalDouble.empty() : OptionalDouble.of(logical),
        128,
        OptionalDouble.empty(),
        LoanPolicy.FILE_CACHE);
  }

  private static ExitPlan plan(AmsPool pool, MemberHistory... members) {
    return ExitPlan.of(pool, Histories.timed(HOUR, members), new PeakPlusOne(), Goal.DEFAULT);
  }

  @Test
  void eachNeedsItsOwnPeakAndATenthInWholeBlocks() {
    ExitPlan plan =
        plan(
            pool(6 * GB, member("a", 4 * GB), member("b", 4 * GB)),
            Histories.member("a", 2)
                .logical(4 * GB)
                .floor(0.5 * GB)
                .hot(GB, 1.5 * GB)
                .warm(2 * GB, GB)
                .build(),
            Histories.member("b", 2).logical(4 * GB).hot(GB, 0.1 * GB).warm(0).build());
    assertEquals(
        List.of(
            need("a", 4 * GB, 2 * GB, 2.25 * GB, 3.5 * GB),
            need("b", 4 * GB, GB, 1.25 * GB, 1.25 * GB)),
        plan.needs());
    assertEquals(OptionalDouble.of(3.5 * GB), plan.dedicated());
    assertEquals(OptionalDouble.of(4.75 * GB), plan.withCache());
    assertEquals(OptionalDouble.of(8 * GB), plan.logical());
    assertEquals(OptionalDouble.of(-2.5 * GB), plan.extra());
    assertEquals(3.5 / 6, plan.ratio().orElseThrow());
  }

  private static DedicatedNeed need(
      String name, double logical, double peak, double dedicated, double withCache) {
    return new DedicatedNeed(
        name,
        OptionalDouble.of(logical),
        OptionalDouble.of(peak),
        OptionalDouble.of(dedicated),
        OptionalDouble.of(withCache),
        new DedicatedNeed.Caution(false, 0, 2));
  }

  @Test
  void noMoreThanItsLogicalMemoryWhichItNearlyFills() {
    DedicatedNeed need =
        plan(
                pool(2 * GB, member("a", 4 * GB)),
                Histories.member("a", 1).logical(4 * GB).hot(3.9 * GB).warm(0).build())
            .needs()
            .get(0);
    assertEquals(4 * GB, need.dedicated().orElseThrow());
    assertEquals(
        "no more than its logical memory, which it nearly fills", DedicatedRemark.of(need));
  }

  @Test
  void whoWasShortMayHaveWantedMore() {
    DedicatedNeed need =
        plan(
                pool(2 * GB, member("a", 4 * GB)),
                Histories.member("a", 3)
                    .logical(4 * GB)
                    .hot(GB, GB, NONE)
                    .warm(0)
                    .pageIns(0, 5, 9)
                    .build())
            .needs()
            .get(0);
    assertEquals(
        "short of memory in 1 of 2 intervals: it may have wanted more than was seen",
        DedicatedRemark.of(need));
  }

  @Test
  void ofWhomNothingIsKnownAllLogicalMemoryCounts() {
    MemberHistory known = Histories.member("a", 1).logical(GB).hot(0.5 * GB).warm(0).build();
    MemberHistory silent = Histories.member("b", 1).build();
    ExitPlan plan = plan(pool(2 * GB, member("a", GB), member("b", 3.1 * GB)), known, silent);
    assertEquals(OptionalDouble.empty(), plan.needs().get(1).peakHot());
    assertEquals(OptionalDouble.of(3.25 * GB), plan.needs().get(1).dedicated());
    assertEquals(
        "no capture shows what it needs; all of its logical memory is counted",
        DedicatedRemark.of(plan.needs().get(1)));
    assertEquals(OptionalDouble.of(4 * GB), plan.dedicated());

    ExitPlan less = plan(pool(NONE, member("a", GB), member("b", NONE)), known, silent);
    assertEquals(OptionalDouble.empty(), less.needs().get(1).dedicated());
    assertEquals(OptionalDouble.empty(), less.dedicated(), "absent is not 0");
    assertEquals(OptionalDouble.empty(), less.extra());
    assertEquals("no capture shows what it needs", DedicatedRemark.of(less.needs().get(1)));
  }

  @Test
  void theRecommenderIsAskedOfEachAloneAndCountsWhereItAdvisesMore() {
    MemberHistory a = Histories.member("a", 2).logical(8 * GB).hot(GB, 2 * GB).warm(0).build();
    MemberHistory b = Histories.member("b", 2).logical(8 * GB).hot(GB).warm(0).build();
    Recommender generous =
        (history, system, goal) -> {
          assertEquals(1, history.members().size());
          assertEquals(0, system.reserve(), "no firmware memory without a pool");
          assertEquals(history.members().get(0).name(), system.name());
          double size = system.name().equals("a") ? 5.1 * GB : 0.1 * GB;
          return Optional.of(
              new Sizing(
                  new Sizing.Sizes(size, size, size),
                  new Sizing.Chance(OptionalDouble.empty(), Goal.DEFAULT, OptionalDouble.empty()),
                  Bases.PEAK,
                  List.of()));
        };
    PoolHistory history = Histories.timed(HOUR, a, b);
    ExitPlan plan =
        ExitPlan.of(
            pool(4 * GB, member("a", 8 * GB), member("b", 8 * GB)),
            history,
            generous,
            Goal.DEFAULT);
    assertEquals(5.25 * GB, plan.needs().get(0).dedicated().orElseThrow());
    assertEquals(1.25 * GB, plan.needs().get(1).dedicated().orElseThrow());
  }

  @Test
  void blocksHoldWhatTheyMust() {
    assertEquals(0, MemoryBlocks.up(0));
    assertEquals(256 * MB, MemoryBlocks.up(2));
    assertEquals(256 * MB, MemoryBlocks.up(256 * MB));
    assertEquals(256 * MB, MemoryBlocks.up(256 * MB + 0.9 * MB), "rounding is no block");
    assertEquals(512 * MB, MemoryBlocks.up(257 * MB));
    assertTrue(
        Arrays.stream(new double[] {1, 777, 4097})
            .allMatch(mb -> MemoryBlocks.up(mb * MB) % (256 * MB) == 0));
  }
}
