package dev.headroom.format.svmon;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Continuity;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.SvmonLexer;
import dev.headroom.format.grammar.SvmonParser;
import dev.headroom.format.grammar.SvmonParser.BreakdownHeaderContext;
import dev.headroom.format.grammar.SvmonParser.BreakdownHeaderLineContext;
import dev.headroom.format.grammar.SvmonParser.InUseLineContext;
import dev.headroom.format.grammar.SvmonParser.LineContext;
import dev.headroom.format.grammar.SvmonParser.MemoryHeaderContext;
import dev.headroom.format.grammar.SvmonParser.MemoryHeaderLineContext;
import dev.headroom.format.grammar.SvmonParser.MemoryLineContext;
import dev.headroom.format.grammar.SvmonParser.OldHeaderLineContext;
import dev.headroom.format.grammar.SvmonParser.OtherFiguresLineContext;
import dev.headroom.format.grammar.SvmonParser.OtherHeaderLineContext;
import dev.headroom.format.grammar.SvmonParser.PageSizeContext;
import dev.headroom.format.grammar.SvmonParser.PageSizeHeaderContext;
import dev.headroom.format.grammar.SvmonParser.PageSizeHeaderLineContext;
import dev.headroom.format.grammar.SvmonParser.PageSizeLineContext;
import dev.headroom.format.grammar.SvmonParser.PagingSpaceLineContext;
import dev.headroom.format.grammar.SvmonParser.PinnedLineContext;
import dev.headroom.format.grammar.SvmonParser.RowContext;
import dev.headroom.format.grammar.SvmonParser.RowLineContext;
import dev.headroom.format.grammar.SvmonParser.RulerLineContext;
import dev.headroom.format.grammar.SvmonParser.TitleLineContext;
import dev.headroom.format.grammar.SvmonParser.UnitLineContext;
import dev.headroom.format.grammar.SvmonParser.UnknownRowLineContext;
import dev.headroom.format.svmon.SvmonReport.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Reads what one call of {@code svmon -G} printed: one report, or with {@code -i} many. */
final class SvmonReader implements SectionReader {
  private static final Set<Integer> MEMORY =
      Set.of(
          SvmonLexer.SIZE,
          SvmonLexer.INUSE,
          SvmonLexer.FREE,
          SvmonLexer.PIN,
          SvmonLexer.VIRTUAL,
          SvmonLexer.AVAILABLE,
          SvmonLexer.LOANED,
          SvmonLexer.PGSP);
  private static final Set<Integer> PAGING_SPACE = Set.of(SvmonLexer.SIZE, SvmonLexer.INUSE);
  private static final Set<Integer> PINNED =
      Set.of(SvmonLexer.WORK, SvmonLexer.PERS, SvmonLexer.CLNT, SvmonLexer.OTHER);
  private static final Set<Integer> IN_USE =
      Set.of(SvmonLexer.WORK, SvmonLexer.PERS, SvmonLexer.CLNT);
  private static final Set<Integer> PAGE_SIZE =
      Set.of(
          SvmonLexer.POOLSIZE,
          SvmonLexer.INUSE,
          SvmonLexer.PGSP,
          SvmonLexer.PIN,
          SvmonLexer.VIRTUAL);

  private static final int LONGEST = 400;

  /** A label and figures behind it; what stands before it was not printed by svmon. */
  private static final Pattern LABELLED =
      Pattern.compile("\\b(?:memory|pg space|pin|in use)(?:[ \\t]+[\\d.]+[KMGT]?){2}(?:[ \\t]|$)");

  private static final Pattern OLD_FIGURES = Pattern.compile("(?:[ \\t]\\d+){6}");

  private final SectionContext context;
  private final LineGrammar<SvmonParser> grammar =
      new LineGrammar<>(SvmonLexer::new, SvmonParser::new);
  private final SvmonChecks checks;
  private final SvmonSamples samples = new SvmonSamples();

  private final SvmonPreamble preamble;
  private @Nullable SvmonReport report;
  private long reports;
  private boolean titled;
  private boolean otherBlock;
  private boolean runWithoutHeader;

  /** The headings of AIX 4.3, all above one row; empty under any other header. */
  private List<Integer> old = List.of();

  /** The last line that is no noise, and whether it could be read. */
  private @Nullable Line last;

  private boolean lastRead;

  /** Whether the input ends inside the line at hand. */
  private boolean unended;

  /**
   * The size of memory, as printed, in a report that has lost its first header but not its unit.
   */
  private @Nullable String beheadedSize;

  /** The size of memory, as printed, in the last report whose unit is known, and that unit. */
  private String knownSize = "";

  private Optional<SvmonUnit> knownUnit = Optional.empty();

  /** What follows a foreign line must be labelled to be a row. */
  private final Continuity continuity = new Continuity();

  SvmonReader(SectionContext context) {
    this.context = context;
    this.checks = new SvmonChecks(context);
    this.preamble = new SvmonPreamble(context);
  }

  @Override
  public Outcome read(Line line, boolean inputEndsHere) {
    unended = inputEndsHere;
    Optional<LineContext> parsed = grammar.parse(line, SvmonParser::line);
    Outcome outcome = parsed.map(tree -> read(line, tree)).orElse(Outcome.FOREIGN);
    if (outcome == Outcome.FOREIGN && isDamagedRow(line)) {
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.UNEXPECTED_LINE,
          "a row of the report with something else in it; the row is left out");
      outcome = Outcome.REJECTED;
    }
    if (outcome == Outcome.FOREIGN && report == null && preamble.isTitle(line)) {
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.UNEXPECTED_LINE,
          "the title of the report is damaged; the line is left out");
      outcome = Outcome.REJECTED;
    }
    if (outcome == Outcome.FOREIGN && SvmonPreamble.isDamagedUnit(line)) {
      endReport();
      outcome = preamble.damaged(line);
    }
    if (outcome == Outcome.UNDERSTOOD || outcome == Outcome.REJECTED) {
      last = line.copy();
      lastRead = outcome == Outcome.UNDERSTOOD;
    }
    return continuity.note(line, outcome);
  }

  @Override
  public void passOver(Line line) {
    continuity.passOver(line);
    if (SvmonPreamble.isDamagedUnit(line)) {
      endReport();
      preamble.unitLost();
    }
  }

  @Override
  public boolean expectsMore() {
    return preamble.isPending();
  }

  /** Whether a line right below the report's has a row's label, or the figures of an old row. */
  private boolean isDamagedRow(Line line) {
    Pattern rows = old.isEmpty() ? LABELLED : OLD_FIGURES;
    return report != null
        && !otherBlock
        && continuity.adjoins(line)
        && line.length() <= LONGEST
        && rows.matcher(line.text()).find();
  }

  private Outcome read(Line line, LineContext tree) {
    if (tree instanceof UnitLineContext found) {
      endReport();
      return preamble.read(line, found.unit());
    }
    if (tree instanceof RulerLineContext) {
      preamble.rule(line);
      return Outcome.NOISE;
    }
    if (tree instanceof TitleLineContext) {
      titled = true;
      return Outcome.NOISE;
    }
    if (tree instanceof OtherHeaderLineContext) {
      otherBlock = true;
      return Outcome.NOISE;
    }
    if (tree instanceof OldHeaderLineContext found) {
      endReport();
      begin(line, Optional.of(SvmonUnit.PAGES), null);
      old =
          found.oldHeader().children.stream()
              .map(word -> ((TerminalNode) word).getSymbol().getType())
              .toList();
      runWithoutHeader = false;
      return Outcome.UNDERSTOOD;
    }
    if (tree instanceof MemoryHeaderLineContext found) {
      return memoryHeader(line, found.memoryHeader());
    }
    if (tree instanceof BreakdownHeaderLineContext found) {
      return breakdownHeader(line, found.breakdownHeader());
    }
    if (tree instanceof PageSizeHeaderLineContext found) {
      return pageSizeHeader(line, found.pageSizeHeader());
    }
    return tree instanceof RowLineContext found ? row(line, found.row()) : labelled(line, tree);
  }

  private Outcome labelled(Line line, LineContext tree) {
    if (tree instanceof MemoryLineContext found) {
      return memory(line, tokens(found.memory().cell()));
    }
    if (tree instanceof PagingSpaceLineContext found) {
      return pagingSpace(line, tokens(found.pagingSpace().cell()));
    }
    if (tree instanceof PinnedLineContext found) {
      return pinned(line, tokens(found.pinned().cell()));
    }
    if (tree instanceof InUseLineContext found) {
      return inUse(line, tokens(found.inUse().cell()));
    }
    if (tree instanceof PageSizeLineContext found) {
      return pageSize(line, found.pageSize());
    }
    if (tree instanceof OtherFiguresLineContext found) {
      return mostlyFigures(tokens(found.otherFigures().cell())) ? Outcome.NOISE : Outcome.FOREIGN;
    }
    return tree instanceof UnknownRowLineContext ? unknownRow(line) : Outcome.FOREIGN;
  }

  private static List<Token> tokens(List<? extends ParserRuleContext> cells) {
    return cells.stream().map(ParserRuleContext::getStart).toList();
  }

  /** The words of a header. */
  private static List<Token> headings(ParserRuleContext header) {
    return header.children.stream()
        .filter(ParserRuleContext.class::isInstance)
        .map(heading -> ((ParserRuleContext) heading).getStart())
        .toList();
  }

  private static boolean mostlyFigures(List<Token> cells) {
    long figures = cells.stream().filter(SvmonRow::isCell).count();
    return figures * 2 >= cells.size();
  }

  private Outcome memoryHeader(Line line, MemoryHeaderContext found) {
    if (!Svmon.isHeader(line)) {
      return Outcome.FOREIGN;
    }
    SvmonHeadings headings = SvmonHeadings.read(context, line, headings(found));
    endReport();
    begin(line, preamble.unit(headings), headings);
    runWithoutHeader = false;
    return Outcome.UNDERSTOOD;
  }

  private SvmonReport begin(Line line, Optional<SvmonUnit> unit, @Nullable SvmonHeadings headings) {
    SvmonReport begun = new SvmonReport(unit, headings, preamble.take(line, reports));
    report = begun;
    titled = false;
    otherBlock = false;
    old = List.of();
    return begun;
  }

  /** Says where the last report ends inside a block: below its headings, or above its last row. */
  private void checkEnd() {
    Line at = last;
    SvmonReport open = report;
    if (at == null || open == null || !lastRead || !old.isEmpty()) {
      return;
    }
    if (!open.hasBegun() || at.startsWith("memory ") || at.startsWith("pin ")) {
      context.report(
          at,
          at.length() + 1,
          DiagnosticCode.TRUNCATED,
          "the report ends before its next row; what stands before is read");
    }
  }

  private void endReport() {
    SvmonReport ended = report;
    report = null;
    if (ended != null) {
      checks.check(ended);
      reports += ended.hasBegun() ? 1 : 0;
    }
  }

  /**
   * The report that a row or a header below the first belongs to; one begins where none is there.
   */
  private SvmonReport current(Line line) {
    SvmonReport known = report;
    return known == null ? begin(line, preamble.unit(), null) : known;
  }

  private Outcome breakdownHeader(Line line, BreakdownHeaderContext found) {
    List<Token> words = headings(found);
    if (known(words) < 2 || known(words) < words.size() - 1) {
      return Outcome.FOREIGN;
    }
    current(line).breakdown(SvmonHeadings.read(context, line, words));
    titled = false;
    otherBlock = false;
    return Outcome.UNDERSTOOD;
  }

  private Outcome pageSizeHeader(Line line, PageSizeHeaderContext found) {
    List<Token> words = headings(found);
    if (known(words) < 4 || known(words) < words.size() - 1) {
      return Outcome.FOREIGN;
    }
    // the first heading stands over the labels
    List<Token> columns = words.subList(1, words.size());
    current(line).pageSizeHeadings(SvmonHeadings.read(context, line, columns));
    titled = false;
    otherBlock = false;
    return Outcome.UNDERSTOOD;
  }

  private static long known(List<Token> words) {
    return words.stream().filter(word -> word.getType() != SvmonLexer.WORD).count();
  }

  private Outcome memory(Line line, List<Token> cells) {
    SvmonReport into = current(line);
    SvmonHeadings headings = into.memory();
    int expected = headings == null ? 0 : headings.types().size();
    return read(line, Row.MEMORY, cells, headings, expected, MEMORY);
  }

  private Outcome pagingSpace(Line line, List<Token> cells) {
    SvmonHeadings headings = current(line).memory();
    if (headings != null && !headings.namesPagingSpace()) {
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.NO_HEADER,
          "'size' and 'inuse' are not the first headings above this row; it is left out");
      return Outcome.REJECTED;
    }
    if (cells.size() == 2 && !SvmonRow.isCell(cells.get(1)) && SvmonRow.isCell(cells.get(0))) {
      return damaged(line, cells);
    }
    return read(line, Row.PAGING_SPACE, cells, headings, 2, PAGING_SPACE);
  }

  private Outcome pinned(Line line, List<Token> cells) {
    SvmonHeadings headings = current(line).breakdown();
    int expected = headings == null ? 0 : headings.types().size();
    return read(line, Row.PINNED, cells, headings, expected, PINNED);
  }

  /** Of memory in use there is no fourth part, whatever its heading is. */
  private Outcome inUse(Line line, List<Token> cells) {
    SvmonHeadings headings = current(line).breakdown();
    int expected = headings == null ? 0 : headings.types().size();
    boolean fourth = headings != null && (expected == 4 || headings.has(SvmonLexer.OTHER));
    return read(line, Row.IN_USE, cells, headings, expected - (fourth ? 1 : 0), IN_USE);
  }

  private Outcome read(
      Line line,
      Row kind,
      List<Token> cells,
      @Nullable SvmonHeadings headings,
      int expected,
      Set<Integer> columns) {
    if (!mostlyFigures(cells)) {
      return damaged(line, cells);
    }
    SvmonReport into = current(line);
    into.begun();
    preamble.rowSeen();
    String size = cells.get(0).getText();
    if (into.row(kind).isPresent()) {
      return again(line, into.row(kind).get());
    }
    if (kind == Row.MEMORY && preamble.isBeheaded()) {
      settleUnit(into, size);
    }
    if (kind == Row.MEMORY && into.unit().isEmpty() && size.equals(knownSize)) {
      into.unit(knownUnit); // memory does not grow by just what another unit would make of it
    }
    if (headings == null || into.unit().isEmpty()) {
      return withoutHeader(line, headings == null);
    }
    if (kind == Row.MEMORY) {
      knownSize = size;
      knownUnit = into.unit();
    }
    Optional<List<Optional<Token>>> laid = headings.lay(context, line, cells, expected);
    if (laid.isEmpty()) {
      return Outcome.REJECTED;
    }
    SvmonRow row =
        SvmonRow.read(context, line, into.unit().get(), headings, whole(line, laid.get()), columns);
    into.add(kind, row);
    sample(kind, row, into.time());
    return Outcome.UNDERSTOOD;
  }

  private List<Optional<Token>> whole(Line line, List<Optional<Token>> cells) {
    return unended ? SvmonRow.withoutCut(context, line, cells) : cells;
  }

  /**
   * A header that was lost takes the place of the unit with it: the report below has the same unit
   * where its memory has the same size in print, for pages and other units have other figures.
   */
  private void settleUnit(SvmonReport into, String size) {
    if (into.memory() == null) {
      beheadedSize = size;
    } else if (into.unit().isEmpty() && size.equals(beheadedSize)) {
      into.unit(preamble.sameUnit());
    }
  }

  private void sample(Row kind, SvmonRow row, double time) {
    switch (kind) {
      case MEMORY -> samples.memory(row, time);
      case PAGING_SPACE -> samples.pagingSpace(row, time);
      case IN_USE -> samples.inUse(row, time);
      case PINNED -> {} // serves the checks alone
    }
  }

  /** A label right below the report's lines, whose figure cannot be read: glued, or misread. */
  private Outcome damaged(Line line, List<Token> cells) {
    boolean prose =
        cells.stream().anyMatch(cell -> "0123456789-O".indexOf(cell.getText().charAt(0)) < 0);
    if (report == null || prose || !continuity.adjoins(line)) {
      return Outcome.FOREIGN;
    }
    Token bad =
        cells.stream().filter(cell -> !SvmonRow.isCell(cell)).findFirst().orElse(cells.get(0));
    context.report(
        line,
        LineGrammar.column(bad),
        DiagnosticCode.BAD_NUMBER,
        "'" + bad.getText() + "' is not a plausible number; the row is left out");
    return Outcome.REJECTED;
  }

  private static List<String> words(Line line) {
    return List.of(line.text().strip().split("\\s+", -1));
  }

  /** A row stands in a report once: a second one is a copy, or the first of a headless report. */
  private Outcome again(Line line, SvmonRow before) {
    if (words(before.line()).equals(words(line))) {
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.UNEXPECTED_LINE,
          "the row appears twice in one report; the second is left out");
      return Outcome.REJECTED;
    }
    endReport();
    begin(line, Optional.empty(), null);
    return withoutHeader(line, true);
  }

  /** Rows without a header, or without a unit: a run of them is one fault. */
  private Outcome withoutHeader(Line line, boolean headerMissing) {
    if (!runWithoutHeader) {
      runWithoutHeader = true;
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.NO_HEADER,
          headerMissing
              ? "these rows have no header that names their columns and their unit; they are left"
                  + " out up to the next header"
              : "the unit of these rows is not known; they are left out up to the next header");
    }
    return Outcome.REJECTED;
  }

  private Outcome pageSize(Line line, PageSizeContext found) {
    List<Token> cells = tokens(found.cell());
    long bytes =
        SvmonPageSize.bytes(
            found.NUMBER() == null
                ? found.SCALED().getText()
                : found.NUMBER().getText() + found.SCALE().getText());
    if (bytes == 0) {
      return unknownRow(line);
    }
    if (!mostlyFigures(cells)) {
      return Outcome.FOREIGN;
    }
    SvmonReport into = current(line);
    SvmonHeadings headings = into.pageSizeHeadings();
    if (headings == null) {
      into.pageSizeLost();
      return withoutHeader(line, true);
    }
    if (!into.unit().equals(Optional.of(SvmonUnit.PAGES))) {
      // how these counts look in other units is not known, and none of them is a sample
      return Outcome.UNDERSTOOD;
    }
    Optional<List<Optional<Token>>> laid =
        headings.lay(context, line, cells, headings.types().size());
    if (laid.isEmpty()) {
      into.pageSizeLost();
      return Outcome.REJECTED;
    }
    into.add(
        new SvmonPageSize(
            bytes,
            SvmonRow.read(
                context, line, SvmonUnit.PAGES, headings, whole(line, laid.get()), PAGE_SIZE)));
    return Outcome.UNDERSTOOD;
  }

  /** A row of figures alone is the one under the long header; elsewhere it has lost its label. */
  private Outcome row(Line line, RowContext found) {
    if (!old.isEmpty()) {
      return oldRow(line, tokens(found.figure()));
    }
    SvmonReport into = report;
    SvmonHeadings headings = into == null ? null : into.memory();
    if (headings != null && headings.has(SvmonLexer.PGSP)) {
      List<Token> cells = tokens(found.figure());
      return read(line, Row.MEMORY, cells, headings, headings.types().size(), MEMORY);
    }
    if (otherBlock) {
      return Outcome.NOISE;
    }
    if (titled) {
      return withoutHeader(line, true);
    }
    return unknownRow(line);
  }

  /** The one row of AIX 4.3 is four: memory, in use, pinned, paging space. */
  private Outcome oldRow(Line line, List<Token> cells) {
    SvmonReport into = current(line);
    SvmonHeadings all = new SvmonHeadings(old, false);
    if (into.row(Row.MEMORY).isPresent()) {
      return again(line, into.row(Row.MEMORY).get());
    }
    into.begun();
    if (all.lay(context, line, cells, old.size()).isEmpty()) {
      return Outcome.REJECTED;
    }
    part(line, Row.MEMORY, cells, 0, 4);
    part(line, Row.IN_USE, cells, 4, 7);
    part(line, Row.PINNED, cells, 7, 10);
    part(line, Row.PAGING_SPACE, cells, 10, 12);
    return Outcome.UNDERSTOOD;
  }

  private void part(Line line, Row kind, List<Token> cells, int from, int to) {
    SvmonHeadings headings = new SvmonHeadings(old.subList(from, to), false);
    SvmonReport into = current(line);
    SvmonRow row =
        SvmonRow.read(
            context,
            line,
            SvmonUnit.PAGES,
            headings,
            whole(line, cells.subList(from, to).stream().map(Optional::of).toList()),
            Set.copyOf(headings.types()));
    into.add(kind, row);
    sample(kind, row, into.time());
  }

  private Outcome unknownRow(Line line) {
    if (continuity.isInterrupted()) {
      return Outcome.FOREIGN;
    }
    context.report(
        line,
        1 + line.indent(),
        DiagnosticCode.UNKNOWN_LABEL,
        "the label of this row is not known; the row is left out");
    return Outcome.REJECTED;
  }

  @Override
  public List<Draft> close() {
    checkEnd();
    endReport();
    return samples.drafts();
  }
}
