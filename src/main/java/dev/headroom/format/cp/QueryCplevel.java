package dev.headroom.format.cp;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.QueryCplevelLexer;
import dev.headroom.format.grammar.QueryCplevelParser;
import dev.headroom.format.grammar.QueryCplevelParser.LevelContext;
import dev.headroom.format.grammar.QueryCplevelParser.LevelLineContext;
import dev.headroom.format.grammar.QueryCplevelParser.LineContext;
import dev.headroom.series.Host;
import dev.headroom.series.Kind;
import dev.headroom.series.TableBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The release of a z/VM system, as CP answers {@code QUERY CPLEVEL}. It gives no sample; the other
 * captures of the same system in the same text are of this release. A line that it reads:
 *
 * <pre>z/VM Version 7 Release 2.0, service level 2001 (64-bit)</pre>
 */
public final class QueryCplevel extends CpAnswer<QueryCplevelParser, LineContext> {
  private static final CpGrammar<QueryCplevelParser, LineContext> GRAMMAR =
      new CpGrammar<>(
          "QueryCplevel.g4",
          () -> new LineGrammar<>(QueryCplevelLexer::new, QueryCplevelParser::new),
          QueryCplevelParser::line);

  /** The answer; it has no state. */
  public QueryCplevel() {
    super("query-cplevel", "QUERY CPLEVEL", GRAMMAR);
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    boolean begins = line.startsWith("z/VM Version") && line.length() <= LONGEST && mentions(line);
    return begins || super.opens(line, lines);
  }

  @Override
  boolean mentions(Line line) {
    return line.contains("z/VM Version") && line.contains("service level");
  }

  @Override
  boolean tells(Line line, LineContext tree) {
    return true;
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new Reader(context);
  }

  private static final class Reader extends CpAnswerReader<QueryCplevelParser, LineContext> {
    private @Nullable String release;

    Reader(SectionContext context) {
      super(context, GRAMMAR);
    }

    @Override
    Outcome read(Line line, LineContext tree) {
      return tree instanceof LevelLineContext found ? level(line, found.level()) : Outcome.NOISE;
    }

    @Override
    Outcome unknown(Line line, Optional<LineGrammar.Mismatch> why) {
      return line.startsWith("z/VM Version") ? reject(line, 1 + line.indent()) : Outcome.FOREIGN;
    }

    private Outcome level(Line line, LevelContext level) {
      String printed = level.version().getText() + "." + level.release().getText();
      if (!printed.matches("\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?")) {
        return reject(line, LineGrammar.column(level.version().getStart()));
      }
      release = printed.matches("\\d+\\.\\d+") ? printed + ".0" : printed;
      return Outcome.UNDERSTOOD;
    }

    private Outcome reject(Line line, int column) {
      context()
          .report(
              line,
              column,
              DiagnosticCode.BAD_NUMBER,
              "the line names no version and release; it is left out");
      return Outcome.REJECTED;
    }

    @Override
    public List<Draft> close() {
      String system = context().system(null);
      Host host = new Host(system, Optional.ofNullable(release));
      TableBuilder nothing = new TableBuilder(List.of());
      return List.of(new Draft(Kind.SYSTEM, system, true, nothing, Optional.of(host)));
    }
  }
}
