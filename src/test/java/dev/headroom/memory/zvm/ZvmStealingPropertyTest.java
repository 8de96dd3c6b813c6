package dev.headroom.memory.zvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.Tries;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of a step of z/VM's storage management in any world. Whole megabytes. */
class ZvmStealingPropertyTest {
  private static final double TINY = 1e-6;

  @Provide
  Arbitrary<List<GuestTiers>> guests() {
    Arbitrary<Integer> amount =
        Arbitraries.integers().between(-2_000, 9_000).map(drawn -> Math.max(0, drawn));
    return Combinators.combine(
            Arbitraries.integers().between(0, 300),
            amount,
            amount,
            amount,
            amount,
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 4))
        .as(
            (locked, reserved, hot, heap, warm, kind, unused, busy) ->
                kind == 0
                    ? new GuestTiers(
                        locked, reserved, 0, 0, warm, new GuestTiers.Use(true, false, unused, busy))
                    : new GuestTiers(
                        locked,
                        reserved,
                        hot,
                        heap,
                        warm,
                        new GuestTiers.Use(false, heap > 0, unused, busy)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<StayingRule> rules() {
    Arbitrary<Double> share = Arbitraries.integers().between(0, 4).map(drawn -> drawn / 4.0);
    return Combinators.combine(share, share, share, share).as(StayingRule::new);
  }

  private static double sum(double... values) {
    return Arrays.stream(values).sum();
  }

  /** What guests do without, of what is not hot. */
  private static double given(StayingRule rule, List<GuestTiers> guests, double available) {
    double warm = guests.stream().mapToDouble(GuestTiers::warm).sum();
    return Math.min(Math.max(0, all(guests) - available), rule.givingUp() * warm);
  }

  private static double ofWarm(List<GuestTiers> guests, int guest) {
    double warm = guests.stream().mapToDouble(GuestTiers::warm).sum();
    return warm > 0 ? guests.get(guest).warm() / warm : 0;
  }

  private static double all(List<GuestTiers> guests) {
    return guests.stream().mapToDouble(GuestTiers::instantiated).sum();
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void residentAndExpandedAndAuxiliaryAreWhatExists(
      @ForAll("guests") List<GuestTiers> guests,
      @ForAll("rules") StayingRule rule,
      @ForAll boolean ages,
      @ForAll @IntRange(max = 40_000) int available,
      @ForAll @IntRange(max = 4_096) int expanded) {
    ZvmShares shares = new ZvmStealing(ages, expanded, rule).share(available, guests);
    for (int i = 0; i < guests.size(); i++) {
      assertTrue(shares.resident[i] >= 0 && shares.expanded[i] >= 0 && shares.auxiliary[i] >= 0);
      double given = given(rule, guests, available) * ofWarm(guests, i);
      assertEquals(
          guests.get(i).instantiated() - given,
          shares.resident[i] + shares.expanded[i] + shares.auxiliary[i],
          TINY);
      assertEquals(shares.order[i] > 0, shares.expanded[i] + shares.auxiliary[i] > 0);
    }
    assertEquals(Math.min(available, all(guests)), sum(shares.resident), TINY, "none lies idle");
    double out = Math.max(0, all(guests) - available - given(rule, guests, available));
    assertEquals(Math.min(expanded, out), sum(shares.expanded), TINY, "expanded storage first");
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void moreMemoryTakesFromNobody(
      @ForAll("guests") List<GuestTiers> guests,
      @ForAll("rules") StayingRule rule,
      @ForAll boolean ages,
      @ForAll @IntRange(max = 40_000) int available,
      @ForAll @IntRange(max = 5_000) int more) {
    ZvmStealing stealing = new ZvmStealing(ages, 2_048, rule);
    ZvmShares small = stealing.share(available, guests);
    ZvmShares large = stealing.share(available + more, guests);
    for (int i = 0; i < guests.size(); i++) {
      assertTrue(large.resident[i] >= small.resident[i] - TINY);
    }
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void nobodyFallsUnderItsFloorAsLongAsAllFloorsFit(
      @ForAll("guests") List<GuestTiers> guests,
      @ForAll("rules") StayingRule rule,
      @ForAll boolean ages,
      @ForAll @IntRange(max = 100) int percent) {
    double floors = guests.stream().mapToDouble(GuestTiers::floor).sum();
    double available = floors + (all(guests) - floors) * percent / 100;
    ZvmShares shares = new ZvmStealing(ages, 1_024, rule).share(available, guests);
    assertEquals(floors > available, shares.infeasible);
    for (int i = 0; i < guests.size(); i++) {
      assertTrue(shares.resident[i] >= guests.get(i).floor() - TINY);
    }
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void lockedPagesGoLast(
      @ForAll("guests") List<GuestTiers> guests,
      @ForAll("rules") StayingRule rule,
      @ForAll boolean ages,
      @ForAll @IntRange(max = 3_000) int available) {
    double locked = guests.stream().mapToDouble(GuestTiers::locked).sum();
    ZvmShares shares = new ZvmStealing(ages, 0, rule).share(available, guests);
    for (int i = 0; i < guests.size() && available >= locked; i++) {
      assertTrue(shares.resident[i] >= guests.get(i).locked() - TINY);
    }
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void ordersAreOneTwoThree(
      @ForAll("guests") List<GuestTiers> guests,
      @ForAll("rules") StayingRule rule,
      @ForAll boolean ages,
      @ForAll @IntRange(max = 40_000) int available) {
    int[] orders =
        Arrays.stream(new ZvmStealing(ages, 100, rule).share(available, guests).order)
            .filter(order -> order > 0)
            .sorted()
            .toArray();
    for (int i = 0; i < orders.length; i++) {
      assertEquals(i + 1, orders[i]);
    }
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void upTo62AnIdleGuestGivesAllBeforeAnActiveOneGivesAnything(
      @ForAll("guests") List<GuestTiers> guests,
      @ForAll("rules") StayingRule rule,
      @ForAll @IntRange(max = 40_000) int available) {
    ZvmShares shares =
        new ZvmStealing(false, 0, new StayingRule(0, 0, 0, 0)).share(available, guests);
    boolean idleKeeps = false;
    boolean activeLost = false;
    for (int i = 0; i < guests.size(); i++) {
      GuestTiers guest = guests.get(i);
      idleKeeps |= guest.use().idle() && shares.resident[i] > guest.floor() + TINY;
      activeLost |= !guest.use().idle() && shares.auxiliary[i] > TINY;
    }
    assertTrue(!(idleKeeps && activeLost));
  }
}
