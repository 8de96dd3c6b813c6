package dev.headroom.memory.ams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.Tries;
import dev.headroom.memory.SharingRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of the sharing step in any world. Memory here is in whole megabytes. */
class AmsSharingPropertyTest {
  private static final double TINY = 1e-6;

  /** One member's configuration and demand. */
  record Member(
      int logical,
      int floor,
      int hot,
      int warm,
      double loaned,
      int weight,
      int entitlement,
      LoanPolicy policy) {

    Member weighing(int changed) {
      return new Member(logical, floor, hot, warm, loaned, changed, entitlement, policy);
    }

    Member times(int factor) {
      return new Member(
          factor * logical,
          factor * floor,
          factor * hot,
          factor * warm,
          factor * loaned,
          weight,
          factor * entitlement,
          policy);
    }

    AmsMember configured() {
      return new AmsMember(
          "m", OptionalDouble.empty(), weight, OptionalDouble.of(entitlement), policy);
    }

    double lifted() {
      return Math.min(logical, Math.max(floor, entitlement));
    }

    double needed() {
      return Math.min(logical, Math.max(lifted(), floor + hot));
    }
  }

  /** Members and what the pool can give them, from next to nothing to more than is promised. */
  record World(List<Member> members, int available) {}

  @Provide
  Arbitrary<World> worlds() {
    Arbitrary<Integer> share = Arbitraries.integers().between(0, 100);
    Arbitrary<Member> member =
        Combinators.combine(
                Arbitraries.integers().between(256, 16_384),
                share,
                share,
                share,
                Arbitraries.integers().between(-100, 100),
                Arbitraries.integers().between(0, 255),
                Arbitraries.of(0, 77, 308),
                Arbitraries.of(LoanPolicy.class))
            .as(AmsSharingPropertyTest::member);
    return Combinators.combine(member.list().ofMinSize(1).ofMaxSize(7), share)
        .as(
            (members, percent) ->
                new World(
                    members,
                    members.stream().mapToInt(Member::logical).sum() * (percent + 5) / 100));
  }

  private static Member member(
      int logical, int a, int b, int c, int loan, int weight, int entitlement, LoanPolicy policy) {
    int floor = logical * a / 400;
    int hot = (logical - floor) * b / 100;
    int warm = (logical - floor - hot) * c / 100;
    // Half of the members have no loan on record.
    double loaned = loan < 0 ? Double.NaN : (double) (logical - floor - hot) * loan / 100;
    return new Member(logical, floor, hot, warm, loaned, weight, entitlement, policy);
  }

  private static AmsShares share(SharingRule rule, double available, List<Member> members) {
    AmsTiers tiers = new AmsTiers(members.size());
    for (int i = 0; i < members.size(); i++) {
      Member m = members.get(i);
      tiers.set(i, m.logical(), m.floor(), m.hot(), m.warm(), m.loaned(), m.entitlement());
    }
    List<AmsMember> configured = members.stream().map(Member::configured).toList();
    return new AmsSharing(configured).share(rule, available, tiers);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void logicalIsPhysicalAndLoanedAndStolen(
      @ForAll("worlds") World world, @ForAll SharingRule rule) {
    AmsShares shares = share(rule, world.available(), world.members());
    for (int i = 0; i < world.members().size(); i++) {
      assertTrue(shares.physical[i] >= 0 && shares.loaned[i] >= 0 && shares.stolen[i] >= 0);
      assertEquals(
          world.members().get(i).logical(),
          shares.physical[i] + shares.loaned[i] + shares.stolen[i],
          TINY);
    }
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void thePoolIsHandedOutAndNoMore(@ForAll("worlds") World world, @ForAll SharingRule rule) {
    AmsShares shares = share(rule, world.available(), world.members());
    double promised = world.members().stream().mapToDouble(Member::logical).sum();
    assertEquals(Math.min(promised, world.available()), sum(shares.physical), TINY);
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void nobodyUnderItsFloorOrOverItsLogicalMemory(
      @ForAll("worlds") World world, @ForAll SharingRule rule) {
    AmsShares shares = share(rule, world.available(), world.members());
    double floors = world.members().stream().mapToDouble(Member::lifted).sum();
    assertEquals(floors > world.available(), shares.infeasible);
    for (int i = 0; i < world.members().size(); i++) {
      Member member = world.members().get(i);
      assertTrue(shares.physical[i] <= member.logical() + TINY);
      assertTrue(shares.infeasible || shares.physical[i] >= member.lifted() - TINY);
    }
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void morePoolNeverHurtsAnyone(
      @ForAll("worlds") World world,
      @ForAll SharingRule rule,
      @ForAll @IntRange(min = 0, max = 20_000) int more) {
    AmsShares before = share(rule, world.available(), world.members());
    AmsShares after = share(rule, world.available() + more, world.members());
    for (int i = 0; i < before.physical.length; i++) {
      assertTrue(after.physical[i] >= before.physical[i] - TINY);
      assertTrue(after.stolen[i] <= before.stolen[i] + TINY);
    }
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void equalMembersGetEqualShares(@ForAll("worlds") World world, @ForAll SharingRule rule) {
    List<Member> members = new ArrayList<>(world.members());
    members.add(world.members().get(0));
    AmsShares shares = share(rule, world.available(), members);
    assertEquals(shares.physical[0], shares.physical[members.size() - 1]);
    assertEquals(shares.stolen[0], shares.stolen[members.size() - 1]);
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void theOrderOfMembersDoesNotMatter(
      @ForAll("worlds") World world, @ForAll SharingRule rule, @ForAll long seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < world.members().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    List<Member> shuffled = order.stream().map(world.members()::get).toList();
    AmsShares straight = share(rule, world.available(), world.members());
    AmsShares mixed = share(rule, world.available(), shuffled);
    for (int i = 0; i < order.size(); i++) {
      assertEquals(straight.physical[order.get(i)], mixed.physical[i], TINY);
      assertEquals(straight.loaned[order.get(i)], mixed.loaned[i], TINY);
    }
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void theUnitDoesNotMatter(
      @ForAll("worlds") World world,
      @ForAll SharingRule rule,
      @ForAll @IntRange(min = 2, max = 1024) int factor) {
    AmsShares one = share(rule, world.available(), world.members());
    AmsShares many =
        share(
            rule,
            (double) factor * world.available(),
            world.members().stream().map(m -> m.times(factor)).toList());
    for (int i = 0; i < one.physical.length; i++) {
      assertEquals(factor * one.physical[i], many.physical[i], 1e-3);
      assertEquals(factor * one.stolen[i], many.stolen[i], 1e-3);
    }
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void moreWeightNeverLowersAShare(
      @ForAll("worlds") World world,
      @ForAll SharingRule rule,
      @ForAll @IntRange(min = 0, max = 255) int weight) {
    List<Member> members = new ArrayList<>(world.members());
    int more = Math.max(weight, members.get(0).weight());
    AmsShares before = share(rule, world.available(), members);
    members.set(0, members.get(0).weighing(more));
    AmsShares after = share(rule, world.available(), members);
    assertTrue(after.physical[0] >= before.physical[0] - TINY);
    for (int i = 1; i < members.size(); i++) {
      assertTrue(after.physical[i] <= before.physical[i] + TINY, "what one gains others lose");
    }
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void whatIsHotIsStolenUnderTheTieredRuleOnlyWhenItDoesNotFit(@ForAll("worlds") World world) {
    List<Member> lending =
        world.members().stream()
            .map(
                m ->
                    new Member(
                        m.logical(),
                        m.floor(),
                        m.hot(),
                        m.warm(),
                        m.loaned(),
                        m.weight(),
                        m.entitlement(),
                        LoanPolicy.FILE_CACHE))
            .toList();
    double needed = lending.stream().mapToDouble(Member::needed).sum();
    double tiered = sum(share(SharingRule.TIERED, world.available(), lending).stolen);
    double flat = sum(share(SharingRule.FLAT, world.available(), lending).stolen);
    assertEquals(Math.max(0, needed - world.available()), tiered, TINY);
    assertTrue(flat >= tiered - TINY, "the tiered rule is the optimistic one");
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void loansStayWithinThePolicy(@ForAll("worlds") World world, @ForAll SharingRule rule) {
    AmsShares shares = share(rule, world.available(), world.members());
    for (int i = 0; i < world.members().size(); i++) {
      Member m = world.members().get(i);
      double cold = m.logical() - m.needed();
      double most =
          switch (m.policy()) {
            case OFF -> 0;
            case FILE_CACHE -> cold;
            case ANY_DATA -> cold + 0.3 * (m.needed() - m.lifted());
          };
      assertTrue(shares.loaned[i] <= most + TINY);
      assertEquals(Math.max(0, shares.loaned[i] - cold), shares.pagedOut[i], TINY);
      assertTrue(
          shares.stolen[i] < TINY || shares.loaned[i] >= most - TINY, "lend before stealing");
    }
  }
}
