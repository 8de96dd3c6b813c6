package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.CpFiguresLexer;
import dev.headroom.format.grammar.CpFiguresParser;
import dev.headroom.format.grammar.CpFiguresParser.LineContext;
import java.util.List;

/**
 * The expanded storage of a z/VM system, as CP answers {@code QUERY XSTOR}; release 6.4 and later
 * have none. <b>Unverified:</b> no capture of this answer is known. The lines below are written
 * from memory, so only what they state outright is taken: what CP itself holds, {@code userid=
 * SYSTEM}. What is online may be attached to guests.
 *
 * <pre>
 * XSTORE= 2048M online= 2048M
 * XSTORE= 2048M userid= SYSTEM usage= 99% retained= 0M pending= 0M
 * XSTORE MDC min=0M, max=0M, usage=0%
 * XSTORE= 0M userid=  (none)  max. attach= 0M
 * </pre>
 */
public final class QueryXstor extends CpAnswer<CpFiguresParser, LineContext> {
  /** The answer; it has no state. */
  public QueryXstor() {
    super("query-xstor", "QUERY XSTOR", CpGrammar.figures());
  }

  @Override
  boolean mentions(Line line) {
    return line.contains("XSTORE") && (line.contains("online") || line.contains("userid"));
  }

  @Override
  boolean tells(Line line, LineContext tree) {
    if (tree.title() != null) {
      return false;
    }
    List<CpFigure> figures = CpFigure.of(tree);
    return figures.size() > 1
        && figures.get(0).label() == CpFiguresLexer.XSTORE
        && (figures.get(1).label() == CpFiguresLexer.ONLINE
            || figures.get(1).label() == CpFiguresLexer.USERID);
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new QueryXstorReader(context);
  }
}
