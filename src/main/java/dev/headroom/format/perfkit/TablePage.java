package dev.headroom.format.perfkit;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.FcxReportParser.CaptionLineContext;
import dev.headroom.format.grammar.FcxReportParser.LineContext;
import dev.headroom.format.grammar.FcxReportParser.PseudoLineContext;
import dev.headroom.format.grammar.FcxReportParser.RowLineContext;
import dev.headroom.format.grammar.FcxReportParser.UnderlineLineContext;
import dev.headroom.format.grammar.FcxReportParser.WordsLineContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One page of a report that is a table: its lines of headings, and the rows below them. */
final class TablePage implements ReportBody {
  private static final int MOST_HEADINGS = 8;

  private final SectionContext context;
  private final SubjectTables tables;
  private final ReportKind report;
  private final ReportPage page;
  private final String name;
  private final List<HeadingLine> headings = new ArrayList<>();

  /** The table that the page's rows belong to, once its headings have been understood. */
  private @Nullable TableBody table;

  private @Nullable RowSlices slices;

  /** Why no layout could be made of the headings so far; empty where it could, or was not tried. */
  private Optional<String> fault = Optional.empty();

  /** The line above which the headings did not do, and how many they were. */
  private @Nullable Line faultAt;

  private @Nullable Line firstRow;

  /** Whether headings were added since a layout was tried in vain. */
  private boolean more;

  TablePage(
      SectionContext context,
      SubjectTables tables,
      ReportKind report,
      ReportPage page,
      String name) {
    this.context = context;
    this.tables = tables;
    this.report = report;
    this.page = page;
    this.name = name;
  }

  @Override
  public Outcome read(PrintedLine line, LineContext tree, boolean strict, boolean unended) {
    if (tree instanceof UnderlineLineContext) {
      if (table == null) {
        headings.clear(); // headings stand below it
      }
      return Outcome.NOISE;
    }
    boolean words = tree instanceof WordsLineContext;
    if (fault.isPresent() && !more && !words) {
      return strict ? Outcome.FOREIGN : Outcome.REJECTED;
    }
    if (tree instanceof WordsLineContext found) {
      return table == null ? heading(line, found) : words(line, strict);
    }
    if (tree instanceof CaptionLineContext found) {
      if (layOut(line)) {
        known().caption(found.caption().getText().contains("Class"));
      }
      return fault.isPresent() ? Outcome.REJECTED : Outcome.NOISE;
    }
    if (tree instanceof RowLineContext || tree instanceof PseudoLineContext) {
      if (table == null && !TableRow.isMostlyFigures(line.text())) {
        return Outcome.FOREIGN; // something among the headings
      }
      RowSlices cut = layOut(line) ? slices : null;
      return cut == null ? Outcome.REJECTED : known().read(line, cut, strict, unended);
    }
    return Outcome.FOREIGN;
  }

  private TableBody known() {
    return Objects.requireNonNull(table);
  }

  private Outcome heading(PrintedLine line, WordsLineContext words) {
    if (headings.size() == MOST_HEADINGS) {
      headings.remove(0); // those that count stand right above the rows
    }
    headings.add(HeadingLine.of(line, words.words().word()));
    more = true;
    return Outcome.UNDERSTOOD;
  }

  /** A line without figures among the rows: the headings again, or a row that breaks off. */
  private Outcome words(PrintedLine line, boolean strict) {
    String text = line.text().strip();
    if (headings.stream().anyMatch(heading -> heading.line().text().strip().equals(text))) {
      return Outcome.NOISE;
    }
    if (strict || !known().isBrokenOff(line)) {
      return Outcome.FOREIGN;
    }
    context.report(
        line.original(),
        line.original().length() + 1,
        DiagnosticCode.TRUNCATED,
        "the row ends before its first figure; it is left out");
    return Outcome.REJECTED;
  }

  /**
   * Makes the layout of the headings. Where it cannot be, the rows are rejected, until more
   * headings show that what stood there was a strange line among them.
   */
  private boolean layOut(PrintedLine line) {
    if (table != null) {
      return true;
    }
    more = false;
    TableLayout layout = layout();
    fault = layout.fault();
    if (fault.isPresent()) {
      Line last = headings.isEmpty() ? line.original() : headings.get(headings.size() - 1).line();
      faultAt = last.copy();
      firstRow = firstRow == null ? line.original().copy() : firstRow;
      return false;
    }
    Line strange = firstRow;
    if (strange != null) {
      context.report(
          strange,
          1 + strange.indent(),
          DiagnosticCode.UNEXPECTED_LINE,
          "a strange line among the headings; it is left out");
    }
    tables.reportUnknown(layout, name);
    tables.reportHalves(layout, name);
    slices = new RowSlices(layout);
    table = tables.of(report, page);
    return true;
  }

  /**
   * The layout of the headings. A row that breaks off after its name, and a strange line, look like
   * headings; only that the other lines tell more columns without them shows what they are.
   */
  private TableLayout layout() {
    TableLayout best = withoutBrokenRows();
    List<HeadingLine> doubtful =
        headings.stream()
            .filter(line -> line.rulers().isEmpty() && !report.mentions(line))
            .toList();
    List<HeadingLine> strange = List.of();
    boolean any = best.fault().isPresent(); // a strange line may hold a word of the headings
    for (HeadingLine line : any ? List.copyOf(headings) : doubtful) {
      TableLayout fewer = without(List.of(line));
      if (strange.isEmpty() && tellsMore(fewer, best)) {
        best = fewer;
        strange = List.of(line);
      }
    }
    TableLayout fewest = without(doubtful);
    if (tellsMore(fewest, best)) {
      best = fewest;
      strange = doubtful;
    }
    for (HeadingLine line : strange) {
      headings.remove(line);
      context.report(
          line.line(),
          1 + line.line().indent(),
          DiagnosticCode.UNEXPECTED_LINE,
          "a strange line among the headings; it is left out");
    }
    return best;
  }

  private static boolean tellsMore(TableLayout one, TableLayout other) {
    boolean mended = other.fault().isPresent() && one.fault().isEmpty();
    return mended || one.known() > other.known();
  }

  private TableLayout without(List<HeadingLine> lines) {
    List<HeadingLine> others = new ArrayList<>(headings);
    others.removeAll(lines);
    return TableLayout.of(report, others);
  }

  private TableLayout withoutBrokenRows() {
    TableLayout best = TableLayout.of(report, headings);
    int lines = headings.size();
    for (int kept = headings.size() - 1; kept > 0 && kept >= headings.size() - 2; kept--) {
      TableLayout fewer = TableLayout.of(report, headings.subList(0, kept));
      if (fewer.known() > best.known()) {
        best = fewer;
        lines = kept;
      }
    }
    for (HeadingLine broken : headings.subList(lines, headings.size())) {
      context.report(
          broken.line(),
          broken.line().length() + 1,
          DiagnosticCode.TRUNCATED,
          "the row ends before its first figure; it is left out");
    }
    headings.subList(lines, headings.size()).clear();
    return best;
  }

  @Override
  public void close() {
    Line at = faultAt;
    if (table == null && fault.isPresent() && at != null) {
      context.report(
          at,
          1 + at.indent(),
          DiagnosticCode.NO_HEADER,
          name + ": " + fault.get() + "; the report is left out");
      return;
    }
    if (table != null) {
      return;
    }
    Line last = headings.isEmpty() ? page.header() : headings.get(headings.size() - 1).line();
    context.report(
        last,
        last.length() + 1,
        DiagnosticCode.TRUNCATED,
        name
            + (headings.isEmpty() ? " ends before its headings" : " ends before its first row")
            + "; nothing of it can be read");
  }
}
