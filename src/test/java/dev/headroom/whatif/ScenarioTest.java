package dev.headroom.whatif;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.MB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.LoanPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Each change on one small pool: what it makes, what it leaves alone, and what it says. */
class ScenarioTest {
  private static final double HOUR = 3_600_000;

  private static final MemberHistory A =
      Histories.member("a", 4)
          .logical(4 * GB)
          .floor(0.5 * GB)
          .hot(1 * GB, 2 * GB, 1 * GB, 1 * GB)
          .warm(1 * GB)
          .physical(4 * GB, 3 * GB, 4 * GB, 4 * GB)
          .loaned(0)
          .pageIns(0, 7, 0, 0)
          .build();
  private static final MemberHistory B =
      Histories.member("b", 4)
          .logical(2 * GB)
          .floor(0.25 * GB)
          .hot(0.5 * GB, 0.5 * GB, 1 * GB, 0.5 * GB)
          .warm(0.25 * GB)
          .build();
  private static final AmsPool POOL =
      new AmsPool(
          "p",
          5 * GB,
          OptionalDouble.of(8 * GB),
          0.25 * GB,
          List.of(member("a", 4 * GB), member("b", 2 * GB)));
  private static final Situation FOUND = Situation.found(POOL, Histories.timed(HOUR, A, B));

  private static AmsMember member(String name, double logical) {
    return new AmsMember(
        name, OptionalDouble.of(logical), 64, OptionalDouble.of(77 * MB), LoanPolicy.FILE_CACHE);
  }

  private static MemberPlace at(String member) {
    return new MemberPlace("p", member);
  }

  private static Situation after(Change... changes) {
    return after(FOUND, changes);
  }

  private static Situation after(Situation found, Change... changes) {
    return new Scenario(List.of(changes)).applyTo(Landscape.of(List.of(found))).pool("p");
  }

  private static String refusal(Situation found, Change change) {
    return String.valueOf(
        assertThrows(ImpossibleChangeException.class, () -> after(found, change)).getMessage());
  }

  private static AmsMember configured(Situation situation, String name) {
    return AmsPool.of(situation.system()).orElseThrow().member(name);
  }

  @Test
  void anotherSizeLeavesTheHistoryAlone() {
    Situation after = after(new Resizing("p", 6 * GB));
    assertEquals(6 * GB, after.system().size());
    assertSame(FOUND.history(), after.history());
    assertEquals(List.of("p has 6.00 GB instead of 5.00 GB."), after.supposed());
    assertEquals("the size must be above 0", refusal(FOUND, new Resizing("p", 0)));
    assertEquals(
        "0.25 GB is no more than the reserve of p, 0.25 GB",
        refusal(FOUND, new Resizing("p", 0.25 * GB)));
  }

  @Test
  void settingsChangeWhereTheyStand() {
    Situation after =
        after(new LoanPolicyChange(at("a"), LoanPolicy.OFF), new WeightChange(at("b"), 0));
    assertEquals(LoanPolicy.OFF, configured(after, "a").loanPolicy());
    assertEquals(64, configured(after, "a").weight());
    assertEquals(0, configured(after, "b").weight());
    assertSame(FOUND.history(), after.history());
    assertEquals(
        List.of(
            "a has loan policy 0 (it lends nothing) instead of 1.",
            "b has memory weight 0 instead of 64."),
        after.supposed());
  }

  @Test
  void whatIsAsItIsChangesNothing() {
    for (Change change :
        List.of(
            new Resizing("p", 5 * GB),
            new LoanPolicyChange(at("a"), LoanPolicy.FILE_CACHE),
            new WeightChange(at("a"), 64),
            new EntitlementChange(at("a"), 77 * MB),
            new Growth(at("a"), 1),
            new TimeShift(at("a"), 0))) {
      Situation after = after(change);
      assertSame(FOUND, after, change::toString);
      assertFalse(after.changed());
    }
  }

  @Test
  void anEntitlementLiftsTheFloorAndWhatIsNeeded() {
    Situation after = after(new EntitlementChange(at("b"), 1 * GB));
    MemberHistory b = after.member("b");
    assertArrayEquals(new double[] {GB, GB, GB, GB}, b.asked().floor());
    assertArrayEquals(new double[] {0, 0, 0.25 * GB, 0}, b.asked().hot());
    assertEquals(
        List.of("b has an I/O entitlement of 1,024 MB instead of 77 MB."), after.supposed());

    // a floor of more than the old entitlement is pinned memory, which a lower one leaves alone
    assertArrayEquals(
        B.asked().floor(),
        after(new EntitlementChange(at("b"), 1 * MB)).member("b").asked().floor());
  }

  @Test
  void aLowerEntitlementLowersAFloorThatItMade() {
    MemberHistory io =
        Histories.member("a", 1).logical(4 * GB).floor(77 * MB).hot(GB).warm(GB).build();
    Situation found = Situation.found(POOL, Histories.timed(HOUR, io));
    MemberHistory after = after(found, new EntitlementChange(at("a"), 10 * MB)).member("a");
    assertEquals(10 * MB, after.asked().floor()[0]);
    assertEquals(io.needed(0), after.needed(0));
    assertEquals(io.demand(0), after.demand(0));
  }

  @Test
  void aCopyIsSetUpLikeItsModelAndLargerByTheFactor() {
    Situation after = after(new Addition(at("aa"), at("a"), 1.5));
    assertEquals(List.of("a", "aa", "b"), after.names());
    assertEquals(
        List.of("a", "aa", "b"),
        after.history().members().stream().map(MemberHistory::name).toList());
    assertSame(A, after.member("a"));
    MemberHistory copy = after.member("aa");
    assertEquals(1.5 * A.demand(1), copy.demand(1));
    assertEquals(6 * GB, copy.asked().logical()[0]);
    assertEquals(OptionalDouble.of(6 * GB), configured(after, "aa").logical());
    assertEquals(64, configured(after, "aa").weight());
    assertTrue(copy.censored(1) && !copy.censored(0), "it was short when its model was");
    assertEquals(
        List.of(
            "aa is new in p and taken to behave like a at the same instants, 1.5 times as large,"
                + " and"
                + " to be set up like it."),
        after.supposed());
    assertEquals(
        "there is a b in p already; a new member needs a new name",
        refusal(FOUND, new Addition(at("b"), at("a"), 1)));
  }

  @Test
  void aMemberLess() {
    Situation after = after(new Removal(at("a")));
    assertEquals(List.of("b"), after.names());
    assertSame(B, after.member("b"));
    assertEquals(List.of("a is no longer in p."), after.supposed());
    assertEquals(
        "b is the last member of p; a pool needs one", refusal(after, new Removal(at("b"))));
  }

  @Test
  void coverageFollowsTheMembers() {
    MemberHistory gappy =
        Histories.member("b", 4).logical(2 * GB).hot(GB, NONE, GB, GB).warm(0).build();
    Situation found = Situation.found(POOL, Histories.timed(HOUR, A, gappy));
    double[] alone = after(found, new Removal(at("b"))).history().coverage();
    assertArrayEquals(new double[] {1, 1, 1, 1}, alone);
    double[] more = after(found, new Addition(at("c"), at("b"), 1)).history().coverage();
    assertArrayEquals(new double[] {1, 0.5, 1, 1}, more);
  }

  @Test
  void growthStaysInItsLogicalMemoryWhereItFits() {
    Situation after = after(new Growth(at("a"), 1.5));
    MemberHistory a = after.member("a");
    assertSame(A.asked().logical(), a.asked().logical());
    assertArrayEquals(new double[] {2.25 * GB, 3.75 * GB, 2.25 * GB, 2.25 * GB}, needed(a));
    assertEquals(0.25 * GB, a.asked().warm()[1], "file cache gets what is left");
    assertEquals(1.5 * GB, a.asked().warm()[0]);
    assertTrue(a.censored(1));
    assertTrue(Double.isNaN(a.stolen(1)), "what was seen stolen is not carried over");
    assertEquals(
        List.of(
            "a asks for 1.5 times as much at every instant, in the logical memory that it has."),
        after.supposed());
  }

  @Test
  void growthRaisesLogicalMemoryWhereItMust() {
    Situation after = after(new Growth(at("a"), 2));
    MemberHistory a = after.member("a");
    assertEquals(5 * GB, a.needed(1));
    assertArrayEquals(new double[] {5.5 * GB, 5.5 * GB, 5.5 * GB, 5.5 * GB}, a.asked().logical());
    assertEquals(OptionalDouble.of(5.5 * GB), configured(after, "a").logical());
    assertEquals(
        List.of(
            "a asks for 2 times as much at every instant; that does not fit its logical memory,"
                + " which is raised from 4.00 GB to 5.50 GB (its peak and a tenth)."),
        after.supposed());
  }

  @Test
  void aShiftGoesRound() {
    Situation after = after(new TimeShift(at("a"), HOUR));
    assertArrayEquals(
        new double[] {1.5 * GB, 1.5 * GB, 2.5 * GB, 1.5 * GB}, needed(after.member("a")));
    assertTrue(after.member("a").stolen(2) > 0, "what was seen moves along");
    assertSame(B, after.member("b"));
    assertEquals(
        List.of(
            "a does everything 1 hour later; what passes the end of the history comes in at its"
                + " start."),
        after.supposed());
    assertArrayEquals(
        needed(after(new TimeShift(at("a"), -3 * HOUR)).member("a")), needed(after.member("a")));
    assertEquals(
        List.of(
            "a does everything 2 hours earlier (whole intervals); what passes the start of the"
                + " history"
                + " comes in at its end."),
        after(new TimeShift(at("a"), -1.75 * HOUR)).supposed());
  }

  @Test
  void aShiftThatChangesNothingIsRefused() {
    for (double millis : new double[] {4 * HOUR, -8 * HOUR, 60_000}) {
      assertTrue(
          refusal(FOUND, new TimeShift(at("a"), millis))
              .endsWith(
                  " changes nothing: the history of p is 4 hours long, in intervals of 1 hour"));
    }
    assertEquals(
        "the captures of p carry no times, so nothing can be shifted in time",
        refusal(Situation.found(POOL, Histories.untimed(A, B)), new TimeShift(at("a"), HOUR)));
  }

  @Test
  void aShiftIntoAGapLosesNothing() {
    // cells 0, 1 and 5: three hours are missing
    PoolHistory gap =
        new PoolHistory(
            true,
            new double[] {0, HOUR, 5 * HOUR},
            HOUR,
            List.of(first(A, 3), first(B, 3)),
            new double[] {1, 1, 1});
    Situation after = after(Situation.found(POOL, gap), new TimeShift(at("a"), HOUR));
    assertArrayEquals(new double[] {0, HOUR, 2 * HOUR, 5 * HOUR}, after.history().instants());
    assertArrayEquals(new double[] {1.5 * GB, 1.5 * GB, 2.5 * GB, NONE}, needed(after.member("a")));
    assertArrayEquals(
        new double[] {0.75 * GB, 0.75 * GB, NONE, 1.25 * GB}, needed(after.member("b")));
    assertFalse(after.history().covered(2), "b is not known then");
    assertTrue(after.history().covered(1));
  }

  private static MemberHistory first(MemberHistory member, int instants) {
    int[] from = new int[instants];
    Arrays.setAll(from, i -> i);
    return ChangedDemand.moved(member, from);
  }

  @Test
  void aPartnersDemandComesOnTop() {
    Situation after = after(new Failover(at("b"), at("a")));
    MemberHistory b = after.member("b");
    assertArrayEquals(new double[] {2.25 * GB, 3.25 * GB, 2.75 * GB, 2.25 * GB}, needed(b));
    assertArrayEquals(
        new double[] {3.75 * GB, 3.75 * GB, 3.75 * GB, 3.75 * GB}, b.asked().logical());
    assertSame(A, after.member("a"));
    assertEquals(
        List.of(
            "b takes over from a: its demand comes on top at the same instants. Together they need"
                + " 3.25 GB at most, so the logical memory of b is raised from 2.00 GB to 3.75 GB"
                + " (that and a tenth). a itself stays in the pool unless it is removed."),
        after.supposed());
    assertEquals(
        List.of(
            "a takes over from b: its demand comes on top at the same instants. Together they need"
                + " 3.25 GB at most, which fits the 4.00 GB of logical memory that it has. b itself"
                + " stays in the pool unless it is removed."),
        after(new Failover(at("a"), at("b"))).supposed());
    assertEquals("a cannot take over from itself", refusal(FOUND, new Failover(at("a"), at("a"))));
  }

  @Test
  void aPartnerOfAnotherPoolIsLaidOnTheSameGrid() {
    MemberHistory fine =
        Histories.member("x", 8)
            .logical(4 * GB)
            .hot(1 * GB, 2 * GB, 1 * GB, 1 * GB, 3 * GB, 1 * GB, 1 * GB, 1 * GB)
            .warm(0)
            .build();
    AmsPool other =
        new AmsPool("q", 8 * GB, OptionalDouble.empty(), 0, List.of(member("x", 4 * GB)));
    Situation source = Situation.found(other, Histories.timed(HOUR / 2, fine));
    Situation after =
        new Scenario(List.of(new Failover(at("b"), new MemberPlace("q", "x"))))
            .applyTo(Landscape.of(List.of(FOUND, source)))
            .pool("p");
    // cells end at 0, 1, 2 and 3 h; of the half hours in one the one with the most counts
    assertArrayEquals(
        new double[] {1.75 * GB, 2.75 * GB, 4.25 * GB, 1.75 * GB}, needed(after.member("b")));
    assertTrue(after.supposed().get(0).startsWith("b takes over from q/x: "));
    assertFalse(after.supposed().get(0).contains("stays in the pool"));

    Situation untimed = Situation.found(other, Histories.untimed(fine));
    assertEquals(
        "the captures of q carry no times, so x cannot be laid beside them",
        assertThrows(
                ImpossibleChangeException.class,
                () ->
                    new Scenario(List.of(new Failover(at("b"), new MemberPlace("q", "x"))))
                        .applyTo(Landscape.of(List.of(FOUND, untimed))))
            .getMessage());
  }

  @Test
  void captureTimesThatDoNotMeetAreRefused() {
    MemberHistory x = Histories.member("x", 1).logical(GB).hot(GB).warm(0).build();
    AmsPool other = new AmsPool("q", 8 * GB, OptionalDouble.empty(), 0, List.of(member("x", GB)));
    Situation later =
        Situation.found(
            other,
            new PoolHistory(true, new double[] {900 * HOUR}, HOUR, List.of(x), new double[] {1}));
    Scenario scenario = new Scenario(List.of(new Addition(at("y"), new MemberPlace("q", "x"), 1)));
    Landscape both = Landscape.of(List.of(FOUND, later));
    assertEquals(
        "the captures of x and those of p were not taken at the same time",
        assertThrows(ImpossibleChangeException.class, () -> scenario.applyTo(both)).getMessage());
  }

  @Test
  void whatNobodyCapturedCannotGrow() {
    MemberHistory silent = Histories.member("b", 4).logical(2 * GB).build();
    Situation found = Situation.found(POOL, Histories.timed(HOUR, A, silent));
    for (Change change :
        List.of(
            new Growth(at("b"), 2),
            new TimeShift(at("b"), HOUR),
            new Failover(at("a"), at("b")),
            new Addition(at("c"), at("b"), 1))) {
      assertEquals("no capture shows what b needs", refusal(found, change));
    }
    assertEquals("there is no pool 'z'; there are: p", refusal(found, new Resizing("z", GB)));
  }

  @Test
  void inAWhatIfNothingSeenIsLeft() {
    MemberHistory a = FOUND.history().unserved().members().get(0);
    assertTrue(Double.isNaN(a.stolen(1)));
    assertFalse(a.censored(1));
    assertEquals(0, a.served().loaned()[1], "nobody lends before it must");
    assertSame(A.asked().hot(), a.asked().hot());
  }

  private static double[] needed(MemberHistory member) {
    double[] needed = new double[member.asked().logical().length];
    Arrays.setAll(needed, member::needed);
    return needed;
  }
}
