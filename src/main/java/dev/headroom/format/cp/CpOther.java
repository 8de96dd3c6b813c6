package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.CpOtherLexer;
import dev.headroom.format.grammar.CpOtherParser;
import dev.headroom.format.grammar.CpOtherParser.LineContext;
import java.util.List;

/**
 * Answers of CP that hold nothing that is sampled: {@code INDICATE LOAD}, {@code PAGING}, {@code
 * I/O}, {@code QUEUES}, {@code QUERY SRM} and {@code CPOWNED}. All of it is noise. A line that it
 * knows:
 *
 * <pre>AVGPROC-000% 05</pre>
 */
public final class CpOther extends CpAnswer<CpOtherParser, LineContext> {
  private static final List<String> MARKS =
      List.of(
          "AVGPROC-",
          "MDC READS-",
          "No users in ",
          " Q0 ",
          " Q1 ",
          " Q2 ",
          " Q3 ",
          " E1 ",
          " E2 ",
          " E3 ",
          "IABIAS",
          "LDUBUF",
          "STORBUF",
          "DSPBUF",
          "MAXWSS",
          "Vol-ID",
          "Reserved",
          " attached ");

  private static final CpGrammar<CpOtherParser, LineContext> GRAMMAR =
      new CpGrammar<>(
          "CpOther.g4",
          () -> new LineGrammar<>(CpOtherLexer::new, CpOtherParser::new),
          CpOtherParser::line);

  /** The answer; it has no state. */
  public CpOther() {
    super("cp-other", "INDICATE", GRAMMAR);
  }

  @Override
  boolean mentions(Line line) {
    return MARKS.stream().anyMatch(line::contains);
  }

  @Override
  boolean tells(Line line, LineContext tree) {
    return true;
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new Reader(context);
  }

  private static final class Reader extends CpAnswerReader<CpOtherParser, LineContext> {
    Reader(SectionContext context) {
      super(context, GRAMMAR);
    }

    @Override
    Outcome read(Line line, LineContext tree) {
      return line.length() <= LONGEST ? Outcome.NOISE : Outcome.FOREIGN;
    }

    @Override
    public List<Draft> close() {
      return List.of();
    }
  }
}
