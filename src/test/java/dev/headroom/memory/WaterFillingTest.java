package dev.headroom.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WaterFillingTest {
  private static final double[] EQUAL = {64, 64, 64};

  @Test
  void whatTheSatisfiedDoNotNeedGoesToTheRest() {
    assertArrayEquals(
        new double[] {2, 5, 5}, WaterFilling.fill(12, new double[] {2, 9, 7}, EQUAL), 1e-12);
  }

  @Test
  void sharesFollowWeight() {
    assertArrayEquals(
        new double[] {2, 4, 6},
        WaterFilling.fill(12, new double[] {10, 10, 10}, new double[] {64, 128, 192}),
        1e-12);
  }

  @Test
  void whoeverIsServedInALaterRoundIsServedInFull() {
    // The level is 4, then 4.5, then 5: nobody but the last is short.
    assertArrayEquals(
        new double[] {3, 4.25, 4.75},
        WaterFilling.fill(12, new double[] {3, 4.25, 20}, EQUAL),
        1e-12);
  }

  @Test
  void needsThatFitAreReturnedAsTheyAre() {
    assertArrayEquals(
        new double[] {0.1, 0.2, 0.3}, WaterFilling.fill(1, new double[] {0.1, 0.2, 0.3}, EQUAL), 0);
  }

  @Test
  void weightZeroCountsAsOne() {
    assertArrayEquals(
        new double[] {3, 9}, WaterFilling.fill(12, new double[] {50, 50}, new double[] {0, 3}), 0);
  }

  @Test
  void nothingToShareIsNothingForAll() {
    assertArrayEquals(new double[3], WaterFilling.fill(0, new double[] {1, 2, 3}, EQUAL), 0);
    assertArrayEquals(new double[3], WaterFilling.fill(-5, new double[] {1, 2, 3}, EQUAL), 0);
  }

  @Test
  void nobodyNeedsNothing() {
    assertEquals(0, WaterFilling.fill(10, new double[0], new double[0]).length);
    assertArrayEquals(new double[3], WaterFilling.fill(10, new double[3], EQUAL), 0);
  }
}
