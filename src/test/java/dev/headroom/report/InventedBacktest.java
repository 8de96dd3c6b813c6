package dev.headroom.report;

import dev.headroom.backtest.Assignment;
import dev.headroom.backtest.Backtest;
import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.Draws;
import dev.headroom.backtest.LeftOut;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.sizing.Bases;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.Sizing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Backtests of invented members, the same on every run. */
public final class InventedBacktest {
  private static final double HOUR = 3_600_000;
  private static final int HOURS = 12 * 24;
  private static final Goal GOAL = new Goal(2, 0.05);
  private static final BacktestPlan PLAN = new BacktestPlan(6, 6, 2, GOAL);

  /** Advises a fixed size, larger for a smaller chance. */
  private static final Recommender FIXED =
      (history, system, goal) -> {
        double size = 4.5 * InventedPools.GB - goal.breachProbability() * InventedPools.GB;
        return Optional.of(
            new Sizing(
                new Sizing.Sizes(size, size, size),
                new Sizing.Chance(
                    OptionalDouble.of(goal.breachProbability()), goal, OptionalDouble.of(6)),
                Bases.PEAK,
                List.of()));
      };

  private InventedBacktest() {}

  private static double[] all(double value) {
    double[] values = new double[HOURS];
    Arrays.fill(values, value);
    return values;
  }

  private static MemberHistory member(String name, int rises) {
    double[] hot = all(2 * InventedPools.GB);
    for (int hour = rises; hour < rises + 3; hour++) {
      hot[hour] = 3 * InventedPools.GB;
    }
    return Histories.member(name, HOURS).logical(8 * InventedPools.GB).hot(hot).build();
  }

  /**
   * A report on what was advised for members and what came.
   *
   * @param draws how pools are drawn; where absent there is one pool, named as its first member
   */
  public static BacktestReport report(Optional<Draws> draws, String... names) {
    double[] instants = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      instants[hour] = InventedPools.START_MILLIS + hour * HOUR;
    }
    MemberHistory[] members = new MemberHistory[names.length];
    for (int i = 0; i < names.length; i++) {
      members[i] = member(names[i], 150 + 50 * i);
    }
    PoolHistory history = new PoolHistory(true, instants, HOUR, List.of(members), all(1));
    MemorySystem system = new AmsPool(names[0], Double.NaN, OptionalDouble.empty(), 0, List.of());
    List<Assignment> assignments =
        draws.isPresent()
            ? Assignment.drawn(history, PLAN, draws.get(), chosen -> system)
            : Assignment.of(system, history, PLAN);
    return new BacktestReport(
        "1.0.0",
        new BacktestResult(
            PLAN,
            draws,
            names.length,
            assignments.stream().map(Backtest.of(FIXED, GOAL)::judge).toList(),
            draws.isPresent() ? Map.of(LeftOut.FEW_MEMBERS, 2) : Map.of()));
  }
}
