package dev.headroom.format.vmstat;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.BulkReader;
import dev.headroom.format.Continuity;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.RowDecoder;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.VmstatLexer;
import dev.headroom.format.grammar.VmstatParser;
import dev.headroom.format.grammar.VmstatParser.BannerLineContext;
import dev.headroom.format.grammar.VmstatParser.CellContext;
import dev.headroom.format.grammar.VmstatParser.ChangedLineContext;
import dev.headroom.format.grammar.VmstatParser.ConfigurationLineContext;
import dev.headroom.format.grammar.VmstatParser.HeaderLineContext;
import dev.headroom.format.grammar.VmstatParser.HeadingContext;
import dev.headroom.format.grammar.VmstatParser.LineContext;
import dev.headroom.format.grammar.VmstatParser.RowLineContext;
import dev.headroom.format.grammar.VmstatParser.RulerLineContext;
import dev.headroom.series.TableBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads one call of {@code vmstat}: lines by the grammar, long runs of rows by the decoder. */
final class VmstatReader implements BulkReader {
  /** Lines that carry nothing come again and again; so many are remembered and not parsed again. */
  private static final int REMEMBERED = 8;

  /** A line that is longer is looked at as a line: it may pass the limit. */
  private static final int LONGEST_ROW = 1024;

  private final SectionContext context;
  private final LineGrammar<VmstatParser> grammar =
      new LineGrammar<>(VmstatLexer::new, VmstatParser::new);
  private final TableBuilder rows = new TableBuilder(VmstatLayout.METRICS);
  private final VmstatConfiguration configuration;
  private final List<byte[]> rememberedNoise = new ArrayList<>();
  private final VmstatChecks checks;
  private byte[] rememberedHeader = new byte[0];
  private @Nullable VmstatLayout layout;
  private @Nullable RowDecoder decoder;
  private boolean runWithoutHeader;

  private final Continuity continuity = new Continuity();
  private boolean ended;

  VmstatReader(SectionContext context) {
    this.context = context;
    this.configuration = new VmstatConfiguration(context);
    this.checks = new VmstatChecks(context, configuration);
  }

  @Override
  public long takeRows(Lines lines) throws IOException {
    RowDecoder rowDecoder = decoder;
    if (rowDecoder == null || ended || context.options().rowsByGrammar()) {
      return 0;
    }
    int at = lines.position();
    byte[] window = lines.window();
    int limit = lines.limit();
    while (limit > at && window[limit - 1] != '\n') {
      limit--; // the input's last line may lack its end
    }
    long first = lines.nextNumber();
    long taken = 0;
    while (at < limit) {
      int next = rowDecoder.decode(window, at, limit);
      if (next < 0 || next - at > LONGEST_ROW) {
        break;
      }
      rowDecoder.fill(rows);
      boolean suspicious = checks.suspicious(rowDecoder.values());
      double time = time(rowDecoder);
      boolean jumped = rowDecoder.timed() && context.clock().jumpedBack();
      if (suspicious || jumped) {
        report(rowDecoder, jumped, lineOf(window, at, next, first + taken));
      }
      configuration.rowSeen(time);
      rows.endRow(first + taken, time);
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
        : context.clock().atRow(rows.rows());
  }

  private void report(RowDecoder row, boolean jumped, Line line) {
    if (jumped) {
      checks.jumped(line);
    }
    checks.check(row, line);
  }

  private static Line lineOf(byte[] window, int at, int next, long number) {
    int end = next;
    while (end > at && (window[end - 1] == '\n' || window[end - 1] == '\r')) {
      end--;
    }
    return new Line(window, at, end, number);
  }

  @Override
  public Outcome read(Line line, boolean unended) {
    if (ended) {
      return Outcome.FOREIGN;
    }
    if (same(line, rememberedHeader)) {
      return continuity.note(line, Outcome.UNDERSTOOD);
    }
    for (byte[] noise : rememberedNoise) {
      if (same(line, noise)) {
        return Outcome.NOISE;
      }
    }
    Optional<LineContext> parsed = grammar.parse(line, VmstatParser::line);
    return continuity.note(line, parsed.map(tree -> read(line, tree)).orElse(Outcome.FOREIGN));
  }

  private static boolean same(Line line, byte[] seen) {
    return seen.length > 0
        && Arrays.equals(line.bytes(), line.start(), line.end(), seen, 0, seen.length);
  }

  private Outcome read(Line line, LineContext tree) {
    if (tree instanceof ConfigurationLineContext found) {
      Outcome outcome = configuration.read(line, found.configuration());
      ended = outcome == Outcome.FOREIGN;
      return outcome;
    }
    if (tree instanceof ChangedLineContext
        || tree instanceof BannerLineContext
        || tree instanceof RulerLineContext) {
      if (rememberedNoise.size() < REMEMBERED) {
        rememberedNoise.add(line.copy().bytes());
      }
      return Outcome.NOISE;
    }
    if (tree instanceof HeaderLineContext found) {
      return header(line, found.header().heading());
    }
    return tree instanceof RowLineContext found ? row(line, found.row().cell()) : Outcome.FOREIGN;
  }

  private Outcome header(Line line, List<HeadingContext> headings) {
    if (!Vmstat.isHeader(line)) {
      return Outcome.FOREIGN;
    }
    List<String> words = headings.stream().map(HeadingContext::getText).toList();
    VmstatLayout.Compiled compiled = VmstatLayout.compile(words);
    for (int place : compiled.unknown()) {
      Token token = headings.get(place).getStart();
      context.report(
          line,
          LineGrammar.column(token),
          DiagnosticCode.UNKNOWN_COLUMN,
          "heading '" + token.getText() + "' is not known; its column is left out");
    }
    for (int place : compiled.repaired()) {
      Token token = headings.get(place).getStart();
      context.report(
          line,
          LineGrammar.column(token),
          DiagnosticCode.REPAIRED_COLUMN,
          "heading '" + token.getText() + "' is read as what its place proves it is");
    }
    use(compiled.layout());
    rememberedHeader = line.copy().bytes();
    runWithoutHeader = false;
    return Outcome.UNDERSTOOD;
  }

  private void use(VmstatLayout newLayout) {
    layout = newLayout;
    decoder = new RowDecoder(newLayout, context.sinceBoot());
    checks.use(newLayout);
  }

  private Outcome row(Line line, List<CellContext> cells) {
    long numbers = cells.stream().filter(VmstatReader::isNumeric).count();
    if (numbers * 2 < cells.size()) {
      return Outcome.FOREIGN;
    }
    VmstatLayout known = layout;
    if (known == null) {
      return withoutHeader(line, cells);
    }
    if (cells.size() == known.cells().size() + 1 && numbers == cells.size()) {
      known = mended(line, cells, known);
    }
    if (cells.size() == known.cells().size()) {
      fill(line, cells, known);
      return Outcome.UNDERSTOOD;
    }
    return continuity.isInterrupted() ? Outcome.FOREIGN : misfit(line, cells, known);
  }

  private static boolean isNumeric(CellContext cell) {
    return cell.NUMBER() != null || cell.TIME() != null || cell.ABSENT() != null;
  }

  /** Rows without a header: a run of them is one fault. */
  private Outcome withoutHeader(Line line, List<CellContext> cells) {
    if (continuity.isInterrupted() && cells.size() < 12) {
      return Outcome.FOREIGN;
    }
    if (!runWithoutHeader) {
      runWithoutHeader = true;
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.NO_HEADER,
          "rows without a header that names their columns; they are left out up to the next header");
    }
    return Outcome.REJECTED;
  }

  /** A print may lose the second sy of the header: the processor's shares prove where it stood. */
  private VmstatLayout mended(Line line, List<CellContext> cells, VmstatLayout printed) {
    Optional<VmstatLayout> mended = printed.withSystemTime();
    if (mended.isEmpty() || !VmstatChecks.provesSystemTime(mended.get(), texts(cells))) {
      return printed;
    }
    context.report(
        line,
        0,
        DiagnosticCode.REPAIRED_COLUMN,
        "the header above lacks the heading 'sy' after 'us'; us + sy + id + wa of this row prove it");
    use(mended.get());
    return mended.get();
  }

  private static List<String> texts(List<CellContext> cells) {
    return cells.stream().map(CellContext::getText).toList();
  }

  private Outcome misfit(Line line, List<CellContext> cells, VmstatLayout known) {
    Optional<CellContext> bad = cells.stream().filter(cell -> !isNumeric(cell)).findFirst();
    String counted = cells.size() + " cells under a header of " + known.cells().size();
    if (bad.isPresent()) {
      Token token = bad.get().getStart();
      context.report(
          line,
          LineGrammar.column(token),
          DiagnosticCode.BAD_NUMBER,
          "'" + token.getText() + "' is no number, and " + counted + ": the row is left out");
    } else {
      boolean few = cells.size() < known.cells().size();
      context.report(
          line,
          few ? line.length() + 1 : LineGrammar.column(cells.get(known.cells().size()).getStart()),
          few ? DiagnosticCode.TRUNCATED : DiagnosticCode.EXTRA_CELLS,
          counted + ": the row is left out");
    }
    return Outcome.REJECTED;
  }

  /** Reads a row cell by cell, as the grammar parts it. */
  private void fill(Line line, List<CellContext> cells, VmstatLayout known) {
    VmstatRow row = new VmstatRow(context, known);
    for (int i = 0; i < cells.size(); i++) {
      row.read(line, i, cells.get(i).getStart());
    }
    row.fill(rows);
    double time =
        row.timed()
            ? row.hasTime() ? context.clock().atSecondOfDay(row.secondOfDay()) : Double.NaN
            : context.clock().atRow(rows.rows());
    if (row.hasTime() && context.clock().jumpedBack()) {
      checks.jumped(line);
    }
    checks.check(row, line);
    configuration.rowSeen(time);
    rows.endRow(line.number(), time);
  }

  @Override
  public List<Draft> close() {
    return List.of(Draft.ofPartition(configuration.close()), Draft.ofPartition(rows));
  }
}
