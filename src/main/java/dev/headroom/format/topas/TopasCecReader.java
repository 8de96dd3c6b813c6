package dev.headroom.format.topas;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Continuity;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.TopasCecLexer;
import dev.headroom.format.grammar.TopasCecParser;
import dev.headroom.format.grammar.TopasCecParser.BannerLineContext;
import dev.headroom.format.grammar.TopasCecParser.CellContext;
import dev.headroom.format.grammar.TopasCecParser.DividerLineContext;
import dev.headroom.format.grammar.TopasCecParser.HeaderContext;
import dev.headroom.format.grammar.TopasCecParser.HeaderLineContext;
import dev.headroom.format.grammar.TopasCecParser.HeadingContext;
import dev.headroom.format.grammar.TopasCecParser.LineContext;
import dev.headroom.format.grammar.TopasCecParser.RowContext;
import dev.headroom.format.grammar.TopasCecParser.RowLineContext;
import dev.headroom.format.grammar.TopasCecParser.RulerLineContext;
import dev.headroom.format.grammar.TopasCecParser.SummaryContext;
import dev.headroom.format.grammar.TopasCecParser.SummaryLineContext;
import dev.headroom.format.grammar.TopasCecParser.TitleContext;
import dev.headroom.format.grammar.TopasCecParser.TitleLineContext;
import dev.headroom.series.Kind;
import dev.headroom.series.TableBuilder;
import dev.headroom.unit.Count;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.PrintedDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads the screens of one recording of {@code topas -C}. */
final class TopasCecReader implements SectionReader {
  private final SectionContext context;
  private final LineGrammar<TopasCecParser> grammar =
      new LineGrammar<>(TopasCecLexer::new, TopasCecParser::new);
  private final Map<String, TableBuilder> rowsOf = new LinkedHashMap<>();
  private final TopasSummary summary;
  private final TopasSums sums;
  private @Nullable TopasLayout layout;
  private boolean headerIsDedicated;
  private boolean dedicated;

  /** Where the cells of a row without blank ones end; empty before there was any. */
  private List<Integer> whole = List.of();

  private boolean runWithoutHeader;
  private int screens;
  private double time;

  private final Continuity continuity = new Continuity();
  private boolean unended;

  /** The last line of the screen at hand, and how many rows it has; null before its first line. */
  private @Nullable Line lastLine;

  private int rowsOfScreen;

  /** Whether a screen was told that lacks rows. */
  private boolean cut;

  TopasCecReader(SectionContext context) {
    this.context = context;
    this.summary = new TopasSummary(context);
    this.sums = new TopasSums(context);
    this.time = context.clock().atRow(0);
  }

  @Override
  public Outcome read(Line line, boolean inputEndsHere) {
    unended = inputEndsHere;
    Optional<LineContext> parsed = grammar.parse(line, TopasCecParser::line);
    Outcome outcome = parsed.map(tree -> read(line, tree)).orElse(Outcome.FOREIGN);
    if (outcome == Outcome.FOREIGN && continuity.adjoins(line) && TopasSummary.isDamaged(line)) {
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.UNEXPECTED_LINE,
          "figures of the screen with something else among them; the line is left out");
      outcome = Outcome.REJECTED;
    }
    if (outcome != Outcome.FOREIGN) {
      lastLine = line.copy();
      boolean row = parsed.filter(RowLineContext.class::isInstance).isPresent();
      rowsOfScreen += row ? 1 : 0;
    }
    return continuity.note(line, outcome);
  }

  @Override
  public void passOver(Line line) {
    continuity.passOver(line);
  }

  private Outcome read(Line line, LineContext tree) {
    if (tree instanceof TitleLineContext found) {
      return title(line, found.title());
    }
    if (tree instanceof SummaryLineContext found) {
      return summary(line, found.summary());
    }
    if (tree instanceof HeaderLineContext found) {
      return header(line, found.header());
    }
    if (tree instanceof DividerLineContext found) {
      dedicated = found.divider().DEDICATED_BELOW() != null;
      return Outcome.NOISE;
    }
    if (tree instanceof RowLineContext found) {
      return row(line, found.row());
    }
    return tree instanceof BannerLineContext || tree instanceof RulerLineContext
        ? Outcome.NOISE
        : Outcome.FOREIGN;
  }

  private Outcome title(Line line, TitleContext title) {
    endScreen();
    dedicated = false;
    List<TopasCecParser.AnythingContext> rest = title.anything();
    if (rest.isEmpty()) {
      time = context.clock().atRow(screens++);
      return Outcome.UNDERSTOOD;
    }
    int from = rest.get(0).getStart().getStartIndex();
    Optional<LocalDateTime> date = PrintedDate.within(line.text(from, line.length()).strip());
    if (date.isEmpty()) {
      context.report(
          line,
          from + 1,
          DiagnosticCode.BAD_TIME,
          "no date can be read; the samples keep their order only");
    }
    double before = time;
    int screen = screens++;
    time =
        date.map(printed -> context.clock().at(printed))
            .orElseGet(() -> context.clock().atRow(screen));
    if (screen > 0 && time < before) {
      String fault = "the screen is older than the one before it; kept as read";
      context.report(line, from + 1, DiagnosticCode.CLOCK_JUMP, fault);
    }
    return Outcome.UNDERSTOOD;
  }

  /** Figures below rows are of the next screen, whose title was lost, and with it its time. */
  private Outcome summary(Line line, SummaryContext found) {
    if (rowsOfScreen > 0) {
      endScreen();
      dedicated = false;
      screens++;
      time = Double.NaN;
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.BAD_TIME,
          "the title of this screen is lost; the samples keep their order only");
    }
    return summary.read(line, found, time, unended);
  }

  private void endScreen() {
    checkEnd();
    sums.check(summary);
    sums.clear();
    summary.clear();
  }

  /** Says, once, where a screen ends before its rows, or has fewer than it counts partitions. */
  private void checkEnd() {
    Line at = lastLine;
    double counted = counted("shr/1") + counted("ded/1");
    if (at != null && !cut && (rowsOfScreen == 0 || (rowsOfScreen < counted && !ofPools()))) {
      cut = true;
      context.report(
          at,
          at.length() + 1,
          DiagnosticCode.TRUNCATED,
          rowsOfScreen == 0
              ? "the screen ends before its first row"
              : "the screen has "
                  + Count.of(rowsOfScreen, "row")
                  + " for the "
                  + Decimal.fixed(counted, 0)
                  + " partitions that it counts; what stands there is read");
    }
    lastLine = null;
    rowsOfScreen = 0;
  }

  private double counted(String place) {
    TopasFigure figure = summary.figure(place);
    return figure.isAbsent() ? 0 : figure.value();
  }

  private boolean ofPools() {
    return layout != null && layout.ofPools();
  }

  private Outcome header(Line line, HeaderContext header) {
    List<Token> words = new ArrayList<>();
    words.add(header.getStart());
    header.heading().forEach(heading -> words.add(heading.getStart()));
    TopasLayout read = TopasLayout.of(words);
    if (!read.ofPools() && !TopasLayout.isHeader(line)) {
      return Outcome.FOREIGN;
    }
    Set<String> before = new HashSet<>();
    for (HeadingContext heading : header.heading()) {
      boolean doubled = !before.add(heading.getText().toLowerCase(Locale.ROOT));
      if (heading.column() == null || doubled) {
        Token token = heading.getStart();
        context.report(
            line,
            LineGrammar.column(token),
            DiagnosticCode.UNKNOWN_COLUMN,
            "heading '"
                + token.getText()
                + (doubled
                    ? "' stands twice; both columns are left out"
                    : "' is not known; its column is left out"));
      }
    }
    layout = read;
    whole = List.of();
    headerIsDedicated = read.place("%istl") >= 0 || read.place("%bstl") >= 0;
    dedicated = headerIsDedicated;
    runWithoutHeader = false;
    return Outcome.UNDERSTOOD;
  }

  private Outcome row(Line line, RowContext row) {
    TopasLayout known = layout;
    if (known == null) {
      return looksLikeRow(row) && row.cell().size() > 7 ? withoutHeader(line) : Outcome.FOREIGN;
    }
    int cells = row.cell().size() + 1;
    if (known.ofPools()) {
      return cells == known.columns() ? Outcome.NOISE : Outcome.FOREIGN;
    }
    boolean full =
        cells == known.columns()
            && wordsAreWords(row, known)
            && !TopasPlaces.areOthers(known, row.cell());
    boolean other = dedicated && !headerIsDedicated && !full;
    TopasLayout columns = other ? known.beforeEntitlement() : known;
    Optional<List<Optional<CellContext>>> laid =
        full ? Optional.of(whole(row)) : byPlace(row.cell(), known, columns);
    if (laid.isPresent()) {
      sample(line, row, columns, laid.get());
      return Outcome.UNDERSTOOD;
    }
    return !continuity.isInterrupted() && looksLikeRow(row)
        ? misfit(line, row, known)
        : Outcome.FOREIGN;
  }

  /** The cells of a row that has all of them, in their order. */
  private List<Optional<CellContext>> whole(RowContext row) {
    whole = TopasPlaces.ends(row);
    return row.cell().stream().map(Optional::of).toList();
  }

  /**
   * The cells of a row that has blank ones.
   *
   * @param columns those of the table that the row has too, where it is of another kind
   */
  private Optional<List<Optional<CellContext>>> byPlace(
      List<CellContext> cells, TopasLayout known, TopasLayout columns) {
    if (cells.size() + 1 >= known.columns()) {
      return Optional.empty();
    }
    int edge = (whole.isEmpty() ? columns.ends() : whole).get(columns.columns() - 1);
    List<CellContext> common =
        columns.equals(known)
            ? cells
            : cells.stream().filter(cell -> cell.getStart().getStartIndex() <= edge).toList();
    return TopasPlaces.lay(columns, common, whole)
        .or(() -> TopasPlaces.byKind(columns, common))
        .or(() -> TopasPlaces.byHeadings(columns, common));
  }

  private static boolean wordsAreWords(RowContext row, TopasLayout known) {
    for (int column = 1; column < known.columns(); column++) {
      if (known.isWord(column) && row.cell(column - 1).NUMBER() != null) {
        return false;
      }
    }
    return true;
  }

  /** A name, perhaps the level of an operating system, and then mostly numbers. */
  private static boolean looksLikeRow(RowContext row) {
    List<CellContext> cells = row.cell();
    long numbers = cells.stream().filter(cell -> cell.text() == null).count();
    return numbers * 2 >= cells.size() || cells.get(0).getText().matches("[A-Z]\\d\\d");
  }

  private void sample(
      Line line, RowContext cells, TopasLayout columns, List<Optional<CellContext>> laid) {
    TopasRow row = new TopasRow(context, line, columns, laid, unended);
    Token name = cells.subject().getStart();
    String host = line.text(name.getStartIndex(), name.getStopIndex() + 1);
    TableBuilder rows = rowsOf.computeIfAbsent(host, key -> new TableBuilder(TopasLayout.METRICS));
    sums.checkShares(row, line);
    row.fill(rows);
    rows.endRow(line.number(), time);
    sums.add(row, dedicated);
  }

  private Outcome withoutHeader(Line line) {
    if (!runWithoutHeader) {
      runWithoutHeader = true;
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.NO_HEADER,
          "these rows have no header that names their columns; they are left out up to the next"
              + " header");
    }
    return Outcome.REJECTED;
  }

  private Outcome misfit(Line line, RowContext row, TopasLayout known) {
    int cells = row.cell().size() + 1;
    boolean many = cells > known.columns();
    int column =
        many ? LineGrammar.column(row.cell(known.columns() - 1).getStart()) : line.length() + 1;
    DiagnosticCode code = many ? DiagnosticCode.EXTRA_CELLS : DiagnosticCode.TRUNCATED;
    String fault =
        "the row has "
            + Count.of(cells, "cell")
            + " instead of "
            + known.columns()
            + "; it is left out";
    if (cells == known.columns()) {
      column = LineGrammar.column(row.cell(0).getStart());
      code = DiagnosticCode.BAD_NUMBER;
      fault = "the cells do not stand under their headings; the row is left out";
    }
    context.report(line, column, code, fault);
    return Outcome.REJECTED;
  }

  @Override
  public List<Draft> close() {
    endScreen();
    List<Draft> drafts = new ArrayList<>();
    drafts.add(new Draft(Kind.SYSTEM, null, false, summary.rows()));
    rowsOf.forEach((host, rows) -> drafts.add(new Draft(Kind.PARTITION, host, true, rows)));
    return drafts;
  }
}
