package dev.headroom.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The values of one metric of one subject over time, whatever tables they stand in: sorted by time,
 * absent values and values without a time left out.
 */
public final class Series {
  private static final double[] NONE = {};

  private final double[] times;
  private final double[] values;
  private final List<Table> tables;

  /**
   * The column that all values are, row by row, of the one table; null where they lie in arrays.
   */
  private final @Nullable Column whole;

  /** Where each value stands: its table in the upper half, its row in the lower. */
  private final long[] rows;

  private Series(double[] times, double[] values, List<Table> tables, long[] rows) {
    this.whole = null;
    this.times = times;
    this.values = values;
    this.tables = tables;
    this.rows = rows;
  }

  /** The series of a table whose rows are sorted, all with a time and a value. */
  private Series(Table table, Column column) {
    this.whole = column;
    this.times = NONE;
    this.values = NONE;
    this.tables = List.of(table);
    this.rows = new long[0];
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
    List<Table> holding = tables.stream().filter(table -> table.column(metric) != null).toList();
    Column only = holding.size() == 1 ? holding.get(0).column(metric) : null;
    if (only != null && isWhole(holding.get(0), only, choice)) {
      // of a capture of months the column itself serves, and no copy is made
      return new Series(holding.get(0), only);
    }
    int count = 0;
    for (Table table : holding) {
      count += table.rows();
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
            size == count ? times : Arrays.copyOf(times, size),
            size == count ? values : Arrays.copyOf(values, size),
            tables,
            size == count ? rows : Arrays.copyOf(rows, size))
        : sorted(times, values, tables, rows, size);
  }

  private static boolean isWhole(Table table, Column column, RowChoice choice) {
    double before = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < table.rows(); row++) {
      double time = table.time(row);
      if (!(time >= before) || Double.isNaN(column.get(row)) || !choice.takes(table, row)) {
        return false;
      }
      before = time;
    }
    return true;
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
    return whole == null ? times.length : whole.size();
  }

  /** The interval between neighbours, as the median; {@link Double#NaN} for fewer than two. */
  public double interval() {
    if (whole == null) {
      return interval(times);
    }
    double usual = usual(this::time, size());
    if (!Double.isNaN(usual)) {
      return usual;
    }
    double[] all = new double[size()];
    Arrays.setAll(all, this::time);
    return interval(all);
  }

  /** The local time of a value, milliseconds. */
  public double time(int place) {
    return whole == null ? times[place] : tables.get(0).time(place);
  }

  /** The value at a place; {@link Double#NaN} at none. */
  public double value(int place) {
    return place < 0 ? Double.NaN : whole == null ? values[place] : whole.get(place);
  }

  /** The row that the value at a place came from; empty at none. */
  public Optional<Row> row(int place) {
    return place < 0 ? Optional.empty() : Optional.of(new Row(table(place), rowNumber(place)));
  }

  /** The value of another metric in the row of a value; {@link Double#NaN} where it has none. */
  public double beside(int place, Metric metric) {
    return table(place).value(metric, rowNumber(place));
  }

  private Table table(int place) {
    return whole == null ? tables.get((int) (rows[place] >>> 32)) : tables.get(0);
  }

  private int rowNumber(int place) {
    return whole == null ? (int) rows[place] : place;
  }

  /**
   * The place of the value that held at a time: the last one not after it.
   *
   * @param hold how long a value holds, milliseconds
   * @return negative where none holds
   */
  public int placeAt(double time, double hold) {
    int last = lastNotAfter(time);
    return last >= 0 && time - time(last) <= hold ? last : -1;
  }

  private int lastNotAfter(double time) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (time(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /**
   * The place of the value that held at a time, however long; before the first one, the first one.
   *
   * @return negative where there is no value
   */
  public int placeConfiguredAt(double time) {
    // most settings never change, and every row asks for them
    return size() < 2 ? size() - 1 : Math.max(0, placeAt(time, Double.POSITIVE_INFINITY));
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

  /**
   * The step that more than half of all steps are, which is then their median; {@link Double#NaN}
   * where no step is. Most captures step evenly, so that millions of steps need no sorting.
   */
  private static double usual(IntToDoubleFunction times, int size) {
    double candidate = Double.NaN;
    int votes = 0;
    int steps = 0;
    for (int i = 1; i < size; i++) {
      double step = times.applyAsDouble(i) - times.applyAsDouble(i - 1);
      if (step > 0) {
        steps++;
        candidate = votes == 0 ? step : candidate;
        votes += step == candidate ? 1 : -1;
      }
    }
    int same = 0;
    for (int i = 1; i < size; i++) {
      same += times.applyAsDouble(i) - times.applyAsDouble(i - 1) == candidate ? 1 : 0;
    }
    return same > steps / 2 ? candidate : Double.NaN;
  }

  /** The median step between rising times; {@link Double#NaN} if absent. */
  public static double interval(double[] sortedTimes) {
    double usual = usual(i -> sortedTimes[i], sortedTimes.length);
    if (!Double.isNaN(usual)) {
      return usual;
    }
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
