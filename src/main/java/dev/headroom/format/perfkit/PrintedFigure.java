package dev.headroom.format.perfkit;

import dev.headroom.series.Metric;
import java.util.Arrays;
import java.util.List;

/**
 * A metric that a report gives, and the columns whose sum it is.
 *
 * @param metric the metric
 * @param sums the columns that are summed; of several ways the first whose columns are all there
 */
record PrintedFigure(Metric metric, List<List<String>> sums) {

  /** A metric that is one column, or a sum such as {@code a+b}, or else another. */
  static PrintedFigure of(Metric metric, String... sums) {
    return new PrintedFigure(
        metric, Arrays.stream(sums).map(sum -> List.of(sum.split("\\+", -1))).toList());
  }
}
