package dev.headroom.memory.ams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Basis;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.StolenBounds;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Rules that are fitted to what captures show of a hypervisor that is not the program's. */
class CalibrationTest {
  private static final double MB = OtherHypervisor.MB;

  private static final OtherHypervisor.Manners EVEN =
      new OtherHypervisor.Manners(OtherHypervisor.Victim.ALL_ALIKE, 0.02, 1.0, 20, 0.97);
  private static final OtherHypervisor.Manners SLOW =
      new OtherHypervisor.Manners(OtherHypervisor.Victim.ALL_ALIKE, 0, 0.9, 2, 0.98);
  private static final List<OtherHypervisor.Manners> MANNERS =
      List.of(
          EVEN,
          SLOW,
          new OtherHypervisor.Manners(OtherHypervisor.Victim.LARGEST, 0, 1.0, 5, 0.95),
          new OtherHypervisor.Manners(OtherHypervisor.Victim.IDLEST, 0.05, 0.95, 10, 0.97));

  private static Calibration of(OtherHypervisor.Seen seen) {
    return Calibration.of(seen.pool(), seen.history()).orElseThrow();
  }

  private static double error(OtherHypervisor.Seen seen, TakingRule rule) {
    return TakingFit.error(SeenTaking.of(seen.pool(), seen.history()), rule);
  }

  @Test
  void twoHypervisorsThatShareDemandGiveTwoRulesEachOfWhichIsBetterAtItsOwn() {
    OtherHypervisor.Demand demand = OtherHypervisor.demand(103, 8, 1500, true);
    double size = 0.95 * demand.peak();
    OtherHypervisor.Seen quick = OtherHypervisor.run(demand, EVEN, size);
    OtherHypervisor.Seen slow = OtherHypervisor.run(demand, SLOW, size);
    TakingRule ofQuick = of(quick).rule();
    TakingRule ofSlow = of(slow).rule();
    assertTrue(ofSlow.pace() < ofQuick.pace() / 2, ofSlow + " and " + ofQuick);
    assertTrue(ofSlow.lending() < ofQuick.lending(), ofSlow + " and " + ofQuick);
    assertTrue(error(quick, ofQuick) < 0.8 * error(quick, ofSlow));
    assertTrue(error(slow, ofSlow) < 0.8 * error(slow, ofQuick));
  }

  @Test
  void theSameCapturesGiveTheSameRule() {
    OtherHypervisor.Demand demand = OtherHypervisor.demand(7, 4, 600, false);
    OtherHypervisor.Seen seen = OtherHypervisor.run(demand, SLOW, 0.97 * demand.peak());
    assertEquals(of(seen), of(seen));
  }

  /** Sums of what is off over worlds, and how many bands hold the truth. */
  private static final class Judged {
    double rate;
    double rateByDemand;
    double peak;
    double peakTieredOnly;
    double width;
    double widthOfBounds;
    int inside;
    int count;

    void judge(OtherHypervisor.Seen seen, OtherHypervisor.Seen truth, double promised) {
      AmsPool pool = seen.pool().withSize(truth.pool().size());
      AmsOutcome by = AmsReplay.supposed(pool, seen.history());
      AmsOutcome bounds = AmsReplay.run(pool, truth.history().unserved(), Basis.MODELLED);
      StolenBounds band = by.stolenBounds().orElseThrow();
      StolenBounds wide = bounds.stolenBounds().orElseThrow();
      double paging = truth.hardPaging();
      double stolen = truth.peakStolen();
      rate += Math.abs(by.overcommit().modelledPagingRate().orElseThrow() - paging);
      rateByDemand += Math.abs(by.overcommit().violationRate().orElseThrow() - paging);
      peak += Math.abs(by.overcommit().peakStolen().orElseThrow() - stolen) / promised;
      peakTieredOnly += Math.abs(wide.low() - stolen) / promised;
      width += (band.high() - band.low()) / promised;
      widthOfBounds += (wide.high() - wide.low()) / promised;
      inside += band.low() <= stolen && stolen <= band.high() ? 1 : 0;
      count++;
    }

    String figures() {
      return String.join(
          ", ",
          "rate " + rate / count + " (by demand alone " + rateByDemand / count + ")",
          "peak " + peak / count + " (tiered " + peakTieredOnly / count + ")",
          "inside " + inside + " of " + count,
          "width " + width / count + " (of the bounds " + widthOfBounds / count + ")");
    }

    void isBetterThanTheBounds() {
      assertTrue(rate < 0.8 * rateByDemand, figures());
      assertTrue(peak < 0.8 * peakTieredOnly, figures());
      assertTrue(inside >= 0.97 * count, figures());
      assertTrue(width < 0.5 * widthOfBounds, figures());
    }
  }

  private static Judged judged(double room) {
    Judged judged = new Judged();
    for (int world = 0; world < 6; world++) {
      OtherHypervisor.Demand demand =
          OtherHypervisor.demand(700 + world, 5 + 2 * world, 1000, world % 2 == 1);
      double size = demand.peak() * (room + 0.02 * world);
      for (OtherHypervisor.Manners manners : MANNERS) {
        OtherHypervisor.Seen seen = OtherHypervisor.run(demand, manners, size);
        for (double ratio : new double[] {0.85, 0.9, 0.95, 1.1}) {
          judged.judge(
              seen, OtherHypervisor.run(demand, manners, ratio * size), demand.promised() * MB);
        }
      }
    }
    return judged;
  }

  /** The figures of "A rule fitted to captures" in docs/model.md. */
  @Test
  void poolsOfOtherHypervisorsAreForetoldAtOtherSizes() {
    Judged judged = judged(1.04);
    assertTrue(judged.rate / judged.count < 0.022, judged.figures());
    assertTrue(judged.peak / judged.count < 0.015, judged.figures());
    judged.isBetterThanTheBounds();
  }

  @Test
  void poolsThatPageAlreadyAreForetoldAtOtherSizes() {
    Judged judged = judged(0.96);
    assertTrue(judged.rate / judged.count < 0.028, judged.figures());
    assertTrue(judged.peak / judged.count < 0.015, judged.figures());
    judged.isBetterThanTheBounds();
  }

  @Test
  void whereNothingWasSeenTheBoundsStand() {
    OtherHypervisor.Demand demand = OtherHypervisor.demand(11, 4, 200, false);
    OtherHypervisor.Seen roomy = OtherHypervisor.run(demand, EVEN, 1.1 * demand.promised());
    assertTrue(Calibration.of(roomy.pool(), roomy.history()).isEmpty());
    AmsPool less = roomy.pool().withSize(0.6 * demand.promised() * MB);
    AmsOutcome supposed = AmsReplay.supposed(less, roomy.history());
    assertTrue(supposed.explained().isEmpty());
    assertEquals(
        AmsReplay.run(less, roomy.history().unserved(), Basis.MODELLED).stolenBounds(),
        supposed.stolenBounds());
  }

  @Test
  void aPoolWhoseMembersAreNotThoseThatWereSeenHasNoFittedRule() {
    OtherHypervisor.Demand demand = OtherHypervisor.demand(7, 4, 400, false);
    OtherHypervisor.Seen seen = OtherHypervisor.run(demand, SLOW, 0.97 * demand.peak());
    assertTrue(AmsReplay.supposed(seen.pool().unseen(), seen.history()).explained().isEmpty());
    assertTrue(AmsReplay.supposed(seen.pool(), seen.history()).explained().isPresent());
  }

  @Test
  void howWellARuleExplainsIsToldWithItsWorstInstant() {
    OtherHypervisor.Demand demand = OtherHypervisor.demand(103, 8, 1000, true);
    OtherHypervisor.Seen seen = OtherHypervisor.run(demand, SLOW, 0.93 * demand.peak());
    Calibration fitted = of(seen);
    double share = fitted.explained().orElseThrow();
    assertTrue(share > 0.3 && share < 1, "explained " + share);
    double[] told = new double[seen.history().size()];
    TakingFit.replay(
        SeenTaking.of(seen.pool(), seen.history()),
        fitted.rule(),
        (instant, taking) -> {
          for (double stolen : taking.stolen) {
            told[instant.index()] += stolen;
          }
        });
    double worst = 0;
    for (int t = 0; t < told.length; t++) {
      double stolen = 0;
      for (MemberHistory member : seen.history().members()) {
        stolen += member.stolen(t);
      }
      worst = Math.max(worst, Math.abs(told[t] - stolen));
      if (t == fitted.missedAt()) {
        assertEquals(Math.abs(told[t] - stolen), fitted.missed(), 1);
      }
    }
    assertEquals(worst, fitted.missed(), 1);
  }

  @Test
  void aLongHistoryIsThinnedAndKeepsItsWorstHour() {
    OtherHypervisor.Demand demand = OtherHypervisor.demand(5, 3, 4000, false);
    OtherHypervisor.Seen seen = OtherHypervisor.run(demand, SLOW, 0.97 * demand.peak());
    SeenTaking taken = SeenTaking.of(seen.pool(), seen.history());
    assertTrue(taken.instants.size() <= 3000, taken.instants.size() + " instants");
    double most =
        taken.instants.stream().mapToDouble(SeenTaking.Instant::totalStolen).max().orElse(0);
    double printed = 0;
    for (int t = 0; t < seen.history().size(); t++) {
      double stolen = 0;
      for (MemberHistory member : seen.history().members()) {
        stolen += member.stolen(t);
      }
      printed = Math.max(printed, stolen);
    }
    assertEquals(printed, most, 1);
    assertTrue(taken.instants.get(0).fresh());
  }

  @Test
  void aMemberThatComesBackHasLentAtItsLeisure() {
    AmsMember one = AmsMember.unconfigured("a");
    AmsMember other = AmsMember.unconfigured("b");
    Taking taking = new Taking(new TakingRule(0, 1, MB, 1), List.of(one, other));
    AmsTiers tiers = new AmsTiers(2);
    tiers.set(0, 4096 * MB, 0, 1024 * MB, 0, Double.NaN, 0);
    taking.step(4096 * MB, tiers, 60);
    tiers.set(1, 4096 * MB, 0, 1024 * MB, 0, Double.NaN, 0);
    taking.step(4096 * MB, tiers, 60);
    assertTrue(taking.loaned[1] > 1000 * MB, "lent " + taking.loaned[1] / MB);
    tiers.set(0, 4096 * MB, 0, 2048 * MB, 0, Double.NaN, 0);
    taking.step(3072 * MB, tiers, 60);
    double stolen = taking.stolen[0] + taking.stolen[1];
    assertTrue(stolen > 0, "what cannot be lent in time is stolen");
    taking.step(3072 * MB, tiers, 600);
    assertTrue(taking.stolen[0] + taking.stolen[1] < stolen, "and lent later");
  }

  @Test
  void ofAnUntimedHistoryNoPaceIsKnown() {
    MemberHistory[] members = new MemberHistory[1];
    members[0] =
        Histories.member("a", 30)
            .logical(8 * Histories.GB)
            .hot(6 * Histories.GB)
            .warm(0)
            .physical(5 * Histories.GB)
            .loaned(Histories.GB)
            .build();
    AmsPool pool =
        new AmsPool(
            "p", 5 * Histories.GB, OptionalDouble.empty(), 0, List.of(AmsMember.unconfigured("a")));
    PoolHistory untimed = Histories.untimed(members);
    assertTrue(Calibration.of(pool, untimed).isEmpty());
    PoolHistory timed = Histories.timed(60_000, members);
    assertNotEquals(Calibration.of(pool, untimed), Calibration.of(pool, timed));
  }
}
