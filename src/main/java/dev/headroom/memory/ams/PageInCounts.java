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
import org.jspecify.annotations.Nullable;

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

  /**
   * Rows of one table that follow one another without a silence.
   *
   * @param counts the table's counts
   * @param first the first row's place among them
   * @param end the place past the last one
   * @param interval how long an interval of the table is, milliseconds
   */
  private record Stretch(Series counts, int first, int end, double interval) {
    double begin() {
      return counts.time(first);
    }

    double last() {
      return counts.time(end - 1);
    }
  }

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
    Kept kept = new Kept(MemberHistory.absent(size), from);
    if (grid.timed()) {
      counts.once(tables, rows, grid, kept);
    } else {
      counts.inOrder(rows, grid, kept);
    }
    return counts;
  }

  /**
   * The rows that the largest count of each cell is from.
   *
   * @param most the largest count of each cell so far
   */
  private record Kept(double[] most, RowKeeper from) {
    boolean isMore(int instant, double count) {
      return !(most[instant] >= count);
    }

    void more(int instant, double count, Row row) {
      most[instant] = count;
      from.keep(Metric.HYPERVISOR_PAGEINS, instant, row);
    }

    void slower(int instant, Row row) {
      from.keep(Metric.HYPERVISOR_PAGEIN_TIME, instant, row);
    }
  }

  /** Adds a row to its cell; says whether its page-ins were the slowest so far. */
  private boolean add(int instant, double count, double waited, double length) {
    addTo(counts, instant, count);
    addTo(millis, instant, waited);
    longest[instant] = larger(longest[instant], waited);
    if (count > 0 && !Double.isNaN(waited)) {
      addTo(lengths, instant, length);
      if (!(slowest[instant] >= waited / count)) {
        slowest[instant] = waited / count;
        return true;
      }
    }
    return false;
  }

  private static double larger(double one, double other) {
    return other > one || Double.isNaN(one) ? other : one;
  }

  /** Adds a value to a sum that may be absent; an absent value adds nothing. */
  static void addTo(double[] sums, int instant, double value) {
    if (!Double.isNaN(value)) {
      sums[instant] = Double.isNaN(sums[instant]) ? value : sums[instant] + value;
    }
  }

  /** Without times there are only the rows in their order. */
  private void inOrder(MemberRows rows, Grid grid, Kept kept) {
    for (int i = 0; i < rows.size(); i++) {
      double count = rows.value(i, Metric.HYPERVISOR_PAGEINS);
      int instant = grid.instantOf(rows.places()[i]);
      if (Double.isNaN(count) || instant < 0) {
        continue;
      }
      double waited = rows.value(i, Metric.HYPERVISOR_PAGEIN_TIME);
      if (kept.isMore(instant, count)) {
        kept.more(instant, count, rows.row(i));
      }
      if (add(instant, count, waited, Double.NaN)) {
        kept.slower(instant, rows.row(i));
      }
    }
  }

  /** The rows of all captures, but of those of the same time only one capture's. */
  private void once(List<Table> tables, MemberRows rows, Grid grid, Kept kept) {
    List<Stretch> stretches = new ArrayList<>();
    for (Table table : tables) {
      addStretches(table, stretches);
    }
    // stable: of equals the one that was read first
    stretches.sort(
        Comparator.comparing(
                (Stretch stretch) ->
                    !rows.carriedBy(stretch.counts().row(stretch.first()).orElseThrow()))
            .thenComparingDouble(stretch -> orLongest(stretch.interval())));
    Waits waits = new Waits(tables);
    TreeMap<Double, Double> told = new TreeMap<>();
    for (Stretch stretch : stretches) {
      if (add(stretch, told, grid, waits, kept)) {
        double start = stretch.begin();
        tell(
            told,
            Double.isNaN(stretch.interval()) ? start : start - stretch.interval(),
            stretch.last());
      }
    }
  }

  /** Adds the rows of a stretch that none before it told; says whether there were any. */
  private boolean add(
      Stretch stretch, TreeMap<Double, Double> told, Grid grid, Waits waits, Kept kept) {
    boolean apart = isApart(told, stretch);
    boolean any = false;
    for (int i = stretch.first(); i < stretch.end(); i++) {
      double place = stretch.counts().time(i);
      if (!apart && isIn(told, place)) {
        continue;
      }
      any = true;
      int instant = grid.instantOf(place);
      if (instant < 0) {
        continue;
      }
      double count = stretch.counts().value(i);
      if (kept.isMore(instant, count)) {
        kept.more(instant, count, stretch.counts().row(i).orElseThrow());
      }
      double waited = waits.of(stretch.counts(), i);
      if (add(instant, count, waited, stretch.interval())) {
        kept.slower(instant, stretch.counts().row(i).orElseThrow());
      }
    }
    return any;
  }

  /** Whether nothing of the time of a stretch was told, so that no row has to be looked up. */
  private static boolean isApart(TreeMap<Double, Double> told, Stretch stretch) {
    Map.Entry<Double, Double> before = told.floorEntry(stretch.last());
    return before == null || before.getValue() < stretch.begin();
  }

  /** How long the page-ins of a row took: it says so, or another row of the same time does. */
  private static final class Waits {
    private final List<Table> tables;
    private @Nullable Series beside;

    Waits(List<Table> tables) {
      this.tables = tables;
    }

    double of(Series counts, int place) {
      double own = counts.beside(place, Metric.HYPERVISOR_PAGEIN_TIME);
      if (!Double.isNaN(own)) {
        return own;
      }
      Series all = beside;
      if (all == null) {
        // this program's own CSV has a row for each metric
        all = Series.of(tables, Metric.HYPERVISOR_PAGEIN_TIME);
        beside = all;
      }
      return all.at(counts.time(place), 0);
    }
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
  private static void addStretches(Table table, List<Stretch> stretches) {
    Series counts = Series.of(List.of(table), Metric.HYPERVISOR_PAGEINS);
    double interval = counts.interval();
    int first = 0;
    for (int i = 1; i <= counts.size(); i++) {
      if (i == counts.size() || counts.time(i) - counts.time(i - 1) > GAP * interval) {
        stretches.add(new Stretch(counts, first, i, interval));
        first = i;
      }
    }
  }
}
