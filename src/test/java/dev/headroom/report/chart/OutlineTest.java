package dev.headroom.report.chart;

import static dev.headroom.memory.Histories.GB;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.Histories;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.ChartPools;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OutlineTest {
  @Test
  void aColumnShowsTheMostOfItsInstants() {
    double[] hot = new double[1000];
    Arrays.fill(hot, GB);
    hot[437] = 5 * GB;
    PoolHistory history =
        Histories.timed(
            1000, Histories.member("a", 1000).logical(9 * GB).hot(hot).warm(GB).build());
    Outline outline = Outline.of(PoolDemand.of(history), 11);
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, outline.columns());
    assertEquals(5 * GB, outline.hot()[4]);
    assertEquals(6 * GB, outline.total()[4]);
    assertEquals(1, Arrays.stream(outline.hot()).filter(value -> value > GB).count());
  }

  @Test
  void aGapStaysAGap() {
    PoolHistory history = ChartPools.even(100, i -> i >= 40 && i < 60);
    Outline outline = Outline.of(PoolDemand.of(history), 100);
    assertEquals(80, outline.columns().length);
    assertEquals("m0 4h39m21 0h39", outline.line(outline.hot(), 0, 1, value -> 4));
    assertEquals("m0 9v-5h39v5zm60 0v-5h39v5z", outline.area(outline.hot(), 0, 1, 9, value -> 4));
  }

  @Test
  void instantsFarApartAreNoGapAsLongAsTheGridIsCoarse() {
    PoolHistory history = ChartPools.even(5, i -> false);
    Outline outline = Outline.of(PoolDemand.of(history), 101);
    assertArrayEquals(new int[] {0, 25, 50, 75, 100}, outline.columns());
    assertEquals("m0 4h100", outline.line(outline.hot(), 0, 1, value -> 4));
  }

  @Test
  void oneInstantIsSeen() {
    PoolHistory history = ChartPools.even(1, i -> false);
    Outline outline = Outline.of(PoolDemand.of(history), 101);
    assertEquals("m50 4h1", outline.line(outline.hot(), 0, 1, value -> 4));
    assertEquals("m50 9v-5h1v5z", outline.area(outline.hot(), 0, 1, 9, value -> 4));
  }

  @Test
  void nothingKnownIsNothing() {
    PoolDemand demand = PoolDemand.of(ChartPools.even(9, i -> true));
    assertEquals(0, Outline.of(demand, 10).columns().length);
    assertEquals(false, demand.anyKnown());
    assertEquals(0, demand.peak());
  }
}
