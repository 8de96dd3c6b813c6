package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolPageIns;
import dev.headroom.memory.RowKeeper;
import dev.headroom.series.Grid;
import dev.headroom.series.Metric;
import dev.headroom.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays the page-ins that a console counts for a whole pool on the grid of its members. */
final class ConsoleCounts {
  private final ConsolePool console;
  private final Series counts;

  ConsoleCounts(ConsolePool console) {
    this.console = console;
    this.counts = console.samples(Metric.HYPERVISOR_PAGEINS);
  }

  /**
   * The places of members and, as far as the members report, those of the console: a count of five
   * minutes cannot be parted over cells of ten seconds, so that cells become as wide as its
   * interval.
   *
   * @param members places of each member's rows, rising
   */
  List<double[]> beside(List<double[]> members) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (double[] places : members) {
      if (places.length > 0) {
        first = Math.min(first, places[0]);
        last = Math.max(last, places[places.length - 1]);
      }
    }
    double[] own = new double[counts.size()];
    int size = 0;
    for (int i = 0; i < counts.size(); i++) {
      double time = counts.time(i);
      if (time >= first && time <= last) {
        own[size++] = time;
      }
    }
    List<double[]> all = new ArrayList<>(members);
    all.add(Arrays.copyOf(own, size));
    return all;
  }

  /** The page-ins on a grid that they are on. */
  PoolPageIns on(Grid grid) {
    double[] sums = MemberHistory.absent(grid.size());
    double[] millis = MemberHistory.absent(grid.size());
    double[] most = MemberHistory.absent(grid.size());
    RowKeeper from = new RowKeeper(console.tables(), grid.size());
    for (int i = 0; i < counts.size(); i++) {
      int instant = grid.instantOf(counts.time(i));
      if (instant < 0) {
        continue;
      }
      double count = counts.value(i);
      PageInCounts.addTo(sums, instant, count);
      PageInCounts.addTo(millis, instant, counts.beside(i, Metric.HYPERVISOR_PAGEIN_TIME));
      if (!(most[instant] >= count)) {
        most[instant] = count;
        from.keep(Metric.HYPERVISOR_PAGEINS, instant, counts.row(i).orElseThrow());
      }
    }
    return new PoolPageIns(sums, millis, from.provenance());
  }
}
