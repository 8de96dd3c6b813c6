package dev.headroom.memory.zvm;

import dev.headroom.memory.Asked;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberRows;
import dev.headroom.memory.Moments;
import dev.headroom.memory.Paging;
import dev.headroom.memory.RowKeeper;
import dev.headroom.memory.Served;
import dev.headroom.memory.Worst;
import dev.headroom.series.Column;
import dev.headroom.series.Grid;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.series.Series;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Lays one guest's captures on a grid, row by row as {@link Moments} picks them: of several rows in
 * a cell one stands for it, whole, the same moment for all guests, and the largest of each rate: an
 * average would hide the peak.
 */
final class GuestGridding implements Moments.Laid {
  /** What a guest has at an instant: it holds for two intervals. */
  private static final List<Metric> STATES =
      List.of(
          Metric.MEMORY_LOGICAL,
          Metric.MEMORY_WORKINGSET,
          Metric.MEMORY_RESIDENT,
          Metric.MEMORY_LOCKED,
          Metric.MEMORY_RESERVED,
          Metric.MEMORY_XSTORE,
          Metric.MEMORY_AUXILIARY,
          Metric.MEMORY_INSTANTIATED);

  /** What happened in an interval. */
  private static final List<Metric> RATES =
      List.of(
          Metric.PAGING_READS,
          Metric.PAGING_WRITES,
          Metric.PAGE_STEALS,
          Metric.XSTORE_IN,
          Metric.XSTORE_OUT,
          Metric.XSTORE_MIGRATED,
          Metric.CPU_BUSY);

  private final ZvmGuest guest;
  private final List<Table> tables;
  private final MemberRows rows;
  private final Grid grid;
  private final Map<Metric, double[]> printed = new EnumMap<>(Metric.class);
  private final RowKeeper from;

  /** The largest working set of a row of cells with several rows. */
  private final double[] mostNeeded;

  GuestGridding(ZvmGuest guest, List<Table> tables, MemberRows rows, Grid grid) {
    this.guest = guest;
    this.tables = tables;
    this.rows = rows;
    this.grid = grid;
    this.from = new RowKeeper(tables, grid.size());
    this.mostNeeded = MemberHistory.absent(grid.size());
    for (Metric metric : STATES) {
      printed.put(metric, MemberHistory.absent(grid.size()));
    }
    for (Metric metric : RATES) {
      printed.put(metric, MemberHistory.absent(grid.size()));
    }
  }

  /**
   * The guest's history.
   *
   * @param idleBusy a guest that uses less than this share of a processor in every interval, in per
   *     cent, is idle
   */
  GuestHistory history(double idleBusy) {
    hold();
    beside();
    DoubleSummaryStatistics use = use();
    OptionalDouble busy =
        use.getCount() > 0 ? OptionalDouble.of(use.getAverage()) : OptionalDouble.empty();
    boolean idle = guest.configuredHot().isEmpty() && use.getCount() > 0 && use.getMax() < idleBusy;
    return new GuestHistory(member(idle), printed, busy, idle, guest.configuredHot());
  }

  private double[] column(Metric metric) {
    double[] column = printed.get(metric);
    if (column == null) {
      throw new IllegalArgumentException(metric.label());
    }
    return column;
  }

  @Override
  public MemberRows rows() {
    return rows;
  }

  @Override
  public double needed(int row) {
    return size(metric -> rows.value(row, metric));
  }

  @Override
  public double taken(int row) {
    return GuestDemand.zeroIfAbsent(rows.value(row, Metric.MEMORY_XSTORE))
        + GuestDemand.zeroIfAbsent(rows.value(row, Metric.MEMORY_AUXILIARY));
  }

  @Override
  public void note(int instant, int row) {
    for (Metric metric : RATES) {
      raise(metric, instant, row);
    }
  }

  @Override
  public void compete(int instant, int row) {
    double size = needed(row);
    if (!Double.isNaN(size) && !(mostNeeded[instant] >= size)) {
      mostNeeded[instant] = size;
    }
  }

  // A row stands whole; one of the same time, of another report, fills what it does not show.
  @Override
  public void demand(int instant, int row) {
    double place = rows.places()[row];
    state(instant, row);
    for (int other = row - 1; other >= 0 && rows.places()[other] == place; other--) {
      state(instant, other);
    }
    for (int other = row + 1; other < rows.size() && rows.places()[other] == place; other++) {
      state(instant, other);
    }
  }

  private void state(int instant, int row) {
    for (Metric metric : STATES) {
      double value = rows.value(row, metric);
      double[] column = column(metric);
      if (!Double.isNaN(value) && Double.isNaN(column[instant])) {
        column[instant] = value;
        from.keep(metric, instant, rows.row(row));
      }
    }
  }

  @Override
  public void served(int instant, int row) {
    // of a guest both are told by one row: what is resident and what is not are one address space
  }

  private interface Figure {
    double of(Metric metric);
  }

  private static double size(Figure figure) {
    double workingSet = figure.of(Metric.MEMORY_WORKINGSET);
    return Double.isNaN(workingSet) ? figure.of(Metric.MEMORY_RESIDENT) : workingSet;
  }

  private void raise(Metric metric, int instant, int index) {
    double[] column = column(metric);
    double value = rows.value(index, metric);
    if (!Double.isNaN(value) && !(column[instant] >= value)) {
      column[instant] = value;
      from.keep(metric, instant, rows.row(index));
    }
  }

  private void hold() {
    int last = -1;
    for (int instant = 0; instant < grid.size(); instant++) {
      if (!Double.isNaN(size(at(instant)))) {
        last = instant;
      } else if (last >= 0 && grid.holds(last, instant)) {
        for (Metric metric : STATES) {
          column(metric)[instant] = column(metric)[last];
        }
        from.hold(STATES, last, instant);
      }
    }
  }

  private Figure at(int instant) {
    return metric -> column(metric)[instant];
  }

  /**
   * Figures that stand in other tables than the rows: processor use, and often the defined size.
   */
  private void beside() {
    double[] instants = grid.instants();
    double reach =
        Double.isNaN(grid.step()) ? Double.POSITIVE_INFINITY : Math.max(grid.reach(), grid.step());
    printed.forEach(
        (metric, column) -> {
          Series series = rows.beside(tables, metric);
          for (int i = 0; i < column.length && grid.timed() && series.size() > 0; i++) {
            if (Double.isNaN(column[i])) {
              int place =
                  Double.isNaN(grid.step())
                      ? series.placeConfiguredAt(instants[i])
                      : series.placeAt(instants[i], reach);
              column[i] = series.value(place);
              from.keep(metric, i, series.row(place).orElse(null));
            }
          }
        });
    Series sizes = Series.of(tables, Metric.MEMORY_LOGICAL);
    double[] logical = column(Metric.MEMORY_LOGICAL);
    for (int i = 0; i < logical.length; i++) {
      if (Double.isNaN(logical[i])) {
        Row row =
            grid.timed()
                ? sizes.row(sizes.placeConfiguredAt(instants[i])).orElse(null)
                : lastUntimed();
        logical[i] =
            row == null ? guest.logical().orElse(Double.NaN) : row.value(Metric.MEMORY_LOGICAL);
        from.keep(Metric.MEMORY_LOGICAL, i, row);
      }
    }
  }

  private @Nullable Row lastUntimed() {
    Row last = null;
    for (Table table : tables) {
      for (int row = 0; row < table.rows(); row++) {
        boolean known = !Double.isNaN(table.value(Metric.MEMORY_LOGICAL, row));
        last = known ? new Row(table, row) : last;
      }
    }
    return last;
  }

  /** Processor use over all reports, whether they stand on the grid or not. */
  private DoubleSummaryStatistics use() {
    DoubleSummaryStatistics use = new DoubleSummaryStatistics();
    for (Table table : tables) {
      Column busy = table.column(Metric.CPU_BUSY);
      for (int row = 0; busy != null && row < busy.size(); row++) {
        if (!Double.isNaN(busy.get(row))) {
          use.accept(busy.get(row));
        }
      }
    }
    return use;
  }

  /**
   * What lies outside real storage, as far as the address space has room for it beside what is
   * resident: a page that was read back keeps its copy on DASD, and is counted there too.
   *
   * @param out what reports show of one kind of storage
   * @param before what lies in the kinds before it, already cut to the room
   */
  private double[] withoutCopies(double[] out, double[] before) {
    double[] own = out.clone();
    for (int i = 0; i < own.length; i++) {
      double most = at(i).of(Metric.MEMORY_INSTANTIATED);
      double logical = at(i).of(Metric.MEMORY_LOGICAL);
      most = logical < most || Double.isNaN(most) ? logical : most;
      double room = most - GuestDemand.zeroIfAbsent(at(i).of(Metric.MEMORY_RESIDENT)) - before[i];
      own[i] = own[i] > room ? Math.max(0, room) : own[i];
    }
    return own;
  }

  private MemberHistory member(boolean idle) {
    int size = grid.size();
    double[] expanded = withoutCopies(column(Metric.MEMORY_XSTORE), new double[size]);
    double[] auxiliary =
        withoutCopies(
            column(Metric.MEMORY_AUXILIARY),
            Arrays.stream(expanded).map(GuestDemand::zeroIfAbsent).toArray());
    double[] floor = MemberHistory.absent(size);
    double[] hot = MemberHistory.absent(size);
    double[] warm = MemberHistory.absent(size);
    for (int i = 0; i < size; i++) {
      GuestDemand demand = GuestDemand.of(at(i)::of, guest.configuredHot(), idle);
      floor[i] = demand.floor();
      hot[i] = demand.hot();
      warm[i] = demand.warm();
    }
    double[] none = MemberHistory.absent(size);
    from.keepNeeded(List.of(Metric.MEMORY_WORKINGSET, Metric.MEMORY_RESIDENT));
    return new MemberHistory(
        new Subject(Kind.GUEST, guest.name()),
        new Asked(Arrays.copyOf(column(Metric.MEMORY_LOGICAL), size), floor, hot, warm),
        Served.guest(column(Metric.MEMORY_RESIDENT), expanded, auxiliary),
        Paging.guest(column(Metric.PAGING_READS), column(Metric.XSTORE_IN)),
        new Worst(
            guest.configuredHot().isEmpty() && !idle ? mostNeeded : none,
            none,
            none,
            none,
            none,
            none),
        from.provenance());
  }
}
