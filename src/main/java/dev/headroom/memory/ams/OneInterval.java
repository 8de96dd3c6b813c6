package dev.headroom.memory.ams;

import dev.headroom.memory.Carriers;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Captures without times can only be laid beside each other row by row, and only where their
 * intervals are the same. Where those that are known differ, the interval of most members is laid,
 * of equally many the shortest; captures of another one are left out.
 */
public final class OneInterval {
  private OneInterval() {}

  /** The captures of a pool's members that are left out: of another interval than most. */
  public static List<Table> leftOut(List<Table> tables) {
    Map<Double, Set<String>> members = new HashMap<>();
    for (Table table : tables) {
      if (counts(table)) {
        members
            .computeIfAbsent(table.interval(), interval -> new HashSet<>())
            .add(table.subject().name());
      }
    }
    double laid = Double.NaN;
    int most = 0;
    for (Map.Entry<Double, Set<String>> each : members.entrySet()) {
      int size = each.getValue().size();
      if (size > most || (size == most && each.getKey() < laid)) {
        most = size;
        laid = each.getKey();
      }
    }
    double kept = laid;
    return tables.stream().filter(table -> counts(table) && table.interval() != kept).toList();
  }

  /** Whether a capture has rows of demand without a time, and its interval is known. */
  private static boolean counts(Table table) {
    if (Double.isNaN(table.interval())) {
      return false;
    }
    for (Metric carrier : Carriers.of(table.subject().kind())) {
      for (int row = 0; table.column(carrier) != null && row < table.rows(); row++) {
        if (Double.isNaN(table.time(row)) && !Double.isNaN(table.value(carrier, row))) {
          return true;
        }
      }
    }
    return false;
  }
}
