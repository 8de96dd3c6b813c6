package dev.headroom.memory.zvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose memory goes first, worked out by hand on few guests. */
class ZvmStealingTest {
  private static final boolean LISTS = false;
  private static final boolean AGES = true;

  /** The order of the lists, without what a fit may find. */
  private static final StayingRule STRICT = new StayingRule(0, 0, 0, 0);

  private static GuestTiers idle(double memory, double busy) {
    return new GuestTiers(0, 0, 0, 0, memory, new GuestTiers.Use(true, false, 0, busy));
  }

  private static GuestTiers active(double hot, double heap, double warm) {
    return new GuestTiers(0, 0, hot, heap, warm, new GuestTiers.Use(false, heap > 0, 0, 0));
  }

  private static GuestTiers unused(double warm, double unused) {
    return new GuestTiers(0, 0, 100, 0, warm, new GuestTiers.Use(false, false, unused, 0));
  }

  private static ZvmShares share(boolean ages, double room, GuestTiers... guests) {
    return new ZvmStealing(ages, 0, ages ? StayingRule.AGED : STRICT).share(room, List.of(guests));
  }

  @Test
  void theLeastBusyIdleGuestGoesFirstAndWhole() {
    ZvmShares shares = share(LISTS, 150, idle(100, 2), idle(100, 1), active(100, 0, 0));
    assertArrayEquals(new double[] {50, 0, 100}, shares.resident);
    assertArrayEquals(new double[] {50, 100, 0}, shares.auxiliary);
    assertArrayEquals(new int[] {2, 1, 0}, shares.order);
  }

  @Test
  void inOnePassWhoLosesTheLargerPartIsNamedFirst() {
    ZvmShares shares = share(LISTS, 500, active(300, 0, 100), active(100, 0, 100));
    assertArrayEquals(new double[] {350, 150}, shares.resident);
    assertArrayEquals(new int[] {2, 1}, shares.order);
  }

  @Test
  void whatIsNotHotGoesBeforeWhatIsAndHeapsGoLast() {
    GuestTiers heap = active(50, 100, 40);
    GuestTiers plain = active(50, 0, 40);
    assertArrayEquals(new double[] {190, 50}, share(LISTS, 240, heap, plain).resident);
    assertArrayEquals(new double[] {150, 50}, share(LISTS, 200, heap, plain).resident);
    assertArrayEquals(new double[] {125, 25}, share(LISTS, 150, heap, plain).resident);
    assertArrayEquals(new double[] {100, 0}, share(LISTS, 100, heap, plain).resident);
    assertArrayEquals(new double[] {60, 0}, share(LISTS, 60, heap, plain).resident);
  }

  @Test
  void byAgeTheLongestUnusedGoesFirstThenWhatIsHotInProportion() {
    ZvmShares shares = share(AGES, 250, unused(100, 5), unused(100, 1));
    assertArrayEquals(new double[] {100, 150}, shares.resident);
    assertArrayEquals(new int[] {1, 2}, shares.order);
    assertArrayEquals(
        new double[] {50, 50}, share(AGES, 100, unused(100, 5), unused(100, 1)).resident);
  }

  @ParameterizedTest
  @CsvSource({"true, 100", "false, 100", "true, 60", "false, 60", "true, 50", "false, 50"})
  void reservedAndLockedPagesHoldUntilNothingElseIsLeft(boolean ages, double room) {
    GuestTiers kept = new GuestTiers(40, 20, 10, 0, 10, new GuestTiers.Use(false, false, 0, 0));
    ZvmShares shares = share(ages, room, kept, active(40, 0, 0));
    // what is not hot is gone by then; what is hot, 10 and 40, shares what the floor of 60 leaves
    double rest = Math.max(0, room - 60);
    assertEquals(Math.min(room, 60) + rest / 5, shares.resident[0], 1e-9);
    assertEquals(rest * 4 / 5, shares.resident[1], 1e-9);
    assertEquals(room, shares.resident[0] + shares.resident[1], 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"60, false", "59, true", "-1, true"})
  void floorsThatDoNotFitAreToldFrom(double room, boolean infeasible) {
    GuestTiers floor = new GuestTiers(40, 20, 0, 0, 0, new GuestTiers.Use(false, false, 0, 0));
    ZvmShares shares = share(LISTS, room, floor);
    assertEquals(infeasible, shares.infeasible);
    assertEquals(Math.max(0, room), shares.resident[0]);
  }

  @Test
  void pagesOfActiveGuestsStayInExpandedStorageAndIdleOnesMoveOn() {
    ZvmShares shares =
        new ZvmStealing(LISTS, 100, STRICT).share(100, List.of(idle(80, 0), active(100, 0, 60)));
    assertArrayEquals(new double[] {40, 60}, shares.expanded);
    assertArrayEquals(new double[] {40, 0}, shares.auxiliary);
    assertArrayEquals(new double[] {0, 100}, shares.resident);
  }

  private static ZvmShares by(StayingRule rule, double room, GuestTiers... guests) {
    return new ZvmStealing(LISTS, 100, rule).share(room, List.of(guests));
  }

  @Test
  void whatGuestsCanDoWithoutIsNotPagedOut() {
    StayingRule half = STRICT.givingUp(0.5);
    ZvmShares enough = by(half, 150, idle(60, 0), active(100, 0, 40));
    assertArrayEquals(new double[] {30, 120}, enough.resident, "50 of 100 that is not hot");
    assertEquals(0, enough.out());
    ZvmShares less = by(half, 120, idle(60, 0), active(100, 0, 40));
    assertEquals(30, less.out(), 1e-9, "half of what is not hot, and the rest is paged out");
    assertArrayEquals(new double[] {0, 120}, less.resident, "in the order of the lists");
    assertEquals(0, by(half, 190, idle(60, 0), active(100, 0, 40)).out());
  }

  @Test
  void whatIsTakenEvenlyIsTakenFromAllAlike() {
    StayingRule even = new StayingRule(0, 1, 0, 0);
    assertArrayEquals(
        new double[] {30, 70}, by(even, 100, idle(60, 0), active(100, 0, 40)).resident, 1e-9);
    StayingRule half = new StayingRule(0, 0.5, 0, 0);
    // of 80 that is taken 40 are even, 12 and 28; the idle guest gives 40 of its other 48
    assertArrayEquals(
        new double[] {8, 112}, by(half, 120, idle(60, 0), active(100, 0, 40)).resident, 1e-9);
  }

  @Test
  void heapsMayGoMoreSlowlyThanWhatElseIsHot() {
    GuestTiers heap = active(0, 100, 0);
    GuestTiers plain = active(100, 0, 0);
    StayingRule slow = new StayingRule(0, 0, 0.6, 0);
    assertArrayEquals(new double[] {70, 50}, by(slow, 120, heap, plain).resident, 1e-9);
    assertArrayEquals(new double[] {30, 0}, by(slow, 30, heap, plain).resident, 1e-9);
    assertArrayEquals(
        new double[] {60, 60}, by(new StayingRule(0, 0, 1, 0), 120, heap, plain).resident, 1e-9);
  }

  @Test
  void aPartOfExpandedStorageFillsInProportion() {
    GuestTiers heap = active(0, 100, 200);
    GuestTiers plain = active(100, 0, 200);
    // both lose 200, the plain one first; expanded storage holds 100
    assertArrayEquals(new double[] {0, 100}, by(STRICT, 200, heap, plain).expanded, 1e-9);
    assertArrayEquals(
        new double[] {20, 80}, by(new StayingRule(0, 0, 0, 0.4), 200, heap, plain).expanded, 1e-9);
  }

  @Test
  void whatFitsIsLeftAlone() {
    ZvmShares shares = share(LISTS, 300, idle(100, 0), active(100, 50, 50));
    assertArrayEquals(new double[] {100, 200}, shares.resident);
    assertArrayEquals(new int[] {0, 0}, shares.order);
    assertFalse(shares.infeasible);
    assertEquals(0, shares.expanded[0] + shares.auxiliary[0]);
  }
}
