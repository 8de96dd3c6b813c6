package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.CpFiguresLexer;
import dev.headroom.format.grammar.CpFiguresParser;
import dev.headroom.format.grammar.CpFiguresParser.LineContext;
import java.util.List;

/**
 * The real storage of a z/VM system, as CP answers {@code QUERY STORAGE} to a user who may ask it.
 * A user of class G is told the size of his own virtual storage instead, without the word
 * CONFIGURED: such an answer is refused. A line that it reads:
 *
 * <pre>STORAGE = 48G CONFIGURED = 48G INC = 1M STANDBY = 0  RESERVED = 0</pre>
 */
public final class QueryStorage extends CpAnswer<CpFiguresParser, LineContext> {
  /** The answer; it has no state. */
  public QueryStorage() {
    super("query-storage", "QUERY STORAGE", CpGrammar.figures());
  }

  /** Opens the answer where its line was damaged too: no other text has all three words. */
  @Override
  public boolean opens(Line line, Lines lines) {
    return super.opens(line, lines) || isDamaged(line);
  }

  /** Whether a line has the words of the answer, in whatever company. */
  static boolean isDamaged(Line line) {
    return line.length() <= LONGEST
        && line.contains("CONFIGURED =")
        && line.contains("INC =")
        && line.contains("STANDBY =");
  }

  @Override
  boolean mentions(Line line) {
    return line.contains("STORAGE") && line.contains("=");
  }

  @Override
  boolean tells(Line line, LineContext tree) {
    if (tree.title() != null) {
      return false;
    }
    List<CpFigure> figures = CpFigure.of(tree);
    // a size alone stands in many a text, but not so
    return figures.get(0).label() == CpFiguresLexer.STORAGE
        && (figures.size() > 1 || line.text().strip().matches("STORAGE = +\\d+[KMGTP]"));
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new QueryStorageReader(context);
  }
}
