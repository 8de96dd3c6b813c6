package dev.headroom.risk;

import dev.headroom.memory.Carriers;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.series.Column;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines behind a figure. Nothing is copied from the tables: a row is read when it is
 * asked for, and where a table's times rise, only the rows around an instant.
 */
public final class Citations {
  /** A history holds a value for its own interval and two more. */
  private static final int REACH = 3;

  private final Kind member;
  private final Map<Subject, List<TableRows>> bySubject = new HashMap<>();

  private Citations(Kind member, List<Table> tables) {
    this.member = member;
    for (Table table : tables) {
      bySubject
          .computeIfAbsent(table.subject(), name -> new ArrayList<>())
          .add(new TableRows(table));
    }
  }

  /** The citations from these tables about partitions. */
  public static Citations of(List<Table> tables) {
    return new Citations(
        Kind.PARTITION,
        tables.stream().filter(table -> table.subject().kind() == Kind.PARTITION).toList());
  }

  /** The citations from these tables about a z/VM system's guests, its processors and itself. */
  public static Citations of(ZvmTables tables) {
    return new Citations(Kind.GUEST, tables.all());
  }

  private Subject subject(String name) {
    return new Subject(member, name);
  }

  /**
   * The row that a history's figure stands for at an instant: of the rows in the instant's
   * interval, or where there is none in the one or two before, the least backed for {@code
   * memory.physical}, and the one with the highest value for other metrics. In a history without
   * times the row with the instant's ordinal.
   */
  public Optional<Evidence> at(String member, Metric metric, PoolHistory history, int instant) {
    return at(subject(member), metric, history, instant);
  }

  /** The same of a guest, a processor or a system. */
  public Optional<Evidence> at(Subject subject, Metric metric, PoolHistory history, int instant) {
    double place = history.instants()[instant];
    return history.timed()
        ? at(subject, metric, place, history.intervalMillis())
        : inOrder(subject, metric, (long) place);
  }

  /**
   * The same at a time.
   *
   * @param time local milliseconds
   * @param interval milliseconds; without one ({@link Double#NaN}) only rows of that very time
   *     count
   */
  public Optional<Evidence> at(String member, Metric metric, double time, double interval) {
    return at(subject(member), metric, time, interval);
  }

  /** The same of a guest, a processor or a system. */
  public Optional<Evidence> at(Subject subject, Metric metric, double time, double interval) {
    Metric carrier = carrier(subject);
    BestRow carried = new BestRow();
    BestRow beside = new BestRow();
    for (TableRows rows : tables(subject)) {
      Column carries = carrier == null ? null : rows.table().column(carrier);
      offer(rows, metric, carries, time, interval, carries == null ? beside : carried);
    }
    return carried.evidence().or(beside::evidence);
  }

  private static void offer(
      TableRows rows,
      Metric metric,
      @Nullable Column carries,
      double time,
      double interval,
      BestRow best) {
    Table table = rows.table();
    Column column = table.column(metric);
    double from = Double.isNaN(interval) ? time : time - REACH * interval;
    for (int row = rows.from(from); column != null && row < table.rows(); row++) {
      if (rows.past(row, time)) {
        break;
      }
      double age = time - table.time(row);
      // an interval is open at its start: a row there belongs to the one before
      long intervals = age == 0 ? 0 : (long) (age / interval);
      double value = column.get(row);
      // of a row that does not say what was needed, a history takes nothing
      boolean counts = carries == null || !Double.isNaN(carries.get(row));
      if (counts && age >= 0 && (age == 0 || age < REACH * interval) && !Double.isNaN(value)) {
        best.offer(table, row, intervals, worth(table, metric, row, value));
      }
    }
  }

  /** What the rows of a member's history with times are made of; null where it has none. */
  private @Nullable Metric carrier(Subject subject) {
    for (Metric carrier : Carriers.of(subject.kind())) {
      if (tables(subject).stream().anyMatch(rows -> rows.timed(carrier))) {
        return carrier;
      }
    }
    return null;
  }

  /** The row with the highest value, the first among equals. */
  public Optional<Evidence> highest(String member, Metric metric) {
    return highest(subject(member), metric);
  }

  /** The same of a guest, a processor or a system. */
  public Optional<Evidence> highest(Subject member, Metric metric) {
    return best(member, metric, (table, row, value) -> value);
  }

  /** The row with the lowest value, the first among equals. */
  public Optional<Evidence> lowest(String member, Metric metric) {
    return lowest(subject(member), metric);
  }

  /** The same of a guest, a processor or a system. */
  public Optional<Evidence> lowest(Subject member, Metric metric) {
    return best(member, metric, (table, row, value) -> -value);
  }

  /** The earliest row with a value; where no row has a time, the first one that was read. */
  public Optional<Evidence> first(String member, Metric metric) {
    return first(subject(member), metric);
  }

  /** The same of a guest, a processor or a system. */
  public Optional<Evidence> first(Subject member, Metric metric) {
    return best(
        member,
        metric,
        (table, row, value) ->
            Double.isNaN(table.time(row)) ? Double.NEGATIVE_INFINITY : -table.time(row));
  }

  /** The latest row with a value; where no row has a time, the last one that was read. */
  public Optional<Evidence> last(String member, Metric metric) {
    return last(subject(member), metric);
  }

  /** The same of a guest, a processor or a system. */
  public Optional<Evidence> last(Subject member, Metric metric) {
    boolean timed = tables(member).stream().anyMatch(rows -> rows.timed(metric));
    int[] read = {0};
    return best(
        member,
        metric,
        (table, row, value) -> {
          double time = table.time(row);
          return timed ? (Double.isNaN(time) ? Double.NEGATIVE_INFINITY : time) : read[0]++;
        });
  }

  private List<TableRows> tables(Subject subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  /** How much a row is worth being cited. */
  private interface Worth {
    double of(Table table, int row, double value);
  }

  private Optional<Evidence> best(Subject member, Metric metric, Worth worth) {
    BestRow best = new BestRow();
    for (TableRows rows : tables(member)) {
      Table table = rows.table();
      Column column = table.column(metric);
      for (int row = 0; column != null && row < table.rows(); row++) {
        double value = column.get(row);
        if (!Double.isNaN(value)) {
          best.offer(table, row, 0, worth.of(table, row, value));
        }
      }
    }
    return best.evidence();
  }

  // What stands for an interval is the worst of it: an average would hide the peak.
  private static double worth(Table table, Metric metric, int row, double value) {
    if (metric != Metric.MEMORY_PHYSICAL) {
      return value;
    }
    double loaned = table.value(Metric.MEMORY_LOANED, row);
    return -(value + (Double.isNaN(loaned) ? 0 : loaned));
  }

  // The n-th row without a time among those that carry the member's demand.
  private Optional<Evidence> inOrder(Subject subject, Metric metric, long ordinal) {
    List<TableRows> tables = tables(subject);
    for (Metric carrier : Carriers.of(subject.kind())) {
      BestRow best = new BestRow();
      long seen = 0;
      for (TableRows rows : tables) {
        Table table = rows.table();
        Column column = table.column(carrier);
        for (int row = 0; column != null && row < table.rows() && seen <= ordinal; row++) {
          if (Double.isNaN(column.get(row)) || !Double.isNaN(table.time(row))) {
            continue;
          }
          if (seen > ordinal - REACH && !Double.isNaN(table.value(metric, row))) {
            best.offer(table, row, ordinal - seen, 0);
          }
          seen++;
        }
      }
      if (seen > 0) {
        return best.evidence();
      }
    }
    return Optional.empty();
  }
}
