package dev.headroom.memory.ams;

import dev.headroom.memory.Asked;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberRows;
import dev.headroom.memory.Moments;
import dev.headroom.memory.Paging;
import dev.headroom.memory.RowKeeper;
import dev.headroom.memory.Served;
import dev.headroom.memory.Worst;
import dev.headroom.series.Grid;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.series.Series;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays one partition's captures on a grid, row by row as {@link Moments} picks them: of several
 * rows in a cell one stands for it, whole, the same moment for all members. Page-ins are counted
 * over the cell.
 */
final class PartitionGridding implements Moments.Laid {
  /** Figures that a configuration fixes: they hold until they change, and before the first too. */
  private static final Set<Metric> SETTINGS =
      EnumSet.of(Metric.MEMORY_LOGICAL, Metric.MEMORY_ENTITLEMENT_IO);

  /**
   * What is added to and taken from other figures: of another capture only where it is of the same
   * moment, for memory moves between them meanwhile.
   */
  private static final Set<Metric> TERMS =
      EnumSet.of(
          Metric.MEMORY_FILECACHE, Metric.MEMORY_FREE, Metric.MEMORY_INUSE, Metric.MEMORY_LOANED);

  /** What tells what is needed beyond the floor, in the order in which the demand prefers it. */
  private static final List<Metric> NEEDED =
      List.of(Metric.MEMORY_VIRTUAL, Metric.MEMORY_INUSE, Metric.MEMORY_COMPUTATIONAL);

  /** Figures that hold for two intervals. */
  private static final List<Metric> HELD =
      List.of(Metric.MEMORY_LOGICAL, Metric.MEMORY_PHYSICAL, Metric.MEMORY_LOANED);

  private final AmsMember member;
  private final List<Table> tables;
  private final MemberRows rows;
  private final Grid grid;
  private final RowKeeper from;

  /** Figures that stand in other tables than the rows, by metric. */
  private final Map<Metric, Series> beside = new EnumMap<>(Metric.class);

  /** A column in which nothing is known; members share it, for a large estate has many. */
  private final double[] nothing;

  private final double[] logical;
  private final double[] floor;
  private final double[] hot;
  private final double[] warm;
  private final double[] physical;
  private final double[] loaned;
  private final double[] stolen;
  private final WorstRows worst;
  private final CellRows cell = new CellRows();
  private final double[] ownPaging;

  PartitionGridding(
      AmsMember member, List<Table> tables, MemberRows rows, Grid grid, double[] nothing) {
    this.nothing = nothing;
    this.member = member;
    this.tables = tables;
    this.rows = rows;
    this.grid = grid;
    from = new RowKeeper(tables, grid.size());
    logical = absent();
    floor = absent();
    hot = absent();
    warm = absent();
    physical = absent();
    loaned = absent();
    stolen = absent();
    worst = new WorstRows();
    ownPaging = absent();
  }

  private double[] absent() {
    return absent(grid);
  }

  /** A column in which nothing is known. */
  static double[] absent(Grid grid) {
    double[] values = new double[grid.size()];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private double[] known(double[] column) {
    for (double value : column) {
      if (!Double.isNaN(value)) {
        return column;
      }
    }
    return nothing;
  }

  @Override
  public MemberRows rows() {
    return rows;
  }

  @Override
  public double needed(int index) {
    return cell.holds(index) ? cell.needed(index) : demandOf(index).needed();
  }

  private AmsDemand demandOf(int index) {
    return AmsDemand.of(metric -> figure(index, metric));
  }

  @Override
  public double taken(int index) {
    return cell.holds(index) ? cell.taken(index) : takenOf(index);
  }

  private double takenOf(int index) {
    double logical = figure(index, Metric.MEMORY_LOGICAL);
    double physical = figure(index, Metric.MEMORY_PHYSICAL);
    double loaned = figure(index, Metric.MEMORY_LOANED);
    // mostly nothing is missing, and then no rounding can explain it
    double rounding =
        logical - physical - loaned > 0
            ? Rounding.of(
                rowOf(index, Metric.MEMORY_LOGICAL),
                rowOf(index, Metric.MEMORY_PHYSICAL),
                rowOf(index, Metric.MEMORY_LOANED))
            : 0;
    return Served.stolen(logical, physical, loaned, rounding);
  }

  @Override
  public void demand(int instant, int index) {
    AmsDemand demand = demandOf(index);
    floor[instant] = demand.floor();
    hot[instant] = demand.hot();
    warm[instant] = demand.warm();
    logical[instant] = demand.logical();
    from.keep(Metric.MEMORY_LOGICAL, instant, rowOf(index, Metric.MEMORY_LOGICAL));
    from.keepNeeded(instant, neededRow(index));
  }

  @Override
  public void served(int instant, int index) {
    double backed = figure(index, Metric.MEMORY_PHYSICAL) + figure(index, Metric.MEMORY_LOANED);
    if (!Double.isNaN(backed)) {
      physical[instant] = figure(index, Metric.MEMORY_PHYSICAL);
      loaned[instant] = figure(index, Metric.MEMORY_LOANED);
      stolen[instant] = taken(index);
      from.keep(Metric.MEMORY_PHYSICAL, instant, rowOf(index, Metric.MEMORY_PHYSICAL));
      from.keep(Metric.MEMORY_LOANED, instant, rowOf(index, Metric.MEMORY_LOANED));
    }
  }

  @Override
  public void note(int instant, int index) {
    double own = figure(index, Metric.PAGING_IN) + figure(index, Metric.PAGING_OUT);
    if (!(ownPaging[instant] >= own)) {
      ownPaging[instant] = own;
      from.keep(Metric.PAGING_IN, instant, rowOf(index, Metric.PAGING_IN));
    }
  }

  @Override
  public void compete(int instant, int index) {
    AmsDemand demand = demandOf(index);
    double taken = takenOf(index);
    cell.add(instant, index, demand.needed(), taken);
    worst.raise(
        instant,
        demand.needed(),
        demand.needed() + demand.warm(),
        figure(index, Metric.MEMORY_LOANED),
        taken);
  }

  /**
   * What the rows of the cell at hand show. A moment is looked for among them twice, and a cell may
   * hold hundreds.
   */
  private static final class CellRows {
    private double[] needed = new double[64];
    private double[] taken = new double[64];
    private int instant = -1;
    private int first;
    private int size;

    void add(int instant, int index, double needs, double takes) {
      if (instant != this.instant || index != first + size) {
        this.instant = instant;
        first = index;
        size = 0;
      }
      if (size == needed.length) {
        needed = Arrays.copyOf(needed, 2 * size);
        taken = Arrays.copyOf(taken, 2 * size);
      }
      needed[size] = needs;
      taken[size++] = takes;
    }

    boolean holds(int index) {
      return index >= first && index < first + size;
    }

    double needed(int index) {
      return needed[index - first];
    }

    double taken(int index) {
      return taken[index - first];
    }
  }

  /** The partition's history, once all rows are noted. */
  MemberHistory history() {
    double[] instants = grid.instants();
    PageInCounts counts = PageInCounts.of(tables, rows, grid, from);
    hold();
    for (int instant = 0; instant < instants.length; instant++) {
      if (Double.isNaN(logical[instant])) {
        logical[instant] = logicalAt(instants[instant]);
        from.keep(
            Metric.MEMORY_LOGICAL, instant, besideRow(Metric.MEMORY_LOGICAL, instants[instant]));
      }
    }
    return new MemberHistory(
        new Subject(Kind.PARTITION, member.name()),
        new Asked(logical, floor, hot, known(warm)),
        new Served(known(physical), known(loaned), known(stolen), nothing, nothing),
        new Paging(
            known(counts.counts()),
            known(counts.millis()),
            known(counts.lengths()),
            known(ownPaging),
            nothing,
            nothing),
        new Worst(
            known(worst.needed),
            known(worst.demand),
            known(worst.loaned),
            known(worst.stolen),
            known(counts.slowest()),
            known(counts.longest())),
        from.provenance());
  }

  /** A figure of a row: its own, or what another capture says of that time. */
  private double figure(int index, Metric metric) {
    double own = rows.value(index, metric);
    if (!Double.isNaN(own)) {
      return own;
    }
    double place = rows.places()[index];
    if (metric == Metric.MEMORY_LOGICAL) {
      return logicalAt(place);
    }
    double other = besideAt(metric, place);
    return Double.isNaN(other) && metric == Metric.MEMORY_ENTITLEMENT_IO
        ? member.ioEntitlement().orElse(Double.NaN)
        : other;
  }

  private double logicalAt(double place) {
    double captured = besideAt(Metric.MEMORY_LOGICAL, place);
    return Double.isNaN(captured) ? member.logical().orElse(Double.NaN) : captured;
  }

  private double besideAt(Metric metric, double place) {
    Series series = beside(metric);
    return series.value(placeBeside(series, metric, place));
  }

  private Series beside(Metric metric) {
    Series series = beside.get(metric);
    if (series == null) {
      series = rows.beside(tables, metric);
      beside.put(metric, series);
    }
    return series;
  }

  private int placeBeside(Series series, Metric metric, double place) {
    if (!grid.timed()) {
      return -1;
    }
    if (SETTINGS.contains(metric)) {
      return series.placeConfiguredAt(place);
    }
    if (TERMS.contains(metric)) {
      return series.placeAt(place, 0);
    }
    // by the grid's interval, not by the other capture's own: a report of this morning must not
    // speak for what the rows of the afternoon tell themselves
    return series.placeAt(place, grid.reach());
  }

  private @Nullable Row besideRow(Metric metric, double place) {
    Series series = beside(metric);
    return series.row(placeBeside(series, metric, place)).orElse(null);
  }

  /** Where a figure of a row is from: the row itself, or another capture's; null for neither. */
  private @Nullable Row rowOf(int index, Metric metric) {
    return Double.isNaN(rows.value(index, metric))
        ? besideRow(metric, rows.places()[index])
        : rows.row(index);
  }

  private @Nullable Row neededRow(int index) {
    for (Metric metric : NEEDED) {
      Row row = rowOf(index, metric);
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  /** Fills what a held value reaches. Counts are of their own interval and are not held. */
  private void hold() {
    int last = -1;
    for (int instant = 0; instant < grid.size(); instant++) {
      if (!Double.isNaN(hot[instant]) || !Double.isNaN(physical[instant])) {
        last = instant;
      } else if (last >= 0 && grid.holds(last, instant)) {
        logical[instant] = logical[last];
        floor[instant] = floor[last];
        hot[instant] = hot[last];
        warm[instant] = warm[last];
        physical[instant] = physical[last];
        loaned[instant] = loaned[last];
        stolen[instant] = stolen[last];
        from.hold(HELD, last, instant);
      }
    }
  }

  /** The worst rows of cells; its columns are made when there is one. */
  private final class WorstRows {
    private double[] needed = nothing;
    private double[] demand = nothing;
    private double[] loaned = nothing;
    private double[] stolen = nothing;

    void raise(int instant, double needed, double demand, double loaned, double stolen) {
      if (this.needed == nothing) {
        this.needed = absent();
        this.demand = absent();
        this.loaned = absent();
        this.stolen = absent();
      }
      raise(this.needed, instant, needed);
      raise(this.demand, instant, demand);
      raise(this.loaned, instant, loaned);
      raise(this.stolen, instant, stolen);
    }

    private static void raise(double[] column, int instant, double value) {
      if (!Double.isNaN(value) && !(column[instant] >= value)) {
        column[instant] = value;
      }
    }
  }
}
