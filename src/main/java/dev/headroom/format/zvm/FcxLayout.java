package dev.headroom.format.zvm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the columns of one report stand, made of the heading lines of one of its pages and of
 * nothing else.
 */
final class FcxLayout {
  private static final int FEWEST = 5;

  private final FcxReport report;
  private final List<FcxSpan> spans;
  private final boolean collapsed;

  private FcxLayout(FcxReport report, List<FcxSpan> spans, boolean collapsed) {
    this.report = report;
    this.spans = spans;
    this.collapsed = collapsed;
  }

  /** The layout that these lines tell, from the uppermost to the lowest. */
  static FcxLayout of(FcxReport report, List<FcxHeadingLine> lines) {
    List<FcxSpan> spans = new ArrayList<>();
    boolean collapsed =
        !lines.isEmpty()
            && lines.get(lines.size() - 1).words().size() >= FEWEST
            && lines.stream().allMatch(FcxHeadingLine::isCollapsed);
    for (int at = lines.size() - 1; at >= 0; at--) {
      boolean lowest = at == lines.size() - 1;
      if (collapsed && !lowest) {
        break; // what stands above cannot be told
      }
      place(lines.get(at), spans);
    }
    spans.sort(Comparator.comparingInt(FcxSpan::end));
    spans.forEach(span -> span.identify(report));
    report.columns().forEach(column -> forgetTwins(spans, column.id()));
    return new FcxLayout(report, List.copyOf(spans), collapsed);
  }

  private static void forgetTwins(List<FcxSpan> spans, String id) {
    List<FcxSpan> same = spans.stream().filter(span -> span.is(id)).toList();
    if (same.size() > 1) {
      same.forEach(FcxSpan::forget);
    }
  }

  private static void place(FcxHeadingLine line, List<FcxSpan> spans) {
    List<FcxSpan> added = new ArrayList<>();
    for (FcxHeadingLine.Word word : line.words()) {
      Optional<FcxSpan> below = below(word, spans);
      below.ifPresentOrElse(
          span -> span.below(word.text()),
          () -> added.add(new FcxSpan(word.start(), word.end(), word.text(), line)));
    }
    for (FcxRuler ruler : line.rulers()) {
      for (FcxSpan span : spans) {
        if (ruler.covers(span.start(), span.end())) {
          span.below(ruler);
        }
      }
    }
    spans.addAll(added);
  }

  /** The column that a word stands over; a vertical heading may be off by one place. */
  private static Optional<FcxSpan> below(FcxHeadingLine.Word word, List<FcxSpan> spans) {
    FcxSpan best = null;
    int most = 0;
    for (FcxSpan span : spans) {
      boolean narrow = word.text().length() == 1 && span.end() - span.start() == 1;
      int shared = span.shared(word.start(), word.end()) + (narrow ? 1 : 0);
      if (shared > most) {
        most = shared;
        best = span;
      }
    }
    return Optional.ofNullable(best);
  }

  FcxReport report() {
    return report;
  }

  /** All columns, from the left. */
  List<FcxSpan> spans() {
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
