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
import dev.headroom.format.grammar.TopasCecParser.SummaryLineContext;
import dev.headroom.format.grammar.TopasCecParser.TitleContext;
import dev.headroom.format.grammar.TopasCecParser.TitleLineContext;
import dev.headroom.series.Kind;
import dev.headroom.series.TableBuilder;
import dev.headroom.unit.Count;
import dev.headroom.unit.PrintedDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private boolean runWithoutHeader;
  private int screens;
  private double time;

  private final Continuity continuity = new Continuity();
  private boolean unended;

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
    return continuity.note(line, parsed.map(tree -> read(line, tree)).orElse(Outcome.FOREIGN));
  }

  private Outcome read(Line line, LineContext tree) {
    if (tree instanceof TitleLineContext found) {
      return title(line, found.title());
    }
    if (tree instanceof SummaryLineContext found) {
      return summary.read(line, found.summary(), time);
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

  private void endScreen() {
    sums.check(summary);
    sums.clear();
    summary.clear();
  }

  private Outcome header(Line line, HeaderContext header) {
    List<String> words = new ArrayList<>();
    words.add(header.getStart().getText());
    header.heading().forEach(heading -> words.add(heading.getText()));
    TopasLayout read = TopasLayout.of(words);
    if (!read.ofPools() && !TopasLayout.isHeader(line)) {
      return Outcome.FOREIGN;
    }
    for (HeadingContext heading : header.heading()) {
      if (heading.column() == null) {
        Token token = heading.getStart();
        context.report(
            line,
            LineGrammar.column(token),
            DiagnosticCode.UNKNOWN_COLUMN,
            "heading '" + token.getText() + "' is not known; its column is left out");
      }
    }
    layout = read;
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
    Optional<TopasLayout> fitting = fitting(row, known, cells);
    if (fitting.isPresent()) {
      sample(line, row, fitting.get());
      return Outcome.UNDERSTOOD;
    }
    return !continuity.isInterrupted() && looksLikeRow(row)
        ? misfit(line, row, known)
        : Outcome.FOREIGN;
  }

  /** The columns that the cells of a row are certain to stand under. */
  private Optional<TopasLayout> fitting(RowContext row, TopasLayout known, int cells) {
    if (cells == known.columns() && wordsAreWords(row, known)) {
      return Optional.of(known);
    }
    if (cells == known.columns() - 1) {
      Optional<TopasLayout> shorter = known.withoutPhysicalMemory();
      if (shorter.isPresent() && TopasRow.proves(shorter.get(), row)) {
        return shorter;
      }
    }
    if (dedicated && !headerIsDedicated && cells < known.columns()) {
      TopasLayout common = known.beforeEntitlement();
      if (cells >= common.columns() && TopasRow.proves(common, row)) {
        return Optional.of(common);
      }
    }
    return Optional.empty();
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

  private void sample(Line line, RowContext cells, TopasLayout fitting) {
    TopasRow row = new TopasRow(context, line, fitting, cells, unended);
    Token name = cells.subject().getStart();
    String host = line.text(name.getStartIndex(), name.getStopIndex() + 1);
    TableBuilder rows = rowsOf.computeIfAbsent(host, key -> new TableBuilder(TopasLayout.METRICS));
    row.fill(rows);
    rows.endRow(line.number(), time);
    sums.checkShares(row, line);
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
