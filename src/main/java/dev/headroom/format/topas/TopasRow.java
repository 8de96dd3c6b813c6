package dev.headroom.format.topas;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.TopasCecParser.CellContext;
import dev.headroom.format.grammar.TopasCecParser.RowContext;
import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** One row of the table: a partition and its figures. */
final class TopasRow {
  static final double LEAST_SHARES = 96;
  static final double MOST_SHARES = 102;

  private final TopasLayout layout;
  private final List<TopasFigure> figures = new ArrayList<>();

  /**
   * Reads the cells of a row that has as many of them as the layout has columns, or more. A cell
   * that is no number costs itself.
   *
   * @param unended whether the input ends inside the row, so that its last cell may have been cut
   */
  TopasRow(SectionContext context, Line line, TopasLayout layout, RowContext row, boolean unended) {
    this.layout = layout;
    figures.add(TopasFigure.ABSENT);
    int last = layout.columns() - 1;
    for (int column = 1; column <= last; column++) {
      CellContext cell = row.cell(column - 1);
      TopasFigure figure =
          layout.isWord(column) || cell.NUMBER() == null
              ? TopasFigure.ABSENT
              : TopasFigure.of(cell.getText());
      if (!layout.isWord(column) && cell.ABSENT() == null && figure.isAbsent()) {
        report(context, line, cell, DiagnosticCode.BAD_NUMBER, "is not a number");
      }
      if (unended && column == last && figure.decimals() < layout.decimals(column)) {
        report(context, line, cell, DiagnosticCode.TRUNCATED, "is cut off where the input ends");
        figure = TopasFigure.ABSENT;
      }
      figures.add(figure);
    }
  }

  private static void report(
      SectionContext context, Line line, CellContext cell, DiagnosticCode code, String what) {
    Token token = cell.getStart();
    context.report(
        line,
        LineGrammar.column(token),
        code,
        "'" + token.getText() + "' " + what + "; the cell counts as absent");
  }

  /** The figure under a heading; absent if absent. */
  TopasFigure figure(String heading) {
    int place = layout.place(heading);
    return place < 0 ? TopasFigure.ABSENT : figures.get(place);
  }

  void fill(TableBuilder rows) {
    for (int column = 0; column < layout.columns(); column++) {
      Optional<Metric> metric = layout.metric(column);
      if (metric.isPresent()) {
        TopasFigure figure = figures.get(column);
        boolean memory = metric.get().label().startsWith("memory.");
        rows.set(metric.get(), memory ? figure.gigabytes() : figure.value());
      }
    }
  }

  /**
   * Whether the cells can only stand under the first columns of a layout: words under the headings
   * of words, numbers under those of numbers, and shares of processor time that sum to about 100.
   */
  static boolean proves(TopasLayout layout, RowContext row) {
    double shares = 0;
    for (int column = 1; column < layout.columns(); column++) {
      CellContext cell = row.cell(column - 1);
      if (layout.isWord(column) == (cell.NUMBER() != null)) {
        return false;
      }
      boolean share =
          switch (layout.headings().get(column)) {
            case "us", "sy", "wa", "id" -> true;
            default -> false;
          };
      shares += share && cell.NUMBER() != null ? TopasFigure.of(cell.getText()).value() : 0;
    }
    return shares >= LEAST_SHARES && shares <= MOST_SHARES;
  }
}
