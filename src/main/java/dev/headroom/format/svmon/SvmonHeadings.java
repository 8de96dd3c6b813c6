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

  /** The headings that every report begins with. */
  private static final List<Integer> CORE =
      List.of(
          SvmonLexer.SIZE, SvmonLexer.INUSE, SvmonLexer.FREE, SvmonLexer.PIN, SvmonLexer.VIRTUAL);

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
    boolean gap = tabsBefore(line, headings.get(headings.size() - 1)) == headings.size() + 1;
    int front = Math.min(tabsBefore(line, headings.get(0)), 1); // none where the line was broken
    for (Token heading : headings) {
      if (gap && tabsBefore(line, heading) == types.size() + 2) {
        types.add(UNKNOWN); // an empty heading names no column
        gap = false;
      }
      tabbed &= tabsBefore(line, heading) == types.size() + front;
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

  /** Whether every heading is known, and the first five are those of every report. */
  private boolean isSound() {
    return !has(UNKNOWN)
        && types.size() >= CORE.size()
        && types.subList(0, CORE.size()).equals(CORE);
  }

  /** Whether these are the headings of another report, though one of those may be damaged. */
  boolean repeats(SvmonHeadings other) {
    return equals(other) || (isSound() != other.isSound() && differInOne(types, other.types));
  }

  /** Whether one list becomes the other where one of its members is lost, changed or put in. */
  private static boolean differInOne(List<Integer> one, List<Integer> other) {
    int least = Math.min(one.size(), other.size());
    if (Math.abs(one.size() - other.size()) > 1) {
      return false;
    }
    int front = 0;
    while (front < least && one.get(front).equals(other.get(front))) {
      front++;
    }
    int back = 0;
    while (back < least - front
        && one.get(one.size() - 1 - back).equals(other.get(other.size() - 1 - back))) {
      back++;
    }
    return front + back >= Math.max(one.size(), other.size()) - 1;
  }

  /**
   * Whether the two columns of the row of paging space, the first, are those of its sizes: a word
   * too many or too few before them makes each row's figures the next column's, and this row, which
   * has but two, does not show it.
   */
  boolean namesPagingSpace() {
    return stands(0, SvmonLexer.SIZE) && stands(1, SvmonLexer.INUSE);
  }

  private boolean stands(int place, int type) {
    int printed = place < types.size() ? types.get(place) : UNKNOWN;
    return printed == type || printed == UNKNOWN;
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
    if (cells.size() != expected || (tabbed && isShifted(line, cells))) {
      misfit(context, line, cells, expected);
      return Optional.empty();
    }
    for (int i = 0; i < cells.size(); i++) {
      laid.set(i, Optional.of(cells.get(i)));
    }
    int mode = types.indexOf(SvmonLexer.MMODE);
    if (mode >= 0 && mode < cells.size() && isFigure(cells.get(mode))) {
      context.report(
          line,
          LineGrammar.column(cells.get(mode)),
          DiagnosticCode.UNEXPECTED_LINE,
          "'" + cells.get(mode).getText() + "' stands under 'mmode'; the row is left out");
      return Optional.empty();
    }
    return Optional.of(laid);
  }

  private static boolean isFigure(Token cell) {
    return cell.getType() == SvmonLexer.NUMBER || cell.getType() == SvmonLexer.SCALED;
  }

  /** Whether the tabs of a row put a cell elsewhere than their order does. */
  private static boolean isShifted(Line line, List<Token> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (tabsBefore(line, cells.get(i)) != i + 1) {
        return line.text().indexOf('\t') >= 0;
      }
    }
    return false;
  }

  /** Only a row with all its tabs has its empty cells where they belong. */
  private boolean byTabs(Line line, List<Token> cells, List<Optional<Token>> laid) {
    long tabs = line.text().chars().filter(character -> character == '\t').count();
    int[] places = cells.stream().mapToInt(cell -> tabsBefore(line, cell) - 1).toArray();
    boolean fits =
        tabs == types.size()
            && Arrays.stream(places).allMatch(place -> place >= 0 && place < types.size())
            && Arrays.stream(places).distinct().count() == places.length;
    for (int i = 0; fits && i < places.length; i++) {
      laid.set(places[i], Optional.of(cells.get(i)));
    }
    return fits;
  }

  private static void misfit(SectionContext context, Line line, List<Token> cells, int expected) {
    if (cells.size() == expected) {
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.UNEXPECTED_LINE,
          "the tabs of the row do not put each cell under its heading; the row is left out");
      return;
    }
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
