package dev.headroom.format.perfkit;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.util.List;
import java.util.Optional;

/**
 * A report of Performance Toolkit that is a table, and what is taken from it.
 *
 * @param format the format's name, such as {@code fcx113}
 * @param kind what its rows are about
 * @param key the columns that say what a row is about
 * @param columns all columns that it may have; what they are called decides, never where they stand
 * @param figures what its samples are
 */
record ReportKind(
    String format,
    Kind kind,
    List<String> key,
    List<PrintedColumn> columns,
    List<PrintedFigure> figures) {

  /** The metrics in the order of the columns. */
  List<Metric> metrics() {
    return figures.stream().map(PrintedFigure::metric).toList();
  }

  /** The column that stands below these words and rulers. */
  Optional<PrintedColumn> column(String stack, List<Ruler> rulers) {
    return columns.stream().filter(column -> column.matches(stack, rulers)).findFirst();
  }

  /** Whether a line has a word of its headings. */
  boolean mentions(HeadingLine line) {
    return line.words().stream().anyMatch(word -> isOfHeadings(word.text()));
  }

  private boolean isOfHeadings(String word) {
    return columns.stream()
        .flatMap(column -> column.headings().stream())
        .anyMatch(heading -> (" " + heading + " ").contains(" " + word + " "));
  }

  /** Whether samples are made of this column. */
  boolean uses(PrintedColumn column) {
    return figures.stream()
        .anyMatch(figure -> figure.sums().stream().anyMatch(sum -> sum.contains(column.id())));
  }
}
