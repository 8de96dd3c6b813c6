package dev.headroom.format.lparstat;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Continuity;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.PartitionPropertiesLexer;
import dev.headroom.format.grammar.PartitionPropertiesParser;
import dev.headroom.format.grammar.PartitionPropertiesParser.ColonLostLineContext;
import dev.headroom.format.grammar.PartitionPropertiesParser.CutLabelLineContext;
import dev.headroom.format.grammar.PartitionPropertiesParser.LineContext;
import dev.headroom.format.grammar.PartitionPropertiesParser.PropertyContext;
import dev.headroom.format.grammar.PartitionPropertiesParser.PropertyLineContext;
import dev.headroom.format.grammar.PartitionPropertiesParser.UnknownLineContext;
import dev.headroom.format.grammar.PartitionPropertiesParser.ValueContext;
import dev.headroom.identity.PrintedName;
import dev.headroom.series.Kind;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads the lists of {@code lparstat -i} that follow one another. */
final class PartitionPropertiesReader implements SectionReader {
  private static final String NAMELESS = "";

  private final SectionContext context;
  private final LineGrammar<PartitionPropertiesParser> grammar =
      new LineGrammar<>(PartitionPropertiesLexer::new, PartitionPropertiesParser::new);
  private final PropertyValues values;
  private final Map<String, TableBuilder> rowsOf = new LinkedHashMap<>();

  /** The node's name beside the partition's, where a list has both. */
  private final Map<String, String> nodeOf = new HashMap<>();

  private final ListOrder order = new ListOrder();
  private PropertyList list;

  /** The list above the line at hand where that line seems to begin another without a name. */
  private @Nullable PropertyList held;

  private int lists = 1;
  private String lastName = NAMELESS;
  private int colonColumn;

  /** What follows a foreign line must be a property to be read. */
  private final Continuity continuity = new Continuity();

  private boolean unended;

  PartitionPropertiesReader(SectionContext context) {
    this.context = context;
    this.values = new PropertyValues(context);
    this.list = new PropertyList(context.clock().atRow(0), true);
  }

  @Override
  public Outcome read(Line line, boolean inputEndsHere) {
    unended = inputEndsHere;
    Optional<LineContext> parsed = grammar.parse(line, PartitionPropertiesParser::line);
    return continuity.note(line, parsed.map(tree -> read(line, tree)).orElse(Outcome.FOREIGN));
  }

  private Outcome read(Line line, LineContext tree) {
    if (tree instanceof PropertyLineContext found) {
      return property(line, found.property());
    }
    if (tree instanceof UnknownLineContext found) {
      return unknown(line, found);
    }
    if (tree instanceof ColonLostLineContext found && !continuity.isInterrupted()) {
      Token value = found.bareValue().getStart();
      String fault = "there is no colon between label and value; the line is left out";
      context.report(line, LineGrammar.column(value), DiagnosticCode.UNEXPECTED_LINE, fault);
      return Outcome.REJECTED;
    }
    return tree instanceof CutLabelLineContext found && !continuity.isInterrupted()
        ? cutLabel(line, found)
        : Outcome.FOREIGN;
  }

  private Outcome property(Line line, PropertyContext property) {
    int label = property.label().getStart().getType();
    ValueContext value = property.value();
    boolean wasLost = order.isLost();
    ListOrder.Step step = order.next(label, values.readable(property.label(), value));
    take(step, label);
    colonColumn = LineGrammar.column(property.COLON().getSymbol());
    if (order.isLost()) {
      if (!wasLost) {
        report(line, "nothing tells whose this list is; it is left out up to the next name");
      }
      return Outcome.REJECTED;
    }
    if (property.label().otherLabel() != null || values.isAbsent(value)) {
      return Outcome.UNDERSTOOD;
    }
    if (property.label().nameLabel() != null) {
      return name(line, label, value);
    }
    Optional<Double> read = values.read(line, property.label(), value, unended);
    read.ifPresent(number -> list.add(PropertyValues.metric(label), number, line));
    return read.isPresent() ? Outcome.UNDERSTOOD : Outcome.REJECTED;
  }

  private void take(ListOrder.Step step, int label) {
    PropertyList waiting = held;
    held = null;
    if (waiting != null && step == ListOrder.Step.RESUMED) {
      list = waiting;
      lists--;
      return;
    }
    if (waiting != null) {
      settle(waiting);
    }
    switch (step) {
      case NAMELESS -> {
        held = list;
        list = new PropertyList(context.clock().atRow(lists++), true);
      }
      case NEXT -> {
        settle(list);
        list = new PropertyList(context.clock().atRow(lists++), !ListOrder.isName(label));
      }
      case CLASHING -> list = new PropertyList(list.time(), false);
      case MISPLACED ->
          PropertyValues.sampled(label)
              .flatMap(list::forget)
              .ifPresent(before -> report(before, "the line is of another list; it is left out"));
      case SAME, RESUMED -> {}
    }
  }

  private void report(Line line, String fault) {
    context.report(line, 1 + line.indent(), DiagnosticCode.UNEXPECTED_LINE, fault);
  }

  private Outcome name(Line line, int label, ValueContext value) {
    if (unended) {
      values.cut(line, value, "the input ends inside this name");
      return Outcome.REJECTED;
    }
    String name = text(line, value);
    if (name.codePoints().anyMatch(PartitionPropertiesReader::isControl)) {
      values.bad(line, value, "holds a control character and is no name");
      return Outcome.REJECTED;
    }
    if (label == PartitionPropertiesLexer.PARTITION_NAME) {
      list.partitionName(name);
    } else {
      list.nodeName(name);
    }
    return Outcome.UNDERSTOOD;
  }

  /** Line ends of any alphabet among them. */
  private static boolean isControl(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** A label that is not known stands in a list only where its colon is set like the others. */
  private Outcome unknown(Line line, UnknownLineContext found) {
    int column = LineGrammar.column(found.COLON().getSymbol());
    boolean spaced = column > 1 && line.text(column - 2, column - 1).isBlank();
    if (continuity.isInterrupted() || (!spaced && column != colonColumn)) {
      return Outcome.FOREIGN;
    }
    context.report(
        line,
        LineGrammar.column(found.getStart()),
        DiagnosticCode.UNKNOWN_LABEL,
        "label '" + text(line, found.unknownLabel()) + "' is not known; the line is left out");
    return Outcome.REJECTED;
  }

  /** Words like those of a label with nothing behind them: {@code Maximum Mem}. */
  private Outcome cutLabel(Line line, CutLabelLineContext found) {
    boolean words =
        found.WORD().stream().allMatch(word -> word.getText().matches("[A-Z][A-Za-z/]*"));
    if (!words) {
      return Outcome.FOREIGN;
    }
    String fault = "the label has no colon and no value; the line is left out";
    context.report(line, line.length() + 1, DiagnosticCode.TRUNCATED, fault);
    return Outcome.REJECTED;
  }

  private static String text(Line line, ParserRuleContext part) {
    return line.text(part.getStart().getStartIndex(), part.getStop().getStopIndex() + 1);
  }

  /** Ends a list. One without a name is about the partition that the list before it named. */
  private void settle(PropertyList ended) {
    @Nullable String name = ended.name();
    if (name != null || !ended.continues()) {
      lastName = name == null ? NAMELESS : name;
    }
    @Nullable String node = ended.node();
    if (node != null) {
      nodeOf.put(lastName, node);
    }
    ended.fill(rowsOf.computeIfAbsent(lastName, key -> new TableBuilder(PropertyValues.METRICS)));
  }

  @Override
  public List<Draft> close() {
    if (held != null) {
      settle(held);
    }
    settle(list);
    List<Draft> drafts = new ArrayList<>();
    rowsOf.forEach(
        (name, rows) ->
            drafts.add(
                new Draft(
                    Kind.PARTITION,
                    new PrintedName(name.equals(NAMELESS) ? null : name, nodeOf.get(name), false),
                    rows,
                    Optional.empty(),
                    Optional.empty(),
                    List.of())));
    return drafts;
  }
}
