package dev.headroom.format.cp;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.QueryFramesLexer;
import dev.headroom.format.grammar.QueryFramesParser;
import dev.headroom.format.grammar.QueryFramesParser.CellsLineContext;
import dev.headroom.format.grammar.QueryFramesParser.FigureContext;
import dev.headroom.format.grammar.QueryFramesParser.HeadingsContext;
import dev.headroom.format.grammar.QueryFramesParser.HeadingsLineContext;
import dev.headroom.format.grammar.QueryFramesParser.LineContext;
import dev.headroom.format.grammar.QueryFramesParser.PairContext;
import dev.headroom.format.grammar.QueryFramesParser.PairsLineContext;
import dev.headroom.format.grammar.QueryFramesParser.PartContext;
import dev.headroom.format.grammar.QueryFramesParser.PartsLineContext;
import dev.headroom.series.Metric;
import dev.headroom.unit.Count;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Reads the answers to {@code QUERY FRAMES}. */
final class QueryFramesReader extends CpAnswerReader<QueryFramesParser, LineContext> {
  /** More frames than any system has. */
  private static final double MOST_FRAMES = (double) (1L << 38);

  private static final Pattern KEYED =
      Pattern.compile(
          "\\b(?:Configured|Real|Usable|Pageable) ?= ?\\w"
              + "|\\bSYSGEN .*\\bREAL\\b|\\bV=R .*\\bPAGING\\b");

  /** The keys of the first line below a title. */
  private static final Pattern FIRST_KEYS =
      Pattern.compile("\\b(?:Configured|Real|Usable) ?= ?\\w");

  private static final int LONGEST_TITLE = 48;

  /** Which frames the keys speak of. */
  private enum Scope {
    /** No title was seen yet. */
    UNKNOWN,
    ALL,
    PART
  }

  private Scope scope = Scope.UNKNOWN;

  /** The lines on which keys stand that this section has had. */
  private final Map<Integer, Long> lineOf = new HashMap<>();

  private String lastText = "";
  private double real = Double.NaN;
  private boolean saidUntitled;

  /** The headings whose numbers come next; empty where none do. */
  private List<Token> headings = List.of();

  private boolean saidHeadless;

  /** The first line that was understood; null before any. */
  private @Nullable Line first;

  /** Whether the answer's figures are absent or a diagnostic tells what became of them. */
  private boolean told;

  QueryFramesReader(SectionContext context) {
    super(context, QueryFrames.GRAMMAR);
  }

  @Override
  Outcome read(Line line, LineContext tree) {
    Outcome outcome = outcome(line, tree);
    if (first == null && outcome == Outcome.UNDERSTOOD) {
      first = line.copy();
    }
    told |= outcome == Outcome.REJECTED;
    lastText = line.text();
    return outcome;
  }

  private Outcome outcome(Line line, LineContext tree) {
    if (tree instanceof PartsLineContext found) {
      return parts(line, found.part());
    }
    if (tree instanceof HeadingsLineContext found) {
      return headings(line, found.headings());
    }
    if (tree instanceof CellsLineContext found) {
      return cells(line, found.cell());
    }
    if (tree instanceof PairsLineContext found) {
      Outcome worst = Outcome.UNDERSTOOD;
      for (PairContext pair : found.pair()) {
        headings(line, pair.headings());
        worst = cells(line, pair.count()) == Outcome.REJECTED ? Outcome.REJECTED : worst;
      }
      return worst;
    }
    return Outcome.FOREIGN;
  }

  private Outcome parts(Line line, List<PartContext> parts) {
    boolean figures = parts.stream().anyMatch(part -> part.figure() != null);
    boolean frames = line.contains("frames") || !figures;
    if (!figures && (!frames || line.length() > LONGEST_TITLE)) {
      return Outcome.FOREIGN;
    }
    FigureContext begin = parts.get(0).figure();
    boolean inside = begin != null && begin.key().getStart().getType() == QueryFramesLexer.OTHER;
    if (inside && scope == Scope.ALL && parts.stream().anyMatch(QueryFramesReader::isPageable)) {
      scope = Scope.PART; // of all frames it is the first key of its line
    }
    int read = 0;
    PartContext end = parts.get(parts.size() - 1);
    boolean titled = parts.stream().anyMatch(part -> part.title() != null);
    for (PartContext part : parts) {
      if (part == end && isCut(part, titled)) {
        return cut(line, part.figure(), read);
      }
      if (part.title() != null) {
        scope = part.title().ALL() == null ? Scope.PART : Scope.ALL;
        lineOf.clear();
        real = Double.NaN;
        saidUntitled = false;
        read++;
      } else {
        read += figure(line, part.figure()) ? 1 : 0;
      }
    }
    return read > 0 ? Outcome.UNDERSTOOD : Outcome.REJECTED;
  }

  /**
   * Whether a line breaks off: behind Configured stands Real, and behind the figures of all frames,
   * where they stand on the title's line, those of a part.
   */
  private boolean isCut(PartContext last, boolean titled) {
    FigureContext figure = last.figure();
    int key = figure == null ? 0 : figure.key().getStart().getType();
    return scope == Scope.ALL
        && (key == QueryFramesLexer.CONFIGURED || (titled && key == QueryFramesLexer.PAGEABLE));
  }

  private Outcome cut(Line line, FigureContext figure, int read) {
    context()
        .report(
            line,
            LineGrammar.column(figure.getStart()),
            DiagnosticCode.TRUNCATED,
            "the line ends inside '" + name(figure) + "', which may have been cut; it is left out");
    told = true;
    return read > 0 ? Outcome.UNDERSTOOD : Outcome.REJECTED;
  }

  private static boolean isPageable(PartContext part) {
    return part.figure() != null
        && part.figure().key().getStart().getType() == QueryFramesLexer.PAGEABLE;
  }

  /** Reads one figure; false where it could not be read. */
  private boolean figure(Line line, FigureContext figure) {
    int key = figure.key().getStart().getType();
    if (scope == Scope.UNKNOWN) {
      return untitled(line, figure);
    }
    if (key == QueryFramesLexer.OTHER || scope == Scope.PART) {
      return true;
    }
    Long before = lineOf.putIfAbsent(key, line.number());
    if (before != null) {
      boolean doubled = before == line.number() || line.text().equals(lastText);
      scope = doubled ? scope : Scope.PART; // the title between the two was lost
      context()
          .report(
              line,
              LineGrammar.column(figure.getStart()),
              DiagnosticCode.UNEXPECTED_LINE,
              "'" + name(figure) + "' appears twice under one title; the first is kept");
      return false;
    }
    if (figure.cell() == null) {
      told = true;
      return true;
    }
    double frames = frames(line, figure.cell(), name(figure));
    if (key == QueryFramesLexer.PAGEABLE) {
      pageable(line, figure, frames);
    } else if (Double.isNaN(real)) {
      real = frames; // Configured comes first, and Real is the same
      addFrames(Metric.MEMORY_REAL, frames, line);
    }
    return !Double.isNaN(frames) || isAbsent(figure.cell());
  }

  private void pageable(Line line, FigureContext figure, double frames) {
    if (!lineOf.containsKey(QueryFramesLexer.CONFIGURED)
        && !lineOf.containsKey(QueryFramesLexer.REAL_FRAMES)) {
      context()
          .report(
              line,
              LineGrammar.column(figure.getStart()),
              DiagnosticCode.TRUNCATED,
              "'Configured' does not stand above, so that these may be a part of all frames; they"
                  + " are left out");
      told = true;
      return;
    }
    if (frames > real) {
      context()
          .report(
              line,
              LineGrammar.column(figure.getStart()),
              DiagnosticCode.INCONSISTENT,
              "more frames are pageable than exist; kept as read");
    }
    addFrames(Metric.MEMORY_PAGEABLE, frames, line);
  }

  private static String name(FigureContext figure) {
    String key = figure.key().getText();
    return key.substring(0, key.length() - 1).strip();
  }

  private boolean untitled(Line line, FigureContext figure) {
    if (!saidUntitled) {
      saidUntitled = true;
      context()
          .report(
              line,
              LineGrammar.column(figure.getStart()),
              DiagnosticCode.NO_HEADER,
              "no title says which frames these keys count; they are left out up to the next title");
    }
    return false;
  }

  private Outcome headings(Line line, HeadingsContext found) {
    if (found.heading().size() < found.other().size()) {
      return Outcome.FOREIGN; // prose with a word that is a heading too
    }
    headings = new ArrayList<>();
    for (ParseTree child : found.children) {
      Token word = ((ParserRuleContext) child).getStart();
      headings.add(word);
      if (child instanceof QueryFramesParser.OtherContext) {
        context()
            .report(
                line,
                LineGrammar.column(word),
                DiagnosticCode.UNKNOWN_COLUMN,
                "heading '" + word.getText() + "' is not known; its column is left out");
      } else if (isDoubled(word)) {
        context()
            .report(
                line,
                LineGrammar.column(word),
                DiagnosticCode.UNKNOWN_COLUMN,
                "heading '" + word.getText() + "' stands twice; both columns are left out");
      }
    }
    saidHeadless = false;
    return Outcome.UNDERSTOOD;
  }

  /** Whether a heading has stood before. */
  private boolean isDoubled(Token word) {
    return headings.stream()
        .anyMatch(before -> before != word && before.getType() == word.getType());
  }

  private Outcome cells(Line line, List<? extends ParserRuleContext> cells) {
    long numbers = cells.stream().filter(QueryFramesReader::isNumber).count();
    if (headings.isEmpty()) {
      return numbers > 1 && numbers == cells.size() ? headless(line) : Outcome.FOREIGN;
    }
    if (2 * numbers < cells.size()) {
      return Outcome.FOREIGN;
    }
    List<Token> above = headings;
    headings = List.of();
    if (cells.size() != above.size()) {
      boolean many = cells.size() > above.size();
      context()
          .report(
              line,
              many ? LineGrammar.column(cells.get(above.size()).getStart()) : line.length() + 1,
              many ? DiagnosticCode.EXTRA_CELLS : DiagnosticCode.TRUNCATED,
              "the row has "
                  + Count.of(cells.size(), "number")
                  + " under "
                  + Count.of(above.size(), "heading")
                  + "; it is left out");
      return Outcome.REJECTED;
    }
    for (int i = 0; i < cells.size(); i++) {
      ParserRuleContext cell = cells.get(i);
      String heading = above.get(i).getText();
      double frames = frames(line, cell, heading);
      Token word = above.get(i);
      if (above.stream().filter(other -> other.getType() == word.getType()).count() > 1) {
        continue; // neither names its column
      }
      if (above.get(i).getType() == QueryFramesLexer.REAL) {
        addFrames(Metric.MEMORY_REAL, frames, line);
      } else if (above.get(i).getType() == QueryFramesLexer.PAGING) {
        addFrames(Metric.MEMORY_DYNAMIC, frames, line);
      }
    }
    return Outcome.UNDERSTOOD;
  }

  /** A line with a key of the answer that fits no rule has been damaged. */
  @Override
  Outcome unknown(Line line, Optional<LineGrammar.Mismatch> why) {
    if (line.length() > CpAnswer.LONGEST || !KEYED.matcher(line.text()).find()) {
      return Outcome.FOREIGN;
    }
    if (scope == Scope.ALL && FIRST_KEYS.matcher(line.text()).find()) {
      scope = Scope.PART; // it may have held the title of what follows
    }
    context()
        .report(
            line,
            why.map(LineGrammar.Mismatch::column).orElse(1 + line.indent()),
            DiagnosticCode.UNEXPECTED_LINE,
            "the line is not such as QUERY FRAMES prints; it is left out");
    return Outcome.REJECTED;
  }

  private static boolean isNumber(ParserRuleContext cell) {
    return cell.getStart().getType() == QueryFramesLexer.NUMBER;
  }

  private static boolean isAbsent(ParserRuleContext cell) {
    return cell.getStart().getType() == QueryFramesLexer.ABSENT;
  }

  private Outcome headless(Line line) {
    if (!saidHeadless) {
      saidHeadless = true;
      context()
          .report(
              line,
              1 + line.indent(),
              DiagnosticCode.NO_HEADER,
              "these numbers have no headings above them; they are left out up to the next"
                  + " headings");
    }
    return Outcome.REJECTED;
  }

  private void truncated(Line line, ParserRuleContext cell) {
    context()
        .report(
            line,
            LineGrammar.column(cell.getStart()),
            DiagnosticCode.TRUNCATED,
            "the input ends inside this number; it counts as absent");
  }

  /** A number of frames; {@link Double#NaN} where it is absent or none, which is then reported. */
  private double frames(Line line, ParserRuleContext cell, String name) {
    if (isAbsent(cell)) {
      told = true;
      return Double.NaN;
    }
    String text = cell.getText();
    boolean last = cell.getStop().getStopIndex() + 1 == line.length();
    if (last && unended()) {
      truncated(line, cell);
      return Double.NaN;
    }
    double frames = isNumber(cell) ? CpCount.of(text) : Double.NaN;
    if (!(frames <= MOST_FRAMES)) {
      context()
          .report(
              line,
              LineGrammar.column(cell.getStart()),
              DiagnosticCode.BAD_NUMBER,
              "'" + text + "' is not a number of frames; " + name + " counts as absent");
      return Double.NaN;
    }
    return frames;
  }

  private void addFrames(Metric metric, double frames, Line line) {
    if (!Double.isNaN(frames)) {
      add(metric, frames * CpCount.PAGE, line);
    }
  }

  /** An answer whose beginning has scrolled away may hold no figure that is sampled. */
  @Override
  public List<Draft> close() {
    if (samples().isEmpty() && first != null && !told) {
      context()
          .report(
              first,
              1 + first.indent(),
              DiagnosticCode.TRUNCATED,
              "the answer has neither the figures of all frames nor those of REAL; it gives no"
                  + " sample");
    }
    return super.close();
  }
}
