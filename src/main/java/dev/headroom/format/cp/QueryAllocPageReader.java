package dev.headroom.format.cp;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.QueryAllocPageParser;
import dev.headroom.format.grammar.QueryAllocPageParser.AmountContext;
import dev.headroom.format.grammar.QueryAllocPageParser.HeadedLineContext;
import dev.headroom.format.grammar.QueryAllocPageParser.HeadingContext;
import dev.headroom.format.grammar.QueryAllocPageParser.LineContext;
import dev.headroom.format.grammar.QueryAllocPageParser.MapHeadingContext;
import dev.headroom.format.grammar.QueryAllocPageParser.RowContext;
import dev.headroom.format.grammar.QueryAllocPageParser.RowsLineContext;
import dev.headroom.format.grammar.QueryAllocPageParser.TotalContext;
import dev.headroom.format.grammar.QueryAllocPageParser.VolumeContext;
import dev.headroom.series.Metric;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads the answers to {@code QUERY ALLOC PAGE} and {@code QUERY ALLOC MAP}. */
final class QueryAllocPageReader extends CpAnswerReader<QueryAllocPageParser, LineContext> {
  /** What is left of a row, or of the headings, where the grammar does not know the line. */
  private static final Pattern ROW =
      Pattern.compile("\\S{1,8}\\s+[0-9A-Fa-f]{4}\\b.*|(?:SUMMARY|USABLE)\\b.*|.*\\d%");

  private static final Pattern HEADING = Pattern.compile("VOLID\\b.*|EXTENT\\b.*");

  private enum Layout {
    NONE,
    PAGES,
    MAP,
    /** Of spool, directory or temporary disk space, which is not page space. */
    OTHER
  }

  private PagingVolume space = new PagingVolume();
  private Layout layout = Layout.NONE;
  private boolean saidHeadless;
  private boolean summary;

  /** The space that the answer is of by its command or its file's name, where not of pages. */
  private Optional<OtherSpace> other;

  private boolean saidOther;

  QueryAllocPageReader(SectionContext context) {
    super(context, QueryAllocPage.GRAMMAR);
    this.other = OtherSpace.of(context);
  }

  @Override
  Outcome read(Line line, LineContext tree) {
    if (tree instanceof HeadedLineContext found) {
      if (found.ECHO() != null) {
        other = OtherSpace.askedFor(found.ECHO().getText());
      }
      found.heading().forEach(this::heading);
      if (sayOther(line)) {
        return Outcome.NOISE;
      }
      if (found.row().isEmpty()) {
        return Outcome.UNDERSTOOD;
      }
      Outcome outcome = rows(line, found.row());
      if (!unended()) {
        space.whole(); // the whole answer on one line, and the line is whole
      }
      return outcome;
    }
    if (!(tree instanceof RowsLineContext found)) {
      return Outcome.FOREIGN;
    }
    return sayOther(line) ? Outcome.NOISE : rows(line, found.row());
  }

  /** Says once that the answer is about another space than page space; false where it is not. */
  private boolean sayOther(Line line) {
    if (layout == Layout.MAP || other.isEmpty()) {
      return false;
    }
    layout = Layout.OTHER;
    if (!saidOther) {
      saidOther = true;
      context().report(line, 0, DiagnosticCode.UNREAD_REPORT, other.get().words());
    }
    return true;
  }

  private void heading(HeadingContext heading) {
    if (heading.bottom() != null) {
      endAnswer();
      layout = heading.bottom() instanceof MapHeadingContext ? Layout.MAP : Layout.PAGES;
    }
  }

  private void endAnswer() {
    space.settle(context(), samples(), layout == Layout.PAGES);
    space = new PagingVolume();
    summary = false;
    saidHeadless = false;
  }

  /** Rows, one or all; a rejected one makes the line rejected. */
  private Outcome rows(Line line, List<RowContext> rows) {
    Outcome outcome = Outcome.NOISE;
    for (RowContext row : rows) {
      Outcome each = row(line, row);
      boolean worse = each == Outcome.REJECTED || outcome == Outcome.NOISE;
      outcome = worse ? each : outcome;
    }
    return outcome;
  }

  private Outcome row(Line line, RowContext row) {
    if (row.ruler() != null) {
      return Outcome.NOISE;
    }
    if (layout == Layout.NONE) {
      return headless(line);
    }
    return row.total() != null ? total(line, row.total()) : volume(line, row.volume());
  }

  private Outcome headless(Line line) {
    if (!saidHeadless) {
      saidHeadless = true;
      context()
          .report(
              line,
              1 + line.indent(),
              DiagnosticCode.NO_HEADER,
              "these rows have no header that names their columns; they are left out up to the next"
                  + " header");
    }
    return Outcome.REJECTED;
  }

  private Outcome total(Line line, TotalContext total) {
    space.summed();
    if (total.USABLE() != null) {
      if (!summary) {
        report(line, total, DiagnosticCode.TRUNCATED, "USABLE has no SUMMARY row above it");
      }
      return summary ? Outcome.NOISE : Outcome.REJECTED;
    }
    if (summary) {
      report(line, total, DiagnosticCode.UNEXPECTED_LINE, "SUMMARY appears twice in one answer");
      return Outcome.REJECTED;
    }
    summary = true;
    double pages = CpCount.of(total.amount(0).getText());
    double used = CpCount.of(total.amount(1).getText());
    if (Double.isNaN(pages) || Double.isNaN(used)) {
      report(line, total, DiagnosticCode.BAD_NUMBER, "a number of pages cannot be read");
      return Outcome.REJECTED;
    }
    if (used - step(total.amount(1)) > pages + step(total.amount(0))) {
      context()
          .report(
              line,
              LineGrammar.column(total.getStart()),
              DiagnosticCode.INCONSISTENT,
              "more pages are in use than there are; the line is left out");
      return Outcome.REJECTED;
    }
    check(line, total, pages, used);
    add(Metric.PAGINGSPACE_SIZE, pages * CpCount.PAGE, line);
    add(Metric.PAGINGSPACE_INUSE, used * CpCount.PAGE, line);
    return Outcome.UNDERSTOOD;
  }

  /** The share as printed is whole, and 1 % for the least use; how it is rounded is not known. */
  private void check(Line line, TotalContext total, double pages, double used) {
    String text = total.PERCENT().getText();
    double share = CpCount.of(text.substring(0, text.length() - 1));
    double lowest = 100 * (used - step(total.amount(1))) / (pages + step(total.amount(0)));
    double highest = 100 * (used + step(total.amount(1))) / (pages - step(total.amount(0)));
    if (!(share > lowest - 1 && share < highest + 1)) {
      context()
          .report(
              line,
              LineGrammar.column(total.getStart()),
              DiagnosticCode.INCONSISTENT,
              total.amount(1).getText()
                  + " of "
                  + total.amount(0).getText()
                  + " pages is not "
                  + text
                  + "; kept as read");
    }
  }

  private static double step(AmountContext amount) {
    return CpCount.step(amount.getText()) / 2;
  }

  private Outcome volume(Line line, VolumeContext volume) {
    boolean paging = layout == Layout.PAGES;
    if (layout == Layout.MAP) {
      paging = volume.type().stream().anyMatch(type -> type.PAGE() != null);
      if (volume.type().isEmpty()) {
        return damaged(line, volume, "the row has no TYPE");
      }
    }
    if (!paging) {
      return Outcome.NOISE;
    }
    double pages = CpCount.of(volume.amount(0).getText());
    double used = CpCount.of(volume.amount(1).getText());
    if (Double.isNaN(pages) || Double.isNaN(used)) {
      return damaged(line, volume, "a number of pages cannot be read");
    }
    if (paging && layout == Layout.PAGES && !space.hasRows() && OtherSpace.inCylinders(volume)) {
      other = Optional.of(OtherSpace.CYLINDERS);
      return sayOther(line) ? Outcome.NOISE : Outcome.REJECTED;
    }
    String extent = volume.volid().getText() + " " + volume.extent(0).getText();
    if (!space.add(line, extent, pages, used)) {
      report(
          line, volume, DiagnosticCode.UNEXPECTED_LINE, "the extent appears twice in one answer");
      return Outcome.REJECTED;
    }
    return Outcome.UNDERSTOOD;
  }

  private Outcome damaged(Line line, VolumeContext volume, String fault) {
    space.incomplete();
    report(line, volume, DiagnosticCode.BAD_NUMBER, fault);
    return Outcome.REJECTED;
  }

  private void report(Line line, ParserRuleContext row, DiagnosticCode code, String fault) {
    context()
        .report(line, LineGrammar.column(row.getStart()), code, fault + "; the row is left out");
  }

  /**
   * A line that fits no rule: damaged rows and headings are reported, the rest is not part of this
   * answer.
   */
  @Override
  Outcome unknown(Line line, Optional<LineGrammar.Mismatch> why) {
    if (line.length() > CpAnswer.LONGEST) {
      return Outcome.FOREIGN;
    }
    String text = line.text().strip();
    boolean printed =
        HEADING.matcher(text).matches() || line.contains("VOLID") || ROW.matcher(text).matches();
    if (printed && sayOther(line)) {
      return Outcome.NOISE;
    }
    LineGrammar.Mismatch fault =
        why.orElse(new LineGrammar.Mismatch(1 + line.indent(), "not understood"));
    if (HEADING.matcher(text).matches() || line.contains("VOLID")) {
      endAnswer();
      layout = Layout.NONE;
      saidHeadless = true; // this says it for the rows below
      context()
          .report(
              line,
              fault.column(),
              DiagnosticCode.UNKNOWN_COLUMN,
              "the headings are not those of QUERY ALLOC; the answer is left out");
      return Outcome.REJECTED;
    }
    if (!ROW.matcher(text).matches()) {
      return Outcome.FOREIGN;
    }
    if (layout == Layout.NONE) {
      return headless(line);
    }
    space.incomplete();
    if (text.startsWith("SUMMARY")) {
      summary = true;
      space.summed();
    }
    context()
        .report(
            line,
            fault.column(),
            DiagnosticCode.UNEXPECTED_LINE,
            "the row is neither an extent nor a sum of extents; it is left out");
    return Outcome.REJECTED;
  }

  @Override
  public List<Draft> close() {
    space.settle(context(), samples(), layout == Layout.PAGES);
    return super.close();
  }
}
