package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.CpFiguresLexer;
import dev.headroom.format.grammar.CpFiguresParser;

/**
 * The expanded storage of a z/VM system, as CP answers {@code QUERY XSTOR}; there is none from
 * release 6.4 on. <b>Unverified:</b> no capture of this answer is known. The lines below are
 * recalled, so that only what they say in so many words is taken: what CP itself holds, {@code
 * userid= SYSTEM}, and where no line says that, what is online.
 *
 * <pre>
 * XSTORE= 2048M online= 2048M
 * XSTORE= 2048M userid= SYSTEM usage= 99% retained= 0M pending= 0M
 * XSTORE MDC min=0M, max=0M, usage=0%
 * XSTORE= 0M userid=  (none)  max. attach= 0M
 * </pre>
 */
public final class QueryXstor implements Format {
  @Override
  public String name() {
    return "query-xstor";
  }

  @Override
  public String tool() {
    return "QUERY XSTOR";
  }

  @Override
  public String grammar() {
    return "CpFigures.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    return line.contains("XSTORE")
        && (line.contains("online") || line.contains("userid"))
        && line.length() <= CpLines.LONGEST
        && CpFigure.grammar()
            .parse(line, CpFiguresParser::line)
            .filter(tree -> tree.title() == null)
            .map(CpFigure::of)
            .filter(figures -> figures.size() > 1)
            .filter(figures -> figures.get(0).label() == CpFiguresLexer.XSTORE)
            .filter(
                figures ->
                    figures.get(1).label() == CpFiguresLexer.ONLINE
                        || figures.get(1).label() == CpFiguresLexer.USERID)
            .isPresent();
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new QueryXstorReader(context);
  }
}
