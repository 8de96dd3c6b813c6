package dev.headroom.memory.zvm;

import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Basis;
import dev.headroom.memory.StolenBounds;
import dev.headroom.memory.zvm.OtherControlProgram.Demand;
import dev.headroom.memory.zvm.OtherControlProgram.Manners;
import dev.headroom.memory.zvm.OtherControlProgram.Seen;
import dev.headroom.memory.zvm.OtherControlProgram.Victim;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules that are fitted to what reports show of a control program that is not the program's. */
class StayingTest {
  private static final Manners ANY = new Manners(Victim.ANY, 0);
  private static final Manners LISTED = new Manners(Victim.LISTED, 0.05);
  private static final List<Manners> MANNERS =
      List.of(ANY, LISTED, new Manners(Victim.OLDEST, 0), new Manners(Victim.OLDEST, 0.3));

  private static Staying of(Seen seen) {
    return Staying.of(seen.system(), seen.history()).orElseThrow();
  }

  private static double error(Seen seen, StayingRule rule) {
    return StayingFit.error(seen.system(), SeenStaying.of(seen.system(), seen.history()), rule);
  }

  @Test
  void twoControlProgramsThatShareDemandGiveTwoRulesEachOfWhichIsBetterAtItsOwn() {
    Demand demand = OtherControlProgram.demand(17, 6, 300);
    Seen any = OtherControlProgram.run(demand, ANY, 0.8 * demand.peak());
    Seen listed = OtherControlProgram.run(demand, LISTED, 0.8 * demand.peak());
    StayingRule ofAny = of(any).rule();
    StayingRule ofListed = of(listed).rule();
    assertNotEquals(ofAny, ofListed);
    assertTrue(ofAny.evenness() > ofListed.evenness() + 0.1, ofAny + " and " + ofListed);
    assertTrue(error(any, ofAny) < 0.9 * error(any, ofListed), ofAny + " and " + ofListed);
    assertTrue(error(listed, ofListed) < 0.9 * error(listed, ofAny), ofAny + " and " + ofListed);
  }

  @Test
  void theSameReportsGiveTheSameRule() {
    Demand demand = OtherControlProgram.demand(5, 4, 120);
    Seen seen = OtherControlProgram.run(demand, LISTED, 0.8 * demand.peak());
    assertEquals(of(seen), of(seen));
  }

  @Test
  void whereNothingWasPagedOutTheReleaseTells() {
    Demand demand = OtherControlProgram.demand(5, 4, 120);
    Seen roomy = OtherControlProgram.run(demand, LISTED, 1.1 * demand.peak());
    assertEquals(Optional.empty(), Staying.of(roomy.system(), roomy.history()));
    ZvmOutcome less =
        ZvmReplay.run(
            roomy.system().withSize(0.8 * demand.peak() * MB), roomy.history(), Basis.MODELLED);
    assertEquals(Optional.empty(), less.fitted());
    StolenBounds band = less.stolenBounds().orElseThrow();
    assertTrue(band.low() < band.high(), "what guests do without is not known");
  }

  /** The figures of "Who stays" in docs/model.md. */
  @Test
  void systemsOfOtherControlProgramsAreForetoldAtOtherSizes() {
    double peak = 0;
    double ofGuests = 0;
    double ofRelease = 0;
    double width = 0;
    int inside = 0;
    int count = 0;
    for (int world = 0; world < 4; world++) {
      Demand demand = OtherControlProgram.demand(300 + world, 4 + world, 120);
      double size = (0.75 + 0.03 * world) * demand.peak();
      for (Manners manners : MANNERS) {
        Seen seen = OtherControlProgram.run(demand, manners, chunks(size));
        Optional<Staying> fitted = Optional.of(of(seen));
        for (double ratio : new double[] {0.85, 0.9, 0.95, 1.1}) {
          Seen truth = OtherControlProgram.run(demand, manners, chunks(ratio * size));
          ZvmSystem other = seen.system().withSize(chunks(ratio * size) * MB);
          ZvmOutcome told = ZvmReplay.run(other, seen.history(), Basis.MODELLED, fitted);
          StolenBounds band = told.stolenBounds().orElseThrow();
          double stolen = truth.peakOut() * MB;
          peak +=
              Math.abs(told.overcommit().peakStolen().orElseThrow() - stolen)
                  / demand.defined()
                  / MB;
          width += (band.high() - band.low()) / demand.defined() / MB;
          inside += band.low() <= stolen && stolen <= band.high() ? 1 : 0;
          ofGuests += off(told, truth);
          ofRelease += off(unfitted(other, seen), truth);
          count++;
        }
      }
    }
    String figures =
        "peak off "
            + peak / count
            + ", guests "
            + ofGuests / count
            + " (release "
            + ofRelease / count
            + "), inside "
            + inside
            + " of "
            + count
            + ", width "
            + width / count;
    assertTrue(peak / count < 0.005, figures);
    assertTrue(ofGuests < 0.6 * ofRelease, figures);
    assertTrue(inside == count, figures);
  }

  private static double chunks(double size) {
    return OtherControlProgram.CHUNK * Math.floor(size / OtherControlProgram.CHUNK);
  }

  /** What the rule of the release says of the same. */
  private static ZvmOutcome unfitted(ZvmSystem other, Seen seen) {
    return ZvmReplay.run(other, seen.history(), Basis.MODELLED, Optional.empty());
  }

  /** By how much what guests have paged out on average is off, of all that is. */
  private static double off(ZvmOutcome told, Seen truth) {
    double off = 0;
    double all = 0;
    for (int guest = 0; guest < truth.meanOut().length; guest++) {
      double sum = 0;
      int counted = 0;
      for (int t = 0; t < truth.history().pool().size(); t++) {
        double out = told.guests().get(guest).served().stolen(t);
        sum += Double.isNaN(out) ? 0 : out;
        counted += Double.isNaN(out) ? 0 : 1;
      }
      off += Math.abs(sum / counted / MB - truth.meanOut()[guest]);
      all += truth.meanOut()[guest];
    }
    return off / all;
  }
}
