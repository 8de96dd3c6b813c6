package dev.headroom.risk;

import dev.headroom.series.Column;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import org.jspecify.annotations.Nullable;

/** A table's rows in time. Whether its times rise is looked at once, when it first matters. */
final class TableRows {
  private final Table table;
  private @Nullable Boolean rising;

  TableRows(Table table) {
    this.table = table;
  }

  Table table() {
    return table;
  }

  /** Whether a row with a value of a metric has a time. */
  boolean timed(Metric metric) {
    Column column = table.column(metric);
    for (int row = 0; column != null && row < table.rows(); row++) {
      if (!Double.isNaN(column.get(row)) && !Double.isNaN(table.time(row))) {
        return true;
      }
    }
    return false;
  }

  /** The first row that may be at or after a time: all are looked through where times jump. */
  int from(double time) {
    if (!rising()) {
      return 0;
    }
    int low = 0;
    int high = table.rows();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (table.time(middle) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether no row from this one on can be at or before a time. */
  boolean past(int row, double time) {
    return rising() && table.time(row) > time;
  }

  private boolean rising() {
    if (rising == null) {
      boolean rises = true;
      double before = Double.NEGATIVE_INFINITY;
      for (int row = 0; rises && row < table.rows(); row++) {
        double time = table.time(row);
        rises = time >= before;
        before = time;
      }
      rising = rises;
    }
    return rising;
  }
}
