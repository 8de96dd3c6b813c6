package dev.headroom.backtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.report.SizeReason;
import dev.headroom.sizing.Demands;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.RecordTailRecommender;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.Traces;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is stated holds on memory of real machines, bursty and steady, where they are at hand. */
class TracesTest {
  private static final int DAY = 288;

  @Test
  void burstyMemory() throws IOException {
    Traces traces = Traces.read("bitbrains-rnd-odd-2013-08.csv.gz");
    Tally tally = new Tally();
    for (int start : new int[] {0, 4 * DAY, 8 * DAY}) {
      tally.judge(traces, 16, start, 14 * DAY, 7 * DAY, 16, "bursty");
    }
    tally.holds(0.05, 0.12);
    tally.holds(0.2, 0.35);
    assertTrue(tally.saved() > 0, "cheaper than the sum of peaks: " + tally.saved());
  }

  @Test
  void steadyMemory() throws IOException {
    Traces traces = Traces.read("gcd-steady-one-day.csv.gz");
    Tally tally = new Tally();
    tally.judge(traces, 16, 0, DAY / 2, DAY / 2, 60, "steady");
    tally.holds(0.05, 0.12);
    tally.holds(0.2, 0.35);
  }

  /** Counts what came true. */
  private static final class Tally {
    private int pools;
    private int breachedAtOneInTwenty;
    private int breachedAtOneInFive;
    private double saved;

    void judge(
        Traces traces, int members, int start, int known, int ahead, int draws, String kind) {
      SplittableRandom random = new SplittableRandom(start);
      for (int draw = 0; draw < draws; draw++) {
        int[] machines = random.ints(0, traces.used().length).distinct().limit(members).toArray();
        double peak = traces.peak(machines, start + known, start + known + ahead);
        Sizing sizing = advice(traces, machines, start, known, ahead, 0.05);
        double sumOfPeaks =
            IntStream.of(machines)
                .mapToDouble(m -> traces.peak(new int[] {m}, start, start + known))
                .sum();
        breachedAtOneInTwenty += peak > sizing.exact().recommended() ? 1 : 0;
        breachedAtOneInFive +=
            peak > advice(traces, machines, start, known, ahead, 0.2).exact().recommended() ? 1 : 0;
        saved += 1 - sizing.exact().recommended() / sumOfPeaks;
        pools++;
        assertTrue(SizeReason.of(sizing).contains("Demand is " + kind), SizeReason.of(sizing));
      }
    }

    private static Sizing advice(
        Traces traces, int[] machines, int start, int known, int ahead, double chance) {
      return new RecordTailRecommender()
          .recommend(
              traces.pool(machines, start, start + known),
              Demands.pool(0),
              new Goal((double) ahead / DAY, chance))
          .orElseThrow();
    }

    void holds(double stated, double atMost) {
      int breached = stated > 0.1 ? breachedAtOneInFive : breachedAtOneInTwenty;
      double share = (double) breached / pools;
      assertTrue(share <= atMost, stated + " stated, came true: " + share);
    }

    double saved() {
      return saved / pools;
    }
  }
}
