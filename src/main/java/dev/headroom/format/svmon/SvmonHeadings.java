package dev.headroom.format.svmon;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.SvmonLexer;
import dev.headroom.unit.Count;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The headings above some rows. Columns go by their heading; cells by their order, or where the
 * table is parted by tabs by the tabs before them, since there a cell may be empty.
 *
 * @param types the token type of each heading; {@link #UNKNOWN} where it is not known
 * @param tabbed whether each heading stands behind one more tab than the one before it
 */
record SvmonHeadings(List<Integer> types, boolean tabbed) {
  static final int UNKNOWN = -1;

  /** Copies the list. */
  SvmonHeadings {
    types = List.copyOf(types);
  }

  /**
   * Reads a header. A heading that is not known costs its column; one that stands twice costs both,
   * since either may be the damaged one, and is told once.
   */
  static SvmonHeadings read(SectionContext context, Line line, List<Token> headings) {
    List<Integer> printed = headings.stream().map(Token::getType).toList();
    List<Integer> types = new ArrayList<>();
    boolean tabbed = true;
    for (Token heading : headings) {
      tabbed &= tabsBefore(line, heading) == types.size() + 1;
      int type = heading.getType();
      if (type == SvmonLexer.WORD) {
        unknown(context, line, heading, "is not known; its column is left out");
        type = UNKNOWN;
      } else if (Collections.frequency(printed, type) > 1) {
        if (printed.indexOf(type) < types.size()) {
          unknown(context, line, heading, "stands twice; both columns are left out");
        }
        type = UNKNOWN;
      }
      types.add(type);
    }
    return new SvmonHeadings(types, tabbed);
  }

  private static void unknown(SectionContext context, Line line, Token heading, String why) {
    context.report(
        line,
        LineGrammar.column(heading),
        DiagnosticCode.UNKNOWN_COLUMN,
        "heading '" + heading.getText() + "' " + why);
  }

  /** Whether a heading is there. */
  boolean has(int type) {
    return types.contains(type);
  }

  private static int tabsBefore(Line line, Token token) {
    int tabs = 0;
    for (int at = 0; at < token.getCharPositionInLine(); at++) {
      tabs += line.bytes()[line.start() + at] == '\t' ? 1 : 0;
    }
    return tabs;
  }

  /**
   * Lays the cells of a row under the headings.
   *
   * @param expected how many cells such a row has when none is empty
   * @return the cell under each heading, an empty one where it is missing; empty where the cells do
   *     not fit, which is reported
   */
  Optional<List<Optional<Token>>> lay(
      SectionContext context, Line line, List<Token> cells, int expected) {
    List<Optional<Token>> laid = new ArrayList<>();
    types.forEach(type -> laid.add(Optional.empty()));
    if (tabbed && byTabs(line, cells, laid)) {
      return Optional.of(laid);
    }
    if (cells.size() != expected) {
      misfit(context, line, cells, expected);
      return Optional.empty();
    }
    for (int i = 0; i < cells.size(); i++) {
      laid.set(i, Optional.of(cells.get(i)));
    }
    return Optional.of(laid);
  }

  /** Only a row with all its tabs has its empty cells where they belong. */
  private boolean byTabs(Line line, List<Token> cells, List<Optional<Token>> laid) {
    long tabs = line.text().chars().filter(character -> character == '\t').count();
    int[] places = cells.stream().mapToInt(cell -> tabsBefore(line, cell) - 1).toArray();
    boolean fits =
        tabs >= types.size()
            && Arrays.stream(places).allMatch(place -> place >= 0 && place < types.size())
            && Arrays.stream(places).distinct().count() == places.length;
    for (int i = 0; fits && i < places.length; i++) {
      laid.set(places[i], Optional.of(cells.get(i)));
    }
    return fits;
  }

  private static void misfit(SectionContext context, Line line, List<Token> cells, int expected) {
    String counted = Count.of(cells.size(), "cell") + " instead of " + expected;
    Optional<Token> bad = cells.stream().filter(cell -> !SvmonRow.isCell(cell)).findFirst();
    if (bad.isPresent()) {
      context.report(
          line,
          LineGrammar.column(bad.get()),
          DiagnosticCode.BAD_NUMBER,
          "'"
              + bad.get().getText()
              + "' is not a plausible number, and the row has "
              + counted
              + "; it is left out");
      return;
    }
    boolean few = cells.size() < expected;
    context.report(
        line,
        few ? line.length() + 1 : LineGrammar.column(cells.get(expected)),
        few ? DiagnosticCode.TRUNCATED : DiagnosticCode.EXTRA_CELLS,
        "the row has " + counted + "; it is left out");
  }
}
