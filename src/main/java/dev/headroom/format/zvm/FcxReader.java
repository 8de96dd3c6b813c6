package dev.headroom.format.zvm;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.FcxReportLexer;
import dev.headroom.format.grammar.FcxReportParser;
import dev.headroom.format.grammar.FcxReportParser.CaptionLineContext;
import dev.headroom.format.grammar.FcxReportParser.FooterLineContext;
import dev.headroom.format.grammar.FcxReportParser.FromLineContext;
import dev.headroom.format.grammar.FcxReportParser.LineContext;
import dev.headroom.format.grammar.FcxReportParser.MessageLineContext;
import dev.headroom.format.grammar.FcxReportParser.PseudoLineContext;
import dev.headroom.format.grammar.FcxReportParser.ReportLineContext;
import dev.headroom.format.grammar.FcxReportParser.RowLineContext;
import dev.headroom.format.grammar.FcxReportParser.SpanLineContext;
import dev.headroom.format.grammar.FcxReportParser.ToLineContext;
import dev.headroom.format.grammar.FcxReportParser.UnderlineLineContext;
import dev.headroom.format.grammar.FcxReportParser.WordContext;
import dev.headroom.format.grammar.FcxReportParser.WordsLineContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads reports of Performance Toolkit, one after another: printed listings and screens, of one
 * system or several. What a page's header says holds up to the next header.
 */
final class FcxReader implements SectionReader {
  private static final int DIGITS = 3;
  private static final Map<Integer, FcxReport> READ = Map.of(113, Fcx113.REPORT);

  private final SectionContext context;
  private final LineGrammar<FcxReportParser> grammar =
      new LineGrammar<>(FcxReportLexer::new, FcxReportParser::new);
  private final FcxRows rows;
  private final FcxClock clock;
  private final Map<String, FcxTable> tables = new HashMap<>();
  private final Set<String> said = new HashSet<>();
  private final List<FcxHeadingLine> headings = new ArrayList<>();
  private @Nullable FcxPage page;
  private FcxCatalogue.@Nullable Entry entry;
  private @Nullable FcxReport report;
  private @Nullable FcxTable table;
  private @Nullable FcxSlices slices;

  /** Whether the lines of a page carry a control byte in front. */
  private boolean control;

  private Place place = Place.OUTSIDE;
  private boolean interrupted;
  private boolean nextIsUnended;

  /** Where in a page the next line stands. */
  private enum Place {
    OUTSIDE,
    HEADER,
    HEADINGS,
    ROWS,
    REJECTED
  }

  FcxReader(SectionContext context) {
    this.context = context;
    this.rows = new FcxRows(context);
    this.clock = new FcxClock(context);
  }

  /** Whether a line is a report's header, and no message: {@code FCX} and three digits. */
  static boolean opens(Line line) {
    int at = line.start() + line.indent();
    byte[] bytes = line.bytes();
    if (at < line.end() && isControl(bytes[at])) {
      at++;
    }
    if (at + DIGITS + DIGITS > line.end()
        || bytes[at] != 'F'
        || bytes[at + 1] != 'C'
        || bytes[at + 2] != 'X') {
      return false;
    }
    for (int i = at + DIGITS; i < at + DIGITS + DIGITS; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    int next = at + DIGITS + DIGITS;
    return next == line.end() || bytes[next] == ' ' || bytes[next] == '\t';
  }

  private static boolean isControl(byte b) {
    return b == '1' || b == '0' || b == '-' || b == '+';
  }

  /**
   * Takes no rows; but only here can be seen that the input ends inside the line that comes next.
   */
  @Override
  public long takeRows(Lines lines) throws IOException {
    nextIsUnended = lines.nextIsUnended();
    return 0;
  }

  @Override
  public Outcome read(Line line) {
    boolean header = opens(line);
    if (place == Place.OUTSIDE && !header) {
      return Outcome.FOREIGN;
    }
    FcxLine counted = FcxLine.of(line, control && !header);
    Optional<LineContext> parsed = grammar.parse(counted.line(), FcxReportParser::line);
    Outcome outcome = parsed.map(tree -> read(counted, tree)).orElse(Outcome.FOREIGN);
    interrupted = outcome == Outcome.FOREIGN || (interrupted && outcome == Outcome.NOISE);
    return outcome;
  }

  private Outcome read(FcxLine line, LineContext tree) {
    if (tree instanceof ReportLineContext found) {
      return header(line, FcxPage.of(line.original(), found.report()));
    }
    FcxPage known = page;
    if (known == null || place == Place.OUTSIDE) {
      return Outcome.FOREIGN;
    }
    if (tree instanceof MessageLineContext || tree instanceof FooterLineContext) {
      return Outcome.NOISE;
    }
    if (tree instanceof UnderlineLineContext) {
      headings.clear();
      place = place == Place.HEADER ? Place.HEADINGS : place;
      return Outcome.NOISE;
    }
    if (place == Place.HEADER) {
      return preamble(line, tree, known);
    }
    if (tree instanceof WordsLineContext found) {
      return words(line, found.words().word());
    }
    if (tree instanceof CaptionLineContext found) {
      return caption(line, found.caption().words().getText());
    }
    return tree instanceof RowLineContext || tree instanceof PseudoLineContext
        ? row(line)
        : Outcome.FOREIGN;
  }

  private Outcome header(FcxLine line, FcxPage next) {
    endPage();
    page = next;
    control = line.original().startsWith("1FCX");
    headings.clear();
    slices = null;
    table = null;
    interrupted = false;
    FcxCatalogue.Entry found = FcxCatalogue.of(next.number(), next.name());
    if (found.number() != next.number()) {
      contradicts(line.original(), next, found);
    }
    return choose(found);
  }

  private Outcome choose(FcxCatalogue.Entry found) {
    entry = found;
    report = READ.get(found.number());
    boolean wanted =
        report != null && context.options().format().map(report.format()::equals).orElse(true);
    if (wanted) {
      place = Place.HEADER;
      return Outcome.UNDERSTOOD;
    }
    place = Place.OUTSIDE;
    return Outcome.NOISE;
  }

  private void contradicts(Line line, FcxPage next, FcxCatalogue.Entry found) {
    context.report(
        line,
        1 + line.indent(),
        DiagnosticCode.INCONSISTENT,
        "FCX"
            + next.number()
            + " is not the number of this report, which is "
            + found.shown()
            + " by its name; read as that");
  }

  /** A line between the header and the headings. */
  private Outcome preamble(FcxLine line, LineContext tree, FcxPage known) {
    if (tree instanceof FromLineContext found) {
      return timed(line, known.from(found.from()));
    }
    if (tree instanceof ToLineContext found) {
      return timed(line, known.to(found.to()));
    }
    if (tree instanceof SpanLineContext found) {
      known.span(found.span());
      return Outcome.UNDERSTOOD;
    }
    if (tree instanceof WordsLineContext found) {
      List<WordContext> words = found.words().word();
      boolean ruled =
          words.stream().anyMatch(word -> word.RULER() != null || word.CUT_RULER() != null);
      boolean title = FcxCatalogue.titled(line.text().strip().replaceAll(" +", " ")).isPresent();
      if (title || (known.isListing() && !ruled)) {
        return Outcome.NOISE;
      }
      place = Place.HEADINGS;
      return words(line, words);
    }
    if (tree instanceof RowLineContext && known.isListing()) {
      return Outcome.NOISE; // words of the installation, with figures among them
    }
    place = Place.HEADINGS;
    return tree instanceof RowLineContext || tree instanceof PseudoLineContext
        ? row(line)
        : Outcome.NOISE;
  }

  private Outcome timed(FcxLine line, boolean isTime) {
    if (!isTime) {
      context.report(
          line.original(),
          1 + line.original().indent(),
          DiagnosticCode.BAD_TIME,
          "no date and time; the report keeps its order only");
    }
    return Outcome.UNDERSTOOD;
  }

  private Outcome words(FcxLine line, List<WordContext> words) {
    if (place == Place.REJECTED) {
      return Outcome.REJECTED;
    }
    if (place == Place.HEADINGS) {
      headings.add(FcxHeadingLine.of(line, words));
      return Outcome.UNDERSTOOD;
    }
    return Outcome.FOREIGN;
  }

  private Outcome caption(FcxLine line, String text) {
    if (place == Place.REJECTED || place == Place.HEADINGS && !layOut(line)) {
      return Outcome.REJECTED;
    }
    FcxTable known = table;
    if (known != null) {
      known.caption(text.contains("Class"));
    }
    return Outcome.NOISE;
  }

  private Outcome row(FcxLine line) {
    if (place == Place.REJECTED || place == Place.HEADINGS && !layOut(line)) {
      return Outcome.REJECTED;
    }
    FcxTable known = table;
    FcxSlices cut = slices;
    return known == null || cut == null
        ? Outcome.FOREIGN
        : known.read(line, cut, interrupted, nextIsUnended);
  }

  /** Makes the layout of a page of its headings; where it cannot be, the page is rejected whole. */
  private boolean layOut(FcxLine line) {
    FcxReport known = report;
    FcxPage current = page;
    if (known == null || current == null) {
      return false;
    }
    FcxLayout layout = FcxLayout.of(known, headings);
    Optional<String> fault = layout.fault();
    if (fault.isPresent()) {
      place = Place.REJECTED;
      Line at = headings.isEmpty() ? line.original() : headings.get(headings.size() - 1).line();
      context.report(
          at,
          1 + at.indent(),
          DiagnosticCode.NO_HEADER,
          shown() + ": " + fault.get() + "; its rows are left out up to the next header");
      return false;
    }
    place = Place.ROWS;
    slices = new FcxSlices(layout);
    unknown(layout);
    String key = known.format() + " " + rows.system(current);
    FcxTable before = tables.get(key);
    if (before != null && before.goesOn(known, current)) {
      table = before;
      return true;
    }
    if (before != null) {
      before.close();
    }
    FcxTable next = new FcxTable(context, known, rows, clock, current);
    tables.put(key, next);
    table = next;
    return true;
  }

  private void unknown(FcxLayout layout) {
    for (FcxSpan span : layout.spans()) {
      if (span.column().isEmpty() && said.add(shown() + span.shown())) {
        context.report(
            span.line().line(),
            span.line().shift() + span.start() + 1,
            DiagnosticCode.UNKNOWN_COLUMN,
            "heading " + span.shown() + " is not known; its column is left out");
      }
    }
  }

  private String shown() {
    return entry == null ? "" : entry.shown();
  }

  private void endPage() {
    // what a page without rows means is said here
  }

  @Override
  public List<Draft> close() {
    endPage();
    tables.values().forEach(FcxTable::close);
    return rows.drafts();
  }
}
