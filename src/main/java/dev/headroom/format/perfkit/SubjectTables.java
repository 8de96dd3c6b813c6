package dev.headroom.format.perfkit;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.SectionContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /** Ends all of them. */
  void close() {
    open.values().forEach(TableBody::close);
  }
}
