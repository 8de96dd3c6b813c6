package dev.headroom.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The values of one metric of one subject over time, whatever tables they stand in: sorted by time,
 * absent values and values without a time left out.
 */
public final class Series {
  private final double[] times;
  private final double[] values;
  private final List<Table> tables;

  /** Where each value stands: its table in the upper half, its row in the lower. */
  private final long[] rows;

  private Series(double[] times, double[] values, List<Table> tables, long[] rows) {
    this.times = times;
    this.values = values;
    this.tables = tables;
    this.rows = rows;
  }

  /** Which rows of a table a series is made of. */
  @FunctionalInterface
  public interface RowChoice {
    /** Whether a row is one of them. */
    boolean takes(Table table, int row);
  }

  /** The series of a metric over these tables, which are all about the same subject. */
  public static Series of(List<Table> tables, Metric metric) {
    return of(tables, metric, (table, row) -> true);
  }

  /** The series of a metric over some rows of these tables. */
  public static Series of(List<Table> tables, Metric metric, RowChoice choice) {
    int count = 0;
    for (Table table : tables) {
      count += table.column(metric) == null ? 0 : table.rows();
    }
    double[] times = new double[count];
    double[] values = new double[count];
    long[] rows = new long[count];
    int size = 0;
    boolean sorted = true;
    for (int i = 0; i < tables.size(); i++) {
      Table table = tables.get(i);
      Column column = table.column(metric);
      for (int row = 0; column != null && row < column.size(); row++) {
        double time = table.time(row);
        double value = column.get(row);
        if (!Double.isNaN(time) && !Double.isNaN(value) && choice.takes(table, row)) {
          sorted &= size == 0 || times[size - 1] <= time;
          times[size] = time;
          rows[size] = ((long) i << 32) | row;
          values[size++] = value;
        }
      }
    }
    return sorted
        ? new Series(
            Arrays.copyOf(times, size),
            Arrays.copyOf(values, size),
            tables,
            Arrays.copyOf(rows, size))
        : sorted(times, values, tables, rows, size);
  }

  private static Series sorted(
      double[] times, double[] values, List<Table> tables, long[] rows, int size) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    // stable: of two values at one time the one that was read later counts
    Arrays.sort(order, Comparator.comparingDouble(i -> times[i]));
    double[] sortedTimes = new double[size];
    double[] sortedValues = new double[size];
    long[] sortedRows = new long[size];
    for (int i = 0; i < size; i++) {
      sortedTimes[i] = times[order[i]];
      sortedValues[i] = values[order[i]];
      sortedRows[i] = rows[order[i]];
    }
    return new Series(sortedTimes, sortedValues, tables, sortedRows);
  }

  /** How many values it has. */
  public int size() {
    return times.length;
  }

  /** The interval between neighbours, as the median; {@link Double#NaN} for fewer than two. */
  public double interval() {
    return interval(times);
  }

  /** The local time of a value, milliseconds. */
  public double time(int place) {
    return times[place];
  }

  /** The value at a place; {@link Double#NaN} at none. */
  public double value(int place) {
    return place < 0 ? Double.NaN : values[place];
  }

  /** The row that the value at a place came from; empty at none. */
  public Optional<Row> row(int place) {
    return place < 0
        ? Optional.empty()
        : Optional.of(new Row(tables.get((int) (rows[place] >>> 32)), (int) rows[place]));
  }

  /** The value of another metric in the row of a value; {@link Double#NaN} where it has none. */
  public double beside(int place, Metric metric) {
    return tables.get((int) (rows[place] >>> 32)).value(metric, (int) rows[place]);
  }

  /**
   * The place of the value that held at a time: the last one not after it.
   *
   * @param hold how long a value holds, milliseconds
   * @return negative where none holds
   */
  public int placeAt(double time, double hold) {
    int found = Arrays.binarySearch(times, time);
    int last = found >= 0 ? lastAt(found) : -found - 2;
    return last >= 0 && time - times[last] <= hold ? last : -1;
  }

  /**
   * The place of the value that held at a time, however long; before the first one, the first one.
   *
   * @return negative where there is no value
   */
  public int placeConfiguredAt(double time) {
    // most settings never change, and every row asks for them
    return times.length < 2
        ? times.length - 1
        : Math.max(0, placeAt(time, Double.POSITIVE_INFINITY));
  }

  /**
   * The value that held at a time: the last one not after it.
   *
   * @param hold how long a value holds, milliseconds
   * @return {@link Double#NaN} where none holds
   */
  public double at(double time, double hold) {
    return value(placeAt(time, hold));
  }

  /** The value that held at a time, however long; before the first one, the first one. */
  public double configuredAt(double time) {
    return value(placeConfiguredAt(time));
  }

  private int lastAt(int place) {
    int last = place;
    while (last + 1 < times.length && times[last + 1] == times[place]) {
      last++;
    }
    return last;
  }

  /** The median step between rising times; {@link Double#NaN} if absent. */
  public static double interval(double[] sortedTimes) {
    double[] steps = new double[Math.max(0, sortedTimes.length - 1)];
    int count = 0;
    for (int i = 1; i < sortedTimes.length; i++) {
      double step = sortedTimes[i] - sortedTimes[i - 1];
      if (step > 0) {
        steps[count++] = step;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    Arrays.sort(steps, 0, count);
    return steps[count / 2];
  }
}
