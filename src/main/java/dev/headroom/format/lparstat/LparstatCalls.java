package dev.headroom.format.lparstat;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.ConfigurationLine;
import dev.headroom.format.Draft;
import dev.headroom.format.Format;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.LparstatCallsLexer;
import dev.headroom.format.grammar.LparstatCallsParser;
import java.util.List;

/**
 * The hypervisor calls of {@code lparstat -H} and the processor use of {@code lparstat -E}. They
 * hold nothing about memory: all of it is noise, and gives no sample. A line that it knows:
 *
 * <pre>page_init                     3255            0.0           8.7        532        2625</pre>
 */
public final class LparstatCalls implements Format {
  @Override
  public String name() {
    return "lparstat-h";
  }

  @Override
  public String tool() {
    return "lparstat";
  }

  @Override
  public String grammar() {
    return "LparstatCalls.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    return tells(line) || ConfigurationLine.stands(line, lines, LparstatCalls::tells);
  }

  private static boolean tells(Line line) {
    return line.startsWith("Detailed information on Hypervisor Calls")
        || line.startsWith("Physical Processor Utili");
  }

  @Override
  public SectionReader open(SectionContext context) {
    LineGrammar<LparstatCallsParser> grammar =
        new LineGrammar<>(LparstatCallsLexer::new, LparstatCallsParser::new);
    return new SectionReader() {
      private boolean begun;

      @Override
      public Outcome read(Line line, boolean unended) {
        // a second configuration line may be another tool's
        boolean another = begun && line.startsWith("System configuration");
        begun = true;
        return !another && grammar.parse(line, LparstatCallsParser::line).isPresent()
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
