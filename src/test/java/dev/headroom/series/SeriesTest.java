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
}
