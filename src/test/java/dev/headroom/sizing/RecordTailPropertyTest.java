package dev.headroom.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.Tries;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must hold of a recommendation that states its chance, in any world. */
class RecordTailPropertyTest {
  private static final double RELATIVE = 1e-9;

  /** Members of a random kind: levels, noise, spikes; eight days of two-hourly samples. */
  @Provide
  Arbitrary<PoolHistory> histories() {
    return Arbitraries.longs().map(seed -> history(new SplittableRandom(seed), 96, 1));
  }

  private static PoolHistory history(SplittableRandom random, int instants, int times) {
    MemberHistory[] members =
        IntStream.range(0, 1 + random.nextInt(6))
            .mapToObj(
                m -> {
                  double level = random.nextDouble(0.1, 4);
                  double noise = random.nextDouble() * level;
                  double spikes = random.nextInt(3) * 0.02;
                  double[] demand =
                      random
                          .doubles(instants)
                          .map(u -> level + noise * u + (u < spikes ? 5 * level : 0))
                          .toArray();
                  return Demands.member(
                      "m" + m, instants * times, 1_000, i -> demand[i % instants]);
                })
            .toArray(MemberHistory[]::new);
    return Histories.timed(2 * Demands.HOUR, members);
  }

  private static Sizing recommend(PoolHistory history, double days, double chance) {
    return new RecordTailRecommender()
        .recommend(history, Demands.pool(0), new Goal(days, chance))
        .orElseThrow();
  }

  @Property(tries = 100 * Tries.TIMES, seed = Tries.SEED)
  void sizesAreInOrderAndTheChanceIsKept(
      @ForAll("histories") PoolHistory history,
      @ForAll @DoubleRange(min = 0.5, max = 28) double days,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double chance) {
    Sizing sizing = recommend(history, days, chance);
    assertTrue(sizing.minimum() <= sizing.recommended(), "minimum <= recommended");
    assertTrue(sizing.minimum() <= sizing.best(), "minimum <= best");
    assertTrue(sizing.exact().recommended() <= sizing.recommended(), "rounded up");
    assertTrue(sizing.breachProbability().orElseThrow() <= chance, "no more than wanted");
    double last = 1;
    for (CurvePoint point : sizing.curve()) {
      assertEquals(point.size() >= sizing.minimum(), point.breachProbability().isPresent());
      assertTrue(point.breachProbability().orElse(1) <= last, "the curve falls");
      last = point.breachProbability().orElse(1);
    }
  }

  @Property(tries = 100 * Tries.TIMES, seed = Tries.SEED)
  void surerIsNeverSmaller(
      @ForAll("histories") PoolHistory history,
      @ForAll @DoubleRange(min = 0.01, max = 0.4) double chance) {
    assertTrue(
        recommend(history, 7, chance).exact().recommended()
            >= recommend(history, 7, chance + 0.1).exact().recommended());
  }

  @Property(tries = 100 * Tries.TIMES, seed = Tries.SEED)
  void longerIsNeverSmaller(
      @ForAll("histories") PoolHistory history,
      @ForAll @DoubleRange(min = 0.5, max = 20) double days) {
    assertTrue(
        recommend(history, days, 0.05).exact().recommended()
            <= recommend(history, days + 1, 0.05).exact().recommended());
  }

  @Property(tries = 100 * Tries.TIMES, seed = Tries.SEED)
  void sizesScaleWithDemand(
      @ForAll("histories") PoolHistory history,
      @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
    MemberHistory[] scaled =
        history.members().stream()
            .map(
                member ->
                    Histories.member(member.name(), history.size())
                        .logical(1_000 * factor * Demands.GB)
                        .hot(
                            IntStream.range(0, history.size())
                                .mapToDouble(i -> member.asked().hot()[i] * factor)
                                .toArray())
                        .warm(0)
                        .build())
            .toArray(MemberHistory[]::new);
    double size = unrounded(history);
    double other = unrounded(Histories.timed(history.intervalMillis(), scaled));
    assertEquals(factor, other / size, factor * RELATIVE);
  }

  private static double unrounded(PoolHistory history) {
    return ((TailBasis) recommend(history, 7, 0.05).basis()).sizes().recommended();
  }

  @Property(tries = 50 * Tries.TIMES, seed = Tries.SEED)
  void moreOfTheSameIsNeverLessSure(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int times) {
    double once = unrounded(history(new SplittableRandom(seed), 96, 1));
    double more = unrounded(history(new SplittableRandom(seed), 96, times));
    assertTrue(more <= once * (1 + RELATIVE), times + " times: " + more / once);
  }
}
