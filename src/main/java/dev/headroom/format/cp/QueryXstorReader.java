package dev.headroom.format.cp;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Draft;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.CpFiguresLexer;
import dev.headroom.format.grammar.CpFiguresParser;
import dev.headroom.format.grammar.CpFiguresParser.LineContext;
import dev.headroom.series.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the answers to {@code QUERY XSTOR}. */
final class QueryXstorReader extends CpAnswerReader<CpFiguresParser, LineContext> {
  private final List<CpSample> ofSystem = new ArrayList<>();

  /** The first line of the answer that says what is online; null before any. */
  private @Nullable Line online;

  /** Whether a line spoke of what CP holds, even where it could not be read. */
  private boolean saysWhatSystemHolds;

  QueryXstorReader(SectionContext context) {
    super(context, CpGrammar.figures());
  }

  @Override
  Outcome read(Line line, LineContext tree) {
    if (tree.title() != null) {
      return line.startsWith("XSTORE MDC") ? Outcome.NOISE : Outcome.FOREIGN;
    }
    List<CpFigure> figures = CpFigure.of(tree);
    // an answer run together on one line has its lines one after another
    List<CpFigure> row = new ArrayList<>();
    Outcome outcome = Outcome.FOREIGN;
    for (CpFigure figure : figures) {
      if (figure.label() == CpFiguresLexer.XSTORE && !row.isEmpty()) {
        outcome = worse(outcome, row(line, row));
        row.clear();
      }
      row.add(figure);
    }
    return worse(outcome, row(line, row));
  }

  /** A line of the answer without its first label cannot be read, and is told. */
  private Outcome damaged(Line line, List<CpFigure> row) {
    boolean ofAnswer =
        row.stream()
            .anyMatch(
                figure ->
                    switch (figure.label()) {
                      case CpFiguresLexer.XSTORE,
                          CpFiguresLexer.ONLINE,
                          CpFiguresLexer.USAGE,
                          CpFiguresLexer.RETAINED,
                          CpFiguresLexer.PENDING ->
                          true;
                      default -> false;
                    });
    if (!ofAnswer) {
      return Outcome.FOREIGN;
    }
    context()
        .report(
            line,
            1 + line.indent(),
            DiagnosticCode.UNEXPECTED_LINE,
            "the line is not such as QUERY XSTOR prints; it is left out");
    return Outcome.REJECTED;
  }

  private static Outcome worse(Outcome a, Outcome b) {
    return a == Outcome.REJECTED || b == Outcome.FOREIGN ? a : b;
  }

  private Outcome row(Line line, List<CpFigure> row) {
    CpFigure size = row.get(0);
    if (size.label() != CpFiguresLexer.XSTORE || row.size() < 2) {
      return damaged(line, row);
    }
    CpFigure second = row.get(1);
    if (second.label() == CpFiguresLexer.USERID && !second.value().equals("SYSTEM")) {
      return Outcome.NOISE;
    }
    if (second.label() != CpFiguresLexer.ONLINE && second.label() != CpFiguresLexer.USERID) {
      second.reportUnknown(context(), line);
      return Outcome.REJECTED;
    }
    boolean system = second.label() == CpFiguresLexer.USERID;
    saysWhatSystemHolds |= system;
    Optional<Double> bytes = size.size(context(), line);
    if (system) {
      bytes.ifPresent(read -> ofSystem.add(new CpSample(Metric.XSTORE_SIZE, read, line.number())));
    } else if (online == null && bytes.isPresent()) {
      online = line.copy();
    }
    return bytes.isPresent() || size.absent() ? Outcome.UNDERSTOOD : Outcome.REJECTED;
  }

  @Override
  public List<Draft> close() {
    Line whole = online;
    if (!saysWhatSystemHolds && whole != null) {
      context()
          .report(
              whole,
              0,
              DiagnosticCode.TRUNCATED,
              "the answer has no line of SYSTEM, which says what CP itself holds; the size of"
                  + " expanded storage is left out");
    }
    return List.of(CpSample.ofSystem(context(), ofSystem));
  }
}
