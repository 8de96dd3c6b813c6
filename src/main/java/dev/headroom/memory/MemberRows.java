package dev.headroom.memory;

import dev.headroom.series.Column;
import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.series.Series;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows that carry a member's demand, in the order of time, or of the capture where it has no
 * time: rows of the first of the {@link Carriers} that any capture gives.
 */
public final class MemberRows {
  private final Optional<Metric> carrier;
  private final List<Table> tables;
  private final double[] places;

  /** Where each place's row stands: table in the upper half, row in the lower. */
  private final long[] rows;

  /**
   * The columns of each metric that was asked for, one a table; looked up once, read for each row.
   */
  private final Map<Metric, @Nullable Column[]> columns = new EnumMap<>(Metric.class);

  private MemberRows(Optional<Metric> carrier, List<Table> tables, double[] places, long[] rows) {
    this.carrier = carrier;
    this.tables = tables;
    this.places = places;
    this.rows = rows;
  }

  /** The rows of a member; {@code timed} those with a time, otherwise those without. */
  public static MemberRows of(List<Table> tables, boolean timed) {
    List<Metric> carriers =
        tables.isEmpty() ? List.of() : Carriers.of(tables.get(0).subject().kind());
    for (Metric carrier : carriers) {
      MemberRows found = of(tables, carrier, timed);
      if (found.places.length > 0) {
        return found;
      }
    }
    return new MemberRows(Optional.empty(), List.of(), new double[0], new long[0]);
  }

  private static MemberRows of(List<Table> tables, Metric carrier, boolean timed) {
    List<Table> carrying = tables.stream().filter(table -> table.column(carrier) != null).toList();
    int most = carrying.stream().mapToInt(Table::rows).sum();
    double[] places = new double[most];
    long[] rows = new long[most];
    int size = 0;
    boolean sorted = true;
    for (int i = 0; i < carrying.size(); i++) {
      Table table = carrying.get(i);
      Column column = table.column(carrier);
      for (int row = 0; column != null && row < table.rows(); row++) {
        double time = table.time(row);
        if (Double.isNaN(column.get(row)) || Double.isNaN(time) == timed) {
          continue;
        }
        double place = timed ? time : size;
        sorted &= size == 0 || places[size - 1] <= place;
        places[size] = place;
        rows[size++] = ((long) i << 32) | row;
      }
    }
    return sorted
        ? new MemberRows(
            Optional.of(carrier), carrying, Arrays.copyOf(places, size), Arrays.copyOf(rows, size))
        : sorted(carrier, carrying, places, rows, size);
  }

  private static MemberRows sorted(
      Metric carrier, List<Table> tables, double[] places, long[] rows, int size) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> places[i]));
    double[] sortedPlaces = new double[size];
    long[] sortedRows = new long[size];
    for (int i = 0; i < size; i++) {
      sortedPlaces[i] = places[order.get(i)];
      sortedRows[i] = rows[order.get(i)];
    }
    return new MemberRows(Optional.of(carrier), tables, sortedPlaces, sortedRows);
  }

  /** The times of the rows, or their ordinals; rising. */
  public double[] places() {
    return places;
  }

  /** How many rows there are. */
  public int size() {
    return places.length;
  }

  /** The row at a place of the order. */
  public Row row(int index) {
    return new Row(tables.get((int) (rows[index] >>> 32)), (int) rows[index]);
  }

  /** The value of a metric in the row at a place of the order; not a number where it is absent. */
  public double value(int index, Metric metric) {
    @Nullable Column[] found = columns.get(metric);
    if (found == null) {
      found = tables.stream().map(table -> table.column(metric)).toArray(Column[]::new);
      columns.put(metric, found);
    }
    Column column = found[(int) (rows[index] >>> 32)];
    return column == null ? Double.NaN : column.get((int) rows[index]);
  }

  /** Whether a row is one of them. */
  public boolean carriedBy(Row row) {
    return carrier.isPresent() && !Double.isNaN(row.value(carrier.get()));
  }

  /**
   * What stands beside the rows: a metric in all rows of these tables that are none of them. That
   * may be another capture, or the other half of a screen that was scrolled.
   */
  public Series beside(List<Table> all, Metric metric) {
    return Series.of(
        all,
        metric,
        (table, row) -> carrier.isEmpty() || Double.isNaN(table.value(carrier.get(), row)));
  }
}
