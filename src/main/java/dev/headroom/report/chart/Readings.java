package dev.headroom.report.chart;

import dev.headroom.memory.PoolHistory;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * What a script needs so that a reader can point at an instant of a chart and look at a part of it:
 * true rows of the history, as whole numbers.
 *
 * @param axis the axes of the picture
 * @param size the size of the pool, such as {@code 12.00 GB}; empty where it is not known
 * @param steps how long after the one before it each instant is, the first after the left edge, in
 *     {@link Axis#unit}
 * @param columns what was so at those instants
 */
public record Readings(Axis axis, String size, String steps, List<Column> columns) {
  /** A row for each two pixels, and those with the most of every column. */
  private static final int BUCKETS = 444;

  /** So few rows are all kept. */
  private static final int FEW = 900;

  private static final double SECOND = 1000;

  /**
   * The axes of a picture.
   *
   * @param kind what instants are: {@code time}, {@code clock} where only times of the day are
   *     known, {@code sample} where they are ordinals
   * @param from the instant at the left edge
   * @param to the instant at the right edge
   * @param unit of steps, in milliseconds, or 1 of ordinals
   * @param high GB at the upper edge of the demand; at its lower edge it is 0
   * @param top where that upper edge is
   * @param bottom where that lower edge is
   */
  public record Axis(
      String kind, String from, String to, int unit, String high, int top, int bottom) {}

  /**
   * A column.
   *
   * @param name what it shows
   * @param unit {@code MB} where values are sizes, else a text that follows the number
   * @param values parted by commas, tenths where they are no sizes; empty where they are not known
   */
  public record Column(String name, String unit, String values) {}

  /** Copies the list. */
  public Readings {
    columns = List.copyOf(columns);
  }

  /** The rows of a history that a picture shows. */
  static Readings of(PoolDemand demand, List<Strip> strips, Axis axis, String size) {
    int[] rows = rows(demand, strips);
    double[] instants = demand.history().instants();
    double before = Double.parseDouble(axis.from());
    boolean whole = true;
    for (int row : rows) {
      whole &= (instants[row] - before) % SECOND == 0;
    }
    int unit = demand.history().timed() && whole ? (int) SECOND : 1;
    StringBuilder steps = new StringBuilder();
    for (int row : rows) {
      long step = Math.round((instants[row] - before) / unit);
      before += (double) step * unit;
      steps.append(steps.isEmpty() ? "" : ",").append(step);
    }
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("total", "MB", text(rows, at -> known(demand, demand.total(), at))));
    columns.add(new Column("hot", "MB", text(rows, at -> known(demand, demand.hot(), at))));
    for (Strip strip : strips) {
      boolean bytes = strip.unit().isEmpty();
      double scale = bytes ? Size.MB : 0.1;
      columns.add(
          new Column(
              strip.name() + (strip.how().contains("model") ? " (" + strip.how() + ")" : ""),
              bytes ? "MB" : strip.unit(),
              text(rows, at -> scaled(strip.values()[at], scale))));
    }
    Axis scaled =
        new Axis(axis.kind(), axis.from(), axis.to(), unit, axis.high(), axis.top(), axis.bottom());
    return new Readings(scaled, size, steps.toString(), columns);
  }

  /** What instants of a history are. */
  static String kind(PoolHistory history) {
    return !history.timed() ? "sample" : history.dated() ? "time" : "clock";
  }

  private static int[] rows(PoolDemand demand, List<Strip> strips) {
    double[] instants = demand.history().instants();
    boolean[] any = demand.known().clone();
    for (Strip strip : strips) {
      for (int i = 0; i < any.length; i++) {
        any[i] |= !Double.isNaN(strip.values()[i]);
      }
    }
    TreeSet<Integer> rows = new TreeSet<>();
    int count = 0;
    for (boolean known : any) {
      count += known ? 1 : 0;
    }
    if (count <= FEW) {
      for (int i = 0; i < any.length; i++) {
        if (any[i]) {
          rows.add(i);
        }
      }
    } else {
      rows.add(firstOf(any));
      rows.add(lastOf(any));
      Thinning.addMost(rows, instants, demand.known(), BUCKETS, demand.hot(), -1);
      for (Strip strip : strips) {
        Thinning.addMost(rows, instants, strip.known(), BUCKETS, strip.values(), 0);
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int firstOf(boolean[] any) {
    int first = 0;
    while (!any[first]) {
      first++;
    }
    return first;
  }

  private static int lastOf(boolean[] any) {
    int last = any.length - 1;
    while (!any[last]) {
      last--;
    }
    return last;
  }

  private static String known(PoolDemand demand, double[] values, int at) {
    return demand.known()[at] ? scaled(values[at], Size.MB) : "";
  }

  private static String scaled(double value, double unit) {
    return Double.isNaN(value) ? "" : String.valueOf(Math.round(value / unit));
  }

  private static String text(int[] rows, IntFunction<String> value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.length; i++) {
      text.append(i == 0 ? "" : ",").append(value.apply(rows[i]));
    }
    return text.toString();
  }
}
