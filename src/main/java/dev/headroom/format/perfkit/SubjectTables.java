package dev.headroom.format.perfkit;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.SectionContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of one section that may go on with another page: one a report and system. */
final class SubjectTables {
  private final SectionContext context;
  private final ReportRows rows;
  private final ReportClock clock;
  private final Map<Key, TableBody> open = new LinkedHashMap<>();
  private final Set<String> said = new HashSet<>();

  private record Key(ReportKind report, String system) {}

  SubjectTables(SectionContext context, ReportRows rows, ReportClock clock) {
    this.context = context;
    this.rows = rows;
    this.clock = clock;
  }

  /** The table that a page belongs to: the one from the page before, or a new one. */
  TableBody of(ReportKind report, ReportPage page) {
    Key key = new Key(report, rows.system(page));
    TableBody before = open.get(key);
    if (before != null && before.goesOn(page)) {
      return before;
    }
    if (before != null) {
      before.close();
    }
    TableBody next = new TableBody(context, report, rows, clock, page);
    open.put(key, next);
    return next;
  }

  /** Names the headings that are not known, each once. */
  void reportUnknown(TableLayout layout, String name) {
    for (ColumnSpan span : layout.spans()) {
      String fault =
          span.isTwin()
              ? "appears twice, and nothing tells the two apart; both columns are left out"
              : "is not known; its column is left out";
      if (span.column().isEmpty() && said.add(name + span.shown())) {
        context.report(
            span.line().line(),
            span.line().shift() + span.start() + 1,
            DiagnosticCode.UNKNOWN_COLUMN,
            "heading " + span.shown() + " " + fault);
      }
    }
  }

  /**
   * Names the figures of which the page has one term and not the others, each once: the page was
   * cut between them. Where a heading is not known, that was told, and it may be the missing one.
   */
  void reportHalves(TableLayout layout, String name) {
    List<ColumnSpan> spans = layout.spans();
    if (spans.stream().anyMatch(span -> span.column().isEmpty())) {
      return;
    }
    for (PrintedFigure figure : layout.report().figures()) {
      boolean whole = figure.sums().stream().anyMatch(layout::has);
      Optional<ColumnSpan> half =
          spans.stream()
              .filter(span -> figure.sums().stream().flatMap(List::stream).anyMatch(span::is))
              .findFirst();
      if (!whole && half.isPresent() && said.add(name + figure.metric())) {
        HeadingLine line = half.get().line();
        context.report(
            line.line(),
            line.shift() + half.get().start() + 1,
            DiagnosticCode.TRUNCATED,
            name
                + ": heading "
                + half.get().shown()
                + " is only a part of "
                + figure.metric().label()
                + ", and the page does not have the rest; the metric is left out");
      }
    }
  }

  /** Ends all of them. */
  void close() {
    open.values().forEach(TableBody::close);
  }
}
