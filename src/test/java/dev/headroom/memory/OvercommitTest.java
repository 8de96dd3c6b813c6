package dev.headroom.memory;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsOutcome;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import dev.headroom.memory.ams.LoanPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OvercommitTest {
  private static AmsPool pool(double size, AmsMember... members) {
    return new AmsPool("p", size, OptionalDouble.empty(), 0, List.of(members));
  }

  private static AmsMember configured(String name, double logical) {
    return new AmsMember(
        name, OptionalDouble.of(logical), 64, OptionalDouble.empty(), LoanPolicy.FILE_CACHE);
  }

  private static Overcommit of(AmsPool pool, PoolHistory history) {
    return AmsReplay.run(pool, history, Basis.OBSERVED).overcommit();
  }

  private static Histories four(String name) {
    return Histories.member(name, 4).logical(4 * GB).hot(GB, 2 * GB, 3 * GB, 4 * GB).warm(0);
  }

  @Test
  void modes() {
    PoolHistory history = Histories.untimed(four("a").build(), four("b").hot(GB).build());
    assertEquals(Optional.of(Mode.NONE), of(pool(8 * GB), history).mode());
    assertEquals(Optional.of(Mode.LOGICAL), of(pool(5 * GB), history).mode());
    assertEquals(Optional.of(Mode.PHYSICAL), of(pool(4.5 * GB), history).mode());
    assertEquals(OptionalDouble.of(0.25), of(pool(4.5 * GB), history).violationRate());
    assertEquals(OptionalDouble.of(2), of(pool(4 * GB), history).configuredRatio());
  }

  @Test
  void withoutDemandOnlyPromisesThatFitSaySomething() {
    MemberHistory silent = Histories.member("a", 2).logical(4 * GB).build();
    assertEquals(Optional.of(Mode.NONE), of(pool(4 * GB), Histories.untimed(silent)).mode());
    Overcommit none = of(pool(3 * GB), Histories.untimed(silent));
    assertEquals(
        new Overcommit(
            Optional.empty(),
            OptionalDouble.of(4.0 / 3),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            new IntervalShares(0, OptionalDouble.empty(), OptionalDouble.empty()),
            Waiting.UNSEEN),
        none);
  }

  @Test
  void whatIsConfiguredCountsForThoseOnWhomCapturesAreSilent() {
    PoolHistory history = Histories.untimed(four("a").build());
    Overcommit both = of(pool(8 * GB, configured("a", 99 * GB), configured("z", 6 * GB)), history);
    assertEquals(OptionalDouble.of(10.0 / 8), both.configuredRatio(), "captures win over the site");

    AmsMember unknown = AmsMember.unconfigured("z");
    MemberHistory speechless = Histories.member("z", 4).build();
    assertEquals(
        OptionalDouble.of(10.0 / 8),
        of(pool(8 * GB, configured("z", 6 * GB)), Histories.untimed(four("a").build(), speechless))
            .configuredRatio(),
        "a capture that never says is silent too");
    assertEquals(
        OptionalDouble.empty(),
        of(pool(8 * GB), Histories.untimed(four("a").build(), speechless)).configuredRatio());
    Overcommit open = of(pool(8 * GB, unknown), history);
    assertEquals(OptionalDouble.empty(), open.configuredRatio());
    assertEquals(Optional.empty(), open.mode(), "it may fit or not");
    assertEquals(
        Optional.of(Mode.LOGICAL),
        of(pool(4 * GB, configured("a", 4 * GB), unknown).withSize(4 * GB - 1), grown()).mode());
  }

  private static PoolHistory grown() {
    return Histories.untimed(four("a").hot(GB).build());
  }

  @Test
  void logicalMemoryHoldsUntilItIsChanged() {
    PoolHistory history =
        Histories.untimed(
            four("a").logical(NONE, 4 * GB, NONE, 2 * GB).build(),
            four("b").logical(4 * GB, 4 * GB, 6 * GB, 4 * GB).build());
    assertEquals(OptionalDouble.of(10.0 / 8), of(pool(8 * GB), history).configuredRatio());
  }

  @Test
  void noMembersAreNothingKnown() {
    PoolHistory empty = new PoolHistory(false, new double[0], NONE, List.of(), new double[0]);
    Overcommit overcommit = of(pool(8 * GB), empty);
    assertEquals(Optional.empty(), overcommit.mode());
    assertEquals(OptionalDouble.empty(), overcommit.configuredRatio());
  }

  @Test
  void everyShareIsOfTheIntervalsThatCount() {
    PoolHistory history =
        Histories.timed(
            10_000,
            four("a").pageIns(0, NONE, 5, 0).pageInMillis(0, NONE, 500, 100).build(),
            four("b").pageIns(NONE, NONE, 0, 0).build());
    Overcommit overcommit = of(pool(8 * GB), history);
    assertEquals(4, overcommit.shares().intervals());
    assertEquals(OptionalDouble.of(0.25), overcommit.observedPagingRate());
    assertEquals(500.0 / 10_000, overcommit.stalledShare().orElseThrow(), 1e-12);
    assertEquals(OptionalDouble.of(500), overcommit.waiting().longest());
    Overcommit thin = of(pool(8 * GB), Histories.covered(history, 0.9, 1, 1, 1));
    assertEquals(3, thin.shares().intervals());
    assertEquals(1.0 / 3, thin.observedPagingRate().orElseThrow(), 1e-12);
  }

  @Test
  void theFirstOfEqualPeaksIsThePeak() {
    PoolHistory history =
        Histories.untimed(four("a").hot(GB, 3 * GB, 3 * GB, 0).warm(0, GB, GB, 0).build());
    PoolTotals totals = AmsReplay.run(pool(8 * GB), history, Basis.OBSERVED).totals();
    assertEquals(1, totals.neededPeakAt().orElseThrow());
    assertEquals(1, totals.demandPeakAt().orElseThrow());
  }

  @Test
  void stallsNeedAnInterval() {
    PoolHistory history = Histories.untimed(four("a").pageIns(1).pageInMillis(7).build());
    assertEquals(OptionalDouble.empty(), of(pool(8 * GB), history).stalledShare());
    assertEquals(OptionalDouble.of(1), of(pool(8 * GB), history).observedPagingRate());
    PoolHistory unobserved = Histories.timed(1000, four("a").build());
    assertEquals(OptionalDouble.empty(), of(pool(8 * GB), unobserved).stalledShare());
    assertEquals(OptionalDouble.empty(), of(pool(8 * GB), unobserved).observedPagingRate());
  }

  @Test
  void memberFigures() {
    PoolHistory history =
        Histories.untimed(
            four("a").floor(GB).hot(0, GB, NONE, 2 * GB).warm(GB, GB, GB, NONE).build());
    AmsOutcome outcome = AmsReplay.run(pool(2.5 * GB), history, Basis.OBSERVED);
    MemberSummary summary = outcome.members().get(0);
    assertEquals("a", summary.name());
    assertEquals(OptionalDouble.of(4 * GB), summary.logical());
    assertEquals(OptionalDouble.of(2.5 * GB), summary.demand().mean(), "where all tiers are known");
    assertEquals(OptionalDouble.of(3 * GB), summary.demand().p95());
    assertEquals(OptionalDouble.of(3 * GB), summary.demand().peak());
    assertEquals(OptionalDouble.of(3 * GB), summary.demand().peakHot());
    assertEquals(OptionalDouble.of(1.5 * GB), summary.peakLoaned());
    assertEquals(OptionalDouble.of(0.5 * GB), summary.peakStolen());
  }

  @Test
  void censoredIntervalsAreCounted() {
    PoolHistory history =
        Histories.untimed(
            four("a").pageIns(0, 1, 0, NONE).build(),
            four("b").physical(NONE, NONE, 2 * GB, 4 * GB).loaned(0).build());
    AmsOutcome outcome = AmsReplay.run(pool(8 * GB), history, Basis.OBSERVED);
    assertEquals(OptionalDouble.of(0.5), outcome.censoredShare());
    PoolHistory gap = Histories.covered(history, 1, 0.94, 0.95, 1);
    AmsOutcome thin = AmsReplay.run(pool(8 * GB), gap, Basis.OBSERVED);
    assertEquals(4, thin.totals().counted(), "a page-in counts whoever else is silent");
    assertEquals(OptionalDouble.of(0.5), thin.censoredShare());
    PoolHistory calm = Histories.covered(history, 0.94, 1, 0.95, 1);
    AmsOutcome less = AmsReplay.run(pool(8 * GB), calm, Basis.OBSERVED);
    assertEquals(3, less.totals().counted(), "0.95 is just enough");
  }

  @Test
  void aLongHistoryOfManyMembersIsReplayed() {
    MemberHistory[] members = new MemberHistory[64];
    for (int i = 0; i < members.length; i++) {
      members[i] =
          Histories.member("m" + i, 26_000).logical(4 * GB).hot(i * GB / 32).warm(GB).build();
    }
    Overcommit overcommit = of(pool(60 * GB), Histories.timed(300_000, members));
    assertEquals(3 * GB, overcommit.peakStolen().orElseThrow(), 1);
    assertEquals(63 * GB, overcommit.peakHot().orElseThrow(), 1);
  }
}
