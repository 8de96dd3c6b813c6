package dev.headroom.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Grows a {@link Table}. The metrics are fixed at the start; a row is begun, filled and ended. The
 * subject comes last, since a capture may name it only at its end.
 */
public final class TableBuilder {
  private static final Set<Metric> ALL = EnumSet.allOf(Metric.class);

  private final List<Metric> metrics;
  private final Column lines = new Column();
  private final Column times = new Column();
  private final @Nullable Column numbers;
  private final Column[] values;
  private final double[] row;

  /** Which columns are kept; the values of the others are only counted. */
  private final boolean[] kept;

  private long passed;

  /** A builder of rows with these metrics, numbered in the order of the capture. */
  public TableBuilder(List<Metric> metrics) {
    this(metrics, false);
  }

  /** A builder of rows with these metrics; {@code numbered} rows bring their own {@code seq}. */
  public TableBuilder(List<Metric> metrics, boolean numbered) {
    this(metrics, numbered, ALL);
  }

  /** The same, where values of metrics that are not kept are counted and let go. */
  public TableBuilder(List<Metric> metrics, boolean numbered, Set<Metric> keeping) {
    this.metrics = List.copyOf(metrics);
    this.numbers = numbered ? new Column() : null;
    this.values = new Column[metrics.size()];
    Arrays.setAll(values, i -> new Column());
    this.row = new double[metrics.size()];
    Arrays.fill(row, Double.NaN);
    this.kept = new boolean[metrics.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = keeping.contains(metrics.get(i));
    }
  }

  /** The metrics, in the order of the columns. */
  public List<Metric> metrics() {
    return metrics;
  }

  /** How many rows have been ended. */
  public int rows() {
    return lines.size();
  }

  /** Sets a value of the row that is being filled; columns never set stay absent. */
  public void set(int column, double value) {
    row[column] = value;
  }

  /** Sets a value of the row that is being filled by its metric, which the table must have. */
  public void set(Metric metric, double value) {
    row[metrics.indexOf(metric)] = value;
  }

  /** Ends the row: its line, and its time in milliseconds or {@link Double#NaN}. */
  public void endRow(long line, double time) {
    lines.add((double) line);
    times.add(time);
    for (int i = 0; i < row.length; i++) {
      if (kept[i]) {
        values[i].add(row[i]);
      } else {
        passed += Double.isNaN(row[i]) ? 0 : 1;
      }
      row[i] = Double.NaN;
    }
  }

  /** Ends a row that brings its own sequence number. */
  public void endRow(long line, double time, long number) {
    if (numbers != null) {
      numbers.add((double) number);
    }
    endRow(line, time);
  }

  /** The table, about this subject. The builder must not be used afterwards. */
  public Table build(Subject subject, String format, String source) {
    return build(subject, Optional.empty(), format, source);
  }

  /** The table, about this subject in that system. The builder must not be used afterwards. */
  public Table build(Subject subject, Optional<Host> host, String format, String source) {
    List<Metric> keptMetrics = new ArrayList<>();
    List<Column> keptValues = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        keptMetrics.add(metrics.get(i));
        keptValues.add(values[i]);
      }
    }
    return new Table(
        subject,
        host,
        format,
        source,
        keptMetrics,
        lines.trimmed(),
        times.trimmed(),
        numbers,
        keptValues,
        Double.NaN,
        passed);
  }
}
