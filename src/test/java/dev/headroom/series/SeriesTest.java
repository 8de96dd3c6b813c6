package dev.headroom.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SeriesTest {
  private static Table table(double... timesAndValues) {
    TableBuilder rows = new TableBuilder(List.of(Metric.MEMORY_VIRTUAL));
    for (int i = 0; i < timesAndValues.length; i += 2) {
      rows.set(0, timesAndValues[i + 1]);
      rows.endRow(i + 1, timesAndValues[i]);
    }
    return rows.build(new Subject(Kind.PARTITION, "lpar"), "series", "test");
  }

  private static Series of(Table... tables) {
    return Series.of(List.of(tables), Metric.MEMORY_VIRTUAL);
  }

  @Test
  void aValueHoldsForAWhile() {
    Series series = of(table(0, 5, 10, 7));

    assertEquals(5, series.at(9, 100));
    assertEquals(7, series.at(10, 100));
    assertEquals(7, series.at(30, 20));
    assertTrue(Double.isNaN(series.at(31, 20)));
    assertTrue(Double.isNaN(series.at(-1, 20)));
  }

  @Test
  void whatIsConfiguredHoldsBeforeTheFirstAndAfterTheLast() {
    Series series = of(table(100, 5, 200, 7));

    assertEquals(5, series.configuredAt(0));
    assertEquals(7, series.configuredAt(1e9));
  }

  @Test
  void tablesOutOfOrderAreSorted() {
    Series series = of(table(100, 5, 110, 6), table(0, 1, 10, 2));

    assertEquals(4, series.size());
    assertEquals(2, series.at(50, 100));
    assertEquals(10, series.interval());
  }

  @Test
  void rowsWithoutTimeOrValueAreLeftOut() {
    assertEquals(1, of(table(Double.NaN, 5, 10, Double.NaN, 20, 3)).size());
  }

  @Test
  void aWholeTableReadsAsOneThatWasCopied() {
    Series whole = of(table(0, 5, 10, 7, 10, 8, 35, 2));
    Series copied = of(table(0, 5, 10, 7, 10, 8), table(35, 2));

    assertEquals(copied.size(), whole.size());
    assertEquals(copied.interval(), whole.interval());
    for (int place = 0; place < copied.size(); place++) {
      assertEquals(copied.time(place), whole.time(place));
      assertEquals(copied.value(place), whole.value(place));
    }
    for (double time = -1; time < 50; time++) {
      assertEquals(copied.placeAt(time, 7), whole.placeAt(time, 7), "at " + time);
      assertEquals(copied.placeConfiguredAt(time), whole.placeConfiguredAt(time), "at " + time);
    }
    assertEquals(5, whole.row(2).orElseThrow().line(), "its line");
  }

  @Test
  void theUsualStepIsTheMedian() {
    assertEquals(10, Series.interval(new double[] {0, 10, 20, 30, 100}));
    assertEquals(
        9, Series.interval(new double[] {0, 7, 15, 24, 34, 45}), "no step is most of them");
    assertTrue(Double.isNaN(Series.interval(new double[] {5, 5, 5})));
  }
}
