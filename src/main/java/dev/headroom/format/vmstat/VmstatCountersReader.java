package dev.headroom.format.vmstat;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Continuity;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.VmstatCountersLexer;
import dev.headroom.format.grammar.VmstatCountersParser;
import dev.headroom.format.grammar.VmstatCountersParser.BareLineContext;
import dev.headroom.format.grammar.VmstatCountersParser.CheckedLineContext;
import dev.headroom.format.grammar.VmstatCountersParser.CountedLineContext;
import dev.headroom.format.grammar.VmstatCountersParser.FigureContext;
import dev.headroom.format.grammar.VmstatCountersParser.InterruptHeaderLineContext;
import dev.headroom.format.grammar.VmstatCountersParser.InterruptRowLineContext;
import dev.headroom.format.grammar.VmstatCountersParser.LineContext;
import dev.headroom.format.grammar.VmstatCountersParser.SampledLineContext;
import dev.headroom.format.grammar.VmstatCountersParser.SumLineContext;
import dev.headroom.format.grammar.VmstatCountersParser.UnknownLineContext;
import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists of one call of {@code vmstat -v}, and passes over those of {@code -s} and {@code
 * -i}.
 */
final class VmstatCountersReader implements SectionReader {
  private static final double PAGE = 4096;

  /** No partition has more pages: a larger figure is two that grew together. */
  private static final double MOST_PAGES = (double) (1L << 38);

  /** No partition has less memory than 32 MB. */
  private static final double LEAST_PAGES = 8192;

  private static final Map<Integer, Metric> METRICS =
      Map.of(
          VmstatCountersLexer.MEMORY_PAGES, Metric.MEMORY_LOGICAL,
          VmstatCountersLexer.FREE_PAGES, Metric.MEMORY_FREE,
          VmstatCountersLexer.PINNED_PAGES, Metric.MEMORY_PINNED,
          VmstatCountersLexer.FILE_PAGES, Metric.MEMORY_FILECACHE,
          VmstatCountersLexer.COMPUTATIONAL, Metric.MEMORY_COMPUTATIONAL,
          VmstatCountersLexer.FRAMES_LOANED, Metric.MEMORY_LOANED);

  /** What the call prints at this place. */
  private enum Kind {
    COUNTERS,
    SUMS,
    INTERRUPTS
  }

  private final SectionContext context;
  private final LineGrammar<VmstatCountersParser> grammar = VmstatCounters.grammarOfLines();

  /** Each line gives one sample, and a sample carries its own line: one table a metric. */
  private final Map<Metric, TableBuilder> rows = new EnumMap<>(Metric.class);

  private Kind kind = Kind.COUNTERS;
  private @Nullable CounterList list;
  private long lists;
  private int lastLabel;

  /** What is not known is part of a list only where it stands right below one of its lines. */
  private final Continuity continuity = new Continuity();

  VmstatCountersReader(SectionContext context) {
    this.context = context;
  }

  @Override
  public Outcome read(Line line, boolean unended) {
    boolean adjoins = continuity.adjoins(line);
    return continuity.note(
        line,
        grammar
            .parse(line, VmstatCountersParser::line)
            .map(tree -> read(line, tree, adjoins))
            .orElse(Outcome.FOREIGN));
  }

  @Override
  public void passOver(Line line) {
    continuity.passOver(line);
  }

  private Outcome read(Line line, LineContext tree, boolean adjoins) {
    if (tree instanceof SampledLineContext found) {
      return counter(line, found.figure(), found.sampled().getStart(), adjoins);
    }
    if (tree instanceof CheckedLineContext found) {
      return counter(line, found.figure(), found.checked().getStart(), adjoins);
    }
    if (tree instanceof CountedLineContext found) {
      return counter(line, found.figure(), found.counted().getStart(), adjoins);
    }
    if (tree instanceof SumLineContext) {
      kind = Kind.SUMS;
      return Outcome.NOISE;
    }
    if (tree instanceof InterruptHeaderLineContext) {
      return interruptHeader(line);
    }
    if (tree instanceof InterruptRowLineContext) {
      return kind == Kind.INTERRUPTS ? Outcome.NOISE : Outcome.FOREIGN;
    }
    if (tree instanceof UnknownLineContext found) {
      // a list is parted from the next by a blank line, and its first line may be damaged
      boolean first = list != null && continuity.isBelowBlank(line) && ofMemory(line);
      return adjoins || first ? unknown(line, found.figure()) : Outcome.FOREIGN;
    }
    return tree instanceof BareLineContext found && adjoins
        ? bare(line, found.figure())
        : Outcome.FOREIGN;
  }

  /** Whether a line that is not known has the first word of the first label, or its second. */
  private static boolean ofMemory(Line line) {
    return line.contains(" memory ") || line.text().stripTrailing().endsWith(" pages");
  }

  private Outcome counter(Line line, FigureContext figure, Token label, boolean adjoins) {
    boolean below = list != null && continuity.isBelowBlank(line);
    if (figure.WORD() != null && !adjoins && !below) {
      return Outcome.FOREIGN;
    }
    kind = Kind.COUNTERS;
    int type = label.getType();
    if (type == lastLabel && adjoins) {
      context.report(
          line,
          LineGrammar.column(label),
          DiagnosticCode.UNEXPECTED_LINE,
          "'" + label.getText() + "' appears twice in one list; the second is left out");
      return Outcome.REJECTED;
    }
    lastLabel = type;
    CounterList into = listOf(type);
    if (figure.ABSENT() != null) {
      return Outcome.UNDERSTOOD;
    }
    double value = value(figure, type);
    if (Double.isNaN(value)) {
      context.report(
          line,
          LineGrammar.column(figure.getStart()),
          DiagnosticCode.BAD_NUMBER,
          "'" + figure.getText() + "' is not " + meaning(type) + "; it counts as absent");
      return Outcome.REJECTED;
    }
    into.keep(type, value, line);
    sample(line, type, value, into.time());
    return Outcome.UNDERSTOOD;
  }

  /**
   * The list that a label belongs to: the first of all labels, or one that comes again, begins the
   * next.
   */
  private CounterList listOf(int label) {
    CounterList known = list;
    boolean first = label == VmstatCountersLexer.MEMORY_PAGES;
    if (known != null && !first && known.note(label)) {
      return known;
    }
    endList();
    CounterList begun = new CounterList(context.clock().atRow(lists++));
    begun.note(label);
    list = begun;
    return begun;
  }

  private void endList() {
    if (list != null) {
      list.check(context);
    }
    list = null;
  }

  private static boolean isShare(int label) {
    return switch (label) {
      case VmstatCountersLexer.MAXPIN,
          VmstatCountersLexer.MINPERM,
          VmstatCountersLexer.MAXPERM,
          VmstatCountersLexer.NUMPERM,
          VmstatCountersLexer.COMPRESSED_SHARE,
          VmstatCountersLexer.NUMCLIENT,
          VmstatCountersLexer.MAXCLIENT,
          VmstatCountersLexer.COMPUTATIONAL,
          VmstatCountersLexer.LOANED_SHARE ->
          true;
      default -> false;
    };
  }

  private static boolean isPages(int label) {
    return (METRICS.containsKey(label) && !isShare(label))
        || label == VmstatCountersLexer.LRUABLE_PAGES
        || label == VmstatCountersLexer.CLIENT_PAGES;
  }

  private static String meaning(int label) {
    return isPages(label) ? "a number of pages" : isShare(label) ? "a percentage" : "a number";
  }

  /** The figure as printed; {@link Double#NaN} where the label cannot have it. */
  private static double value(FigureContext figure, int label) {
    if (figure.NUMBER() == null) {
      return Double.NaN;
    }
    String text = figure.getText();
    double value = Double.parseDouble(text);
    boolean plausible =
        isPages(label)
            ? text.indexOf('.') < 0
                && value <= MOST_PAGES
                && (label != VmstatCountersLexer.MEMORY_PAGES || value >= LEAST_PAGES)
            : !isShare(label) || value <= 100;
    return plausible ? value : Double.NaN;
  }

  private void sample(Line line, int label, double value, double time) {
    Metric metric = METRICS.get(label);
    if (metric != null) {
      TableBuilder table =
          rows.computeIfAbsent(metric, sampled -> new TableBuilder(List.of(sampled)));
      table.set(0, isShare(label) ? value : value * PAGE);
      table.endRow(line.number(), time);
    }
  }

  private Outcome interruptHeader(Line line) {
    if (!line.contains("module(handler)")) {
      return Outcome.FOREIGN;
    }
    kind = Kind.INTERRUPTS;
    return Outcome.NOISE;
  }

  private Outcome unknown(Line line, FigureContext figure) {
    if (kind != Kind.COUNTERS) {
      return Outcome.NOISE;
    }
    Token first = figure.getStart();
    if (figure.NUMBER() != null || figure.ABSENT() != null) {
      int label = LineGrammar.column(first) + first.getText().length();
      while (label < line.length() && line.bytes()[line.start() + label - 1] <= ' ') {
        label++;
      }
      context.report(
          line,
          label,
          DiagnosticCode.UNKNOWN_LABEL,
          "'"
              + line.text(label - 1, line.length()).strip()
              + "' is not known; the line is left out");
      return Outcome.REJECTED;
    }
    if (!Character.isDigit(first.getText().charAt(0))) {
      return Outcome.FOREIGN;
    }
    context.report(
        line,
        LineGrammar.column(first),
        DiagnosticCode.BAD_NUMBER,
        "'" + first.getText() + "' is not a number; the line is left out");
    return Outcome.REJECTED;
  }

  private Outcome bare(Line line, FigureContext figure) {
    if (kind != Kind.COUNTERS || figure.NUMBER() == null) {
      return Outcome.FOREIGN;
    }
    context.report(
        line,
        line.length() + 1,
        DiagnosticCode.TRUNCATED,
        "the number has no label; the line is left out");
    return Outcome.REJECTED;
  }

  @Override
  public List<Draft> close() {
    endList();
    List<Draft> drafts = new ArrayList<>();
    rows.values().forEach(table -> drafts.add(Draft.ofPartition(table)));
    return drafts;
  }
}
