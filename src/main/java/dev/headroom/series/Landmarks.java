package dev.headroom.series;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that stand out in what tables say of a metric of a subject: those of the highest, the
 * lowest and the last value, and the one of a time. This is for what is on no history's grid, such
 * as processors and the system, and for what holds over all instants; the row behind a history's
 * own figure is kept by the history. A metric is looked through once, when it is first asked for.
 */
public final class Landmarks {
  private final Map<Subject, List<Table>> bySubject;
  private final Map<Figure, Ends> ends = new ConcurrentHashMap<>();
  private final Map<Figure, Series> series = new ConcurrentHashMap<>();

  private Landmarks(Map<Subject, List<Table>> bySubject) {
    this.bySubject = bySubject;
  }

  private record Figure(Subject subject, Metric metric) {}

  private record Ends(Optional<Row> highest, Optional<Row> lowest, Optional<Row> last) {}

  /** The landmarks of these tables. */
  public static Landmarks of(List<Table> tables) {
    return new Landmarks(tables.stream().collect(Collectors.groupingBy(Table::subject)));
  }

  /** The row with the highest value, the first among equals. */
  public Optional<Row> highest(Subject subject, Metric metric) {
    return ends(subject, metric).highest();
  }

  /** The row with the lowest value, the first among equals. */
  public Optional<Row> lowest(Subject subject, Metric metric) {
    return ends(subject, metric).lowest();
  }

  /** The latest row with a value; where no row has a time, the last one that was read. */
  public Optional<Row> last(Subject subject, Metric metric) {
    return ends(subject, metric).last();
  }

  /**
   * The row with a value at a time; of several the one that was read last.
   *
   * @param time local milliseconds
   */
  public Optional<Row> at(Subject subject, Metric metric, double time) {
    Series values = series(subject, metric);
    return values.row(values.placeAt(time, 0));
  }

  /**
   * The row with the highest value after one time and not after another, the first among equals.
   *
   * @param from local milliseconds, as {@code until}
   */
  public Optional<Row> highest(Subject subject, Metric metric, double from, double until) {
    Series values = series(subject, metric);
    int best = -1;
    for (int i = values.placeAt(from, Double.POSITIVE_INFINITY) + 1;
        i < values.size() && values.time(i) <= until;
        i++) {
      best = best < 0 || values.value(i) > values.value(best) ? i : best;
    }
    return values.row(best);
  }

  private Series series(Subject subject, Metric metric) {
    return series.computeIfAbsent(
        new Figure(subject, metric), figure -> Series.of(tables(subject), metric));
  }

  private Ends ends(Subject subject, Metric metric) {
    return ends.computeIfAbsent(
        new Figure(subject, metric), figure -> ends(tables(subject), metric));
  }

  private static Ends ends(List<Table> tables, Metric metric) {
    Best highest = new Best();
    Best lowest = new Best();
    Best latest = new Best();
    Best read = new Best();
    int count = 0;
    for (Table table : tables) {
      Column column = table.column(metric);
      for (int row = 0; column != null && row < table.rows(); row++) {
        double value = column.get(row);
        if (!Double.isNaN(value)) {
          highest.offer(table, row, value);
          lowest.offer(table, row, -value);
          latest.offer(table, row, table.time(row));
          read.offer(table, row, count++);
        }
      }
    }
    return new Ends(highest.row(), lowest.row(), latest.row().or(read::row));
  }

  private List<Table> tables(Subject subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  /** The row of the highest worth so far, the first among equals; none of a worth not known. */
  private static final class Best {
    private @Nullable Table table;
    private int number;
    private double most;

    void offer(Table offered, int row, double worth) {
      if (!Double.isNaN(worth) && (table == null || worth > most)) {
        table = offered;
        number = row;
        most = worth;
      }
    }

    Optional<Row> row() {
      return table == null ? Optional.empty() : Optional.of(new Row(table, number));
    }
  }
}
