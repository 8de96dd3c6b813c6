package dev.headroom.series;

/**
 * One row of a table: where a value came from.
 *
 * @param table the table
 * @param number its row, from 0
 */
public record Row(Table table, int number) {
  /** The input that it stands in, as given. */
  public String source() {
    return table.source();
  }

  /** The line that it stands on, from 1. */
  public long line() {
    return table.line(number);
  }

  /** The value of a metric, {@link Double#NaN} where the row has none. */
  public double value(Metric metric) {
    return table.value(metric, number);
  }
}
