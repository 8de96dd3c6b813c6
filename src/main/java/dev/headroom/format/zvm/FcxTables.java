package dev.headroom.format.zvm;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.SectionContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The tables of one section that may go on with another page: one a report and system. */
final class FcxTables {
  private final SectionContext context;
  private final FcxRows rows;
  private final FcxClock clock;
  private final Map<Key, FcxTable> open = new LinkedHashMap<>();
  private final Set<String> said = new HashSet<>();

  private record Key(FcxReport report, String system) {}

  FcxTables(SectionContext context, FcxRows rows, FcxClock clock) {
    this.context = context;
    this.rows = rows;
    this.clock = clock;
  }

  /** The table that a page belongs to: that of the page before, or a new one. */
  FcxTable of(FcxReport report, FcxPage page) {
    Key key = new Key(report, rows.system(page));
    FcxTable before = open.get(key);
    if (before != null && before.goesOn(page)) {
      return before;
    }
    if (before != null) {
      before.close();
    }
    FcxTable next = new FcxTable(context, report, rows, clock, page);
    open.put(key, next);
    return next;
  }

  /** Names the headings that are not known, each once. */
  void reportUnknown(FcxLayout layout, String name) {
    for (FcxSpan span : layout.spans()) {
      String fault =
          span.isTwin()
              ? "stands twice, and nothing tells both apart; both columns are left out"
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
    open.values().forEach(FcxTable::close);
  }
}
