package dev.headroom.format.nmon;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.NmonParser.RowContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One cell of a row.
 *
 * @param text as printed; empty where nothing stands between two commas
 * @param column where it begins, from 1
 */
record Cell(String text, int column) {
  /** What nmon prints where it has no figure. */
  private static final Set<String> FILLERS =
      Set.of("", "-", "...", "nan", "-nan", "nanq", "inf", "-inf", "-1", "-1.0", "-1.00", "-0.0");

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?|\\.\\d+");

  /** The cells of a row behind its mark. */
  static List<Cell> of(Line line, RowContext row) {
    List<Cell> cells = new ArrayList<>();
    int at = row.MARK().getSymbol().getStopIndex() + 1;
    String text = line.text();
    // beyond ASCII a character may be several bytes, and no such character is in a sound row
    while (at < text.length()) {
      int comma = text.indexOf(',', at + 1);
      int end = comma < 0 ? text.length() : comma;
      cells.add(new Cell(text.substring(at + 1, end), at + 2));
      at = end;
    }
    return cells;
  }

  /**
   * The figure of a cell; {@link Double#NaN} where it is absent, or told to be none.
   *
   * @param last whether the input ends with it
   */
  double value(SectionContext context, Line line, boolean last) {
    String figure = text.strip();
    if (FILLERS.contains(figure.toLowerCase(Locale.ROOT))) {
      return Double.NaN;
    }
    boolean number = NUMBER.matcher(figure).matches();
    if (number && last) {
      context.report(
          line,
          column,
          DiagnosticCode.TRUNCATED,
          "the input ends inside '"
              + figure
              + "', which may have been cut; the cell counts as absent");
      return Double.NaN;
    }
    if (!number || figure.replace(".", "").length() > RowLayout.MOST_DIGITS) {
      context.report(
          line,
          column,
          DiagnosticCode.BAD_NUMBER,
          "'" + figure + "' is not a number; the cell counts as absent");
      return Double.NaN;
    }
    return Double.parseDouble(figure);
  }
}
