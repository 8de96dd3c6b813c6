package dev.headroom.format.cp;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.CpFiguresLexer;
import dev.headroom.format.grammar.CpFiguresParser.FigureContext;
import dev.headroom.format.grammar.CpFiguresParser.LineContext;
import dev.headroom.format.grammar.CpFiguresParser.WordContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A label and its value: {@code RES=1622}.
 *
 * @param label the token of the label
 * @param name the label as printed, without the equals sign
 * @param value the value as printed, its words parted by one blank; empty if absent
 * @param plain whether the value is one number, with or without a unit
 * @param absent whether the value says that there is nothing
 * @param place where it stands
 */
record CpFigure(int label, String name, String value, boolean plain, boolean absent, Place place) {

  /** Labels behind whose values others stand on the line. */
  private static final Set<Integer> FOLLOWED =
      Set.of(CpFiguresLexer.RESIDENT, CpFiguresLexer.WORKING_SET, CpFiguresLexer.LOCKED);

  /** No guest has more pages: a larger figure has grown a letter that is a unit. */
  private static final double MOST_PAGES = (double) (1L << 38);

  /**
   * Where a figure stands on its line.
   *
   * @param labelColumn where the label begins, from 1
   * @param column where the value begins, or the label where there is no value; from 1
   * @param last whether nothing stands behind it
   */
  record Place(int labelColumn, int column, boolean last) {}

  /** The figures of a line, in order. */
  static List<CpFigure> of(LineContext line) {
    List<CpFigure> figures = new ArrayList<>();
    for (FigureContext figure : line.figure()) {
      figures.add(of(figure, figures.size() + 1 == line.figure().size()));
    }
    return figures;
  }

  private static CpFigure of(FigureContext figure, boolean last) {
    List<WordContext> words = figure.value().word();
    WordContext first = words.isEmpty() ? null : words.get(0);
    String label = figure.label().getText();
    return new CpFigure(
        figure.label().getStart().getType(),
        label.substring(0, label.length() - 1).strip(),
        words.stream().map(WordContext::getText).collect(Collectors.joining(" ")),
        words.size() == 1 && first != null && (first.SIZE() != null || first.NUMBER() != null),
        first == null || (words.size() == 1 && first.ABSENT() != null),
        new Place(
            LineGrammar.column(figure.getStart()),
            LineGrammar.column(first == null ? figure.getStart() : first.getStart()),
            last));
  }

  /**
   * The value as bytes, such as {@code 16G}; a number without a unit is not a size, save 0.
   *
   * @return empty where it is absent or no size, which is then reported
   */
  Optional<Double> size(SectionContext context, Line line) {
    if (absent) {
      return Optional.empty();
    }
    double bytes = plain ? CpCount.of(value) : Double.NaN;
    boolean unit = !value.isEmpty() && !Character.isDigit(value.charAt(value.length() - 1));
    if (Double.isNaN(bytes) || (!unit && bytes > 0)) {
      report(context, line, DiagnosticCode.BAD_NUMBER, "'" + value + "' is not a size");
      return Optional.empty();
    }
    return Optional.of(bytes);
  }

  /**
   * The value as a number of pages, in bytes.
   *
   * @param unended whether the input ends inside the line, so that the last figure may have been
   *     cut
   * @return empty where it is absent or no number, which is then reported
   */
  Optional<Double> pages(SectionContext context, Line line, boolean unended) {
    if (absent) {
      return Optional.empty();
    }
    double pages = plain ? CpCount.of(value) : Double.NaN;
    if (!(pages <= MOST_PAGES)) {
      report(context, line, DiagnosticCode.BAD_NUMBER, "'" + value + "' is not a number of pages");
      return Optional.empty();
    }
    if (place.last && (unended || FOLLOWED.contains(label))) {
      report(
          context,
          line,
          DiagnosticCode.TRUNCATED,
          unended
              ? "the input ends inside this number"
              : "the line ends behind this number, which may have been cut");
      return Optional.empty();
    }
    return Optional.of(pages * CpCount.PAGE);
  }

  private void report(SectionContext context, Line line, DiagnosticCode code, String fault) {
    context.report(line, place.column, code, fault + "; " + name + " counts as absent");
  }

  /** Reports a label that the answer is not known to have. */
  void reportUnknown(SectionContext context, Line line) {
    context.report(
        line,
        place.labelColumn,
        DiagnosticCode.UNKNOWN_LABEL,
        "label '" + name + "' is not known; its value is left out");
  }
}
