package dev.headroom.format.perfkit;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Continuity;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.FcxReportLexer;
import dev.headroom.format.grammar.FcxReportParser;
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
import dev.headroom.format.grammar.FcxReportParser.WordsLineContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads reports of Performance Toolkit, one after another: printed listings and screens, of one
 * system or several. What a page's header says holds up to the next header.
 */
final class ReportReader implements SectionReader {
  private static final int DIGITS = 3;

  /** What stands behind From and To. */
  private static final Pattern DATED =
      Pattern.compile("^ ?\\S{1,6} +\\d{4}/\\d\\d/\\d\\d +\\d\\d:\\d\\d:\\d\\d");

  /** No printer and no screen is as wide; stops lines of thousands of headings. */
  private static final int WIDEST = 1024;

  private final SectionContext context;
  private final LineGrammar<FcxReportParser> grammar =
      new LineGrammar<>(FcxReportLexer::new, FcxReportParser::new);
  private final ReportRows rows;
  private final ReportClock clock;
  private final SubjectTables tables;
  private final Set<String> unread = new HashSet<>();
  private @Nullable ReportPage page;

  /** A report that is not read, as long as a title may still say that it is another. */
  private Catalogue.@Nullable Entry strange;

  /** What stands below the header; null outside of reports that are read. */
  private @Nullable ReportBody body;

  /** Whether the body has begun, so that what the header has to say is over. */
  private boolean begun;

  /** Whether the header at hand says of what time it is, and whether the header of any page did. */
  private boolean timed;

  private boolean anyTimed;

  /** Whether the lines of a page carry a control byte in front. */
  private boolean control;

  /** Whether the header of the report at hand was lost, so that nothing tells what it is. */
  private boolean headless;

  private final Continuity continuity = new Continuity();

  ReportReader(SectionContext context) {
    this.context = context;
    this.rows = new ReportRows(context);
    this.clock = new ReportClock(context);
    this.tables = new SubjectTables(context, rows, clock);
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

  @Override
  public Outcome read(Line line, boolean unended) {
    boolean header = opens(line);
    if (body == null && !header && !headless) {
      return strange == null ? Outcome.FOREIGN : afterStrange(line);
    }
    if (!header && line.length() > WIDEST) {
      return Outcome.FOREIGN;
    }
    PrintedLine counted = PrintedLine.of(line, control && !header);
    Optional<LineContext> parsed = grammar.parse(counted.line(), FcxReportParser::line);
    return continuity.note(
        line, parsed.map(tree -> read(counted, tree, unended)).orElse(Outcome.FOREIGN));
  }

  private Outcome read(PrintedLine line, LineContext tree, boolean unended) {
    if (tree instanceof ReportLineContext found) {
      return header(line, ReportPage.of(line.original(), found.report()));
    }
    ReportPage known = page;
    ReportBody below = body;
    if (headless) {
      return belowLostHeader(line, tree);
    }
    if (known == null || below == null) {
      return Outcome.FOREIGN;
    }
    if (begun && tree instanceof FromLineContext) {
      return lostHeader(line);
    }
    if (tree instanceof MessageLineContext || tree instanceof FooterLineContext) {
      return Outcome.NOISE;
    }
    if (!begun) {
      Optional<Outcome> outcome = preamble(line, tree, known);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      begin(known);
    }
    return below.read(line, tree, continuity.isInterrupted(), unended);
  }

  /** A line that stands below headers alone: the header of another report was lost. */
  private Outcome lostHeader(PrintedLine line) {
    endPage();
    headless = true;
    context.report(
        line.original(),
        1 + line.original().indent(),
        DiagnosticCode.NO_HEADER,
        "the header of this report is lost; the report is left out up to the next header");
    return Outcome.REJECTED;
  }

  private static Outcome belowLostHeader(PrintedLine line, LineContext tree) {
    boolean row = tree instanceof RowLineContext || tree instanceof PseudoLineContext;
    return row && TableRow.isMostlyFigures(line.text()) ? Outcome.REJECTED : Outcome.FOREIGN;
  }

  /** The body begins: all that the header says of the time is known. */
  private void begin(ReportPage known) {
    begun = true;
    if (known.contradicts()) {
      context.report(
          known.header(),
          1 + known.header().indent(),
          DiagnosticCode.BAD_TIME,
          "From, To and For of this page contradict each other; the samples keep their order only");
    }
  }

  private Outcome header(PrintedLine line, ReportPage next) {
    endPage();
    headless = false;
    page = next;
    control = line.original().startsWith("1FCX");
    begun = false;
    timed = false;
    continuity.resume();
    Catalogue.Entry entry = Catalogue.of(next.number(), next.name());
    if (entry.number() != next.number()) {
      contradicts(line.original(), next, entry);
    }
    return choose(next, entry);
  }

  private Outcome choose(ReportPage next, Catalogue.Entry entry) {
    body = body(next, entry).orElse(null);
    strange = body == null ? entry : null;
    return body == null ? Outcome.NOISE : Outcome.UNDERSTOOD;
  }

  /** The line below the header of a report that is not read. */
  private Outcome afterStrange(Line line) {
    ReportPage known = page;
    Optional<Catalogue.Entry> titled = Catalogue.titled(oneBlank(line.text()));
    if (known != null && titled.isPresent() && known.name().isEmpty()) {
      return title(line, known, titled.get());
    }
    reportStrange();
    return Outcome.FOREIGN;
  }

  private void reportStrange() {
    ReportPage known = page;
    Catalogue.Entry entry = strange;
    strange = null;
    if (known != null
        && entry != null
        && context.options().format().isEmpty()
        && unread.add(entry.shown())) {
      context.report(
          known.header(),
          1 + known.header().indent(),
          DiagnosticCode.UNREAD_REPORT,
          entry.shown() + " is a report that headroom does not read; its lines count as noise");
    }
  }

  private static String oneBlank(String text) {
    return text.strip().replaceAll(" +", " ");
  }

  private Optional<ReportBody> body(ReportPage next, Catalogue.Entry entry) {
    return switch (entry.number()) {
      case 103 ->
          wanted(StorageUtilization.REPORT)
              .map(it -> new StorageLabels(context, next, rows, clock));
      case 112 -> wanted(UserResources.REPORT).map(it -> table(it, next, entry));
      case 113 -> wanted(UserPaging.REPORT).map(it -> table(it, next, entry));
      case 144 -> wanted(ProcessorLog.REPORT).map(it -> table(it, next, entry));
      default -> Optional.empty();
    };
  }

  private ReportBody table(ReportKind report, ReportPage next, Catalogue.Entry entry) {
    return new TablePage(context, tables, report, next, entry.shown());
  }

  /** A report, unless another format was asked for. */
  private Optional<ReportKind> wanted(ReportKind report) {
    return Optional.of(report)
        .filter(it -> context.options().format().map(it.format()::equals).orElse(true));
  }

  private void contradicts(Line line, ReportPage next, Catalogue.Entry entry) {
    context.report(
        line,
        1 + line.indent(),
        DiagnosticCode.INCONSISTENT,
        "FCX"
            + next.number()
            + " does not fit this report, which calls itself "
            + (entry.name().isEmpty() ? entry.title() : entry.name())
            + "; it is read as "
            + entry.shown());
  }

  /** A line between the header and the body; empty where the body begins. */
  private Optional<Outcome> preamble(PrintedLine line, LineContext tree, ReportPage known) {
    timed |=
        tree instanceof FromLineContext
            || tree instanceof ToLineContext
            || tree instanceof SpanLineContext;
    anyTimed |= timed;
    if (tree instanceof FromLineContext found) {
      return Optional.of(timed(line, known.from(found.from())));
    }
    if (tree instanceof ToLineContext found) {
      return Optional.of(timed(line, known.to(found.to())));
    }
    if (tree instanceof SpanLineContext found) {
      known.span(found.span());
      return Optional.of(Outcome.UNDERSTOOD);
    }
    boolean early = known.isListing() && anyTimed && !timed;
    if (tree instanceof UnderlineLineContext && !early) {
      begin(known);
      return Optional.of(Outcome.NOISE);
    }
    if (tree instanceof UnderlineLineContext) {
      return Optional.of(early(line));
    }
    if (DATED.matcher(line.text()).find()) {
      context.report(
          line.original(),
          1 + line.original().indent(),
          DiagnosticCode.UNEXPECTED_LINE,
          "neither From nor To stands before this date; the line is left out");
      return Optional.of(Outcome.REJECTED);
    }
    if (!(tree instanceof WordsLineContext found)) {
      // in a listing, words of the installation with figures among them
      return known.isListing() ? Optional.of(Outcome.NOISE) : Optional.empty();
    }
    Optional<Catalogue.Entry> titled = Catalogue.titled(oneBlank(line.text()));
    if (titled.isPresent()) {
      return Optional.of(title(line.original(), known, titled.get()));
    }
    boolean ruled =
        found.words().word().stream()
            .anyMatch(word -> word.RULER() != null || word.CUT_RULER() != null);
    if (ruled && early) {
      return Optional.of(early(line));
    }
    return known.isListing() && !ruled ? Optional.of(Outcome.NOISE) : Optional.empty();
  }

  /** A line that other pages have below the times of the page. */
  private Outcome early(PrintedLine line) {
    context.report(
        line.original(),
        1 + line.original().indent(),
        DiagnosticCode.UNEXPECTED_LINE,
        "headings above the times of the page; the line is left out");
    return Outcome.REJECTED;
  }

  /** A title settles what a header without a name, or with a strange one, has left open. */
  private Outcome title(Line line, ReportPage known, Catalogue.Entry titled) {
    boolean named = known.name().map(Catalogue::knows).orElse(false);
    if (!named && titled.number() != known.number()) {
      contradicts(line, known, titled);
      choose(known, titled);
    }
    if (body == null) {
      reportStrange();
    }
    return Outcome.NOISE;
  }

  private Outcome timed(PrintedLine line, boolean isTime) {
    if (!isTime) {
      context.report(
          line.original(),
          1 + line.original().indent(),
          DiagnosticCode.BAD_TIME,
          "no date and time can be read; the samples keep their order only");
    }
    return Outcome.UNDERSTOOD;
  }

  private void endPage() {
    reportStrange();
    if (body != null) {
      body.close();
      body = null;
    }
  }

  @Override
  public List<Draft> close() {
    endPage();
    tables.close();
    return rows.drafts();
  }
}
