package dev.headroom.format.svmon;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.SvmonLexer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * One row: its sizes by their headings. A cell that is not a size costs itself.
 *
 * @param line the row as printed
 * @param sizes the sizes that are present, by the token type of their heading
 * @param expanded whether the partition's memory is expanded, so that its sizes do not add up
 */
record SvmonRow(Line line, Map<Integer, PrintedSize> sizes, boolean expanded) {
  /** A longer figure is two that grew together. */
  private static final int LONGEST = 15;

  private static final Set<Integer> FIGURES =
      Set.of(SvmonLexer.NUMBER, SvmonLexer.SCALED, SvmonLexer.ZERO_K, SvmonLexer.ABSENT);

  /** Copies the map. */
  SvmonRow {
    sizes = Map.copyOf(sizes);
  }

  /** Whether a token can be a cell of a row: a figure, a dash, or the memory mode. */
  static boolean isCell(Token token) {
    return token.getType() == SvmonLexer.MODE
        || (FIGURES.contains(token.getType()) && token.getText().length() <= LONGEST);
  }

  /** Reads the cells that lie under these headings; what lies elsewhere is passed over. */
  static SvmonRow read(
      SectionContext context,
      Line line,
      SvmonUnit unit,
      SvmonHeadings headings,
      List<Optional<Token>> cells,
      Set<Integer> columns) {
    Map<Integer, PrintedSize> sizes = new HashMap<>();
    boolean expanded = false;
    for (int place = 0; place < cells.size(); place++) {
      int heading = headings.types().get(place);
      Optional<Token> cell = cells.get(place);
      if (cell.isEmpty() || cell.get().getType() == SvmonLexer.ABSENT) {
        continue;
      }
      Token token = cell.get();
      if (heading == SvmonLexer.MMODE) {
        expanded = token.getText().toUpperCase(Locale.ROOT).endsWith("-E");
      } else if (columns.contains(heading)) {
        Optional<PrintedSize> size = unit.read(token);
        size.ifPresentOrElse(
            printed -> sizes.put(heading, printed), () -> bad(context, line, unit, token));
      }
    }
    return new SvmonRow(line.copy(), sizes, expanded);
  }

  /**
   * The cells of a row at whose end the input ends: a figure there may have been cut, and counts as
   * absent; one whose unit stands behind it is whole.
   */
  static List<Optional<Token>> withoutCut(
      SectionContext context, Line line, List<Optional<Token>> cells) {
    List<Optional<Token>> whole = new ArrayList<>(cells);
    for (int place = 0; place < whole.size(); place++) {
      Optional<Token> cell = whole.get(place);
      if (cell.isPresent()
          && cell.get().getType() == SvmonLexer.NUMBER
          && cell.get().getStopIndex() + 1 == line.length()) {
        context.report(
            line,
            LineGrammar.column(cell.get()),
            DiagnosticCode.TRUNCATED,
            "the input ends inside '"
                + cell.get().getText()
                + "', which may have been cut; the cell counts as absent");
        whole.set(place, Optional.empty());
      }
    }
    return whole;
  }

  private static void bad(SectionContext context, Line line, SvmonUnit unit, Token token) {
    context.report(
        line,
        LineGrammar.column(token),
        DiagnosticCode.BAD_NUMBER,
        "'" + token.getText() + "' is not " + unit.meaning() + "; the cell counts as absent");
  }

  /** The size under a heading. */
  PrintedSize size(int heading) {
    return sizes.getOrDefault(heading, PrintedSize.ABSENT);
  }

  /** Its value in bytes, {@link Double#NaN} where it is absent. */
  double bytes(int heading) {
    return size(heading).bytes();
  }
}
