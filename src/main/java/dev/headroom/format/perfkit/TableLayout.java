package dev.headroom.format.perfkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the columns of one report stand, made of the heading lines of one of its pages and of
 * nothing else.
 */
final class TableLayout {
  private static final int FEWEST = 5;

  /** A heading beside the key that another report has too. */
  private static final int MOST_KEPT = 2;

  private final ReportKind report;
  private final List<ColumnSpan> spans;
  private final boolean collapsed;

  private TableLayout(ReportKind report, List<ColumnSpan> spans, boolean collapsed) {
    this.report = report;
    this.spans = spans;
    this.collapsed = collapsed;
  }

  /** The layout that these lines tell, from the uppermost to the lowest. */
  static TableLayout of(ReportKind report, List<HeadingLine> lines) {
    List<ColumnSpan> spans = new ArrayList<>();
    boolean collapsed =
        !lines.isEmpty()
            && lines.get(lines.size() - 1).words().size() >= FEWEST
            && lines.stream().allMatch(HeadingLine::isCollapsed);
    for (int at = lines.size() - 1; at >= 0; at--) {
      boolean lowest = at == lines.size() - 1;
      if (collapsed && !lowest) {
        break; // what stands above cannot be told
      }
      place(lines.get(at), spans);
    }
    spans.sort(Comparator.comparingInt(ColumnSpan::end));
    spans.forEach(span -> span.identify(report));
    report.columns().stream()
        .filter(column -> report.uses(column) || report.key().contains(column.id()))
        .forEach(column -> forgetTwins(spans, column.id()));
    return new TableLayout(report, List.copyOf(spans), collapsed);
  }

  private static void forgetTwins(List<ColumnSpan> spans, String id) {
    List<ColumnSpan> same = spans.stream().filter(span -> span.is(id)).toList();
    if (same.size() > 1) {
      same.forEach(ColumnSpan::forget);
    }
  }

  private static void place(HeadingLine line, List<ColumnSpan> spans) {
    List<ColumnSpan> added = new ArrayList<>();
    for (HeadingLine.Word word : line.words()) {
      Optional<ColumnSpan> below = below(word, spans);
      below.ifPresentOrElse(
          span -> span.below(word.text()),
          () -> added.add(new ColumnSpan(word.start(), word.end(), word.text(), line)));
    }
    for (Ruler ruler : line.rulers()) {
      for (ColumnSpan span : spans) {
        if (ruler.covers(span.start(), span.end())) {
          span.below(ruler);
        }
      }
    }
    spans.addAll(added);
  }

  /** The column that a word stands over; a vertical heading may be off by one place. */
  private static Optional<ColumnSpan> below(HeadingLine.Word word, List<ColumnSpan> spans) {
    ColumnSpan best = null;
    int most = 0;
    for (ColumnSpan span : spans) {
      boolean narrow = word.text().length() == 1 && span.end() - span.start() == 1;
      int shared = span.shared(word.start(), word.end()) + (narrow ? 1 : 0);
      if (shared > most) {
        most = shared;
        best = span;
      }
    }
    return Optional.ofNullable(best);
  }

  ReportKind report() {
    return report;
  }

  /** All columns, from the left. */
  List<ColumnSpan> spans() {
    return spans;
  }

  /** Whether blanks were collapsed, so that places tell nothing. */
  boolean isCollapsed() {
    return collapsed;
  }

  /** The place of a column among all; -1 where it is not there. */
  int place(String id) {
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).is(id)) {
        return i;
      }
    }
    return -1;
  }

  /** How many of its columns are known. */
  long known() {
    return spans.stream().filter(span -> span.column().isPresent()).count();
  }

  /** What is missing for rows to be read; empty where nothing is. */
  Optional<String> fault() {
    if (spans.isEmpty()) {
      return Optional.of("no heading names its columns");
    }
    for (String id : report.key()) {
      if (place(id) < 0) {
        return Optional.of("no heading says which column is " + id);
      }
    }
    if (known() <= MOST_KEPT && spans.size() >= 2 * FEWEST) {
      return Optional.of("nearly none of its headings is known");
    }
    boolean any =
        report.figures().stream()
            .anyMatch(figure -> figure.sums().stream().anyMatch(sum -> has(sum)));
    return any ? Optional.empty() : Optional.of("none of its headings is known");
  }

  /** Whether all these columns are there. */
  boolean has(List<String> ids) {
    return ids.stream().allMatch(id -> place(id) >= 0);
  }
}
