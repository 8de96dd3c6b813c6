package dev.headroom.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.backtest.BacktestResult;
import org.junit.jupiter.api.Test;

/**
 * Advice must mind the chance that it is asked for, and be right about it, over simulated pools
 * that no one has fitted anything to.
 */
final class StatedChanceTest {

  @Test
  void aRecommenderThatIgnoresTheChanceFails() {
    BacktestResult result = SimulatedPools.backtest(new PeakPlusOne(), 40);

    assertThrows(AssertionError.class, () -> SimulatedPools.assertMindsTheChance(result));
  }

  @Test
  void aRecommenderThatPromisesTooMuchFails() {
    Recommender bold =
        (history, system, goal) ->
            new PeakPlusOne()
                .recommend(history, system, goal)
                .map(
                    sizing ->
                        new Sizing(
                            new Sizing.Sizes(
                                sizing.minimum(),
                                sizing.minimum() * (1 - goal.breachProbability()),
                                sizing.best()),
                            new Sizing.Chance(
                                java.util.OptionalDouble.of(goal.breachProbability()),
                                sizing.chance().goal(),
                                sizing.historyDays()),
                            sizing.basis(),
                            sizing.curve()));
    BacktestResult result = SimulatedPools.backtest(bold, 40);

    SimulatedPools.assertMindsTheChance(result);
    assertThrows(AssertionError.class, () -> SimulatedPools.assertHolds(result));
  }

  @Test
  void theBoundIsTheBinomials() {
    // of 100 at 5 %: P(X >= 13) = 0.0015, P(X >= 14) = 0.0005
    assertEquals(13, SimulatedPools.mostBreaches(100, 0.05));
    assertEquals(1, SimulatedPools.mostBreaches(1, 0.5));
    assertTrue(SimulatedPools.mostBreaches(40, 0.2) < 20);
  }
}
