package dev.headroom.report.chart;

import dev.headroom.memory.PoolHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleToIntFunction;

/**
 * Demand in few columns, for small charts: of all instants that fall into a column the most, so
 * that no peak is lost. Bytes.
 *
 * @param columns those that hold an instant, rising
 * @param gapBefore whether nothing is known between a column and the one before it
 * @param total the largest total of each
 * @param hot the most that was hot in each
 */
record Outline(int[] columns, boolean[] gapBefore, double[] total, double[] hot) {

  /**
   * The outline of a demand.
   *
   * @param count into how many columns its instants are put; the first instant of the history is in
   *     the first, the last in the last
   */
  static Outline of(PoolDemand demand, int count) {
    PoolHistory history = demand.history();
    double[] instants = history.instants();
    boolean[] known = demand.known();
    List<int[]> spans = new ArrayList<>();
    for (int i = 0; i < instants.length; i++) {
      if (!known[i]) {
        continue;
      }
      int column = column(instants, i, count);
      int[] last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (last != null && last[0] == column) {
        last[2] = i;
      } else {
        spans.add(new int[] {column, i, i});
      }
    }
    int size = spans.size();
    Outline outline =
        new Outline(new int[size], new boolean[size], new double[size], new double[size]);
    for (int k = 0; k < size; k++) {
      int[] span = spans.get(k);
      outline.columns[k] = span[0];
      outline.gapBefore[k] =
          k > 0
              && span[0] - spans.get(k - 1)[0] > 1
              && PoolDemand.gapBetween(history, known, spans.get(k - 1)[2], span[1], 0);
      for (int i = span[1]; i <= span[2]; i++) {
        outline.total[k] = Math.max(outline.total[k], demand.total()[i]);
        outline.hot[k] = Math.max(outline.hot[k], demand.hot()[i]);
      }
    }
    return outline;
  }

  /** In which column an instant is; a single instant is in the middle. */
  static int column(double[] instants, int at, int count) {
    double span = instants[instants.length - 1] - instants[0];
    double part = span > 0 ? (instants[at] - instants[0]) / span : 0.5;
    return (int) Math.floor(part * (count - 1) + 0.5);
  }

  /** What is under one of the series, down to a base; parts between gaps stand alone. */
  String area(double[] values, int left, int pitch, int base, DoubleToIntFunction place) {
    PathText path = new PathText();
    for (int start = 0; start < columns.length; ) {
      int end = endOfPart(start);
      int first = left + columns[start] * pitch;
      path.move(first, base);
      for (int k = start; k < end; k++) {
        path.line(left + columns[k] * pitch, place.applyAsInt(values[k]));
      }
      if (end == start + 1) {
        // an instant between two gaps is as wide as can be seen
        path.line(first + 1, place.applyAsInt(values[start]));
      }
      path.line(left + columns[end - 1] * pitch + (end == start + 1 ? 1 : 0), base).close();
      start = end;
    }
    return path.toString();
  }

  /** One of the series as a line, broken at gaps. */
  String line(double[] values, int left, int pitch, DoubleToIntFunction place) {
    PathText path = new PathText();
    for (int start = 0; start < columns.length; ) {
      int end = endOfPart(start);
      path.move(left + columns[start] * pitch, place.applyAsInt(values[start]));
      for (int k = start + 1; k < end; k++) {
        path.line(left + columns[k] * pitch, place.applyAsInt(values[k]));
      }
      if (end == start + 1) {
        path.line(left + columns[start] * pitch + 1, place.applyAsInt(values[start]));
      }
      start = end;
    }
    return path.toString();
  }

  private int endOfPart(int start) {
    int end = start + 1;
    while (end < columns.length && !gapBefore[end]) {
      end++;
    }
    return end;
  }
}
