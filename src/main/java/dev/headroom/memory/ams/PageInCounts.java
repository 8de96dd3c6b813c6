package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberRows;
import dev.headroom.memory.RowKeeper;
import dev.headroom.series.Grid;
import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.series.Series;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hypervisor page-ins of one partition, counted over the cells of a grid. A page-in is counted
 * once: where several captures show the same time, such as {@code vmstat -h} and {@code lparstat
 * -m}, one of them tells it, the one that carries the partition's rows, else the finest.
 *
 * @param counts page-ins of each cell
 * @param millis milliseconds spent on them
 * @param lengths length of the rows with page-ins whose time is known, milliseconds
 * @param slowest milliseconds a page-in in the cell's slowest row
 * @param longest milliseconds waited in the cell's worst row
 */
record PageInCounts(
    double[] counts, double[] millis, double[] lengths, double[] slowest, double[] longest) {
  /** Rows further apart than this many intervals are two stretches. */
  private static final double GAP = 2.5;

  /** A row with a count: where it lies, and how long its interval is. */
  private record Counted(Row row, double place, double length, double waited) {}

  /** The counts of a partition in these tables; notes the row with most of each cell. */
  static PageInCounts of(List<Table> tables, MemberRows rows, Grid grid, RowKeeper from) {
    int size = grid.size();
    PageInCounts counts =
        new PageInCounts(
            MemberHistory.absent(size),
            MemberHistory.absent(size),
            MemberHistory.absent(size),
            MemberHistory.absent(size),
            MemberHistory.absent(size));
    for (Counted counted : grid.timed() ? once(tables, rows) : inOrder(rows)) {
      int instant = grid.instantOf(counted.place());
      if (instant >= 0) {
        counts.add(instant, counted, from);
      }
    }
    return counts;
  }

  private void add(int instant, Counted counted, RowKeeper from) {
    double count = counted.row().value(Metric.HYPERVISOR_PAGEINS);
    double waited = counted.waited();
    if (!(from.value(Metric.HYPERVISOR_PAGEINS, instant) >= count)) {
      from.keep(Metric.HYPERVISOR_PAGEINS, instant, counted.row());
    }
    addTo(counts, instant, count);
    addTo(millis, instant, waited);
    longest[instant] = larger(longest[instant], waited);
    if (count > 0 && !Double.isNaN(waited)) {
      addTo(lengths, instant, counted.length());
      if (!(slowest[instant] >= waited / count)) {
        slowest[instant] = waited / count;
        from.keep(Metric.HYPERVISOR_PAGEIN_TIME, instant, counted.row());
      }
    }
  }

  private static double larger(double one, double other) {
    return other > one || Double.isNaN(one) ? other : one;
  }

  private static void addTo(double[] sums, int instant, double value) {
    if (!Double.isNaN(value)) {
      sums[instant] = Double.isNaN(sums[instant]) ? value : sums[instant] + value;
    }
  }

  /** Without times there are only the rows in their order. */
  private static List<Counted> inOrder(MemberRows rows) {
    List<Counted> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!Double.isNaN(rows.value(i, Metric.HYPERVISOR_PAGEINS))) {
        all.add(
            new Counted(
                rows.row(i),
                rows.places()[i],
                Double.NaN,
                rows.value(i, Metric.HYPERVISOR_PAGEIN_TIME)));
      }
    }
    return all;
  }

  /** The rows of all captures, but of those of the same time only one capture's. */
  private static List<Counted> once(List<Table> tables, MemberRows rows) {
    List<List<Counted>> stretches = new ArrayList<>();
    Series times = Series.of(tables, Metric.HYPERVISOR_PAGEIN_TIME);
    for (Table table : tables) {
      stretches.addAll(stretches(table, times));
    }
    // stable: of equals the one that was read first
    stretches.sort(
        Comparator.comparing((List<Counted> rowsOf) -> !rows.carriedBy(rowsOf.get(0).row()))
            .thenComparingDouble(rowsOf -> orLongest(rowsOf.get(0).length())));
    TreeMap<Double, Double> told = new TreeMap<>();
    List<Counted> all = new ArrayList<>();
    for (List<Counted> stretch : stretches) {
      List<Counted> untold = stretch.stream().filter(row -> !isIn(told, row.place())).toList();
      all.addAll(untold);
      if (!untold.isEmpty()) {
        double start = stretch.get(0).place();
        double length = stretch.get(0).length();
        tell(
            told,
            Double.isNaN(length) ? start : start - length,
            stretch.get(stretch.size() - 1).place());
      }
    }
    return all;
  }

  private static double orLongest(double length) {
    return Double.isNaN(length) ? Double.POSITIVE_INFINITY : length;
  }

  private static boolean isIn(TreeMap<Double, Double> told, double place) {
    Map.Entry<Double, Double> span = told.floorEntry(place);
    // a span begins after its start, unless it is one moment
    return span != null
        && place <= span.getValue()
        && (place > span.getKey() || span.getKey().equals(span.getValue()));
  }

  private static void tell(TreeMap<Double, Double> told, double start, double end) {
    double from = start;
    double until = end;
    Map.Entry<Double, Double> other = told.floorEntry(until);
    while (other != null && other.getValue() >= from) {
      from = Math.min(from, other.getKey());
      until = Math.max(until, other.getValue());
      told.remove(other.getKey());
      other = told.floorEntry(until);
    }
    told.put(from, until);
  }

  /** The rows of a table with a count and a time, parted where it was silent. */
  private static List<List<Counted>> stretches(Table table, Series times) {
    Series series = Series.of(List.of(table), Metric.HYPERVISOR_PAGEINS);
    double interval = series.interval();
    List<List<Counted>> stretches = new ArrayList<>();
    List<Counted> current = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      double place = series.time(i);
      boolean silent = i > 0 && place - series.time(i - 1) > GAP * interval;
      if (silent) {
        stretches.add(current);
        current = new ArrayList<>();
      }
      Row row = series.row(i).orElseThrow();
      double own = row.value(Metric.HYPERVISOR_PAGEIN_TIME);
      // this program's own CSV has a row for each metric
      double waited = Double.isNaN(own) ? times.at(place, 0) : own;
      current.add(new Counted(row, place, interval, waited));
    }
    if (!current.isEmpty()) {
      stretches.add(current);
    }
    return stretches;
  }
}
