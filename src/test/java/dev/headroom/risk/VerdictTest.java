package dev.headroom.risk;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.Histories;
import dev.headroom.memory.PoolHistory;
import dev.headroom.risk.ams.AmsCase;
import dev.headroom.risk.ams.AmsGrading;
import dev.headroom.risk.ams.AmsVerdict;
import dev.headroom.sizing.Bases;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Sizing;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static Histories member(String name, double logical, double... hot) {
    return Histories.member(name, hot.length).logical(logical).hot(hot).warm(0);
  }

  private static String verdict(Cases world) {
    AmsCase pool = world.build();
    return AmsVerdict.of(
        pool, Standing.of(pool, AmsGrading.DEFAULT.grade(pool)), AmsGrading.DEFAULT);
  }

  @Test
  void everythingFits() {
    assertEquals(
        "js22 is green: 10.00 GB is promised on 12.00 GB, so all of it fits, and everything hot"
            + " fitted (peak 5.00 GB at 2009-06-30 16:01); it holds the 10.00 GB advised (it holds"
            + " all that is promised).",
        verdict(
            Cases.minutes(12 * GB, member("a", 10 * GB, GB, 5 * GB).build())
                .sizing(10 * GB, 0, NONE)));
  }

  @Test
  void hotFittedButTheHypervisorStole() {
    double[] hot = new double[200];
    java.util.Arrays.fill(hot, 6 * GB);
    double[] one = new double[200];
    one[3] = 114;
    double[] wait = new double[200];
    wait[3] = 1779;
    assertEquals(
        "js22 is yellow: 14.00 GB is promised on 12.00 GB and everything hot fitted (peak 10.00 GB"
            + " at 2009-06-30 16:00), but 1.43 GB was stolen from b and its hypervisor page-ins took"
            + " up to 15.6 ms each; 12.35 GB would be safe enough (the chance that demand passes it"
            + " within 7 days is 4.8 %, about 1 in 21 weeks).",
        verdict(
            Cases.minutes(
                    12 * GB,
                    member("a", 6 * GB, new double[200]).hot(4 * GB).build(),
                    member("b", 8 * GB, hot)
                        .physical(6.57 * GB)
                        .loaned(0)
                        .pageIns(one)
                        .pageInMillis(wait)
                        .build())
                .sizing(12.35 * GB, 0.0473, 28)));
  }

  @Test
  void hotDidNotFit() {
    assertEquals(
        "js22 is red: 16.00 GB is promised on 12.00 GB and what was hot did not fit in 1 of 2"
            + " intervals (1 min) (peak 13.00 GB at 2009-06-30 16:01), and by the model b loses 1.00"
            + " GB then; 13.50 GB is advised (the chance that demand passes it within 7"
            + " days is 99.9 %, nearly all weeks).",
        verdict(
            Cases.minutes(
                    12 * GB,
                    member("a", 8 * GB, 5 * GB, 5 * GB).build(),
                    member("b", 8 * GB, 5 * GB, 8 * GB).build())
                .sizing(13.5 * GB, 0.9985, 0.01)));
  }

  @Test
  void afterARunOneIsToldOfAnotherAndWhatToCapture() {
    Goal run = Goal.DEFAULT.over(0.02);
    Sizing sizing =
        new Sizing(
            new Sizing.Sizes(12.25 * GB, 13 * GB, 12.5 * GB),
            new Sizing.Chance(
                OptionalDouble.of(0.041), OptionalDouble.of(0.3), run, OptionalDouble.of(0.02)),
            Bases.PEAK,
            List.of());
    Cases cases = Cases.minutes(12.5 * GB, member("a", 16 * GB, 5 * GB, 12.1 * GB).build());
    assertEquals(
        "js22 is yellow: 16.00 GB is promised on 12.50 GB and everything hot fitted (peak 12.10 GB"
            + " at 2009-06-30 16:01); 12.25 GB would have held this run, and 13.00 GB is advised for"
            + " another like it, which passes that with a chance of 4.1 %, about 1 in 24 such runs;"
            + " at 12.50 GB it is 30 %; for a forecast run vmstat -ht 60 on every member for a"
            + " week.",
        verdict(cases.sizing(sizing)));
  }

  @Test
  void pageInsOfSomebodyElse() {
    assertEquals(
        "js22 is amber: 16.00 GB is promised on 12.00 GB and everything hot fitted (peak 10.00 GB"
            + " in sample 1), but 1.00 GB was stolen from a and hypervisor page-ins of b numbered 7;"
            + " its size holds the 12.00 GB advised for what is hot (how likely demand passes it"
            + " cannot be said), so let others lend more, or lower their logical memory, before it"
            + " grows.",
        verdict(
            Cases.untimed(
                    12 * GB,
                    member("a", 8 * GB, 5 * GB).physical(7 * GB).loaned(0).build(),
                    member("b", 8 * GB, 5 * GB).pageIns(7).build())
                .sizing(12 * GB, NONE, NONE)));
  }

  @Test
  void onlyPageInsAreKnown() {
    PoolHistory history =
        Histories.covered(
            Histories.untimed(
                member("a", 8 * GB, NONE).pageIns(3).pageInMillis(24).build(),
                member("b", NONE, NONE).build()),
            0);
    assertEquals(
        "js22 is at least amber: how much is promised on 12.00 GB is not known and whether what was"
            + " hot fitted is not known, for no capture shows what partitions need, but hypervisor"
            + " page-ins of a took up to 8.0 ms each; no size can be advised before captures show"
            + " what partitions need: run vmstat -ht 60 on every member for a week.",
        verdict(Cases.of(12 * GB, history)));
  }

  @Test
  void thePoolsSizeIsNotKnown() {
    assertEquals(
        "js22 could not be graded: 8.00 GB is promised on a pool of unknown size and whether what"
            + " was hot fitted is not known (peak 5.00 GB in sample 1); 6.00 GB would be safe enough"
            + " (the chance that demand passes it within 7 days is 20 %, about 1 in 5 weeks).",
        verdict(Cases.untimed(NONE, member("a", 8 * GB, 5 * GB).build()).sizing(6 * GB, 0.2, 28)));
  }

  @Test
  void nothingIsKnown() {
    PoolHistory nothing = new PoolHistory(false, new double[0], NONE, List.of(), new double[0]);
    assertEquals(
        "js22 could not be judged: no capture shows what a member needs, and how much is promised on"
            + " 12.00 GB is not known; run vmstat -ht 60 on every member for a week.",
        verdict(Cases.of(12 * GB, nothing)));
    assertEquals(
        "js22 could not be judged: no capture shows what a member needs; run vmstat -ht 60 on every"
            + " member for a week.",
        verdict(Cases.of(NONE, nothing)));
  }
}
