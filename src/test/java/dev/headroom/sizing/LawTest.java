package dev.headroom.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The law gives what another implementation of its formulas gave, in another language, on the same
 * invented pools.
 */
class LawTest {
  private static final double CLOSE = 1e-8;

  /** The same random numbers in every language. */
  private static final class Random {
    private long state;

    Random(long seed) {
      state = seed;
    }

    double next() {
      state = (state * 1_103_515_245L + 12_345) & 0x7fff_ffff;
      return state / 2_147_483_648.0;
    }
  }

  private static PoolHistory world(
      int members, int intervals, double minutes, boolean quiet, double bursts) {
    MemberHistory[] all = new MemberHistory[members];
    for (int member = 0; member < members; member++) {
      int i = member;
      Random random = new Random(7L * i + 3);
      all[i] =
          Demands.member(
              "m" + i,
              intervals,
              4 + 2 * i,
              t -> {
                double day = t * minutes / 1440;
                double clock = Math.sin(2 * Math.PI * (day + (double) i / members));
                double demand = 1 + i % 3 + i % 2 * Math.max(0, clock) + 0.2 * random.next();
                double burst = random.next();
                double height = random.next();
                demand += burst < bursts ? 3 * height : 0;
                return quiet && (int) day % 7 >= 5 ? 0.3 * demand : demand;
              });
    }
    return Histories.timed(minutes * 60_000, all);
  }

  @ParameterizedTest
  @CsvSource({
    // members, intervals, minutes, quiet weekend, bursts; horizon (0: the run's length), chance;
    // size, chance of a record, scale, shape; sizes in GB
    "6, 672, 60, false, 0.02, 7, 0.05, 24.8267273776, 0.830127448126, 2.47205532654, 12.5365696747",
    "6, 672, 60, false, 0.02, 7, 0.01, 30.1384708468, 0.830127448126, 2.47205532654, 12.5365696747",
    "4, 2880, 5, false, 0.0, 7, 0.05, 8.90160434304, 0.464511553998, 0.0419808802372, 3.5636392188",
    "3, 240, 15, false, 0.02, 7, 0.1, 16.2153804156, 0.90755671759, 1.26795067133, 1.52937509073",
    "5, 144, 5, false, 0.02, 0, 0.05, 23.292840002, 0.504058136044, 3.05187747473, 3.40647840562",
    "2, 40, 1, false, 0.0, 0, 0.05, 4.34128678285, 0.5, 0.220654204894, 1.92058403328",
    "3, 100, 1, false, 0.05, 0, 0.2, 14.1633248292, 0.511786650923, 1.11721758724, 2.44739780834",
    "8, 168, 60, true, 0.0, 7, 0.05, 18.6835558435, 0.88648928003, 0.292935476288, 4.48407139614",
    "1, 672, 60, false, 0.02, 7, 0.05, 4, 0.777221279181, 1.30151435819, 3",
    "4, 96, 60, false, 0.02, 7, 0.05, 15.8087914928, 0.62227526295, 1.15600165589, 2.11307770719"
  })
  void agrees(
      int members,
      int intervals,
      double minutes,
      boolean quiet,
      double bursts,
      double horizon,
      double chance,
      double size,
      double record,
      double scale,
      double shape) {
    PoolHistory history = world(members, intervals, minutes, quiet, bursts);
    Goal goal = horizon > 0 ? new Goal(horizon, chance) : new Goal(7, chance, false);
    SharedDemand demand = SharedDemand.of(history);
    HistoryEvidence evidence = HistoryEvidence.of(history, demand);
    RecordTail tail =
        PooledTails.of(
            PoolBehaviour.of(history, demand),
            0,
            evidence,
            goal.over(evidence.days()).horizonDays(),
            history.intervalMillis());
    double promised = history.members().stream().mapToDouble(m -> m.asked().logical()[0]).sum();
    assertEquals(size, Math.min(promised, tail.sizeFor(chance)) / Demands.GB, CLOSE * size);
    assertEquals(record, tail.recordChance(), CLOSE);
    assertEquals(scale, tail.scale() / Demands.GB, CLOSE * scale);
    assertEquals(shape, tail.freedom(), CLOSE * shape);
  }
}
