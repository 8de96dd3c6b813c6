package dev.headroom.sizing;

import static dev.headroom.memory.Histories.GB;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.backtest.Assignment;
import dev.headroom.backtest.Backtest;
import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.Reliability;
import dev.headroom.backtest.Trial;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** Invented pools, five weeks of hours each: four weeks are known, the fifth judges. */
public final class SimulatedPools {
  private static final int HOURS = 5 * 7 * 24;
  private static final int MEMBERS = 8;
  private static final Goal GOAL = new Goal(7, 0.05);
  private static final BacktestPlan PLAN = new BacktestPlan(28, 28, 7, GOAL);

  /** What is passed so seldom by chance that it is no chance. */
  private static final double NO_CHANCE = 0.001;

  private SimulatedPools() {}

  /** Judges advice for so many pools. */
  public static BacktestResult backtest(Recommender recommender, int pools) {
    Backtest backtest = Backtest.of(recommender, GOAL);
    List<Trial> trials = new ArrayList<>();
    for (int pool = 0; pool < pools; pool++) {
      PoolHistory history = history(new Random(4711 + pool));
      AmsPool system =
          new AmsPool(
              "pool" + pool,
              Double.NaN,
              OptionalDouble.empty(),
              0,
              history.members().stream()
                  .map(member -> AmsMember.unconfigured(member.name()))
                  .toList());
      Assignment.of(system, history, PLAN).forEach(one -> trials.add(backtest.judge(one)));
    }
    return new BacktestResult(PLAN, Optional.empty(), pools * MEMBERS, trials, Map.of());
  }

  private static PoolHistory history(Random random) {
    MemberHistory[] members = new MemberHistory[MEMBERS];
    for (int i = 0; i < MEMBERS; i++) {
      double base = 1 + 2 * random.nextDouble();
      double swing = 1.5 * random.nextDouble();
      double peakHour = 24 * random.nextDouble();
      double burst = random.nextBoolean() ? 1.5 * random.nextDouble() : 0;
      double wander = 0;
      double more = 0;
      double[] hot = new double[HOURS];
      for (int hour = 0; hour < HOURS; hour++) {
        wander = 0.8 * wander + 0.1 * random.nextGaussian();
        more *= 0.4;
        if (random.nextInt(50) == 0) {
          more += -burst * StrictMath.log(1 - random.nextDouble());
        }
        double day = 0.5 + 0.5 * StrictMath.cos((hour - peakHour) * Math.PI / 12);
        hot[hour] = Math.max(0.2, base + swing * day + wander + more) * GB;
      }
      members[i] = Histories.member("m" + i, HOURS).logical(40 * GB).hot(hot).build();
    }
    return Histories.timed(3_600_000, members);
  }

  /** Fails where advice for 20 % is not smaller than advice for 1 %, in every pool. */
  public static void assertMindsTheChance(BacktestResult result) {
    for (Trial trial : result.judged()) {
      double before = Double.POSITIVE_INFINITY;
      for (Trial.Advised advised : trial.asked()) {
        double size = advised.score().size();
        assertTrue(size <= before, () -> trial.pool() + " at " + advised.asked());
        before = size;
      }
      double sure = trial.asked().get(0).score().size();
      assertTrue(before < sure, () -> trial.pool() + ": as much at 20 % as at 1 %: " + sure);
    }
  }

  /** Fails where advice is exceeded more often than chance lets what it was asked for be. */
  public static void assertHolds(BacktestResult result) {
    for (Reliability row : result.reliability()) {
      int most = mostBreaches(row.trials(), row.asked());
      assertTrue(
          row.breaches() <= most,
          () -> row.breaches() + " breaches of " + row.trials() + " at " + row.asked());
    }
  }

  /** The largest number of breaches that is not all but impossible at a chance. */
  static int mostBreaches(int trials, double chance) {
    double term = Math.pow(1 - chance, trials);
    double upTo = term;
    int breaches = 0;
    while (1 - upTo >= NO_CHANCE && breaches < trials) {
      term *= (double) (trials - breaches) / (breaches + 1) * chance / (1 - chance);
      upTo += term;
      breaches++;
    }
    return breaches;
  }
}
