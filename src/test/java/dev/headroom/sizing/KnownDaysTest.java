package dev.headroom.sizing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What more days do to the advice: a week of working days that follow the clock, then a quiet
 * weekend. Advice falls as days are known, and what is quiet does not raise it.
 */
class KnownDaysTest {
  private static final int DAY = 288;
  private static final double[] KNOWN = {0.5, 1, 2, 3, 4, 5, 6, 7};

  /** The share of a working day's own demand that is there on a day off. */
  private static final double QUIET = 0.15;

  private static PoolHistory week(int seed) {
    MemberHistory[] all = new MemberHistory[8];
    for (int m = 0; m < all.length; m++) {
      SplittableRandom random = new SplittableRandom(seed * 100L + m);
      double level = random.nextDouble(2, 8);
      double swing = level * random.nextDouble();
      double phase = random.nextDouble(4);
      double[] days = random.doubles(7, 1, 1.1).toArray();
      all[m] =
          Demands.member(
              "m" + m,
              7 * DAY,
              Math.ceil(1.4 * (level + swing)),
              t -> {
                double hour = t % DAY / 12.0 - phase;
                double work = t / DAY < 5 ? 1 : QUIET;
                double busy = hour > 7 && hour < 18 ? Math.sin((hour - 7) / 11 * Math.PI) : 0;
                return level * (0.9 + 0.1 * work + 0.05 * random.nextDouble())
                    + swing * busy * work * days[t / DAY];
              });
    }
    return Histories.timed(300_000, all);
  }

  private static PoolHistory known(PoolHistory week, double days) {
    return week.between(week.instants()[0], week.instants()[0] + days * Blocks.DAY);
  }

  /** The largest demand of each member, and of all together. */
  private static double[] peaks(PoolHistory history) {
    SharedDemand demand = SharedDemand.of(history);
    double[] peaks = new double[demand.members() + 1];
    for (int member = 0; member < demand.members(); member++) {
      peaks[member] = demand.peak(member);
    }
    peaks[demand.members()] = demand.total(demand.peakAt());
    return peaks;
  }

  @Test
  void aDayWithoutANewPeakDoesNotRaiseTheAdvice() {
    int judged = 0;
    for (int seed = 1; seed <= 12; seed++) {
      PoolHistory week = week(seed);
      double before = Double.NaN;
      double[] peaks = {};
      for (double days : KNOWN) {
        PoolHistory history = known(week, days);
        double size =
            new RecordTailRecommender()
                .recommend(history, Demands.pool(0), Goal.DEFAULT)
                .orElseThrow()
                .exact()
                .recommended();
        double[] now = peaks(history);
        if (Arrays.equals(now, peaks)) {
          judged++;
          double rise = size / before - 1;
          assertTrue(rise < 1e-12, seed + ", " + days + " days: " + rise);
        }
        before = size;
        peaks = now;
      }
      double over = before / peaks[peaks.length - 1] - 1;
      assertTrue(over < 0.05, seed + ": regular days need little more than they needed: " + over);
    }
    assertTrue(judged >= 24, "steps without a new peak: " + judged);
  }

  @Test
  void aPoolThatHoldsTheAdviceStillDoesAfterAQuietWeekend() {
    for (int seed = 1; seed <= 12; seed++) {
      PoolHistory week = week(seed);
      double peak = peaks(known(week, 5))[8];
      for (double factor : new double[] {1.05, 1.1, 1.2, 1.3}) {
        boolean held = holds(known(week, 5), factor * peak);
        assertTrue(!held || holds(week, factor * peak), seed + " at " + factor);
      }
    }
  }

  private static boolean holds(PoolHistory history, double size) {
    return new RecordTailRecommender()
            .recommend(history, Demands.pool(0), Goal.DEFAULT)
            .orElseThrow()
            .exact()
            .recommended()
        <= size;
  }
}
