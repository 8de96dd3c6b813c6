package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.series.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.Parser;

/**
 * Reads answers of CP line by line. What they say of the system waits for the answer's end, since
 * only the line below it says when it was printed.
 *
 * @param <P> the parser of its lines
 * @param <T> the tree of a line
 */
abstract class CpAnswerReader<P extends Parser, T> implements SectionReader {
  private final SectionContext context;
  private final LineGrammar<P> grammar;
  private final Function<P, T> rule;
  private final List<CpSample> samples = new ArrayList<>();
  private boolean unended;

  CpAnswerReader(SectionContext context, CpGrammar<P, T> grammar) {
    this.context = context;
    this.grammar = grammar.lines().get();
    this.rule = grammar.rule();
  }

  @Override
  public Outcome read(Line line, boolean inputEndsHere) {
    unended = inputEndsHere;
    Optional<T> tree = grammar.parse(line, rule);
    return tree.isPresent() ? read(line, tree.get()) : unknown(line, grammar.mismatch());
  }

  /** Reads a line that fits the grammar. */
  abstract Outcome read(Line line, T tree);

  /** What becomes of a line that does not fit the grammar, and why it does not. */
  Outcome unknown(Line line, Optional<LineGrammar.Mismatch> why) {
    return Outcome.FOREIGN;
  }

  final SectionContext context() {
    return context;
  }

  /** Whether the input ends inside the line at hand, so that its last figure may be cut. */
  final boolean unended() {
    return unended;
  }

  /** The figures of the system so far. */
  final List<CpSample> samples() {
    return samples;
  }

  /** Adds a figure of the system. */
  final void add(Metric metric, double value, Line line) {
    samples.add(new CpSample(metric, value, line.number()));
  }

  @Override
  public List<Draft> close() {
    return List.of(CpSample.ofSystem(context, samples));
  }
}
