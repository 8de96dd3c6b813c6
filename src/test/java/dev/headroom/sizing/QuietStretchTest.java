package dev.headroom.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Basis;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import dev.headroom.risk.Grade;
import dev.headroom.risk.ams.AmsGrading;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A stretch in which neither a member nor all together need more than before raises no size, makes
 * no chance greater and no grade worse, in worlds of any kind: bursts, working hours, drifting
 * levels, shifts of level, members that join or fall silent, histories of hours and of weeks.
 */
class QuietStretchTest {
  private static final double HAIR = 1e-9;

  /** A world of some kind, all of it. */
  private record World(double[][] demand, double minutes) {
    static World of(SplittableRandom random) {
      double minutes = new double[] {5, 15, 60}[random.nextInt(3)];
      int instants = 60 + random.nextInt(700);
      double[][] demand = new double[1 + random.nextInt(7)][instants];
      for (double[] member : demand) {
        fill(member, random, minutes);
      }
      return new World(demand, minutes);
    }

    private static void fill(double[] member, SplittableRandom random, double minutes) {
      double level = random.nextDouble(0.2, 6);
      double noise = random.nextDouble(0.3);
      double swing = random.nextInt(3) * random.nextDouble();
      double bursts = random.nextInt(2) * 0.02;
      double wander = random.nextInt(3) == 0 ? 0.05 : 0;
      int shift = random.nextInt(3 * member.length);
      double other = random.nextDouble(0.2, 3);
      int joins = random.nextInt(4) == 0 ? random.nextInt(member.length / 3) : 0;
      double walk = 0;
      for (int t = 0; t < member.length; t++) {
        double days = t * minutes / 1440;
        walk = 0.99 * walk + wander * (random.nextDouble() - 0.5);
        double hour = days % 1 * 24;
        double work = days % 7 < 5 && hour > 8 && hour < 18 ? 1 : 0.1;
        double asks = 1 + swing * work + noise * random.nextDouble() + Math.abs(walk);
        asks += random.nextDouble() < bursts ? 3 * random.nextDouble() : 0;
        boolean silent = t < joins || random.nextInt(50) == 0;
        member[t] = silent ? Double.NaN : level * asks * (t > shift ? other : 1);
      }
    }

    /** The same, where from an instant on no member and no sum passes what was seen before. */
    World quietFrom(int from) {
      double[][] quiet = new double[demand.length][];
      double[] first = new double[demand.length];
      double[] holds = new double[demand.length];
      double[] peaks = new double[demand.length];
      for (int m = 0; m < quiet.length; m++) {
        quiet[m] = demand[m].clone();
        first[m] = Arrays.stream(quiet[m]).filter(v -> !Double.isNaN(v)).findFirst().orElse(0);
        holds[m] = first[m];
      }
      double peak = 0;
      for (int t = 0; t < quiet[0].length; t++) {
        double sum = 0;
        int report = 0;
        for (int m = 0; m < quiet.length; m++) {
          report += Double.isNaN(quiet[m][t]) ? 0 : 1;
          if (t >= from && !Double.isNaN(quiet[m][t])) {
            quiet[m][t] = Math.min(quiet[m][t], peaks[m]);
          }
          holds[m] = Double.isNaN(quiet[m][t]) ? holds[m] : quiet[m][t];
          sum += holds[m];
        }
        if (t < from) {
          // a peak that was seen is one of an instant that counts
          boolean counts = report >= SharedDemand.ENOUGH_REPORTING * quiet.length;
          for (int m = 0; m < quiet.length && counts; m++) {
            peaks[m] = Math.max(peaks[m], holds[m]);
          }
          peak = report == quiet.length ? Math.max(peak, sum) : peak;
        } else if (sum > peak) {
          for (int m = 0; m < quiet.length; m++) {
            quiet[m][t] = holds[m] * peak / sum * (1 - HAIR);
            holds[m] = quiet[m][t];
          }
        }
      }
      return new World(quiet, minutes);
    }

    PoolHistory until(int end) {
      MemberHistory[] members = new MemberHistory[demand.length];
      double[] coverage = new double[end];
      for (int m = 0; m < members.length; m++) {
        double[] of = demand[m];
        members[m] = Demands.member("m" + m, end, 100, t -> of[t]);
        for (int t = 0; t < end; t++) {
          coverage[t] += Double.isNaN(of[t]) ? 0 : 1.0 / members.length;
        }
      }
      return Histories.covered(Histories.timed(minutes * 60_000, members), coverage);
    }
  }

  private static Optional<Sizing> advice(PoolHistory history, AmsPool pool, Goal goal) {
    return new RecordTailRecommender().recommend(history, pool, goal);
  }

  private static Optional<Grade> grade(PoolHistory history, AmsPool pool, Goal goal) {
    return AmsGrading.DEFAULT.grade(
        pool,
        AmsReplay.run(pool, history, Basis.OBSERVED).overcommit(),
        advice(history, pool, goal));
  }

  @Test
  void raisesNothingAndMakesNoGradeWorse() {
    int judged = 0;
    int smaller = 0;
    for (int seed = 1; seed <= 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      World world = World.of(random);
      int instants = world.demand()[0].length;
      int from = instants / 3 + random.nextInt(instants / 2);
      int until = from + 1 + random.nextInt(instants - from);
      World quiet = world.quietFrom(from);
      PoolHistory before = quiet.until(from);
      PoolHistory after = quiet.until(until);
      Goal goal = random.nextInt(3) > 0 ? Goal.DEFAULT : new Goal(7, 0.1);
      Sizing then = advice(before, Demands.pool(0), goal).orElse(null);
      if (then == null || then.breachProbability().isEmpty()) {
        continue; // nothing was said of chances that could be taken back
      }
      Sizing now = advice(after, Demands.pool(0), goal).orElseThrow();
      double advised = then.exact().recommended();
      String what = "seed " + seed + ", " + from + " to " + until + " instants";
      assertEquals(then.minimum(), now.minimum(), HAIR * then.minimum(), what);
      assertTrue(now.exact().recommended() <= advised * (1 + HAIR), what);
      smaller += now.exact().recommended() < advised * (1 - HAIR) ? 1 : 0;
      for (double factor : new double[] {0.8, 1, 1.01, 1.1, 1.3, 2}) {
        AmsPool pool = Demands.pool(0).withSize(factor * advised);
        double was = advice(before, pool, goal).orElseThrow().chance().present().orElse(1);
        double is = advice(after, pool, goal).orElseThrow().chance().present().orElse(1);
        assertTrue(is <= was + HAIR, what + " at " + factor + ": " + is + " after " + was);
        // below the minimum a quiet stretch may pass the size itself, and more often than before
        assertTrue(
            pool.size() < then.minimum()
                || !worse(grade(before, pool, goal), grade(after, pool, goal)),
            what + " at " + factor);
      }
      judged++;
    }
    assertTrue(judged >= 300, "judged " + judged);
    assertTrue(smaller >= 200, "time that passes makes it surer: " + smaller);
  }

  private static boolean worse(Optional<Grade> before, Optional<Grade> after) {
    return before.isPresent() && after.isPresent() && after.get().compareTo(before.get()) > 0;
  }
}
