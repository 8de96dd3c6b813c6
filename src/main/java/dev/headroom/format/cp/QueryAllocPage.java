package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.QueryAllocPageLexer;
import dev.headroom.format.grammar.QueryAllocPageParser;
import dev.headroom.format.grammar.QueryAllocPageParser.LineContext;
import dev.headroom.format.grammar.QueryAllocPageParser.RowContext;
import dev.headroom.format.grammar.QueryAllocPageParser.RowsLineContext;

/**
 * The page space of a z/VM system, as CP answers {@code QUERY ALLOC PAGE}, and {@code QUERY ALLOC
 * MAP}, which lists spool and directory space too and sums nothing up. Size and use are those of
 * the row SUMMARY; of a map, which has none, the sums of its rows, if it is known to be whole.
 * {@code % USED} is no sample: the least use shows as 1 %. A line that it reads:
 *
 * <pre>M01P01 0206          1       3337 600660     25     34   1%</pre>
 */
public final class QueryAllocPage extends CpAnswer<QueryAllocPageParser, LineContext> {
  static final CpGrammar<QueryAllocPageParser, LineContext> GRAMMAR =
      new CpGrammar<>(
          "QueryAllocPage.g4",
          () -> new LineGrammar<>(QueryAllocPageLexer::new, QueryAllocPageParser::new),
          QueryAllocPageParser::line);

  /** The answer; it has no state. */
  public QueryAllocPage() {
    super("query-alloc-page", "QUERY ALLOC", GRAMMAR);
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    if (line.length() > LONGEST) {
      return false;
    }
    if (isHeading(line)) {
      return true;
    }
    if (line.startsWith("EXTENT") && line.contains("%")) {
      Line next = lines.ahead(1);
      return next != null && isHeading(next);
    }
    return super.opens(line, lines);
  }

  /** An answer begins with its headings, or with the command. */
  @Override
  public boolean begins(Line line) {
    return isHeading(line) || line.startsWith("EXTENT") || !line.contains("%");
  }

  private static boolean isHeading(Line line) {
    return line.contains("VOLID") && line.contains("RDEV");
  }

  @Override
  boolean mentions(Line line) {
    return line.contains("%");
  }

  @Override
  boolean tells(Line line, LineContext tree) {
    return tree instanceof RowsLineContext rows
        && rows.row().stream().anyMatch(QueryAllocPage::tells);
  }

  /** Whether a row is such as no other text has: sums by name, or a device and eight cells. */
  private static boolean tells(RowContext row) {
    return row.total() != null
        || (row.volume() != null && row.volume().rdev().getText().matches("[0-9A-Fa-f]{4}"));
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new QueryAllocPageReader(context);
  }
}
