package dev.headroom.format;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import dev.headroom.unit.Count;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a long table. A format's grammar reads headers and tells what a line is; runs of rows
 * are decoded straight from the bytes by the layout of the last header, and a row that the decoder
 * does not take is read token by token, with the same values.
 */
public final class LongTable {
  /**
   * Lines that carry nothing come again and again; up to this number are remembered and not parsed
   * again.
   */
  private static final int REMEMBERED = 8;

  /** A line that is longer is looked at as a line: it may pass the limit. */
  private static final int LONGEST_ROW = 1024;

  private final SectionContext context;
  private final CellTokens tokens;
  private final int telling;
  private final RowWatch watch;
  private final TableBuilder rows;
  private final List<byte[]> rememberedNoise = new ArrayList<>();
  private final Continuity continuity = new Continuity();
  private byte[] rememberedHeader = new byte[0];
  private @Nullable ColumnLayout layout;
  private @Nullable RowDecoder decoder;
  private boolean keeps;
  private long seen;
  private boolean runWithoutHeader;

  /** The line of the last row that did not fit: screen rows of one line are one row. */
  private long lastMisfit = -1;

  /** Whether the input ends inside the line at hand. */
  private boolean unended;

  /** Whether a row was read under the header: the first may show what the header does not. */
  private boolean begun;

  /**
   * A table.
   *
   * @param metrics the metrics that its rows may have, under any header
   * @param tokens what the grammar calls its cells
   * @param telling how many cells make a row even where other text stands before it and no header
   * @param watch what the format knows of its rows
   */
  public LongTable(
      SectionContext context,
      List<Metric> metrics,
      CellTokens tokens,
      int telling,
      RowWatch watch) {
    this.context = context;
    this.tokens = tokens;
    this.telling = telling;
    this.watch = watch;
    this.rows = new TableBuilder(metrics, false, context.options().kept());
  }

  /** The rows that were kept; none of them where the layout keeps no cell. */
  public TableBuilder rows() {
    return rows;
  }

  /** The layout of the last header; empty where there was none. */
  public Optional<ColumnLayout> layout() {
    return Optional.ofNullable(layout);
  }

  /**
   * Takes rows as {@link BulkReader#takeRows} does.
   *
   * @throws IOException where the input cannot be read
   */
  public long take(Lines lines) throws IOException {
    RowDecoder rowDecoder = decoder;
    if (rowDecoder == null || !begun || context.options().rowsByGrammar()) {
      return 0;
    }
    int at = lines.position();
    byte[] window = lines.window();
    int limit = lines.endedLimit(at);
    long first = lines.nextNumber();
    long taken = 0;
    while (at < limit) {
      int next = rowDecoder.decode(window, at, limit);
      if (next < 0 || next - at > LONGEST_ROW) {
        break;
      }
      boolean suspicious = watch.suspicious(rowDecoder.values());
      double time = time(rowDecoder);
      boolean jumped = rowDecoder.timed() && context.clock().jumpedBack();
      if (suspicious || jumped) {
        Line line = lineOf(window, at, next, first + taken);
        if (jumped) {
          reportJump(line);
        }
        watch.check(line, rowDecoder.values());
      }
      watch.rowSeen(time);
      if (keeps) {
        rowDecoder.fill(rows);
        rows.endRow(first + taken, time);
      }
      seen++;
      taken++;
      at = next;
    }
    if (taken > 0) {
      lines.take(at, taken);
      continuity.resume();
    }
    return taken;
  }

  private double time(RowDecoder row) {
    return row.timed()
        ? context.clock().atSecondOfDay(row.secondOfDay())
        : context.clock().atRow(seen);
  }

  private static Line lineOf(byte[] window, int at, int next, long number) {
    int end = next;
    while (end > at && (window[end - 1] == '\n' || window[end - 1] == '\r')) {
      end--;
    }
    return new Line(window, at, end, number);
  }

  /**
   * Reads a line: one that is remembered at once, any other by its grammar.
   *
   * @param inputEndsHere whether the input ends inside the line, so that its last figure may have
   *     been cut
   */
  public Outcome read(Line line, boolean inputEndsHere, Supplier<Outcome> byGrammar) {
    unended = inputEndsHere;
    if (same(line, rememberedHeader)) {
      return continuity.note(line, Outcome.UNDERSTOOD);
    }
    for (byte[] noise : rememberedNoise) {
      if (same(line, noise)) {
        return continuity.note(line, Outcome.NOISE);
      }
    }
    return continuity.note(line, byGrammar.get());
  }

  private static boolean same(Line line, byte[] before) {
    return before.length > 0
        && Arrays.equals(line.bytes(), line.start(), line.end(), before, 0, before.length);
  }

  /** Remembers a banner or ruler. */
  public Outcome noise(Line line) {
    if (rememberedNoise.size() < REMEMBERED) {
      rememberedNoise.add(line.copy().bytes());
    }
    return Outcome.NOISE;
  }

  /** Begins the rows under a header. */
  public Outcome header(Line line, ColumnLayout read) {
    use(read);
    rememberedHeader = line.copy().bytes();
    runWithoutHeader = false;
    begun = false;
    return Outcome.UNDERSTOOD;
  }

  /** Leaves out the rows that follow, up to the next header; the caller has told why. */
  public Outcome refuse() {
    layout = null;
    decoder = null;
    rememberedHeader = new byte[0];
    runWithoutHeader = true;
    return Outcome.REJECTED;
  }

  /**
   * Says that a line stands here that cannot be read. Where it holds figures it was a row, whose
   * interval passed, or rows of which nothing tells how many: those below it have no times.
   */
  public void passOver(Line line) {
    if (layout != null && isOfFigures(line)) {
      seen++;
      if (line.length() > LONGEST_ROW) {
        context.clock().lose(); // as many rows as have lost their line ends
      }
    }
  }

  private static boolean isOfFigures(Line line) {
    String text = line.text(0, Math.min(line.length(), LONGEST_ROW));
    String[] words = text.strip().split("\\s+", -1);
    long figures =
        Arrays.stream(words)
            .filter(word -> !word.isEmpty() && Character.isDigit(word.charAt(0)))
            .count();
    return figures > 1 && figures * 2 > words.length;
  }

  /** Whether a row was read under the last header. */
  public boolean hasBegun() {
    return begun;
  }

  /** Reads the rows that follow by another layout. */
  public void use(ColumnLayout read) {
    layout = read;
    decoder = read.magnified() ? null : new RowDecoder(read, context.sinceBoot());
    keeps = read.keeps(context.sinceBoot());
    watch.use(read);
  }

  /** Reports a heading that stands twice, so that neither names a column. */
  public void reportDoubled(Line line, Token heading) {
    context.report(
        line,
        LineGrammar.column(heading),
        DiagnosticCode.UNKNOWN_COLUMN,
        "heading '" + heading.getText() + "' stands twice; both columns are left out");
  }

  /** Reports a heading that is not known. */
  public void reportUnknown(Line line, Token heading) {
    reportUnknown(line, LineGrammar.column(heading), heading.getText());
  }

  /** Reports a heading at a column that is not known. */
  public void reportUnknown(Line line, int column, String heading) {
    context.report(
        line,
        column,
        DiagnosticCode.UNKNOWN_COLUMN,
        "heading '" + heading + "' is not known; its column is left out");
  }

  /** Reads a row token by token. */
  public Outcome row(Line line, List<Token> cells) {
    long numbers = cells.stream().filter(this::isNumeric).count();
    if (numbers * 2 < cells.size()) {
      return Outcome.FOREIGN;
    }
    ColumnLayout known = layout;
    if (known == null) {
      boolean strange = continuity.isInterrupted() && cells.size() < telling;
      return strange ? Outcome.FOREIGN : withoutHeader(line);
    }
    if (cells.size() == known.cells().size()) {
      fill(line, cells, known);
      return Outcome.UNDERSTOOD;
    }
    return misfit(line, cells);
  }

  /**
   * What becomes of a line whose cells do not fit the header; foreign where others stand before.
   */
  public Outcome misfit(Line line, List<Token> cells) {
    ColumnLayout known = layout;
    boolean strange = continuity.isInterrupted() && cells.size() < telling;
    return known == null || strange ? Outcome.FOREIGN : misfit(line, cells, known);
  }

  private boolean isNumeric(Token cell) {
    return tokens.isNumeric(cell.getType());
  }

  /** Rows without a header: a run of them is one fault. */
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

  private Outcome misfit(Line line, List<Token> cells, ColumnLayout known) {
    if (line.number() != lastMisfit) {
      seen++; // an interval passed, whatever it held
      lastMisfit = line.number();
    }
    Optional<Token> bad = cells.stream().filter(cell -> !isNumeric(cell)).findFirst();
    String counted = Count.of(cells.size(), "cell") + " instead of " + known.cells().size();
    if (bad.isPresent() && cells.size() == known.cells().size()) {
      context.report(
          line,
          LineGrammar.column(bad.get()),
          DiagnosticCode.TRUNCATED,
          "a cell is missing behind '" + bad.get().getText() + "'; the row is left out");
    } else if (bad.isPresent()) {
      context.report(
          line,
          LineGrammar.column(bad.get()),
          DiagnosticCode.BAD_NUMBER,
          "'"
              + bad.get().getText()
              + "' is not a number, and the row has "
              + counted
              + "; it is left out");
    } else {
      boolean few = cells.size() < known.cells().size();
      context.report(
          line,
          few ? line.length() + 1 : LineGrammar.column(cells.get(known.cells().size())),
          few ? DiagnosticCode.TRUNCATED : DiagnosticCode.EXTRA_CELLS,
          "the row has " + counted + "; it is left out");
    }
    return Outcome.REJECTED;
  }

  private void fill(Line line, List<Token> cells, ColumnLayout known) {
    TokenRow row = new TokenRow(context, known, tokens);
    for (int i = 0; i < cells.size(); i++) {
      row.read(line, i, cells.get(i), unended && i == cells.size() - 1);
    }
    double time =
        row.timed()
            ? row.hasTime() ? context.clock().atSecondOfDay(row.secondOfDay()) : Double.NaN
            : context.clock().atRow(seen);
    if (row.hasTime() && context.clock().jumpedBack()) {
      reportJump(line);
    }
    watch.check(line, row.values());
    watch.rowSeen(time);
    if (keeps) {
      row.fill(rows);
      rows.endRow(line.number(), time);
    }
    seen++;
    begun = true;
  }

  private void reportJump(Line line) {
    context.report(
        line,
        0,
        DiagnosticCode.CLOCK_JUMP,
        "the time of day goes back without passing midnight; kept as read");
  }
}
