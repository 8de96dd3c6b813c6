package dev.headroom.memory.ams;

import dev.headroom.memory.Asked;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberRows;
import dev.headroom.memory.Paging;
import dev.headroom.memory.RowKeeper;
import dev.headroom.memory.Served;
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
 * Lays one partition's captures on a grid. Of several rows in one cell the one with the most hot
 * demand stands for the cell, and the one that was least backed for what was seen of stealing: an
 * average would hide the peak. Counts are summed over the cell.
 */
final class PartitionGridding {
  /** Figures that a configuration fixes: they hold until they change, and before the first too. */
  private static final Set<Metric> SETTINGS =
      EnumSet.of(Metric.MEMORY_LOGICAL, Metric.MEMORY_ENTITLEMENT_IO);

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
  private final double[] pageIns;
  private final double[] pageInMillis;
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
    pageIns = absent();
    pageInMillis = absent();
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

  MemberHistory history() {
    double[] instants = grid.instants();
    for (int index = 0; index < rows.size(); index++) {
      int instant = grid.instantOf(rows.places()[index]);
      if (instant >= 0) {
        demand(instant, index);
        seen(instant, index);
        pageIns(instant, index);
        addTo(pageInMillis, instant, figure(index, Metric.HYPERVISOR_PAGEIN_TIME));
        double own = figure(index, Metric.PAGING_IN) + figure(index, Metric.PAGING_OUT);
        if (!(ownPaging[instant] >= own)) {
          ownPaging[instant] = own;
          from.keep(Metric.PAGING_IN, instant, rowOf(index, Metric.PAGING_IN));
        }
      }
    }
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
        new Served(known(physical), known(loaned), nothing, nothing),
        new Paging(known(pageIns), known(pageInMillis), known(ownPaging), nothing, nothing),
        from.provenance());
  }

  private void demand(int instant, int index) {
    AmsDemand demand = AmsDemand.of(metric -> figure(index, metric));
    double needed = demand.floor() + demand.hot();
    if (Double.isNaN(hot[instant]) || needed > floor[instant] + hot[instant]) {
      floor[instant] = demand.floor();
      hot[instant] = demand.hot();
      warm[instant] = demand.warm();
      logical[instant] = demand.logical();
      from.keep(Metric.MEMORY_LOGICAL, instant, rowOf(index, Metric.MEMORY_LOGICAL));
      from.keepNeeded(instant, neededRow(index));
    }
  }

  private void seen(int instant, int index) {
    double backed = figure(index, Metric.MEMORY_PHYSICAL) + figure(index, Metric.MEMORY_LOANED);
    boolean first = Double.isNaN(physical[instant]);
    if (!Double.isNaN(backed) && (first || backed < physical[instant] + loaned[instant])) {
      physical[instant] = figure(index, Metric.MEMORY_PHYSICAL);
      loaned[instant] = figure(index, Metric.MEMORY_LOANED);
      from.keep(Metric.MEMORY_PHYSICAL, instant, rowOf(index, Metric.MEMORY_PHYSICAL));
      from.keep(Metric.MEMORY_LOANED, instant, rowOf(index, Metric.MEMORY_LOANED));
    }
  }

  private void pageIns(int instant, int index) {
    double counted = figure(index, Metric.HYPERVISOR_PAGEINS);
    addTo(pageIns, instant, counted);
    if (!Double.isNaN(counted) && !(from.value(Metric.HYPERVISOR_PAGEINS, instant) >= counted)) {
      from.keep(Metric.HYPERVISOR_PAGEINS, instant, rowOf(index, Metric.HYPERVISOR_PAGEINS));
    }
  }

  private static void addTo(double[] sums, int instant, double value) {
    if (!Double.isNaN(value)) {
      sums[instant] = Double.isNaN(sums[instant]) ? value : sums[instant] + value;
    }
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
    return beside.computeIfAbsent(
        metric,
        m -> Series.of(tables.stream().filter(table -> !rows.carriedBy(table)).toList(), m));
  }

  private int placeBeside(Series series, Metric metric, double place) {
    if (!grid.timed()) {
      return -1;
    }
    if (SETTINGS.contains(metric)) {
      return series.placeConfiguredAt(place);
    }
    // by the grid's interval, not by the other capture's own: a report of this morning must not
    // speak for what the rows of the afternoon tell themselves
    return series.placeAt(place, Grid.HOLD * grid.step());
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
        from.hold(HELD, last, instant);
      }
    }
  }
}
