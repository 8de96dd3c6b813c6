package dev.headroom.format.topas;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.TopasCecParser.CellContext;
import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** One row of the table: a partition and its figures. */
final class TopasRow {
  /** The headings of the shares of processor time, which sum to 100. */
  static final List<String> SHARES = List.of("us", "sy", "wa", "id");

  static final double LEAST_SHARES = 96;
  static final double MOST_SHARES = 102;

  private final TopasLayout layout;
  private final List<TopasFigure> figures = new ArrayList<>();

  /**
   * Reads the cells under each heading but the first, of which some may be blank. A cell that is no
   * number costs itself.
   *
   * @param unended whether the input ends inside the row, so that its last cell may have been cut
   */
  TopasRow(
      SectionContext context,
      Line line,
      TopasLayout layout,
      List<Optional<CellContext>> cells,
      boolean unended) {
    this.layout = layout;
    figures.add(TopasFigure.ABSENT);
    for (int column = 1; column < layout.columns(); column++) {
      String heading = layout.headings().get(column);
      boolean pools = layout.place("meml") >= 0; // there, memory has two decimals
      boolean number = !layout.isWord(column) && !heading.isEmpty();
      figures.add(
          cells
              .get(column - 1)
              .filter(cell -> number && cell.ABSENT() == null)
              .map(cell -> figure(context, line, pools ? "" : heading, cell, unended))
              .orElse(TopasFigure.ABSENT));
    }
  }

  private static TopasFigure figure(
      SectionContext context, Line line, String heading, CellContext cell, boolean unended) {
    TopasFigure figure =
        cell.NUMBER() == null ? TopasFigure.ABSENT : TopasFigure.of(cell.getText());
    if (figure.isAbsent()) {
      report(context, line, cell, DiagnosticCode.BAD_NUMBER, "is not a number");
    } else if (unended && cell.getStop().getStopIndex() + 1 == line.length()) {
      report(context, line, cell, DiagnosticCode.TRUNCATED, "may have been cut: the input ends");
      return TopasFigure.ABSENT;
    } else if (TopasPlaces.isOther(heading, figure)) {
      report(context, line, cell, DiagnosticCode.BAD_NUMBER, "is no figure of its column");
      return TopasFigure.ABSENT;
    }
    return figure;
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

  /** Makes the shares of processor time absent: at least one of them is of another column. */
  void leaveOutShares() {
    for (int column = 0; column < layout.columns(); column++) {
      if (SHARES.contains(layout.headings().get(column))) {
        figures.set(column, TopasFigure.ABSENT);
      }
    }
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
}
