package dev.headroom.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The values of one metric of one subject over time, whatever tables they stand in: sorted by time,
 * absent values and values without a time left out.
 */
public final class Series {
  private final double[] times;
  private final double[] values;

  private Series(double[] times, double[] values) {
    this.times = times;
    this.values = values;
  }

  /** The series of a metric over these tables, which are all about the same subject. */
  public static Series of(List<Table> tables, Metric metric) {
    int count = 0;
    for (Table table : tables) {
      count += table.column(metric) == null ? 0 : table.rows();
    }
    double[] times = new double[count];
    double[] values = new double[count];
    int size = 0;
    boolean sorted = true;
    for (Table table : tables) {
      Column column = table.column(metric);
      for (int row = 0; column != null && row < column.size(); row++) {
        double time = table.time(row);
        double value = column.get(row);
        if (!Double.isNaN(time) && !Double.isNaN(value)) {
          sorted &= size == 0 || times[size - 1] <= time;
          times[size] = time;
          values[size++] = value;
        }
      }
    }
    return sorted
        ? new Series(Arrays.copyOf(times, size), Arrays.copyOf(values, size))
        : sorted(times, values, size);
  }

  private static Series sorted(double[] times, double[] values, int size) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    // stable: of two values at one time the one that was read later counts
    Arrays.sort(order, Comparator.comparingDouble(i -> times[i]));
    double[] sortedTimes = new double[size];
    double[] sortedValues = new double[size];
    for (int i = 0; i < size; i++) {
      sortedTimes[i] = times[order[i]];
      sortedValues[i] = values[order[i]];
    }
    return new Series(sortedTimes, sortedValues);
  }

  /** How many values it has. */
  public int size() {
    return times.length;
  }

  /** The interval between neighbours, as the median; {@link Double#NaN} for fewer than two. */
  public double interval() {
    return interval(times);
  }

  /**
   * The value that held at a time: the last one not after it.
   *
   * @param hold how long a value holds, milliseconds
   * @return {@link Double#NaN} where none holds
   */
  public double at(double time, double hold) {
    int place = Arrays.binarySearch(times, time);
    int last = place >= 0 ? lastAt(place) : -place - 2;
    return last >= 0 && time - times[last] <= hold ? values[last] : Double.NaN;
  }

  /** The value that held at a time, however long; before the first one, the first one. */
  public double configuredAt(double time) {
    if (times.length == 0) {
      return Double.NaN;
    }
    double held = at(time, Double.POSITIVE_INFINITY);
    return Double.isNaN(held) ? values[0] : held;
  }

  private int lastAt(int place) {
    int last = place;
    while (last + 1 < times.length && times[last + 1] == times[place]) {
      last++;
    }
    return last;
  }

  /** The median step between rising times; {@link Double#NaN} where there is none. */
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
