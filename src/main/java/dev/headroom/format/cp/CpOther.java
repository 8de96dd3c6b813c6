package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Draft;
import dev.headroom.format.Format;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.CpOtherLexer;
import dev.headroom.format.grammar.CpOtherParser;
import java.util.List;

/**
 * Answers of CP that hold nothing that is sampled: {@code INDICATE LOAD}, {@code PAGING}, {@code
 * I/O}, {@code QUEUES}, {@code QUERY SRM} and {@code CPOWNED}. All of it is noise. A line that it
 * knows:
 *
 * <pre>AVGPROC-000% 05</pre>
 */
public final class CpOther implements Format {
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

  @Override
  public String name() {
    return "cp-other";
  }

  @Override
  public String tool() {
    return "INDICATE";
  }

  @Override
  public String grammar() {
    return "CpOther.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    return line.length() <= CpLines.LONGEST
        && MARKS.stream().anyMatch(line::contains)
        && grammarOfLines().parse(line, CpOtherParser::line).isPresent();
  }

  private static LineGrammar<CpOtherParser> grammarOfLines() {
    return new LineGrammar<>(CpOtherLexer::new, CpOtherParser::new);
  }

  @Override
  public SectionReader open(SectionContext context) {
    LineGrammar<CpOtherParser> grammar = grammarOfLines();
    return new SectionReader() {
      @Override
      public Outcome read(Line line) {
        return line.length() <= CpLines.LONGEST
                && grammar.parse(line, CpOtherParser::line).isPresent()
            ? Outcome.NOISE
            : Outcome.FOREIGN;
      }

      @Override
      public List<Draft> close() {
        return List.of();
      }
    };
  }
}
