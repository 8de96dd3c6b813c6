package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.CpFiguresLexer;
import dev.headroom.format.grammar.CpFiguresParser;

/**
 * The real storage of a z/VM system, as CP answers {@code QUERY STORAGE} to a user who may ask it.
 * A user of class G is told the size of his own virtual storage instead, without the word
 * CONFIGURED: such an answer is refused. A line that it reads:
 *
 * <pre>STORAGE = 48G CONFIGURED = 48G INC = 1M STANDBY = 0  RESERVED = 0</pre>
 */
public final class QueryStorage implements Format {
  @Override
  public String name() {
    return "query-storage";
  }

  @Override
  public String tool() {
    return "QUERY STORAGE";
  }

  @Override
  public String grammar() {
    return "CpFigures.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    if (!line.contains("STORAGE") || !line.contains("=") || line.length() > CpLines.LONGEST) {
      return false;
    }
    LineGrammar<CpFiguresParser> grammar = CpFigure.grammar();
    return grammar
        .parse(line, CpFiguresParser::line)
        .filter(tree -> tree.title() == null)
        .map(CpFigure::of)
        .filter(figures -> figures.get(0).label() == CpFiguresLexer.STORAGE)
        // a size alone stands in many a text, but not so
        .filter(
            figures -> figures.size() > 1 || line.text().strip().matches("STORAGE = +\\d+[KMGTP]"))
        .isPresent();
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new QueryStorageReader(context);
  }
}
