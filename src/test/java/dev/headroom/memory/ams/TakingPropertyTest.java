package dev.headroom.memory.ams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold of every step of a pool from which memory is taken, whatever the rule. */
class TakingPropertyTest {
  private static final double MB = 1 << 20;
  private static final double TINY = 4 * MB / 1024;

  private static final List<LoanPolicy> POLICIES = List.of(LoanPolicy.values());

  private static AmsMember member(Random random, int i) {
    return new AmsMember(
        "m" + i,
        OptionalDouble.empty(),
        random.nextInt(256),
        OptionalDouble.empty(),
        POLICIES.get(random.nextInt(POLICIES.size())));
  }

  @Test
  void nothingIsMadeOrLost() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int count = 1 + random.nextInt(6);
      List<AmsMember> members = IntStream.range(0, count).mapToObj(i -> member(random, i)).toList();
      TakingRule rule =
          new TakingRule(
              random.nextDouble(),
              random.nextDouble(),
              random.nextInt(20) * MB,
              random.nextDouble());
      Taking taking = new Taking(rule, members);
      AmsTiers tiers = new AmsTiers(count);
      double available = (1 + random.nextInt(3000 * count)) * MB;
      for (int step = 0; step < 40; step++) {
        double logical = 0;
        double floors = 0;
        for (int i = 0; i < count; i++) {
          if (random.nextInt(10) == 0) {
            tiers.clear(i);
          } else {
            double all = (1024 + random.nextInt(4096)) * MB;
            double floor = all * random.nextDouble() / 4;
            double hot = (all - floor) * random.nextDouble();
            tiers.set(i, all, floor, hot, 0, Double.NaN, 0);
          }
          logical += tiers.logical[i];
          floors += tiers.floor[i];
        }
        taking.step(available, tiers, 60);
        double held = 0;
        for (int i = 0; i < count; i++) {
          double physical = taking.physical(i, tiers);
          String world = "seed " + seed + ", step " + step + ", member " + i;
          assertTrue(taking.loaned[i] >= 0 && taking.stolen[i] >= -TINY, world);
          assertTrue(physical >= -TINY, world);
          if (floors <= available) {
            assertTrue(physical >= tiers.floor[i] - TINY, world + " is under its floor");
          }
          if (members.get(i).loanPolicy() == LoanPolicy.OFF) {
            assertEquals(0, taking.loaned[i], world + " lends nothing");
          }
          if (members.get(i).loanPolicy() == LoanPolicy.FILE_CACHE) {
            double cold = tiers.logical[i] - tiers.needed[i];
            assertTrue(taking.loaned[i] <= rule.lending() * cold + TINY, world);
          }
          held += physical;
        }
        assertTrue(held <= available + TINY * count, "seed " + seed + ", step " + step);
        if (logical <= available) {
          assertEquals(logical, held, TINY * count, "all fits: seed " + seed + ", step " + step);
        }
      }
    }
  }
}
