package dev.headroom.whatif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.Tries;
import dev.headroom.memory.Basis;
import dev.headroom.memory.Coverage;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.SharingRule;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsOutcome;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import dev.headroom.memory.ams.LoanPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must hold of changes in any world, gaps and shortages included. Whole megabytes. */
class ScenarioPropertyTest {
  private static final double STEP = 600_000;
  private static final double MB = 1 << 20;
  private static final double TINY = 1e-3;
  private static final List<LoanPolicy> POLICIES =
      List.of(LoanPolicy.OFF, LoanPolicy.FILE_CACHE, LoanPolicy.ANY_DATA);

  @Provide
  Arbitrary<Situation> worlds() {
    return Combinators.combine(
            Arbitraries.integers().between(2, 5),
            Arbitraries.integers().between(2, 30),
            Arbitraries.longs())
        .as(ScenarioPropertyTest::world);
  }

  private static Situation world(int members, int instants, long seed) {
    Random random = new Random(seed);
    List<AmsMember> configured = new ArrayList<>();
    List<MemberHistory> histories = new ArrayList<>();
    for (int m = 0; m < members; m++) {
      String name = "m" + m;
      double logical = (1 + random.nextInt(32)) * 256 * MB;
      configured.add(
          new AmsMember(
              name,
              OptionalDouble.of(logical),
              random.nextInt(256),
              OptionalDouble.of(77 * MB),
              POLICIES.get(random.nextInt(3))));
      histories.add(history(name, logical, instants, random));
    }
    double[] times = IntStream.range(0, instants).mapToDouble(i -> i * STEP).toArray();
    AmsPool pool = new AmsPool("p", 4096 * MB, OptionalDouble.empty(), 0, configured);
    return Situation.found(
        pool, new PoolHistory(true, times, STEP, histories, Coverage.of(histories, instants)));
  }

  private static MemberHistory history(String name, double logical, int instants, Random random) {
    double[] floor = new double[instants];
    double[] hot = new double[instants];
    double[] warm = new double[instants];
    double[] pageIns = new double[instants];
    for (int i = 0; i < instants; i++) {
      boolean gap = i > 0 && random.nextInt(10) == 0;
      floor[i] = gap ? Double.NaN : part(logical, 4, random);
      hot[i] = gap ? Double.NaN : part(logical - floor[i], 1, random);
      warm[i] = gap ? Double.NaN : part(logical - floor[i] - hot[i], 1, random);
      pageIns[i] = random.nextInt(5) == 0 ? 3 : 0;
    }
    return Histories.member(name, instants)
        .logical(logical)
        .floor(floor)
        .hot(hot)
        .warm(warm)
        .pageIns(pageIns)
        .build();
  }

  private static double part(double of, int divisor, Random random) {
    return Math.floor(of / divisor / MB * random.nextDouble()) * MB;
  }

  private static MemberPlace first() {
    return new MemberPlace("p", "m0");
  }

  private static MemberPlace second() {
    return new MemberPlace("p", "m1");
  }

  private static Situation after(Situation world, Change... changes) {
    return new Scenario(List.of(changes)).applyTo(Landscape.of(List.of(world))).pool("p");
  }

  private static double[] needed(MemberHistory member) {
    double[] needed = new double[member.asked().logical().length];
    Arrays.setAll(needed, member::needed);
    return needed;
  }

  private static double total(Situation situation, int instant) {
    return situation.history().members().stream()
        .mapToDouble(member -> member.needed(instant))
        .filter(value -> !Double.isNaN(value))
        .sum();
  }

  private static AmsPool bare(Situation situation) {
    AmsPool pool = AmsPool.of(situation.system()).orElseThrow();
    return new AmsPool(pool.name(), pool.size(), pool.maximum(), pool.reserve(), pool.members());
  }

  private static void assertSamePool(Situation expected, Situation actual) {
    assertEquals(bare(expected), bare(actual));
    assertArrayEquals(expected.history().instants(), actual.history().instants());
    assertArrayEquals(expected.history().coverage(), actual.history().coverage());
    for (int i = 0; i < expected.history().members().size(); i++) {
      MemberHistory wanted = expected.history().members().get(i);
      MemberHistory is = actual.history().members().get(i);
      assertEquals(wanted.name(), is.name());
      assertArrayEquals(wanted.asked().logical(), is.asked().logical());
      assertArrayEquals(wanted.asked().floor(), is.asked().floor());
      assertArrayEquals(wanted.asked().hot(), is.asked().hot());
      assertArrayEquals(wanted.asked().warm(), is.asked().warm());
      assertArrayEquals(wanted.paging().pageIns(), is.paging().pageIns());
    }
  }

  @Property(tries = 200 * Tries.TIMES, seed = Tries.SEED)
  void toAddAndToRemoveIsToDoNothing(
      @ForAll("worlds") Situation world, @ForAll @DoubleRange(min = 0.1, max = 8) double factor) {
    MemberPlace added = new MemberPlace("p", "new");
    Situation after = after(world, new Addition(added, first(), factor), new Removal(added));
    assertSamePool(world, after);
    assertSame(world.history().members().get(0), after.history().members().get(0));
  }

  @Property(tries = 200 * Tries.TIMES, seed = Tries.SEED)
  void aCopyAsksForWhatItsModelAsksTimesTheFactor(
      @ForAll("worlds") Situation world, @ForAll @IntRange(min = 1, max = 8) int factor) {
    Situation after = after(world, new Addition(new MemberPlace("p", "new"), first(), factor));
    for (int i = 0; i < world.history().size(); i++) {
      double own = world.member("m0").needed(i);
      assertEquals(total(world, i) + (Double.isNaN(own) ? 0 : factor * own), total(after, i), TINY);
      assertEquals(factor * own, after.member("new").needed(i), TINY);
    }
  }

  @Property(tries = 200 * Tries.TIMES, seed = Tries.SEED)
  void aShiftKeepsWhatAMemberAsksForAndWhenOthersDo(
      @ForAll("worlds") Situation world, @ForAll @IntRange(min = -100, max = 100) int steps) {
    int size = world.history().size();
    if (Math.floorMod(steps, size) == 0) {
      return;
    }
    Situation after = after(world, new TimeShift(first(), steps * STEP));
    double[] was = needed(world.member("m0"));
    double[] is = needed(after.member("m0"));
    for (int i = 0; i < size; i++) {
      assertEquals(was[i], is[Math.floorMod(i + steps, size)]);
    }
    assertEquals(
        Arrays.stream(was).filter(v -> !Double.isNaN(v)).max(),
        Arrays.stream(is).filter(v -> !Double.isNaN(v)).max());
    assertSame(world.member("m1"), after.member("m1"));
    assertEquals(
        IntStream.range(0, size).mapToDouble(i -> total(world, i)).sum(),
        IntStream.range(0, size).mapToDouble(i -> total(after, i)).sum(),
        TINY);
    assertSamePool(world, after(after, new TimeShift(first(), -steps * STEP)));
  }

  @Property(tries = 200 * Tries.TIMES, seed = Tries.SEED)
  void aFailoverWithinAPoolKeepsTheTotalWhenThePartnerGoes(@ForAll("worlds") Situation world) {
    Situation after = after(world, new Failover(second(), first()), new Removal(first()));
    for (int i = 0; i < world.history().size(); i++) {
      boolean both = world.member("m0").reports(i) && world.member("m1").reports(i);
      assertEquals(both, after.member("m1").reports(i), "known where both are");
      if (both) {
        assertEquals(total(world, i), total(after, i), TINY);
        assertEquals(
            world.member("m0").censored(i) || world.member("m1").censored(i),
            after.member("m1").censored(i));
      }
    }
  }

  @Property(tries = 200 * Tries.TIMES, seed = Tries.SEED)
  void growthScalesWhatIsNeededAndFitsLogicalMemory(
      @ForAll("worlds") Situation world, @ForAll @DoubleRange(min = 0.1, max = 9) double factor) {
    Situation after = after(world, new Growth(first(), factor));
    MemberHistory was = world.member("m0");
    MemberHistory is = after.member("m0");
    for (int i = 0; i < world.history().size(); i++) {
      assertEquals(was.reports(i), is.reports(i));
      assertEquals(was.censored(i), is.censored(i));
      if (is.reports(i)) {
        assertEquals(factor * was.needed(i), is.needed(i), TINY);
        assertTrue(is.demand(i) <= is.asked().logical()[i] + TINY);
        assertTrue(is.asked().warm()[i] >= 0);
        assertTrue(is.asked().logical()[i] >= was.asked().logical()[i]);
      }
    }
  }

  @Property(tries = 100 * Tries.TIMES, seed = Tries.SEED)
  void noChangeTouchesWhatWasFound(@ForAll("worlds") Situation world) {
    List<double[]> copies = arrays(world).stream().map(double[]::clone).toList();
    List<Change> changes =
        List.of(
            new Addition(new MemberPlace("p", "new"), first(), 2),
            new Growth(first(), 3),
            new TimeShift(second(), STEP),
            new EntitlementChange(first(), 900 * MB),
            new WeightChange(first(), 1.5),
            new Removal(first()),
            new Resizing("p", 1));
    after(world, changes.toArray(Change[]::new));
    assertUntouched(copies, world);
  }

  @Property(tries = 100 * Tries.TIMES, seed = Tries.SEED)
  void aFailoverTouchesNothingThatWasFoundWhetherItIsMadeOrRefused(
      @ForAll("worlds") Situation world, @ForAll @IntRange(min = 0, max = 30) int steps) {
    List<double[]> copies = arrays(world).stream().map(double[]::clone).toList();
    boolean turnsRound = steps % world.history().size() == 0; // which is refused, as no change
    Situation shifted = turnsRound ? world : after(world, new TimeShift(second(), steps * STEP));
    Failover failover = new Failover(second(), first());
    if (everKnownTogether(shifted)) {
      after(shifted, failover);
    } else {
      assertThrows(ImpossibleChangeException.class, () -> after(shifted, failover));
    }
    assertUntouched(copies, world);
  }

  /** A member can take over from another only where the demand of both is known at some instant. */
  private static boolean everKnownTogether(Situation world) {
    return IntStream.range(0, world.history().size())
        .anyMatch(i -> world.member("m0").reports(i) && world.member("m1").reports(i));
  }

  private static void assertUntouched(List<double[]> copies, Situation world) {
    List<double[]> arrays = arrays(world);
    for (int i = 0; i < copies.size(); i++) {
      assertArrayEquals(copies.get(i), arrays.get(i));
    }
  }

  private static List<double[]> arrays(Situation world) {
    List<double[]> arrays = new ArrayList<>();
    arrays.add(world.history().instants());
    arrays.add(world.history().coverage());
    for (MemberHistory member : world.history().members()) {
      arrays.addAll(
          List.of(
              member.asked().logical(),
              member.asked().floor(),
              member.asked().hot(),
              member.asked().warm(),
              member.paging().pageIns()));
    }
    return arrays;
  }

  @Property(tries = 100 * Tries.TIMES, seed = Tries.SEED)
  void aCopyNeverMakesThePoolEasier(@ForAll("worlds") Situation world) {
    Situation after = after(world, new Addition(new MemberPlace("p", "new"), first(), 1));
    AmsOutcome before = replay(world);
    AmsOutcome later = replay(after);
    for (int i = 0; i < world.history().size(); i++) {
      if (world.history().covered(i) && after.history().covered(i)) {
        assertTrue(
            later.under(SharingRule.TIERED).stolen(i)
                >= before.under(SharingRule.TIERED).stolen(i) - TINY);
      }
    }
  }

  private static AmsOutcome replay(Situation situation) {
    return AmsReplay.run(
        AmsPool.of(situation.system()).orElseThrow(),
        situation.history().unserved(),
        Basis.MODELLED);
  }
}
