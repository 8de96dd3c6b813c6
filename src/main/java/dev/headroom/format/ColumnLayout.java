package dev.headroom.format;

import dev.headroom.series.Metric;
import java.util.List;
import java.util.Optional;

/**
 * What the cells of a table's rows mean, as a format's grammar has read it from the header above
 * them. Any table with a layout can be read by {@link LongTable}, whatever tool printed it.
 *
 * @param metrics the metrics that the format's tables have, under any header
 * @param cells the meaning of each cell of a row
 */
public record ColumnLayout(List<Metric> metrics, List<Cell> cells) {

  /**
   * What one cell means.
   *
   * @param metric what it samples; empty where it is read and not kept
   * @param scale what one of it is in the metric's unit
   * @param state whether it is a state, which holds even where the row is an average since boot
   * @param time whether it is the time of the day
   * @param decimals how many decimals it is always printed with: a number with fewer at the end of
   *     its line was cut there
   */
  public record Cell(
      Optional<Metric> metric, double scale, boolean state, boolean time, int decimals) {
    /** A cell that is read and not kept. */
    public static final Cell SKIPPED = new Cell(Optional.empty(), 1, false, false, 0);

    /** The time of the day. */
    public static final Cell TIME = new Cell(Optional.empty(), 1, false, true, 0);

    /** A rate or a share of an interval, in the metric's own unit. */
    public static Cell rate(Metric metric) {
      return new Cell(Optional.of(metric), 1, false, false, 0);
    }

    /** A state at the interval's end, printed in units of this many of the metric's. */
    public static Cell state(Metric metric, double scale) {
      return new Cell(Optional.of(metric), scale, true, false, 0);
    }

    /** The same cell, always printed with this many decimals. */
    public Cell withDecimals(int printed) {
      return new Cell(metric, scale, state, time, printed);
    }

    /** The same cell, of figures that were printed this many times as large. */
    public Cell magnified(double times) {
      return new Cell(metric, scale / times, state, time, decimals);
    }

    /** The value of a number as printed: its digits, and ten to the power of its decimals. */
    double value(double digits, double divisor) {
      double value = digits * scale / divisor;
      // figures that were magnified have a fraction, bytes have none
      return scale == 1 ? value : scale < 1 ? Math.rint(value * 1e6) / 1e6 : Math.rint(value);
    }
  }

  /** Copies the lists. */
  public ColumnLayout {
    metrics = List.copyOf(metrics);
    cells = List.copyOf(cells);
  }

  /**
   * The column of {@link #metrics} that a cell fills; -1 where it fills none.
   *
   * @param stateOnly whether rows are averages since boot, so that only states are kept
   */
  public int target(int place, boolean stateOnly) {
    Cell cell = cells.get(place);
    return stateOnly && !cell.state() ? -1 : cell.metric().map(metrics::indexOf).orElse(-1);
  }

  /** Whether any cell of a row is kept. */
  public boolean keeps(boolean stateOnly) {
    for (int place = 0; place < cells.size(); place++) {
      if (target(place, stateOnly) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether figures were magnified in print, so that a number and its unit are not enough. */
  boolean magnified() {
    return cells.stream().anyMatch(cell -> cell.scale() < 1);
  }

  /** The place of a metric's cell in a row, from 0; -1 where it has none. */
  public int place(Metric metric) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).metric().equals(Optional.of(metric))) {
        return i;
      }
    }
    return -1;
  }
}
