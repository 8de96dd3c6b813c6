package dev.headroom.format.cp;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.CpFiguresLexer;
import dev.headroom.format.grammar.CpFiguresParser;
import dev.headroom.format.grammar.CpFiguresParser.LineContext;
import dev.headroom.series.Metric;
import java.util.List;
import java.util.Optional;

/** Reads the answers to {@code QUERY STORAGE}. */
final class QueryStorageReader extends CpAnswerReader<CpFiguresParser, LineContext> {

  QueryStorageReader(SectionContext context) {
    super(context, CpGrammar.figures());
  }

  @Override
  Outcome read(Line line, LineContext tree) {
    return tree.title() == null ? figures(line, CpFigure.of(tree)) : damaged(line);
  }

  @Override
  Outcome unknown(Line line, Optional<LineGrammar.Mismatch> why) {
    return damaged(line);
  }

  /** A line with the words of the answer that cannot be read is told. */
  private Outcome damaged(Line line) {
    if (!QueryStorage.isDamaged(line)) {
      return Outcome.FOREIGN;
    }
    context()
        .report(
            line,
            1 + line.indent(),
            DiagnosticCode.UNEXPECTED_LINE,
            "the line is not such as QUERY STORAGE prints; it is left out");
    return Outcome.REJECTED;
  }

  private Outcome figures(Line line, List<CpFigure> figures) {
    if (figures.stream().noneMatch(QueryStorageReader::isKnown)) {
      return Outcome.FOREIGN;
    }
    Optional<CpFigure> storage = figure(figures, CpFiguresLexer.STORAGE);
    Optional<CpFigure> configured = figure(figures, CpFiguresLexer.CONFIGURED);
    if (storage.isPresent() && configured.isEmpty()) {
      context()
          .report(
              line,
              storage.get().place().column(),
              DiagnosticCode.UNEXPECTED_LINE,
              "STORAGE without CONFIGURED may be a user's own storage; the line is left out");
      return Outcome.REJECTED;
    }
    int read = 0;
    for (CpFigure figure : figures) {
      if (!isKnown(figure)) {
        figure.reportUnknown(context(), line);
        continue;
      }
      Optional<Double> size = figure.size(context(), line);
      read += size.isPresent() || figure.absent() ? 1 : 0;
      if (figure.label() == CpFiguresLexer.STORAGE) {
        size.filter(bytes -> bytes > 0).ifPresent(bytes -> add(Metric.MEMORY_REAL, bytes, line));
      }
    }
    return read > 0 ? Outcome.UNDERSTOOD : Outcome.REJECTED;
  }

  private static Optional<CpFigure> figure(List<CpFigure> figures, int label) {
    return figures.stream().filter(figure -> figure.label() == label).findFirst();
  }

  private static boolean isKnown(CpFigure figure) {
    return switch (figure.label()) {
      case CpFiguresLexer.STORAGE,
          CpFiguresLexer.CONFIGURED,
          CpFiguresLexer.INCREMENT,
          CpFiguresLexer.STANDBY,
          CpFiguresLexer.RESERVED ->
          true;
      default -> false;
    };
  }
}
