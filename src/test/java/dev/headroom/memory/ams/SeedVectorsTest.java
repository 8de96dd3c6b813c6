package dev.headroom.memory.ams;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.MB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Basis;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberOutcome;
import dev.headroom.memory.Mode;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolOutcome;
import dev.headroom.memory.SharingRule;
import dev.headroom.memory.WaterFilling;
import dev.headroom.series.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The lab of the first seed document: a pool of 12 GB under bxaix85 (6 GB) and bxaix86 (8 GB). Ids
 * name its phases.
 */
class SeedVectorsTest {
  private static final double PAGE = 4096;
  private static final double HUNDREDTH = 0.01 * GB;

  private static final AmsMember BXAIX85 = member("bxaix85", 6 * GB);
  private static final AmsMember BXAIX86 = member("bxaix86", 8 * GB);
  private static final AmsPool JS22 =
      new AmsPool("js22", 12 * GB, OptionalDouble.of(16 * GB), 0, List.of(BXAIX85, BXAIX86));

  private static AmsMember member(String name, double logical) {
    return new AmsMember(
        name, OptionalDouble.of(logical), 64, OptionalDouble.of(77 * MB), LoanPolicy.FILE_CACHE);
  }

  /** A row of vmstat -h as the seed prints it. */
  private static AmsDemand row(double logical, double avmPages, double frePages, double loanGb) {
    Map<Metric, Double> figures =
        Map.of(
            Metric.MEMORY_LOGICAL, logical,
            Metric.MEMORY_VIRTUAL, avmPages * PAGE,
            Metric.MEMORY_FREE, frePages * PAGE,
            Metric.MEMORY_LOANED, bytes(loanGb),
            Metric.MEMORY_ENTITLEMENT_IO, 77 * MB);
    return AmsDemand.of(metric -> figures.getOrDefault(metric, NONE));
  }

  private static double bytes(double gigabytes) {
    return Math.rint(gigabytes * GB);
  }

  // Figures 23 and 24, the two of one time.
  private static final AmsDemand F24 = row(6 * GB, 694653, 135090, 0.57);
  private static final AmsDemand F23 = row(8 * GB, 1891176, 9083, 0.00);

  private static double[] split(SharingRule rule, boolean withLoans) {
    AmsTiers tiers = new AmsTiers(2);
    tiers.set(0, F24.logical(), F24.floor(), F24.hot(), F24.warm(), loan(withLoans, 0.57), 77 * MB);
    tiers.set(1, F23.logical(), F23.floor(), F23.hot(), F23.warm(), loan(withLoans, 0.0), 77 * MB);
    AmsShares shares = new AmsSharing(List.of(BXAIX85, BXAIX86)).share(rule, 12 * GB, tiers);
    for (int i = 0; i < 2; i++) {
      assertEquals(
          tiers.logical[i], shares.physical[i] + shares.loaned[i] + shares.stolen[i], 1e-3);
    }
    return shares.physical;
  }

  private static double loan(boolean known, double gigabytes) {
    return known ? bytes(gigabytes) : NONE;
  }

  @Test
  void flatOnLogicalLessLoanGivesWhatTheLabSaw() {
    assertArrayEquals(
        new double[] {5.43 * GB, 6.57 * GB}, split(SharingRule.FLAT, true), HUNDREDTH);
  }

  @Test
  void flatOnUsedPagesIsOffByTheFreeList() {
    assertArrayEquals(
        new double[] {4.91 * GB, 7.09 * GB}, split(SharingRule.FLAT, false), HUNDREDTH);
  }

  @Test
  void tieredPredictsNoHotShortage() {
    assertArrayEquals(
        new double[] {4.03 * GB, 7.97 * GB}, split(SharingRule.TIERED, true), HUNDREDTH);
  }

  @ParameterizedTest
  @CsvSource({"6, 4.00, 2.00", "6, 4.63, 1.37", "6, 4.67, 1.34", "6, 4.68, 1.31"})
  @CsvSource({"6, 5.43, 0.57", "6, 4.94, 1.06", "4, 4.00, 0.00"})
  void a1PhysicalAndLoanAreAllThereIs(double logical, double physical, double loan) {
    MemberHistory seen =
        Histories.member("bxaix85", 1)
            .logical(logical * GB)
            .physical(bytes(physical))
            .loaned(bytes(loan))
            .build();
    assertEquals(0, seen.stolen(0), "within rounding nothing is stolen");
    assertEquals(
        logical * GB, seen.served().physical()[0] + seen.served().loaned()[0], HUNDREDTH + 1);
  }

  @Test
  void a2AndA7PhasesOfTheLab() {
    // Figure 17 at rest, figures 23 and 24 under load.
    MemberHistory one =
        Histories.member("bxaix85", 2)
            .logical(6 * GB)
            .floor(77 * MB)
            .hot(2678 * MB - 77 * MB, 2713.5 * MB - 77 * MB)
            .warm(387 * MB, 2319 * MB)
            .physical(bytes(4.00), bytes(5.43))
            .loaned(bytes(2.00), bytes(0.57))
            .pageIns(0, 0)
            .build();
    MemberHistory other =
        Histories.member("bxaix86", 2)
            .logical(8 * GB)
            .floor(77 * MB)
            .hot(7388.6 * MB - 77 * MB, 7387.4 * MB - 77 * MB)
            .warm(792 * MB, 769.1 * MB)
            .physical(bytes(8.00), bytes(6.57))
            .loaned(0, 0)
            .pageIns(0, 12)
            .build();
    AmsOutcome outcome = AmsReplay.run(JS22, Histories.untimed(one, other), Basis.OBSERVED);

    PoolOutcome tiered = outcome.under(SharingRule.TIERED);
    for (int instant = 0; instant < 2; instant++) {
      double physical = 0;
      for (MemberOutcome member : tiered.members()) {
        assertTrue(member.seen(instant));
        physical += member.physical(instant);
      }
      assertEquals(12 * GB, physical, HUNDREDTH, "A2: the pool is all handed out");
    }
    Overcommit overcommit = outcome.overcommit();
    assertEquals(14336.0 / 12288, overcommit.configuredRatio().orElseThrow(), 1e-12);
    assertEquals(Optional.of(Mode.PHYSICAL), overcommit.mode(), "A7: what is seen wins");
    assertEquals(OptionalDouble.of(0), overcommit.violationRate());
    assertEquals(1.43 * GB, overcommit.peakStolen().orElseThrow(), HUNDREDTH, "A4");
    assertEquals((2713.5 + 7387.4) * MB, overcommit.peakHot().orElseThrow(), 1);
    assertEquals((2713.5 + 2319 + 7387.4 + 769.1) * MB, overcommit.peakDemand().orElseThrow(), 1);
    assertEquals(1, outcome.totals().demandPeakAt().orElseThrow());
    assertEquals((2678 + 387 + 7388.6 + 792) * MB, outcome.totals().demand(0), 1);
    assertEquals(tiered.peakStolen().orElseThrow(), tiered.stolen(1));
    assertEquals("bxaix86", tiered.members().get(1).name());
    assertTrue(tiered.members().get(1).stolen(1) > tiered.members().get(0).stolen(1));

    Overcommit alone =
        AmsReplay.run(JS22, Histories.untimed(one, other), Basis.MODELLED).overcommit();
    assertEquals(Optional.of(Mode.LOGICAL), alone.mode(), "A7: by avm alone it would be logical");
  }

  @Test
  void a7AtRestTheLabIsLogical() {
    PoolHistory rest =
        Histories.untimed(
            Histories.member("bxaix85", 1)
                .logical(6 * GB)
                .hot(2678 * MB)
                .physical(4 * GB)
                .loaned(2 * GB)
                .pageIns(0)
                .build(),
            Histories.member("bxaix86", 1)
                .logical(8 * GB)
                .hot(6700 * MB)
                .physical(8 * GB)
                .loaned(0)
                .pageIns(0)
                .build());
    Overcommit overcommit = AmsReplay.run(JS22, rest, Basis.OBSERVED).overcommit();
    assertEquals(Optional.of(Mode.LOGICAL), overcommit.mode());
    assertEquals(OptionalDouble.of(0), overcommit.observedPagingRate());
    assertEquals(OptionalDouble.of(0), overcommit.peakStolen());
  }

  @Test
  void a3MaxMinOfWhatIsAskedFor() {
    assertArrayEquals(
        new double[] {5.43, 6.57},
        WaterFilling.fill(12, new double[] {5.43, 8.00}, new double[] {64, 64}),
        1e-9);
  }

  @Test
  void a4AndA5StolenIsNotFaulting() {
    MemberHistory seen =
        Histories.member("bxaix86", 3)
            .logical(8 * GB)
            .physical(bytes(6.57))
            .loaned(0)
            .pageIns(114, 12, 0)
            .pageInMillis(1779, 94, 0)
            .build();
    assertEquals(1.43 * GB, seen.stolen(2), HUNDREDTH);
    assertTrue(seen.censored(2), "stolen memory censors without a single page-in");
    assertEquals(15.6, seen.millisPerPageIn(0), 0.01);
    assertEquals(7.83, seen.millisPerPageIn(1), 0.01);
    assertTrue(Double.isNaN(seen.millisPerPageIn(2)));
  }

  @Test
  void a9NoMoreIsLentThanIsNotComputational() {
    AmsDemand f19 = row(6 * GB, 685577, 263910, 2.00);
    AmsTiers tiers = new AmsTiers(1);
    tiers.set(0, f19.logical(), f19.floor(), f19.hot(), f19.warm(), NONE, 77 * MB);
    AmsShares shares = new AmsSharing(List.of(BXAIX85)).share(SharingRule.TIERED, 1 * GB, tiers);
    assertEquals(3466, shares.loaned[0] / MB, 0.05);
    assertEquals(2678 - 1024, shares.stolen[0] / MB, 0.05);
  }

  @ParameterizedTest
  @CsvSource({
    "694653, 135090, 0.57, 2319",
    "742914, 1054, 1.06, 2152",
    "685577, 263910, 2.00, 387"
  })
  void a10FileCache(double avm, double fre, double loan, double cache) {
    assertEquals(cache, row(6 * GB, avm, fre, loan).warm() / MB, 1);
  }

  @Test
  void a13BytesOfPrintedGigabytes() {
    assertEquals(4_971_424_645.0, bytes(4.63));
    assertEquals(1_471_026_299.0, bytes(1.37));
    MemberHistory seen =
        Histories.member("bxaix85", 1)
            .logical(6 * GB)
            .physical(4_971_424_645.0)
            .loaned(1_471_026_299.0)
            .build();
    assertEquals(0, seen.stolen(0));
  }
}
