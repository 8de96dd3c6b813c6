package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.QueryFramesLexer;
import dev.headroom.format.grammar.QueryFramesParser;
import dev.headroom.format.grammar.QueryFramesParser.HeadingsContext;
import dev.headroom.format.grammar.QueryFramesParser.HeadingsLineContext;
import dev.headroom.format.grammar.QueryFramesParser.LineContext;
import dev.headroom.format.grammar.QueryFramesParser.PairsLineContext;
import dev.headroom.format.grammar.QueryFramesParser.PartContext;
import dev.headroom.format.grammar.QueryFramesParser.PartsLineContext;

/**
 * The frames of real storage by their use, as CP answers {@code QUERY FRAMES}. Up to z/VM 5.1 these
 * are headings with numbers below, from 5.2 on sections of keys; only the section of all frames is
 * taken. PAGING of the old answer is the dynamic paging area: USABLE less nucleus and trace tables.
 * Lines that it reads:
 *
 * <pre>
 * SYSGEN  REAL    USABLE  OFFLINE
 * 260352  260352  260352  000000
 *
 * All Frames:
 *    Configured=7864319  Real=7864319  Usable=7864319  Offline=0
 * </pre>
 */
public final class QueryFrames extends CpAnswer<QueryFramesParser, LineContext> {
  static final CpGrammar<QueryFramesParser, LineContext> GRAMMAR =
      new CpGrammar<>(
          "QueryFrames.g4",
          () -> new LineGrammar<>(QueryFramesLexer::new, QueryFramesParser::new),
          QueryFramesParser::line);

  /** The answer; it has no state. */
  public QueryFrames() {
    super("query-frames", "QUERY FRAMES", GRAMMAR);
  }

  @Override
  boolean mentions(Line line) {
    boolean titled = line.contains("Frames") && line.contains(":");
    boolean keyed = line.contains("Configured") && line.contains("Usable");
    boolean headed = line.contains("SYSGEN") && line.contains("USABLE");
    return titled || keyed || headed;
  }

  @Override
  boolean tells(Line line, LineContext tree) {
    if (tree instanceof PartsLineContext found) {
      PartContext first = found.part(0);
      boolean keys =
          found.part().stream()
                  .filter(part -> part.figure() != null && part.figure().key().OTHER() == null)
                  .count()
              > 1;
      return keys || (first.title() != null && isOfFrames(first));
    }
    return (tree instanceof HeadingsLineContext found && isFirst(found.headings()))
        || (tree instanceof PairsLineContext pairs && isFirst(pairs.pair(0).headings()));
  }

  /** Whether a title is of the frames all together, or of those on one side of an address. */
  private static boolean isOfFrames(PartContext part) {
    int first = part.title().getStart().getType();
    return part.title().ALL() != null
        || (first == QueryFramesLexer.FRAMES
            && part.title().getChildCount() == 4
            && part.title().getChild(1).getText().matches("[<>]"));
  }

  private static boolean isFirst(HeadingsContext headings) {
    return headings.heading().size() > 2;
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new QueryFramesReader(context);
  }
}
