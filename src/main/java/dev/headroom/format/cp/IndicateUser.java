package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.CpFiguresLexer;
import dev.headroom.format.grammar.CpFiguresParser;

/**
 * One guest or several, as CP answers {@code INDICATE USER}. Its page reads and writes are counts
 * since the guest logged on, of which no rate can be had: they give no sample. XSTORE is taken
 * where it is a plain number, which counts pages; with a unit it is storage attached to the guest.
 * Lines that it reads:
 *
 * <pre>
 * USERID=MAINT    MACH=ESA STOR=256M VIRT=V XSTORE=NONE
 * PAGES: RES=1622  WS=1601  LOCKEDREAL=0  RESVD=0
 * </pre>
 */
public final class IndicateUser implements Format {
  @Override
  public String name() {
    return "indicate-user";
  }

  @Override
  public String tool() {
    return "INDICATE USER";
  }

  @Override
  public String grammar() {
    return "CpFigures.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    boolean guest = line.contains("USERID") && line.contains("MACH");
    boolean pages = line.startsWith("PAGES:") && line.contains("RES") && line.contains("WS");
    return (guest || pages)
        && line.length() <= CpLines.LONGEST
        && CpFigure.grammar()
            .parse(line, CpFiguresParser::line)
            .map(CpFigure::of)
            .filter(
                figures ->
                    figures.get(0).label() == CpFiguresLexer.USERID
                        || figures.get(0).label() == CpFiguresLexer.RESIDENT)
            .isPresent();
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new IndicateUserReader(context);
  }
}
