package dev.headroom.memory;

import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.series.RowNumbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which row each figure of a member's history came from, at every instant: kept while its captures
 * are laid on the grid, so that the line behind a figure is looked up and not searched for. Of a
 * count that is summed over a cell it is the row with most of it.
 */
public final class Provenance {
  /** Of a member that no capture shows. */
  public static final Provenance NONE =
      new Provenance(new RowNumbers(List.of()), Map.of(), new int[0], 0);

  private final RowNumbers numbers;
  private final Map<Metric, int[]> rows;
  private final int[] needed;

  /** The instant of the arrays at which the history begins, for it may be a part. */
  private final int start;

  Provenance(RowNumbers numbers, Map<Metric, int[]> rows, int[] needed, int start) {
    this.numbers = numbers;
    this.rows = Map.copyOf(rows);
    this.needed = needed;
    this.start = start;
  }

  /** The row behind the member's figure of a metric at an instant; empty where it has none. */
  public Optional<Row> of(Metric metric, int instant) {
    int[] kept = rows.get(metric);
    return kept == null ? Optional.empty() : numbers.row(kept[start + instant]);
  }

  /** The row behind what the member needed at an instant, whichever metric that was told by. */
  public Optional<Row> needed(int instant) {
    return needed.length == 0 ? Optional.empty() : numbers.row(needed[start + instant]);
  }

  /** The same from an instant on; nothing is copied. */
  Provenance from(int instant) {
    return new Provenance(numbers, rows, needed, start + instant);
  }
}
