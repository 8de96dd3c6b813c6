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
import dev.headroom.format.grammar.VmstatParser.HeaderLineContext;
import dev.headroom.format.grammar.VmstatParser.HeadingContext;
import dev.headroom.format.grammar.VmstatParser.LineContext;
import dev.headroom.format.grammar.VmstatParser.RowLineContext;
import dev.headroom.format.grammar.VmstatParser.RulerLineContext;
import dev.headroom.series.Metric;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Reads one call of {@code vmstat}: lines by the grammar, long runs of rows by the decoder. */
final class VmstatReader implements BulkReader {
  /** Keys of configuration lines that only sister tools print: lparstat, iostat, sar. */
  private static final Set<String> FOREIGN = Set.of("type", "drives", "iome", "iomp", "psize");

  private static final CellTokens TOKENS =
      new CellTokens(VmstatLexer.NUMBER, VmstatLexer.TIME, VmstatLexer.ABSENT);

  /** No other table has as many numbers in a row. */
  private static final int TELLING = 12;

  private final SectionContext context;
  private final LineGrammar<VmstatParser> grammar =
      new LineGrammar<>(VmstatLexer::new, VmstatParser::new);
  private final ConfigurationLine configuration;
  private final LongTable table;
  private boolean ended;

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
  }

  @Override
  public long takeRows(Lines lines) throws IOException {
    return ended ? 0 : table.take(lines);
  }

  @Override
  public Outcome read(Line line, boolean unended) {
    return ended ? Outcome.FOREIGN : table.read(line, () -> byGrammar(line));
  }

  private Outcome byGrammar(Line line) {
    return grammar
        .parse(line, VmstatParser::line)
        .map(tree -> read(line, tree))
        .orElse(Outcome.FOREIGN);
  }

  private Outcome read(Line line, LineContext tree) {
    if (tree instanceof ConfigurationLineContext found) {
      Outcome outcome = configuration.read(line, tokens(found.configuration().setting()));
      ended = outcome == Outcome.FOREIGN;
      return outcome;
    }
    if (tree instanceof ChangedLineContext
        || tree instanceof BannerLineContext
        || tree instanceof RulerLineContext) {
      return table.noise(line);
    }
    if (tree instanceof HeaderLineContext found) {
      return header(line, found.header().heading());
    }
    return tree instanceof RowLineContext found ? row(line, found.row().cell()) : Outcome.FOREIGN;
  }

  private static List<Token> tokens(List<? extends ParserRuleContext> words) {
    return words.stream().map(ParserRuleContext::getStart).toList();
  }

  private Outcome header(Line line, List<HeadingContext> headings) {
    if (!Vmstat.isHeader(line)) {
      return Outcome.FOREIGN;
    }
    List<String> words = headings.stream().map(HeadingContext::getText).toList();
    VmstatLayout.Compiled compiled = VmstatLayout.compile(words);
    for (int place : compiled.unknown()) {
      table.reportUnknown(line, headings.get(place).getStart());
    }
    for (int place : compiled.repaired()) {
      Token token = headings.get(place).getStart();
      context.report(
          line,
          LineGrammar.column(token),
          DiagnosticCode.REPAIRED_COLUMN,
          "heading '" + token.getText() + "' is damaged; its place proves which column it is");
    }
    return table.header(line, compiled.layout());
  }

  private Outcome row(Line line, List<CellContext> cells) {
    table.layout().ifPresent(printed -> mend(line, cells, printed));
    return table.row(line, tokens(cells));
  }

  /** A print may lose the second sy of the header: the processor's shares prove where it stood. */
  private void mend(Line line, List<CellContext> cells, ColumnLayout printed) {
    if (cells.size() != printed.cells().size() + 1
        || !cells.stream().allMatch(VmstatReader::isNumeric)) {
      return;
    }
    Optional<ColumnLayout> mended = VmstatLayout.withSystemTime(printed);
    List<String> texts = cells.stream().map(CellContext::getText).toList();
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

  private static boolean isNumeric(CellContext cell) {
    return cell.NUMBER() != null || cell.TIME() != null || cell.ABSENT() != null;
  }

  @Override
  public List<Draft> close() {
    return List.of(Draft.ofPartition(configuration.close()), Draft.ofPartition(table.rows()));
  }
}
