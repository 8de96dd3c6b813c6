package dev.headroom.format.vmstat;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.BulkReader;
import dev.headroom.format.CellTokens;
import dev.headroom.format.ColumnLayout;
import dev.headroom.format.ConfigurationLine;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.LongTable;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.VmstatLexer;
import dev.headroom.format.grammar.VmstatParser;
import dev.headroom.format.grammar.VmstatParser.BannerLineContext;
import dev.headroom.format.grammar.VmstatParser.CellContext;
import dev.headroom.format.grammar.VmstatParser.ChangedLineContext;
import dev.headroom.format.grammar.VmstatParser.ConfigurationLineContext;
import dev.headroom.format.grammar.VmstatParser.HeaderContext;
import dev.headroom.format.grammar.VmstatParser.HeaderLineContext;
import dev.headroom.format.grammar.VmstatParser.LineContext;
import dev.headroom.format.grammar.VmstatParser.RowContext;
import dev.headroom.format.grammar.VmstatParser.RowLineContext;
import dev.headroom.format.grammar.VmstatParser.RulerLineContext;
import dev.headroom.series.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads one call of {@code vmstat}: lines by the grammar, long runs of rows by the decoder. */
final class VmstatReader implements BulkReader {
  /** Keys of configuration lines that only sister tools print: lparstat, iostat, sar. */
  private static final Set<String> FOREIGN = Set.of("type", "drives", "iome", "iomp", "psize");

  private static final String OVER_NAMES = "wpar";

  private static final CellTokens TOKENS =
      new CellTokens(VmstatLexer.NUMBER, VmstatLexer.TIME, VmstatLexer.ABSENT);

  /** No other table has as many numbers in a row. */
  private static final int TELLING = 12;

  private final SectionContext context;
  private final LineGrammar<VmstatParser> grammar =
      new LineGrammar<>(VmstatLexer::new, VmstatParser::new);
  private final ConfigurationLine configuration;
  private final LongTable table;
  private final WrappedLines wrapped = new WrappedLines();
  private final ForeignRows foreign;
  private final FirstRow firstRow;
  private VmstatLayout.@Nullable Compiled header;

  /** The header's last word, where it touches the line's end and is not known: it may be cut. */
  private @Nullable EdgeHeading edge;

  private boolean ended;

  /** Whether the line at hand is made of two that a terminal parted. */
  private boolean joined;

  /** Whether the input ends inside the line at hand. */
  private boolean unended;

  /** Whether a row has shown by how much shares of processor time were multiplied, if at all. */
  private boolean scaleShown;

  /** Whether a line since the last configuration says that it changed. */
  private boolean changed;

  /** A heading at the end of its line. */
  private record EdgeHeading(Line line, int column, String text) {}

  VmstatReader(SectionContext context) {
    this.context = context;
    this.configuration =
        new ConfigurationLine(
            context,
            List.of(Metric.MEMORY_LOGICAL, Metric.POOL_MEMORY, Metric.CPU_ENTITLEMENT),
            false,
            keys -> Collections.disjoint(keys, FOREIGN));
    this.table =
        new LongTable(
            context,
            VmstatLayout.METRICS,
            TOKENS,
            TELLING,
            new VmstatChecks(context, configuration));
    this.foreign = new ForeignRows(context, table);
    this.firstRow = new FirstRow(context);
  }

  @Override
  public long takeRows(Lines lines) throws IOException {
    if (ended) {
      return 0;
    }
    long taken = headerTail(lines) + wrappedRows(lines);
    settleEdge();
    return scaleShown ? taken + table.take(lines) : taken;
  }

  /** Reads the header again with its tail where a terminal has wrapped it. */
  private long headerTail(Lines lines) throws IOException {
    Optional<Line> whole = wrapped.wholeHeader(lines);
    if (whole.isEmpty() || WrappedLines.take(lines, 1) == 0) {
      return 0;
    }
    edge = null;
    read(whole.get(), false);
    wrapped.settled();
    return 1;
  }

  private long wrappedRows(Lines lines) throws IOException {
    long taken = 0;
    while (true) {
      int cells = table.layout().map(layout -> layout.cells().size()).orElse(0);
      Optional<Line> row = wrapped.wholeRow(lines, cells);
      if (row.isEmpty() || readJoined(row.get()) != Outcome.UNDERSTOOD) {
        return taken;
      }
      taken += WrappedLines.take(lines, 2);
    }
  }

  /** Reads a row of which a terminal made two lines. */
  private Outcome readJoined(Line line) {
    joined = true;
    Outcome outcome = read(line, false);
    joined = false;
    return outcome;
  }

  /** Reports the heading at the edge: nothing went on in the next line. */
  private void settleEdge() {
    EdgeHeading cut = edge;
    edge = null;
    if (cut != null) {
      table.reportUnknown(cut.line(), cut.column(), cut.text());
    }
  }

  @Override
  public Outcome read(Line line, boolean inputEndsHere) {
    if (ended) {
      return Outcome.FOREIGN;
    }
    unended = inputEndsHere;
    settleEdge();
    firstRow.line(line);
    Outcome parted = foreign.parted(line);
    return parted == Outcome.FOREIGN
        ? foreign.note(line, table.read(line, unended, () -> byGrammar(line)))
        : parted;
  }

  private Outcome byGrammar(Line line) {
    return grammar
        .parse(line, VmstatParser::line)
        .map(tree -> read(line, tree))
        .orElse(Outcome.FOREIGN);
  }

  private Outcome read(Line line, LineContext tree) {
    changed |= tree instanceof ChangedLineContext;
    if (tree instanceof ConfigurationLineContext found) {
      if (table.hasBegun() && isOfSister(found.configuration().setting())) {
        return Outcome.FOREIGN; // it ends nothing: a sister's table has headings, which say so
      }
      if (table.hasBegun() && !changed) {
        ended = true; // another call begins: nothing says that this one's configuration changed
        return Outcome.FOREIGN;
      }
      changed = false;
      Outcome outcome = configuration.read(line, tokens(found.configuration().setting()), unended);
      ended = outcome == Outcome.FOREIGN;
      return outcome;
    }
    if (tree instanceof ChangedLineContext || tree instanceof RulerLineContext) {
      return table.noise(line);
    }
    if (tree instanceof BannerLineContext) {
      foreign.banner(line);
      return table.noise(line);
    }
    if (tree instanceof HeaderLineContext found && Vmstat.isHeader(line)) {
      return header(line, found.header());
    }
    return tree instanceof RowLineContext found
        ? row(line, found.row())
        : grammar
            .parse(line, VmstatParser::row)
            .map(found -> row(line, found))
            .orElse(Outcome.FOREIGN);
  }

  private static boolean isOfSister(List<? extends ParserRuleContext> settings) {
    return settings.stream()
        .map(ParserRuleContext::getText)
        .anyMatch(setting -> FOREIGN.contains(setting.split("=", 2)[0]));
  }

  private static List<Token> tokens(List<? extends ParserRuleContext> words) {
    return words.stream().map(ParserRuleContext::getStart).toList();
  }

  private Outcome header(Line line, HeaderContext found) {
    List<Token> headings = new ArrayList<>();
    found.children.forEach(child -> headings.add(((ParserRuleContext) child).getStart()));
    Optional<Outcome> otherTable = foreign.header(line, headings);
    if (otherTable.isPresent()) {
      return otherTable.get();
    }
    if (foreign.workloads() && standsOverNames(headings)) {
      overNames(line, headings.remove(0));
    }
    VmstatLayout.Compiled compiled =
        VmstatLayout.compile(headings.stream().map(Token::getText).toList());
    for (int place : compiled.unknown()) {
      unknown(line, headings.get(place));
    }
    for (int place : compiled.doubled()) {
      table.reportDoubled(line, headings.get(place));
    }
    for (int place : compiled.repaired()) {
      Token token = headings.get(place);
      context.report(
          line,
          LineGrammar.column(token),
          DiagnosticCode.REPAIRED_COLUMN,
          "heading '" + token.getText() + "' is damaged; its place proves which column it is");
    }
    header = compiled;
    scaleShown = !VmstatChecks.hasShares(compiled.layout());
    wrapped.header(line);
    return table.header(line, compiled.layout());
  }

  /** Whether the first heading is the one over the names, whatever is left of it. */
  private static boolean standsOverNames(List<Token> headings) {
    boolean inFront = headings.size() > 1 && headings.get(1).getText().equals("r");
    return inFront || headings.get(0).getText().equals(OVER_NAMES);
  }

  private void overNames(Line line, Token heading) {
    if (!heading.getText().equals(OVER_NAMES)) {
      context.report(
          line,
          LineGrammar.column(heading),
          DiagnosticCode.REPAIRED_COLUMN,
          "heading '" + heading.getText() + "' is damaged; names stand below it");
    }
  }

  private void unknown(Line line, Token heading) {
    int column = LineGrammar.column(heading);
    String text = heading.getText();
    if (column + text.length() > line.length()) {
      edge = new EdgeHeading(line.copy(), column, text);
    } else {
      table.reportUnknown(line, heading);
    }
  }

  private Outcome row(Line line, RowContext found) {
    List<CellContext> cells = found.cell();
    List<String> texts = cells.stream().map(CellContext::getText).toList();
    if (foreign.isPart(texts)) {
      return foreign.part();
    }
    if (foreign.isPartOf(texts)) {
      return table.misfit(line, tokens(cells));
    }
    if (foreign.isWhole(texts)) {
      cells = cells.subList(1, cells.size());
    }
    if (foreign.isNameless(texts)) {
      return uncertain(line, "the row has no name in front, which says whose it is");
    }
    if (hasLostName() && ForeignRows.isName(texts)) {
      return uncertain(line, "a name stands in front of the row, and no heading above it names it");
    }
    fit(line, cells);
    if (hasUncertainDisks(texts) || (!joined && wrapped.goesBeyond(line))) {
      return uncertain(line, "what stands in the row does not show which cells are its columns'");
    }
    ColumnLayout whole = table.layout().orElse(null);
    ColumnLayout states = whole == null ? null : firstRow.statesOf(whole);
    if (whole == null || states == null) {
      return table.row(line, tokens(cells));
    }
    table.use(states);
    Outcome outcome = table.row(line, tokens(cells));
    table.use(whole);
    if (outcome != Outcome.FOREIGN) {
      firstRow.passed();
    }
    return outcome;
  }

  /**
   * Whether the first heading is the same as the second, or not known: then it was another, such as
   * wpar.
   */
  private boolean hasLostName() {
    VmstatLayout.Compiled compiled = header;
    return compiled != null && (compiled.doubled().contains(1) || compiled.unknown().contains(0));
  }

  /** Takes from a row what its header does not show: how many disks, a lost heading, a scale. */
  private void fit(Line line, List<CellContext> cells) {
    VmstatLayout.Compiled compiled = header;
    ColumnLayout known = table.layout().orElse(null);
    if (compiled == null || known == null) {
      return;
    }
    if (cells.stream().allMatch(VmstatReader::isNumeric)) {
      List<String> texts = cells.stream().map(CellContext::getText).toList();
      known = withDisks(texts, compiled, known);
      mend(line, texts, known);
      magnified(line, texts);
    }
  }

  /**
   * A header has four disks, a row as many as there are: the first rows show how many. A row with
   * fewer cells than one before it has lost some, and nothing tells which.
   */
  private ColumnLayout withDisks(
      List<String> texts, VmstatLayout.Compiled compiled, ColumnLayout known) {
    int missing = compiled.layout().cells().size() - texts.size();
    boolean more = !table.hasBegun() || texts.size() > known.cells().size();
    if (missing < 0 || missing > compiled.disks().size() || !more) {
      return known;
    }
    ColumnLayout fitting = compiled.withoutDisks(missing);
    boolean first = missing == 0 && !table.hasBegun();
    if (first || VmstatChecks.provesPlaces(fitting, texts)) {
      table.use(fitting);
      return fitting;
    }
    return known;
  }

  /**
   * Whether nothing shows yet which cells are those of disks: a row with one for each may have lost
   * a disk's, where another cell was parted or a heading is gone.
   */
  private boolean hasUncertainDisks(List<String> texts) {
    VmstatLayout.Compiled compiled = header;
    return compiled != null
        && !compiled.disks().isEmpty()
        && !table.hasBegun()
        && texts.size() == compiled.layout().cells().size()
        && table.layout().equals(Optional.of(compiled.layout()))
        && !VmstatChecks.provesPlaces(compiled.layout(), texts);
  }

  /** A row whose columns are not certain. */
  private Outcome uncertain(Line line, String fault) {
    table.passOver(line);
    context.report(
        line, 1 + line.indent(), DiagnosticCode.UNEXPECTED_LINE, fault + "; the row is left out");
    return Outcome.REJECTED;
  }

  /** A print may lose the second sy of the header: the processor's shares prove where it stood. */
  private void mend(Line line, List<String> texts, ColumnLayout printed) {
    if (texts.size() != printed.cells().size() + 1) {
      return;
    }
    Optional<ColumnLayout> mended = VmstatLayout.withSystemTime(printed);
    if (mended.isPresent() && VmstatChecks.provesSystemTime(mended.get(), texts)) {
      context.report(
          line,
          0,
          DiagnosticCode.REPAIRED_COLUMN,
          "the header above lacks the heading 'sy' after 'us'; us + sy + id + wa of this row prove"
              + " it");
      table.use(mended.get());
    }
  }

  /**
   * {@code -S} multiplies what is printed of processors; the first row with all four shares shows
   * by how much.
   */
  private void magnified(Line line, List<String> texts) {
    ColumnLayout known = table.layout().orElseThrow();
    if (scaleShown || texts.size() != known.cells().size()) {
      return;
    }
    double times = VmstatChecks.magnified(known, texts);
    scaleShown = !Double.isNaN(times);
    if (times > 1) {
      context.report(
          line,
          0,
          DiagnosticCode.REPAIRED_COLUMN,
          "us + sy + id + wa prove that shares of processor time were printed "
              + (int) times
              + " times as large (vmstat -S); pc and ec are left out");
      table.use(VmstatLayout.magnified(known, times));
    }
  }

  private static boolean isNumeric(CellContext cell) {
    return cell.NUMBER() != null || cell.TIME() != null || cell.ABSENT() != null;
  }

  @Override
  public void passOver(Line line) {
    table.passOver(line);
  }

  @Override
  public List<Draft> close() {
    settleEdge();
    foreign.close();
    return List.of(configuration.close(), Draft.ofPartition(table.rows()));
  }
}
