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
}
