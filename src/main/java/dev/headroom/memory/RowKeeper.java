package dev.headroom.memory;

import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.series.RowNumbers;
import dev.headroom.series.Table;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes the rows that a member's figures come from while its captures are laid on a grid. */
public final class RowKeeper {
  private final RowNumbers numbers;
  private final Map<Metric, int[]> rows = new EnumMap<>(Metric.class);
  private final int[] needed;

  /**
   * Nothing is noted yet.
   *
   * @param tables all tables about the member
   * @param instants of the grid
   */
  public RowKeeper(List<Table> tables, int instants) {
    numbers = new RowNumbers(tables);
    needed = none(instants);
  }

  private static int[] none(int instants) {
    int[] rows = new int[instants];
    Arrays.fill(rows, RowNumbers.NONE);
    return rows;
  }

  /** Notes where the figure of a metric at an instant is from; null for no row. */
  public void keep(Metric metric, int instant, @Nullable Row row) {
    if (row != null || rows.containsKey(metric)) {
      rows.computeIfAbsent(metric, m -> none(needed.length))[instant] = numbers.of(row);
    }
  }

  /** Notes where what is needed at an instant is from; null for no row. */
  public void keepNeeded(int instant, @Nullable Row row) {
    needed[instant] = numbers.of(row);
  }

  /** Takes what is needed everywhere from the first of these metrics that has a row there. */
  public void keepNeeded(List<Metric> metrics) {
    for (int instant = 0; instant < needed.length; instant++) {
      for (Metric metric : metrics) {
        int[] kept = rows.get(metric);
        if (needed[instant] == RowNumbers.NONE && kept != null) {
          needed[instant] = kept[instant];
        }
      }
    }
  }

  /** The value of a metric in the row that is noted; {@link Double#NaN} where none is. */
  public double value(Metric metric, int instant) {
    int[] kept = rows.get(metric);
    Optional<Row> row = kept == null ? Optional.empty() : numbers.row(kept[instant]);
    return row.isPresent() ? row.get().value(metric) : Double.NaN;
  }

  /** Lets the rows of some metrics, and of what is needed, hold at a later instant as well. */
  public void hold(Collection<Metric> metrics, int earlier, int later) {
    needed[later] = needed[earlier];
    for (Metric metric : metrics) {
      int[] kept = rows.get(metric);
      if (kept != null) {
        kept[later] = kept[earlier];
      }
    }
  }

  /** What was noted. */
  public Provenance provenance() {
    return new Provenance(numbers, rows, needed, 0);
  }
}
