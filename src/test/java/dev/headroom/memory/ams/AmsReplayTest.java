package dev.headroom.memory.ams;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Basis;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberOutcome;
import dev.headroom.memory.Mode;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolOutcome;
import dev.headroom.memory.SharingRule;
import dev.headroom.memory.StolenBounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AmsReplayTest {
  private static AmsPool pool(double size, double reserve, AmsMember... members) {
    return new AmsPool("p", size, OptionalDouble.empty(), reserve, List.of(members));
  }

  private static AmsMember with(String name, LoanPolicy policy) {
    return new AmsMember(name, OptionalDouble.empty(), 64, OptionalDouble.empty(), policy);
  }

  /** 8 GB, of which 1 floor, 5 hot, 1 warm, 1 free. */
  private static Histories eight(String name, int instants) {
    return Histories.member(name, instants).logical(8 * GB).floor(GB).hot(5 * GB).warm(GB);
  }

  private static MemberOutcome only(AmsOutcome outcome, SharingRule rule) {
    return outcome.under(rule).members().get(0);
  }

  private static void expect(MemberOutcome member, int instant, double p, double l, double z) {
    assertEquals(p * GB, member.physical(instant), 1, "physical");
    assertEquals(l * GB, member.loaned(instant), 1, "loaned");
    assertEquals(z * GB, member.stolen(instant), 1, "stolen");
  }

  @Test
  void theLoanPolicySaysWhatIsLentBeforeItIsStolen() {
    PoolHistory history = Histories.untimed(eight("a", 1).build());
    AmsOutcome off =
        AmsReplay.run(pool(4 * GB, 0, with("a", LoanPolicy.OFF)), history, Basis.OBSERVED);
    expect(only(off, SharingRule.TIERED), 0, 4, 0, 4);
    AmsOutcome cache =
        AmsReplay.run(pool(4 * GB, 0, with("a", LoanPolicy.FILE_CACHE)), history, Basis.OBSERVED);
    expect(only(cache, SharingRule.TIERED), 0, 4, 2, 2);
    assertEquals(0, only(cache, SharingRule.TIERED).pagedOut(0));
    AmsOutcome any =
        AmsReplay.run(pool(4 * GB, 0, with("a", LoanPolicy.ANY_DATA)), history, Basis.OBSERVED);
    expect(only(any, SharingRule.TIERED), 0, 4, 3.5, 0.5);
    assertEquals(1.5 * GB, only(any, SharingRule.TIERED).pagedOut(0), 1);
  }

  @Test
  void reserveComesOffFirst() {
    PoolHistory history = Histories.untimed(eight("a", 1).build());
    AmsOutcome outcome = AmsReplay.run(pool(6 * GB, GB), history, Basis.OBSERVED);
    expect(only(outcome, SharingRule.TIERED), 0, 5, 2, 1);
    assertEquals(OptionalDouble.of(1), outcome.overcommit().violationRate());
  }

  @Test
  void whatWasSeenBeatsTheModelButNotInAWhatIf() {
    PoolHistory history =
        Histories.untimed(
            eight("a", 2).physical(5 * GB, NONE).loaned(2 * GB, NONE).build(),
            eight("b", 2).build());
    AmsOutcome observed = AmsReplay.run(pool(12 * GB, 0), history, Basis.OBSERVED);
    PoolOutcome tiered = observed.under(SharingRule.TIERED);
    assertTrue(tiered.members().get(0).seen(0));
    expect(tiered.members().get(0), 0, 5, 2, 1);
    assertFalse(tiered.members().get(1).seen(0));
    expect(tiered.members().get(1), 0, 7, 1, 0);
    expect(tiered.members().get(0), 1, 6, 2, 0);
    assertTrue(Double.isNaN(tiered.members().get(0).pagedOut(0)));
    assertEquals(GB, observed.overcommit().peakStolen().orElseThrow(), 1);
    assertEquals(Optional.of(Mode.PHYSICAL), observed.overcommit().mode());

    AmsOutcome modelled = AmsReplay.run(pool(12 * GB, 0), history, Basis.MODELLED);
    expect(modelled.under(SharingRule.TIERED).members().get(0), 0, 6, 2, 0);
    assertEquals(Optional.of(Mode.LOGICAL), modelled.overcommit().mode());
    assertEquals(OptionalDouble.empty(), modelled.overcommit().observedPagingRate());
  }

  @Test
  void aPhysicalSizeOfZeroIsNoObservation() {
    PoolHistory history = Histories.untimed(eight("a", 1).physical(0).loaned(0).build());
    AmsOutcome outcome = AmsReplay.run(pool(12 * GB, 0), history, Basis.OBSERVED);
    assertFalse(only(outcome, SharingRule.TIERED).seen(0));
    expect(only(outcome, SharingRule.TIERED), 0, 8, 0, 0);
  }

  @Test
  void whoDoesNotReportIsNotInTheInstant() {
    PoolHistory history =
        Histories.untimed(eight("a", 3).build(), eight("b", 3).hot(5 * GB, NONE, NONE).build());
    history = Histories.covered(history, 1, 0.96, 0.5);
    AmsOutcome outcome = AmsReplay.run(pool(8 * GB, 0), history, Basis.OBSERVED);
    PoolOutcome tiered = outcome.under(SharingRule.TIERED);
    expect(tiered.members().get(0), 0, 4, 2, 2);
    expect(tiered.members().get(0), 1, 8, 0, 0);
    assertTrue(Double.isNaN(tiered.members().get(1).physical(1)), "absent is not 0");
    assertTrue(Double.isNaN(tiered.members().get(0).physical(2)), "too few report");
    assertTrue(Double.isNaN(tiered.members().get(0).pagedOut(2)));
    assertTrue(Double.isNaN(tiered.stolen(2)));
    assertEquals(2, outcome.totals().counted());
    assertEquals(OptionalDouble.of(0.5), outcome.overcommit().violationRate());
  }

  @Test
  void floorsThatDoNotFitAreSharedAndSaidSo() {
    PoolHistory history =
        Histories.untimed(
            eight("a", 2).floor(GB, 4 * GB).hot(GB).build(),
            eight("b", 2).floor(GB, 4 * GB).hot(GB).build());
    AmsOutcome outcome = AmsReplay.run(pool(4 * GB, 0), history, Basis.OBSERVED);
    assertFalse(outcome.infeasible(0));
    assertTrue(outcome.infeasible(1));
    assertEquals(2 * GB, only(outcome, SharingRule.TIERED).physical(1), 1);
    assertEquals(2 * GB, only(outcome, SharingRule.FLAT).physical(1), 1);
  }

  @Test
  void aReserveLargerThanThePoolLeavesNothing() {
    PoolHistory history = Histories.untimed(eight("a", 1).build());
    AmsOutcome outcome = AmsReplay.run(pool(GB, 2 * GB), history, Basis.OBSERVED);
    expect(only(outcome, SharingRule.TIERED), 0, 0, 2, 6);
    assertTrue(outcome.infeasible(0));
  }

  @Test
  void ioEntitlementIsAFloor() {
    AmsMember entitled =
        new AmsMember(
            "a", OptionalDouble.empty(), 0, OptionalDouble.of(3 * GB), LoanPolicy.FILE_CACHE);
    PoolHistory history =
        Histories.untimed(
            Histories.member("a", 1).logical(8 * GB).hot(GB).warm(0).build(),
            Histories.member("b", 1).logical(8 * GB).hot(8 * GB).warm(0).build());
    AmsOutcome outcome = AmsReplay.run(pool(8 * GB, 0, entitled), history, Basis.OBSERVED);
    expect(outcome.under(SharingRule.TIERED).members().get(0), 0, 3, 5, 0);
    expect(outcome.under(SharingRule.TIERED).members().get(1), 0, 5, 0, 3);
  }

  @Test
  void unknownCacheIsFreeToTheOptimistAndUsedToThePessimist() {
    PoolHistory history =
        Histories.untimed(
            eight("a", 1).floor(0).hot(2 * GB).warm(NONE).build(),
            eight("b", 1).floor(0).hot(6 * GB).warm(2 * GB).build());
    AmsOutcome outcome = AmsReplay.run(pool(10 * GB, 0), history, Basis.OBSERVED);
    expect(outcome.under(SharingRule.TIERED).members().get(0), 0, 2, 6, 0);
    expect(outcome.under(SharingRule.FLAT).members().get(0), 0, 5, 3, 0);
    expect(outcome.under(SharingRule.FLAT).members().get(1), 0, 5, 2, 1);
    assertEquals(OptionalDouble.empty(), outcome.overcommit().peakDemand());
    assertEquals(OptionalDouble.of(8 * GB), outcome.overcommit().peakHot());
    StolenBounds bounds = outcome.stolenBounds().orElseThrow();
    assertEquals(0, bounds.low());
    assertEquals(GB, bounds.high(), 1);
  }

  @Test
  void equalsLoseAlikeAndWhoIsSilentDoesNotCount() {
    PoolHistory history =
        Histories.untimed(
            Histories.member("a", 2).logical(8 * GB).build(),
            eight("b", 2).build(),
            eight("c", 2).build());
    PoolOutcome tiered =
        AmsReplay.run(pool(8 * GB, 0), history, Basis.OBSERVED).under(SharingRule.TIERED);
    double[] stolen = tiered.members().stream().mapToDouble(m -> m.stolen(1)).toArray();
    assertTrue(Double.isNaN(stolen[0]));
    assertTrue(stolen[1] > 0);
    assertEquals(stolen[1], stolen[2]);
    assertEquals(2 * stolen[1], tiered.stolen(1));
  }

  @Test
  void whatDoesNotFitIsStolenThenAndFromWhomItWeighsLess() {
    PoolHistory history =
        Histories.untimed(
            eight("a", 5).hot(0, 5 * GB, 5 * GB, 0, 5 * GB).build(),
            eight("b", 5).hot(0, 4 * GB, 7 * GB, 0, 4 * GB).build());
    AmsPool pool =
        pool(
            8 * GB,
            0,
            new AmsMember(
                "a", OptionalDouble.empty(), 192, OptionalDouble.empty(), LoanPolicy.FILE_CACHE),
            with("b", LoanPolicy.FILE_CACHE));
    PoolOutcome tiered = AmsReplay.run(pool, history, Basis.OBSERVED).under(SharingRule.TIERED);
    assertEquals(0, tiered.stolen(0));
    assertTrue(tiered.stolen(1) > 0);
    assertEquals(6 * GB, tiered.stolen(2), 1);
    assertEquals(0, tiered.stolen(3));
    assertTrue(tiered.stolen(4) > 0);
    assertEquals(6 * GB, tiered.peakStolen().orElseThrow(), 1);
    // Six GB of hot memory find 6 GB: 4.5 by weight for a, 1.5 for b of its 7.
    assertEquals(5.5 * GB, tiered.members().get(1).stolen(2), 1);
    PoolOutcome ample =
        AmsReplay.run(pool.withSize(16 * GB), history, Basis.OBSERVED).under(SharingRule.TIERED);
    assertEquals(0, ample.peakStolen().orElseThrow());
  }

  @Test
  void stolenMemoryThatWasSeenCountsWhoeverElseIsSilent() {
    PoolHistory history =
        Histories.untimed(
            eight("a", 1).physical(4 * GB).loaned(0).pageIns(3).build(),
            Histories.member("b", 1).logical(8 * GB).build());
    history = Histories.covered(history, 0.5);
    AmsOutcome outcome = AmsReplay.run(pool(12 * GB, 0), history, Basis.OBSERVED);
    Overcommit overcommit = outcome.overcommit();
    assertEquals(Optional.of(Mode.PHYSICAL), overcommit.mode());
    assertEquals(OptionalDouble.of(4 * GB), overcommit.peakStolen());
    assertEquals(OptionalDouble.of(1), overcommit.observedPagingRate());
    assertEquals(OptionalDouble.empty(), overcommit.peakHot());
    assertEquals(OptionalDouble.empty(), overcommit.violationRate());
    assertEquals(OptionalDouble.empty(), outcome.censoredShare());
    List<MemberOutcome> flat = outcome.under(SharingRule.FLAT).members();
    assertEquals(4 * GB, flat.get(0).stolen(0));
    assertTrue(Double.isNaN(flat.get(1).stolen(0)));
  }
}
