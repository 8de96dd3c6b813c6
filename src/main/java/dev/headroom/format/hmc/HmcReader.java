package dev.headroom.format.hmc;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Continuity;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.HmcRecordsLexer;
import dev.headroom.format.grammar.HmcRecordsParser;
import dev.headroom.format.grammar.HmcRecordsParser.LineContext;
import dev.headroom.format.grammar.HmcRecordsParser.NamesLineContext;
import dev.headroom.format.grammar.HmcRecordsParser.PairContext;
import dev.headroom.format.grammar.HmcRecordsParser.PairsLineContext;
import dev.headroom.format.grammar.HmcRecordsParser.ValueContext;
import dev.headroom.format.grammar.HmcRecordsParser.ValuesLineContext;
import dev.headroom.unit.Count;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes objects of the lines of an answer, and hands them to what knows the command. */
final class HmcReader implements SectionReader {
  /** Memory of its own, or a pool's. */
  private static final Set<String> MODES = Set.of("ded", "shared");

  private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)?");

  private final SectionContext context;
  private final HmcAnswer answer;
  private final LineGrammar<HmcRecordsParser> grammar =
      new LineGrammar<>(HmcRecordsLexer::new, HmcRecordsParser::new);
  private final Continuity continuity = new Continuity();
  private final Set<String> unknown = new HashSet<>();

  /** The names of the values under -F; empty where they are not known. */
  private List<String> fields;

  /** The last key of the object above, by its number of keys. */
  private String lastOfAbove = "";

  /** Whether the run of rows at hand was told that nothing names. */
  private boolean toldOfNoHeader;

  HmcReader(SectionContext context, HmcCall call, HmcAnswer answer) {
    this.context = context;
    this.answer = answer;
    this.fields = call.fields();
  }

  @Override
  public Outcome read(Line line, boolean unended) {
    Optional<LineContext> parsed = grammar.parse(line, HmcRecordsParser::line);
    Outcome outcome = parsed.map(tree -> read(line, tree, unended)).orElseGet(() -> misfit(line));
    return continuity.note(line, outcome);
  }

  private Outcome read(Line line, LineContext tree, boolean unended) {
    if (tree instanceof PairsLineContext found) {
      return pairs(line, found.pairs().pair(), unended);
    }
    if (tree instanceof NamesLineContext found && isHeader(found)) {
      fields = found.names().NAME().stream().map(TerminalNode::getText).toList();
      toldOfNoHeader = false;
      return Outcome.UNDERSTOOD;
    }
    if (tree instanceof ValuesLineContext found) {
      return values(line, found.values().value(), unended);
    }
    return tree instanceof NamesLineContext ? Outcome.FOREIGN : Outcome.NOISE;
  }

  /** Most names of a header are the command's. */
  private boolean isHeader(NamesLineContext found) {
    List<TerminalNode> names = found.names().NAME();
    long known = names.stream().filter(name -> answer.keys().contains(name.getText())).count();
    return known >= 2 && known * 2 >= names.size();
  }

  private Outcome misfit(Line line) {
    boolean pairs =
        answer.keys().stream().filter(key -> line.contains(key + "=")).limit(3).count() == 3;
    boolean row = !fields.isEmpty() && line.preview().split(",", -1).length == fields.size();
    if ((!pairs && !row) || continuity.isInterrupted()) {
      return Outcome.FOREIGN;
    }
    grammar
        .mismatch()
        .ifPresent(
            why ->
                context.report(
                    line,
                    why.column(),
                    DiagnosticCode.UNEXPECTED_LINE,
                    pairs
                        ? "this is no key with its value; the line is left out"
                        : "this is no value; the row is left out"));
    return Outcome.REJECTED;
  }

  private Outcome pairs(Line line, List<PairContext> pairs, boolean unended) {
    Map<String, HmcRecord.Cell> cells = new LinkedHashMap<>();
    String last = "";
    int twice = 0;
    for (PairContext pair : pairs) {
      Token token = pair.getStart();
      boolean quoted = pair.QUOTED_PAIR() != null;
      int from = token.getStartIndex() + (quoted ? 1 : 0);
      String text = line.text(from, token.getStopIndex() + (quoted ? 0 : 1));
      int equals = text.indexOf('=');
      last = text.substring(0, equals);
      HmcRecord.Cell cell =
          new HmcRecord.Cell(text.substring(equals + 1).strip(), from + equals + 2);
      twice = cells.putIfAbsent(last, cell) == null ? twice : from + 1;
    }
    HmcRecord record = new HmcRecord(cells, last, false);
    if (!answer.owns(record)) {
      return Outcome.FOREIGN;
    }
    if (twice > 0) {
      context.report(
          line,
          twice,
          DiagnosticCode.UNEXPECTED_LINE,
          "the key stands twice in the line, which is left out");
      return Outcome.REJECTED;
    }
    cells.keySet().forEach(key -> tellOfUnknown(line, key, record));
    boolean cut =
        unended || (answer.isFigure(last) && !answer.closes(last) && !last.equals(lastOfAbove));
    lastOfAbove = unended ? lastOfAbove : last;
    return answer.take(line, cut ? withoutLast(line, record) : record);
  }

  /** A value at the end of the input, or where no object ends, may have lost its end. */
  private HmcRecord withoutLast(Line line, HmcRecord record) {
    HmcRecord.Cell cell = record.cells().get(record.last());
    if (cell == null) {
      return record;
    }
    if (answer.isFigure(record.last())) {
      context.report(
          line,
          cell.column(),
          DiagnosticCode.TRUNCATED,
          "the line ends inside this value, which may have been cut; it counts as absent");
    }
    Map<String, HmcRecord.Cell> whole = new LinkedHashMap<>(record.cells());
    whole.remove(record.last());
    return new HmcRecord(whole, record.last(), record.chosen());
  }

  private void tellOfUnknown(Line line, String key, HmcRecord record) {
    HmcRecord.Cell cell = record.cells().get(key);
    if (cell != null && !answer.keys().contains(key) && unknown.add(key)) {
      context.report(
          line,
          cell.column() - key.length() - 1,
          DiagnosticCode.UNKNOWN_COLUMN,
          "key '" + key + "' is not known; its values are left out");
    }
  }

  private Outcome values(Line line, List<ValueContext> values, boolean unended) {
    List<HmcRecord.Cell> row = values.stream().map(value -> cell(line, value)).toList();
    List<String> texts = row.stream().map(HmcRecord.Cell::text).toList();
    boolean follows = !fields.isEmpty() && !continuity.isInterrupted();
    if (!follows && !answer.mayOwn(texts) && !isLikely(texts)) {
      return Outcome.FOREIGN;
    }
    List<String> names = fields.isEmpty() ? answer.fields(texts) : fields;
    if (names.isEmpty()) {
      if (!toldOfNoHeader) {
        context.report(
            line,
            0,
            DiagnosticCode.NO_HEADER,
            "nothing names these values; ask for --header, or keep the command above its answer");
      }
      toldOfNoHeader = true;
      return Outcome.REJECTED;
    }
    if (row.size() != names.size()) {
      context.report(
          line,
          0,
          row.size() < names.size() ? DiagnosticCode.TRUNCATED : DiagnosticCode.EXTRA_CELLS,
          "the row has "
              + Count.of(row.size(), "value")
              + " instead of "
              + names.size()
              + "; it is left out");
      return Outcome.REJECTED;
    }
    Map<String, HmcRecord.Cell> cells = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      cells.putIfAbsent(names.get(i), row.get(i));
    }
    HmcRecord record = new HmcRecord(cells, names.get(names.size() - 1), true);
    if (isOfOthers(record)) {
      context.report(
          line,
          0,
          DiagnosticCode.UNEXPECTED_LINE,
          "the values are not those that are named above; the row is left out");
      return Outcome.REJECTED;
    }
    names.stream()
        .filter(name -> !answer.keys().contains(name) && unknown.add(name))
        .forEach(
            name ->
                context.report(
                    line,
                    row.get(names.indexOf(name)).column(),
                    DiagnosticCode.UNKNOWN_COLUMN,
                    "key '" + name + "' is not known; its values are left out"));
    return answer.take(line, unended ? withoutLast(line, record) : record);
  }

  /** Whether a row, though something strange stands above it, has figures where they belong. */
  private boolean isLikely(List<String> texts) {
    int figures = 0;
    for (int i = 0; texts.size() == fields.size() && i < fields.size(); i++) {
      boolean figure = answer.isFigure(fields.get(i));
      if (figure && !FIGURE.matcher(texts.get(i)).matches()) {
        return false;
      }
      figures += figure ? 1 : 0;
    }
    return figures > 1;
  }

  /**
   * Whether a row of as many values is of another answer: one word where a figure should stand may
   * be damage to it, two are not, and the mode of memory has two names only.
   */
  private boolean isOfOthers(HmcRecord record) {
    long words =
        record.cells().keySet().stream()
            .filter(answer::isFigure)
            .flatMap(key -> record.text(key).stream())
            .filter(text -> Character.isLetter(text.charAt(0)))
            .count();
    boolean mode = record.text("mem_mode").filter(text -> !MODES.contains(text)).isPresent();
    return words > 1 || mode;
  }

  private static HmcRecord.Cell cell(Line line, ValueContext value) {
    int from = value.getStart().getStartIndex();
    if (value.getChildCount() == 0) {
      return new HmcRecord.Cell("", from + 1);
    }
    String text = line.text(from, value.getStart().getStopIndex() + 1).strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return new HmcRecord.Cell(
        quoted ? text.substring(1, text.length() - 1) : text, from + (quoted ? 2 : 1));
  }

  @Override
  public void passOver(Line line) {
    continuity.passOver(line);
  }

  @Override
  public List<Draft> close() {
    return answer.close();
  }
}
