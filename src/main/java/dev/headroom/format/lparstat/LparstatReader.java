package dev.headroom.format.lparstat;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.BulkReader;
import dev.headroom.format.CellTokens;
import dev.headroom.format.ConfigurationLine;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.LongTable;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.LparstatLexer;
import dev.headroom.format.grammar.LparstatParser;
import dev.headroom.format.grammar.LparstatParser.ChangedLineContext;
import dev.headroom.format.grammar.LparstatParser.ConfigurationLineContext;
import dev.headroom.format.grammar.LparstatParser.HeaderContext;
import dev.headroom.format.grammar.LparstatParser.HeaderLineContext;
import dev.headroom.format.grammar.LparstatParser.HeadingContext;
import dev.headroom.format.grammar.LparstatParser.IoHeaderLineContext;
import dev.headroom.format.grammar.LparstatParser.LineContext;
import dev.headroom.format.grammar.LparstatParser.LinuxLineContext;
import dev.headroom.format.grammar.LparstatParser.RowLineContext;
import dev.headroom.format.grammar.LparstatParser.RulerLineContext;
import dev.headroom.format.grammar.LparstatParser.SettingsLineContext;
import dev.headroom.series.Metric;
import dev.headroom.unit.PrintedDate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Reads one call of {@code lparstat}: lines by the grammar, runs of rows by the decoder. */
final class LparstatReader implements BulkReader {
  private static final CellTokens TOKENS =
      new CellTokens(LparstatLexer.NUMBER, LparstatLexer.TIME, LparstatLexer.ABSENT);

  /** As many cells as the table of shared processors has at least. */
  private static final int TELLING = 9;

  /** What the call prints. */
  private enum Call {
    UNKNOWN,
    PROCESSORS,
    MEMORY
  }

  private final SectionContext context;
  private final LineGrammar<LparstatParser> grammar =
      new LineGrammar<>(LparstatLexer::new, LparstatParser::new);
  private final ConfigurationLine configuration;

  /** Whether a line since the last configuration says that it changed. */
  private boolean changed;

  private final LongTable table;
  private Call call = Call.UNKNOWN;

  /** The headings of a table of memory, whose meaning hangs on the configuration line. */
  private List<String> ofMemory = List.of();

  /** Whether nothing says if there is a pool, so that the rows of memory say nothing. */
  private boolean unusable;

  /** Whether the rows are those of pools of I/O memory. */
  private boolean ioPools;

  private boolean ended;

  /** Whether the input ends inside the line at hand. */
  private boolean unended;

  LparstatReader(SectionContext context) {
    this.context = context;
    this.configuration =
        new ConfigurationLine(
            context, List.of(Metric.MEMORY_ENTITLEMENT_IO), true, this::isOfThisCall);
    this.table =
        new LongTable(
            context,
            LparstatLayout.METRICS,
            TOKENS,
            TELLING,
            new LparstatChecks(context, configuration));
  }

  /** Sister tools print neither key, and a call prints one kind of table. */
  private boolean isOfThisCall(Set<String> keys) {
    Call printed =
        keys.contains("iome")
            ? Call.MEMORY
            : keys.contains("type") ? Call.PROCESSORS : Call.UNKNOWN;
    boolean another = call != Call.UNKNOWN && call != printed;
    call = printed;
    return printed != Call.UNKNOWN && !another;
  }

  @Override
  public long takeRows(Lines lines) throws IOException {
    return ended || unusable ? 0 : table.take(lines);
  }

  @Override
  public Outcome read(Line line, boolean inputEndsHere) {
    unended = inputEndsHere;
    return ended ? Outcome.FOREIGN : table.read(line, unended, () -> byGrammar(line));
  }

  private Outcome byGrammar(Line line) {
    return grammar
        .parse(line, LparstatParser::line)
        .map(tree -> read(line, tree))
        .orElse(Outcome.FOREIGN);
  }

  private Outcome read(Line line, LineContext tree) {
    changed |= tree instanceof ChangedLineContext;
    if (tree instanceof ConfigurationLineContext found) {
      if (table.hasBegun() && !changed) {
        ended = true; // another call begins: nothing says that this one's configuration changed
        return Outcome.FOREIGN;
      }
      changed = false;
      return configuration(line, tokens(found.configuration().setting()));
    }
    if (tree instanceof SettingsLineContext found) {
      List<Token> settings = new ArrayList<>();
      settings.add(found.settings().getStart());
      settings.addAll(tokens(found.settings().setting()));
      return configuration(line, settings);
    }
    if (tree instanceof ChangedLineContext
        || tree instanceof LinuxLineContext
        || tree instanceof RulerLineContext) {
      return table.noise(line);
    }
    if (tree instanceof IoHeaderLineContext) {
      ioPools = true;
      return Outcome.NOISE;
    }
    if (tree instanceof HeaderLineContext found) {
      return header(line, found.header());
    }
    return tree instanceof RowLineContext found
        ? row(line, tokens(found.row().cell()))
        : Outcome.FOREIGN;
  }

  private static List<Token> tokens(List<? extends ParserRuleContext> words) {
    return words.stream().map(ParserRuleContext::getStart).toList();
  }

  private Outcome configuration(Line line, List<Token> settings) {
    Outcome outcome = configuration.read(line, settings, unended);
    ended = outcome == Outcome.FOREIGN;
    ioPools = false;
    if (!ended && !ofMemory.isEmpty()) {
      useMemory();
    }
    return outcome;
  }

  private Outcome header(Line line, HeaderContext header) {
    if (!LparstatLayout.isHeader(line)) {
      return Outcome.FOREIGN;
    }
    List<String> words = new ArrayList<>();
    words.add(header.getStart().getText());
    for (HeadingContext heading : header.heading()) {
      boolean doubled = words.contains(heading.getText());
      words.add(heading.getText());
      if (heading.column() == null) {
        table.reportUnknown(line, heading.getStart());
      } else if (doubled) {
        table.reportDoubled(line, heading.getStart());
      }
    }
    ioPools = false;
    ofMemory = words.get(0).equals("physb") ? words : List.of();
    if (ofMemory.isEmpty()) {
      unusable = false;
      return table.header(line, LparstatLayout.ofProcessors(words));
    }
    useMemory();
    if (unusable) {
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.NO_HEADER,
          "no configuration line above this memory table gives mpsz, which tells whether there is"
              + " a pool; its rows are left out");
    }
    return Outcome.UNDERSTOOD;
  }

  private void useMemory() {
    double pool = configuration.value(Metric.POOL_MEMORY);
    unusable = Double.isNaN(pool);
    table.use(LparstatLayout.ofMemory(ofMemory, pool > 0));
  }

  private Outcome row(Line line, List<Token> cells) {
    boolean named = cells.get(0).getType() == LparstatLexer.WORD;
    if (named && PrintedDate.within(line.text()).isPresent()) {
      return Outcome.FOREIGN;
    }
    long numbers = cells.stream().filter(cell -> TOKENS.isNumeric(cell.getType())).count();
    if ((unusable || (ioPools && named)) && numbers * 2 >= cells.size()) {
      return unusable ? Outcome.REJECTED : Outcome.NOISE;
    }
    return table.row(line, cells);
  }

  @Override
  public void passOver(Line line) {
    table.passOver(line);
  }

  @Override
  public List<Draft> close() {
    return List.of(configuration.close(), Draft.ofPartition(table.rows()));
  }
}
