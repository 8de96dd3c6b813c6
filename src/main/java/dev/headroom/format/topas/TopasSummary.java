package dev.headroom.format.topas;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.TopasCecLexer;
import dev.headroom.format.grammar.TopasCecParser.AmountContext;
import dev.headroom.format.grammar.TopasCecParser.FigureContext;
import dev.headroom.format.grammar.TopasCecParser.SummaryContext;
import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The figures above the table, which are about the whole server. {@code Shr:} and {@code Ded:}
 * stand twice in a line, first for partitions, then for processors; on the wide header {@code
 * Monitored} stands three times, for partitions, memory and processors.
 */
final class TopasSummary {
  private static final List<Metric> METRICS =
      List.of(
          Metric.MEMORY_MONITORED, Metric.MEMORY_INUSE, Metric.MEMORY_AVAILABLE, Metric.CPU_POOL);

  /** Which figure of which name gives a sample. */
  private static final Map<String, Metric> METRIC_OF =
      Map.of(
          "mon/1", Metric.MEMORY_MONITORED,
          "monitored/2", Metric.MEMORY_MONITORED,
          "inuse/1", Metric.MEMORY_INUSE,
          "consumed/1", Metric.MEMORY_INUSE,
          "avl/1", Metric.MEMORY_AVAILABLE,
          "available/1", Metric.MEMORY_AVAILABLE,
          "psz/1", Metric.CPU_POOL,
          "pool size/1", Metric.CPU_POOL);

  /** Figures of memory above the narrow table: they have one decimal. */
  private static final Set<String> MEMORY = Set.of("mon/1", "inuse/1", "avl/1");

  private static final int LONGEST = 200;

  private static final Pattern ENDS_WITH_MEMORY =
      Pattern.compile("(?i)\\b(?:Mon|Monitored|InUse|Consumed|Avl|Available) *: *$");

  /** Two names with figures behind them. */
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?:\\b(?:Shr|Ded|Mon|InUse|Avl|PSz|APP|Don|Stl|(?:Shr|Ded)_PhysB)\\b ?:? *[\\d.-]+.*?){2}");

  private static final Pattern BLANKS = Pattern.compile("[ \t]+");

  private final SectionContext context;
  private final TableBuilder rows = new TableBuilder(METRICS);
  private final Map<String, TopasFigure> figures = new HashMap<>();
  private @Nullable Line firstLine;

  TopasSummary(SectionContext context) {
    this.context = context;
  }

  /** Forgets the figures of the screen before. */
  void clear() {
    figures.clear();
    firstLine = null;
  }

  /** Whether a line that cannot be read has figures of this kind. */
  static boolean isDamaged(Line line) {
    return line.length() <= LONGEST && FIGURES.matcher(line.text()).find();
  }

  /**
   * Reads a line of figures, of a screen of this time.
   *
   * @param unended whether the input ends inside the line, so that its last figure may be cut
   */
  Outcome read(Line line, SummaryContext summary, double time, boolean unended) {
    Map<String, Integer> seen = new HashMap<>();
    boolean sampled = false;
    for (FigureContext figure : summary.figure()) {
      if (figure.key() == null && figure.busy() == null) {
        continue;
      }
      String name =
          BLANKS.matcher(figure.getStart().getText()).replaceAll(" ").toLowerCase(Locale.ROOT);
      String place = name + "/" + seen.merge(name, 1, Integer::sum);
      TopasFigure value = value(line, figure.amount(), unended);
      if (isPart(place, value)) {
        reportPart(line, figure.amount().getStart());
        value = TopasFigure.ABSENT;
      }
      figures.put(place, value);
      Metric metric = METRIC_OF.get(place);
      if (metric != null && !value.isAbsent()) {
        rows.set(metric, metric == Metric.CPU_POOL ? value.value() : value.gigabytes());
        sampled = true;
      }
    }
    if (sampled) {
      rows.endRow(line.number(), time);
    }
    if (firstLine == null) {
      firstLine = line.copy();
    }
    return Outcome.UNDERSTOOD;
  }

  private TopasFigure value(Line line, @Nullable AmountContext amount, boolean unended) {
    if (amount == null || amount.ABSENT() != null) {
      return TopasFigure.ABSENT;
    }
    Token token = amount.getStart();
    TopasFigure value =
        token.getType() == TopasCecLexer.NUMBER
            ? TopasFigure.of(token.getText())
            : TopasFigure.ABSENT;
    if (!value.isAbsent() && unended && token.getStopIndex() + 1 == line.length()) {
      context.report(
          line,
          LineGrammar.column(token),
          DiagnosticCode.TRUNCATED,
          "'" + token.getText() + "' may have been cut: the input ends; it counts as absent");
      return TopasFigure.ABSENT;
    }
    if (isCut(line, token)) {
      context.report(
          line,
          LineGrammar.column(token),
          DiagnosticCode.BAD_NUMBER,
          "'"
              + token.getText()
              + "' has lost decimals where the line ends: it may have been cut; the figure counts as"
              + " absent");
      return TopasFigure.ABSENT;
    }
    if (value.isAbsent()) {
      context.report(
          line,
          LineGrammar.column(token),
          DiagnosticCode.BAD_NUMBER,
          "'" + token.getText() + "' is not a number; the figure counts as absent");
    }
    return value;
  }

  /**
   * Whether a figure of memory lacks the decimal that it always has, save where it is large: the
   * line broke off inside it, and something else was glued to it.
   */
  private static boolean isPart(String place, TopasFigure value) {
    return MEMORY.contains(place) && !value.isAbsent() && TopasPlaces.isOther("mem", value);
  }

  private void reportPart(Line line, Token token) {
    context.report(
        line,
        LineGrammar.column(token),
        DiagnosticCode.BAD_NUMBER,
        "'"
            + token.getText()
            + "' has not the one decimal that such figures have; the figure counts as absent");
  }

  /** Whether the line ends inside a figure: those of memory, which have decimals, end no line. */
  private static boolean isCut(Line line, Token token) {
    String before = line.text(0, token.getStartIndex());
    return token.getStopIndex() + 1 == line.length()
        && token.getType() == TopasCecLexer.NUMBER
        && token.getText().indexOf('.') < 0
        && ENDS_WITH_MEMORY.matcher(before).find();
  }

  /** The first figure of this screen under one of these names; absent where none was read. */
  TopasFigure figure(String... places) {
    for (String place : Set.of(places)) {
      TopasFigure figure = figures.get(place);
      if (figure != null) {
        return figure;
      }
    }
    return TopasFigure.ABSENT;
  }

  /** The line that figures of this screen began on; null where it had none. */
  @Nullable Line line() {
    return firstLine;
  }

  TableBuilder rows() {
    return rows;
  }
}
