package dev.headroom.sizing.zvm;

import dev.headroom.series.Column;
import dev.headroom.series.Metric;
import dev.headroom.series.Series;
import dev.headroom.series.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A figure of a guest or of a processor over time, and the sum of several at the same instants.
 *
 * @param timed whether places are local milliseconds; otherwise they are ordinals of the rows that
 *     carry no time
 * @param places rising, none twice
 * @param values what was measured there, in the metric's unit
 * @param terms of how many guests or processors a value is the sum
 */
public record ProcessorLoad(boolean timed, double[] places, double[] values, int[] terms) {

  /**
   * The load of one subject. Of two values at one time the one that was read later counts.
   *
   * @param timed whether the rows with a time are wanted, or those without
   */
  static ProcessorLoad of(List<Table> tables, Metric metric, boolean timed) {
    int rows = tables.stream().mapToInt(Table::rows).sum();
    double[] places = new double[rows];
    double[] values = new double[rows];
    int size = 0;
    int ordinal = 0;
    for (Table table : tables) {
      Column column = table.column(metric);
      for (int row = 0; column != null && row < table.rows(); row++) {
        double time = table.time(row);
        if (Double.isNaN(time) == timed) {
          continue;
        }
        double place = timed ? time : ordinal++;
        if (!Double.isNaN(column.get(row))) {
          places[size] = place;
          values[size++] = column.get(row);
        }
      }
    }
    return sorted(timed, places, values, size);
  }

  private static ProcessorLoad sorted(boolean timed, double[] places, double[] values, int size) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> places[i]));
    double[] rising = new double[size];
    double[] kept = new double[size];
    int count = 0;
    for (int i : order) {
      count -= count > 0 && rising[count - 1] == places[i] ? 1 : 0;
      rising[count] = places[i];
      kept[count++] = values[i];
    }
    int[] terms = new int[count];
    Arrays.fill(terms, 1);
    return new ProcessorLoad(
        timed, Arrays.copyOf(rising, count), Arrays.copyOf(kept, count), terms);
  }

  /**
   * The sum of several at every place where one of them has a value; empty where there are none.
   */
  static Optional<ProcessorLoad> sum(List<ProcessorLoad> loads) {
    return loads.stream().filter(load -> load.size() > 0).reduce(ProcessorLoad::plus);
  }

  private ProcessorLoad plus(ProcessorLoad other) {
    int most = size() + other.size();
    double[] union = new double[most];
    double[] sums = new double[most];
    int[] summed = new int[most];
    int count = 0;
    int mine = 0;
    int its = 0;
    while (mine < size() || its < other.size()) {
      double here = mine < size() ? places[mine] : Double.POSITIVE_INFINITY;
      double there = its < other.size() ? other.places[its] : Double.POSITIVE_INFINITY;
      union[count] = Math.min(here, there);
      if (here <= there) {
        sums[count] += values[mine];
        summed[count] += terms[mine++];
      }
      if (there <= here) {
        sums[count] += other.values[its];
        summed[count] += other.terms[its++];
      }
      count++;
    }
    return new ProcessorLoad(
        timed,
        Arrays.copyOf(union, count),
        Arrays.copyOf(sums, count),
        Arrays.copyOf(summed, count));
  }

  /** At how many places there is a value. */
  int size() {
    return places.length;
  }

  /** The largest value's index, the first among equals; -1 if absent. */
  int peak() {
    int peak = -1;
    for (int i = 0; i < size(); i++) {
      peak = peak < 0 || values[i] > values[peak] ? i : peak;
    }
    return peak;
  }

  /** Of how many guests or processors the fullest sum is. */
  int mostTerms() {
    return Arrays.stream(terms).max().orElse(0);
  }

  /** The median step between places; {@link Double#NaN} where places are no times, or too few. */
  double interval() {
    return timed ? Series.interval(places) : Double.NaN;
  }

  /** The value at a place; {@link Double#NaN} if absent. */
  double at(double place) {
    int found = Arrays.binarySearch(places, place);
    return found < 0 ? Double.NaN : values[found];
  }

  /** How many complete sums stand after {@code from} and not after {@code until}. */
  int count(double from, double until) {
    int full = mostTerms();
    int count = 0;
    for (int i = first(from); i < size() && places[i] <= until; i++) {
      count += terms[i] == full ? 1 : 0;
    }
    return count;
  }

  /**
   * The mean of the complete sums that stand after {@code from} and not after {@code until}; {@link
   * Double#NaN} where there are none.
   */
  public double mean(double from, double until) {
    int full = mostTerms();
    double sum = 0;
    for (int i = first(from); i < size() && places[i] <= until; i++) {
      sum += terms[i] == full ? values[i] : 0;
    }
    return sum / count(from, until);
  }

  private int first(double after) {
    int found = Arrays.binarySearch(places, after);
    return found < 0 ? -found - 1 : found + 1;
  }
}
