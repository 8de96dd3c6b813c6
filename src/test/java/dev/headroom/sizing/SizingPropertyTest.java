package dev.headroom.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.Tries;
import dev.headroom.memory.Basis;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsOutcome;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What must hold of a recommendation in any world. Figures are bytes as printed: not whole pages.
 */
class SizingPropertyTest {
  private static final int INSTANTS = 12;

  record World(PoolHistory history, AmsPool pool) {}

  @Provide
  Arbitrary<World> worlds() {
    Arbitrary<MemberHistory> member =
        Combinators.combine(
                Arbitraries.doubles().between(0.25, 16),
                Arbitraries.doubles().between(0, 1).array(double[].class).ofSize(INSTANTS),
                Arbitraries.doubles().between(0, 1).array(double[].class).ofSize(INSTANTS))
            .as(SizingPropertyTest::member);
    Arbitrary<Double> reserve = Arbitraries.of(0.0, 0.1, 0.25);
    Arbitrary<Double> size = Arbitraries.doubles().between(0.5, 64);
    return Combinators.combine(member.list().ofMinSize(1).ofMaxSize(6), size, reserve)
        .as(
            (members, gigabytes, held) ->
                new World(
                    Histories.timed(3_600_000, members.toArray(MemberHistory[]::new)),
                    new AmsPool(
                        "p",
                        gigabytes * Histories.GB,
                        OptionalDouble.empty(),
                        held * Histories.GB,
                        List.of())));
  }

  private static MemberHistory member(double gigabytes, double[] hot, double[] warm) {
    double logical = gigabytes * Histories.GB;
    for (int i = 0; i < INSTANTS; i++) {
      warm[i] *= (1 - hot[i]) * logical;
      hot[i] *= logical;
    }
    return Histories.member("m", INSTANTS).logical(logical).hot(hot).warm(warm).build();
  }

  private static Sizing recommend(World world) {
    return new PeakPlusOne().recommend(world.history(), world.pool(), Goal.DEFAULT).orElseThrow();
  }

  private static Overcommit at(World world, double size) {
    AmsOutcome outcome =
        AmsReplay.run(world.pool().withSize(size), world.history(), Basis.MODELLED);
    return outcome.overcommit();
  }

  @Property(tries = 300 * Tries.TIMES, seed = Tries.SEED)
  void minimumRecommendedBestInThatOrder(@ForAll("worlds") World world) {
    Sizing sizing = recommend(world);
    assertTrue(sizing.minimum() <= sizing.recommended(), "minimum <= recommended");
    assertTrue(sizing.recommended() <= sizing.best(), "recommended <= best");
    double promised =
        world.history().members().stream().mapToDouble(m -> m.asked().logical()[0]).sum();
    assertTrue(
        sizing.best() <= MemoryBlocks.up(promised + world.pool().reserve()), "best <= promised");
    assertEquals(0, sizing.best() % MemoryBlocks.SIZE, "whole blocks");
    assertEquals(0, sizing.recommended() % MemoryBlocks.SIZE, "whole blocks");
    assertEquals(0, sizing.minimum() % MemoryBlocks.SIZE, "whole blocks");
  }

  @Property(tries = 300 * Tries.TIMES, seed = Tries.SEED)
  void nothingIsViolatedFromTheMinimumOnAndSomethingBelow(@ForAll("worlds") World world) {
    Sizing sizing = recommend(world);
    Overcommit minimum = at(world, sizing.minimum() + MemoryBlocks.ROUNDING);
    assertEquals(OptionalDouble.of(0), minimum.violationRate());
    assertTrue(minimum.peakStolen().orElseThrow() < 1, "nothing hot is stolen at the minimum");
    double below = sizing.minimum() - MemoryBlocks.SIZE;
    if (below > world.pool().reserve() + 2) {
      assertTrue(at(world, below).violationRate().orElseThrow() > 0);
    }
  }

  @Property(tries = 300 * Tries.TIMES, seed = Tries.SEED)
  void aBiggerPoolIsNeverWorse(@ForAll("worlds") World world, @ForAll("growth") double growth) {
    double size = world.pool().size();
    Overcommit before = at(world, size);
    Overcommit after = at(world, size * growth);
    assertTrue(after.violationRate().orElseThrow() <= before.violationRate().orElseThrow());
    assertTrue(after.peakStolen().orElseThrow() <= before.peakStolen().orElseThrow() + 1);
    assertTrue(after.mode().orElseThrow().compareTo(before.mode().orElseThrow()) <= 0);
    assertEquals(before.peakHot(), after.peakHot());
  }

  @Provide
  Arbitrary<Double> growth() {
    return Arbitraries.doubles().between(1, 4);
  }

  @Property(tries = 300 * Tries.TIMES, seed = Tries.SEED)
  void theCurveFalls(@ForAll("worlds") World world) {
    Sizing sizing = recommend(world);
    double rate = 1;
    double breach = 1;
    double size = -1;
    for (CurvePoint point : sizing.curve()) {
      assertTrue(point.size() > size, "sizes rise");
      assertTrue(point.violationRate() <= rate, "violations fall");
      assertTrue(
          point.breachProbability().orElse(breach) <= breach, "so does the chance of breach");
      assertEquals(at(world, point.size()).violationRate().orElseThrow(), point.violationRate());
      size = point.size();
      rate = point.violationRate();
      breach = point.breachProbability().orElse(breach);
    }
    List<Double> sizes = sizing.curve().stream().map(CurvePoint::size).toList();
    assertTrue(
        sizes.containsAll(
            List.of(sizing.minimum(), sizing.recommended(), sizing.best(), world.pool().size())));
  }
}
