package dev.headroom.cli;

import dev.headroom.analysis.Analysis;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.sizing.SimulatedPools;
import org.junit.jupiter.api.Test;

/** The advice that the commands give minds the chance that it is asked for, and holds. */
final class AdviceHoldsTest {
  @Test
  void overSimulatedPools() {
    BacktestResult result = SimulatedPools.backtest(Analysis.recommender(), 100);

    SimulatedPools.assertMindsTheChance(result);
    SimulatedPools.assertHolds(result);
  }
}
