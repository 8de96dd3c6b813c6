package dev.headroom.format.perfkit;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.series.Kind;
import dev.headroom.series.TableBuilder;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One report, on one page or many: turns its rows into samples. */
final class TableBody {
  private static final Pattern USERID = Pattern.compile("[A-Z0-9$#@_+:-]{1,8}");
  private static final Pattern PSEUDO = Pattern.compile(">+\\w+[<>]+|System:");
  private static final Pattern BROKEN_TIME = Pattern.compile("\\d\\d:[\\d:]{0,6}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-F]{1,4}");

  private final SectionContext context;
  private final ReportKind report;
  private final ReportRows rows;
  private final ReportClock clock;
  private final Means means;

  /** The users that have a row on the page. */
  private final Set<String> seen = new HashSet<>();

  private ReportPage page;
  private double end;
  private boolean ofClasses;

  /** The time of the rows that print none because the row above does; empty under a mean. */
  private Optional<LocalTime> above = Optional.empty();

  TableBody(
      SectionContext context,
      ReportKind report,
      ReportRows rows,
      ReportClock clock,
      ReportPage page) {
    this.context = context;
    this.report = report;
    this.rows = rows;
    this.clock = clock;
    this.means = new Means(context, report);
    this.page = page;
    this.end = report.kind() == Kind.GUEST ? clock.end(page) : Double.NaN;
    if (report.kind() != Kind.GUEST) {
      clock.beginRows(page);
    }
  }

  /** Whether a page goes on with this report. */
  boolean goesOn(ReportPage next) {
    boolean same = page.continues(next);
    if (same) {
      page = next;
      // the other half of a screen, and the same page printed again, hold the same users
      seen.clear();
    }
    return same;
  }

  /** Says that rows of classes of users follow, or rows of users. */
  void caption(boolean classes) {
    ofClasses = classes;
  }

  /**
   * Reads a row.
   *
   * @param strict whether it is a row only if all of it stands under its headings
   * @param unended whether the input ends inside it
   */
  Outcome read(PrintedLine line, RowSlices slices, boolean strict, boolean unended) {
    String text = line.text();
    TableLayout layout = slices.layout();
    PrintedCell[] cells = layout.isCollapsed() ? slices.inOrder(text) : slices.cut(text);
    if (cells.length == 0) {
      return strict
          ? Outcome.FOREIGN
          : misfit(line, "the row does not have one cell for each heading");
    }
    if (unended) {
      doubtLast(cells, text);
    }
    TableRow row = new TableRow(context, line, layout, cells);
    if (!row.fits()) {
      return strict || !row.isLikely()
          ? Outcome.FOREIGN
          : misfit(line, "the cells do not stand under their headings");
    }
    return report.kind() == Kind.GUEST
        ? guest(line, row, strict, unended)
        : processor(line, row, strict, unended);
  }

  /** The cell at which the input ends may have been cut. */
  private static void doubtLast(PrintedCell[] cells, String text) {
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].text().isEmpty() && cells[i].end() >= text.length()) {
        cells[i] = cells[i].doubted();
      }
    }
  }

  private Outcome misfit(PrintedLine line, String why) {
    means.reject(line);
    context.report(
        line.original(),
        1 + line.original().indent(),
        DiagnosticCode.BAD_NUMBER,
        why + "; the row is left out");
    return Outcome.REJECTED;
  }

  private Outcome guest(PrintedLine line, TableRow row, boolean strict, boolean unended) {
    String userid = row.word("userid");
    PrintedNumber users = row.number("users");
    if (PSEUDO.matcher(userid).matches()) {
      means.mean(line, row, users);
      return Outcome.UNDERSTOOD;
    }
    if (ofClasses || users.value() > 0 || row.isDoubtful("users")) {
      return Outcome.UNDERSTOOD;
    }
    if (!USERID.matcher(userid).matches()) {
      return strict || !row.isLikely()
          ? Outcome.FOREIGN
          : misfit(line, "'" + userid + "' is not a userid");
    }
    if (row.isCut() && !RowChecks.isRatio(row)) {
      return misfit(line, "the row ends early, and its figures contradict one another");
    }
    if (!seen.add(userid)) {
      return again(line, userid);
    }
    sample(line, row, userid, end, unended);
    means.add(line, row);
    RowChecks.ratio(context, line, row);
    return Outcome.UNDERSTOOD;
  }

  /** A user stands on a page once: the header of another report was lost, or a line doubled. */
  private Outcome again(PrintedLine line, String userid) {
    context.report(
        line.original(),
        1 + line.original().indent(),
        DiagnosticCode.UNEXPECTED_LINE,
        "'" + userid + "' appears twice on one page; the second is left out");
    return Outcome.REJECTED;
  }

  private Outcome processor(PrintedLine line, TableRow row, boolean strict, boolean unended) {
    String printed = row.word("time");
    if (PSEUDO.matcher(printed).matches()) {
      above = Optional.empty();
      return Outcome.UNDERSTOOD;
    }
    if (!printed.isEmpty()) {
      above = ReportPage.time(printed);
      if (above.isEmpty()) {
        return strict || !row.isLikely()
            ? Outcome.FOREIGN
            : misfit(line, "'" + printed + "' is not a time of day");
      }
    }
    String address = row.word("cpu");
    if (!ADDRESS.matcher(address).matches()) {
      return strict || !row.isLikely()
          ? Outcome.FOREIGN
          : misfit(line, "'" + address + "' is not a processor address");
    }
    if (above.isEmpty()) {
      return Outcome.UNDERSTOOD; // a processor's mean, under the row that says so
    }
    if (row.isCut() && !RowChecks.isBusy(row)) {
      return misfit(line, "the row ends early, and its figures contradict one another");
    }
    sample(line, row, rows.system(page) + "/" + address, clock.at(page, above.get()), unended);
    RowChecks.busy(context, line, row);
    return Outcome.UNDERSTOOD;
  }

  private void sample(
      PrintedLine line, TableRow row, String subject, double time, boolean unended) {
    TableBuilder table = rows.of(report, page, subject);
    row.reportDoubts(unended);
    for (PrintedFigure figure : report.figures()) {
      table.set(figure.metric(), row.sum(figure));
    }
    table.endRow(line.original().number(), time);
  }

  /** Whether a line without figures can be a row whose figures are gone. */
  boolean isBrokenOff(PrintedLine line) {
    String text = line.text().stripTrailing();
    boolean user = report.kind() == Kind.GUEST;
    return user ? USERID.matcher(text).matches() : BROKEN_TIME.matcher(text).matches();
  }

  /** Ends the report. */
  void close() {
    means.check();
  }
}
