package dev.headroom.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GridTest {
  @Test
  void stepsAsTheCoarsestSubject() {
    Grid grid =
        Grid.over(true, List.of(new double[] {0, 10, 20, 30, 40}, new double[] {0, 20, 40}));

    assertEquals(20, grid.step());
    assertArrayEquals(new double[] {0, 20, 40}, grid.instants());
    assertEquals(1, grid.instantOf(10), "a cell is closed at its end");
    assertEquals(1, grid.instantOf(20));
    assertEquals(2, grid.instantOf(20.001));
  }

  @Test
  void aGapKeepsTheHeldInstantsAndOneEmpty() {
    Grid grid = Grid.over(true, List.of(new double[] {0, 10, 20, 1000, 1010}));

    assertArrayEquals(new double[] {0, 10, 20, 30, 40, 50, 1000, 1010}, grid.instants());
    assertTrue(grid.holds(2, 4), "held for two intervals");
    assertFalse(grid.holds(2, 5), "the third is a gap");
  }

  @Test
  void centuriesOfGapCostNothing() {
    Grid grid = Grid.over(true, List.of(new double[] {0, 1000, 4e12}));

    assertTrue(grid.size() < 12, () -> "instants: " + grid.size());
  }

  @Test
  void nothingToLayOutIsAnEmptyGrid() {
    assertEquals(0, Grid.over(true, List.of(new double[0])).size());
    assertEquals(0, Grid.over(true, List.of(new double[] {5}, new double[] {7})).size());
  }

  @Test
  void ordinalsNeedNoInterval() {
    Grid grid = Grid.over(false, List.of(new double[] {0}, new double[] {0, 1, 2}));

    assertArrayEquals(new double[] {0, 1, 2}, grid.instants());
  }

  @Test
  void aGridOfVeryManyInstantsIsWidenedToARoundSpan() {
    double[] everyTenSeconds = new double[50_000];
    for (int i = 0; i < everyTenSeconds.length; i++) {
      everyTenSeconds[i] = i * 10_000.0;
    }
    Grid grid = Grid.over(true, List.of(everyTenSeconds), Fineness.DEFAULT);

    assertEquals(30_000, grid.step(), "2.5 times as wide would do; 30 s is the next round span");
    assertEquals(20_000, grid.reach(), "a value still holds for two of its own intervals");
    assertEquals(16_668, grid.size());
    assertEquals(50_000, Grid.over(true, List.of(everyTenSeconds), Fineness.FULL).size(), "--full");
  }

  @Test
  void aWideGridHoldsNoValueOverAnEmptyCell() {
    double[] places = {0, 10, 20, 30, 1000, 1010, 1020};
    Grid grid = Grid.over(true, List.of(places), Fineness.every(100));

    assertArrayEquals(new long[] {0, 1, 2, 10, 11}, grid.cells());
    assertFalse(grid.holds(1, 2), "a cell is wider than two intervals");
  }

  @Test
  void theCoarsestIntervalWinsOverAFinerWish() {
    assertEquals(20, Grid.over(true, List.of(new double[] {0, 20, 40}), Fineness.every(5)).step());
  }
}
