package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.CpFiguresLexer;
import dev.headroom.format.grammar.CpFiguresParser;
import dev.headroom.format.grammar.CpFiguresParser.LineContext;

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
public final class IndicateUser extends CpAnswer<CpFiguresParser, LineContext> {
  /** The answer; it has no state. */
  public IndicateUser() {
    super("indicate-user", "INDICATE USER", CpGrammar.figures());
  }

  @Override
  boolean mentions(Line line) {
    boolean guest = line.contains("USERID") && line.contains("MACH");
    boolean pages = line.startsWith("PAGES:") && line.contains("RES") && line.contains("WS");
    return guest || pages;
  }

  @Override
  boolean tells(Line line, LineContext tree) {
    int first = CpFigure.of(tree).get(0).label();
    return first == CpFiguresLexer.USERID || first == CpFiguresLexer.RESIDENT;
  }

  /** An answer begins with a guest's name. */
  @Override
  public boolean begins(Line line) {
    return line.contains("USERID");
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new IndicateUserReader(context);
  }
}
