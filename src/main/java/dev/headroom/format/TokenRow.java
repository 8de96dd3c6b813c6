package dev.headroom.format;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.series.TableBuilder;
import java.util.Arrays;
import org.antlr.v4.runtime.Token;

/**
 * One row, read token by token: the grammar's own way, which takes absent and damaged cells. A cell
 * that is no number costs itself; the others keep their columns.
 */
final class TokenRow {
  private final SectionContext context;
  private final ColumnLayout layout;
  private final CellTokens tokens;
  private final double[] values;
  private boolean timed;
  private int secondOfDay = -1;

  TokenRow(SectionContext context, ColumnLayout layout, CellTokens tokens) {
    this.context = context;
    this.layout = layout;
    this.tokens = tokens;
    this.values = new double[layout.cells().size()];
    Arrays.fill(values, Double.NaN);
  }

  /**
   * Reads a cell.
   *
   * @param last whether the input ends with it or behind it
   */
  void read(Line line, int place, Token token, boolean last) {
    ColumnLayout.Cell cell = layout.cells().get(place);
    String text = token.getText();
    timed |= cell.time();
    if (token.getType() == tokens.absent()) {
      return;
    }
    if (cell.time() && token.getType() == tokens.time()) {
      String[] parts = text.split(":", -1);
      int hour = Integer.parseInt(parts[0]);
      int minute = Integer.parseInt(parts[1]);
      int second = Integer.parseInt(parts[2]);
      if (hour <= 23 && minute <= 59 && second <= 60) {
        secondOfDay = (hour * 60 + minute) * 60 + second;
        return;
      }
    }
    if (last && token.getStopIndex() + 1 == line.length()) {
      context.report(
          line,
          LineGrammar.column(token),
          DiagnosticCode.TRUNCATED,
          "the input ends inside '"
              + text
              + "', which may have been cut; the cell counts as absent");
      return;
    }
    if (cell.time() || token.getType() != tokens.number()) {
      report(line, token, cell.time() ? "is not a time of day" : "is not a number");
      return;
    }
    if (place == values.length - 1 && decimals(text) < cell.decimals()) {
      report(line, token, "has lost decimals where the line ends: it may have been cut");
      return;
    }
    values[place] = number(cell, text);
    if (Double.isNaN(values[place])) {
      report(line, token, "has more digits than any counter can");
    }
  }

  private void report(Line line, Token token, String what) {
    context.report(
        line,
        LineGrammar.column(token),
        DiagnosticCode.BAD_NUMBER,
        "'" + token.getText() + "' " + what + "; the cell counts as absent");
  }

  private static int decimals(String text) {
    int point = text.indexOf('.');
    return point < 0 ? 0 : text.length() - point - 1;
  }

  /** The value of a printed number; not a number where it has too many digits. */
  private static double number(ColumnLayout.Cell cell, String text) {
    int point = text.indexOf('.');
    String digits = point < 0 ? text : text.substring(0, point) + text.substring(point + 1);
    if (digits.length() > RowDecoder.MOST_DIGITS) {
      return Double.NaN;
    }
    return cell.value(Double.parseDouble(digits), Math.pow(10, decimals(text)));
  }

  /** The values by the place of their cell, {@link Double#NaN} where absent. */
  double[] values() {
    return values;
  }

  boolean timed() {
    return timed;
  }

  boolean hasTime() {
    return secondOfDay >= 0;
  }

  int secondOfDay() {
    return secondOfDay;
  }

  void fill(TableBuilder rows) {
    for (int place = 0; place < values.length; place++) {
      int target = layout.target(place, context.sinceBoot());
      if (target >= 0) {
        rows.set(target, values[place]);
      }
    }
  }
}
