package dev.headroom.format.csv;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.BulkReader;
import dev.headroom.format.Draft;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.series.CellGuard;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.TableBuilder;
import dev.headroom.unit.Count;
import dev.headroom.unit.IsoTime;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads one series: a table for every subject and metric in it. */
final class SeriesReader implements BulkReader {
  /** Within this number of lines a cell ends that has line ends in it. */
  private static final int REACH = 8;

  /** The metrics of each label; one is in several units. */
  private static final Map<String, List<Metric>> METRICS =
      Arrays.stream(Metric.values()).collect(Collectors.groupingBy(Metric::label));

  private static final int MOST_DIGITS = 15;

  private final SectionContext context;
  private final Map<Column, TableBuilder> columns = new LinkedHashMap<>();
  private @Nullable SeriesHeader header;

  /** Whether the last header cannot be used, so that the rows below it are left out. */
  private boolean refused;

  /** How many of the next lines a quoted cell holds that has line ends in it. */
  private int inside;

  private boolean insideTold;

  /** The subject of the row above, as it is printed there. */
  private record Named(String printed, String kind, Subject subject) {}

  private @Nullable Named last;

  /** What one table of the series is about. */
  private record Column(Subject subject, Metric metric) {}

  /** A line that is no sample: where, why, and under which code. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final int cell;
    private final DiagnosticCode code;

    Fault(int cell, DiagnosticCode code, String message) {
      super(message, null, false, false);
      this.cell = cell;
      this.code = code;
    }
  }

  SeriesReader(SectionContext context) {
    this.context = context;
  }

  /** Takes no rows, but looks whether a quoted cell begins on the next line and ends below it. */
  @Override
  public long takeRows(Lines lines) throws IOException {
    SeriesHeader known = header;
    lines.position(); // fills the window
    Line first = inside > 0 || known == null ? null : lines.ahead(1);
    if (first == null || known == null || !CsvLine.isOpen(first)) {
      return 0;
    }
    StringBuilder text = new StringBuilder(first.text());
    for (int ahead = 2; ahead <= REACH; ahead++) {
      Line line = lines.ahead(ahead);
      if (line == null) {
        return 0;
      }
      text.append('\n').append(line.text());
      if (CsvLine.isOpen(line)) {
        boolean whole =
            CsvLine.of(text.toString())
                .filter(row -> row.cells().size() == known.width())
                .isPresent();
        inside = whole ? ahead : 0;
        insideTold = false;
        return 0;
      }
    }
    return 0;
  }

  @Override
  public Outcome read(Line line, boolean unended) {
    if (inside > 0) {
      inside--;
      if (!insideTold) {
        insideTold = true;
        context.report(
            line,
            0,
            DiagnosticCode.UNEXPECTED_LINE,
            "a quoted cell goes on in the next line; the sample is left out");
      }
      return Outcome.REJECTED;
    }
    CsvLine cells = CsvLine.of(line).orElse(null);
    if (cells == null) {
      context.report(
          line,
          0,
          DiagnosticCode.UNEXPECTED_LINE,
          "a quote is not closed, or stands inside a cell; the sample is left out");
      return Outcome.REJECTED;
    }
    Optional<SeriesHeader> another = SeriesHeader.of(cells);
    if (another.isPresent()) {
      return header(line, cells, another.get());
    }
    if (cells.cells().size() == 1) {
      return Outcome.FOREIGN;
    }
    if (header == null) {
      return refused ? Outcome.REJECTED : Outcome.FOREIGN;
    }
    try {
      read(line, unended ? whole(cells.cells(), header) : cells.cells(), header);
      return Outcome.UNDERSTOOD;
    } catch (Fault fault) {
      context.report(
          line,
          fault.cell < 0 ? 0 : cells.column(line, fault.cell),
          fault.code,
          fault.getMessage() + "; the sample is left out");
      return Outcome.REJECTED;
    }
  }

  private Outcome header(Line line, CsvLine cells, SeriesHeader found) {
    int doubled = SeriesHeader.doubled(cells);
    refused = doubled >= 0;
    header = refused ? null : found;
    if (refused) {
      context.report(
          line,
          cells.column(line, doubled),
          DiagnosticCode.UNKNOWN_COLUMN,
          "heading '"
              + cells.cells().get(doubled)
              + "' stands twice; the rows are left out up to the next header");
      return Outcome.REJECTED;
    }
    return Outcome.UNDERSTOOD;
  }

  /**
   * The cells of a row at whose end the input ends. Its last cell may have been cut: what carries
   * nothing does no harm, a unit that no other begins with is whole, anything else costs the row.
   */
  private static List<String> whole(List<String> cells, SeriesHeader at) throws Fault {
    int last = cells.size() - 1;
    boolean read =
        IntStream.of(
                at.subject(), at.kind(), at.metric(), at.row().time(), at.row().seq(), at.value())
            .anyMatch(place -> place == last);
    boolean unit =
        last == at.unit()
            && Arrays.stream(Metric.values())
                    .map(metric -> metric.unit().symbol())
                    .filter(symbol -> symbol.startsWith(cells.get(last)))
                    .distinct()
                    .count()
                != 1;
    if (cells.size() == at.width() && (read || unit)) {
      throw new Fault(
          last,
          DiagnosticCode.TRUNCATED,
          "the input ends inside this cell, which may have been cut");
    }
    return cells;
  }

  private void read(Line line, List<String> cells, SeriesHeader at) throws Fault {
    if (cells.size() != at.width()) {
      throw new Fault(
          -1,
          cells.size() < at.width() ? DiagnosticCode.TRUNCATED : DiagnosticCode.EXTRA_CELLS,
          "the row has " + Count.of(cells.size(), "cell") + " instead of " + at.width());
    }
    Metric metric = metric(cells, at);
    Subject subject = subject(cells, at);
    String value = cells.get(at.value());
    double number = absent(value) ? Double.NaN : number(value, at.value());
    double time = time(cells, at);
    TableBuilder rows =
        columns.computeIfAbsent(
            new Column(subject, metric),
            column ->
                new TableBuilder(
                    List.of(column.metric()), at.row().seq() >= 0, kept(column.subject())));
    long seq =
        at.row().seq() < 0 || absent(cells.get(at.row().seq())) ? rows.rows() : seq(cells, at);
    rows.set(0, number);
    rows.endRow(line.number(), time, seq);
  }

  /** Of a z/VM system there are few rows, and all that it prints is looked at. */
  private Set<Metric> kept(Subject subject) {
    return subject.kind() == Kind.PARTITION
        ? context.options().kept()
        : EnumSet.allOf(Metric.class);
  }

  private static boolean absent(String cell) {
    return cell.isEmpty() || cell.equals("-") || cell.equals("...");
  }

  private static Metric metric(List<String> cells, SeriesHeader at) throws Fault {
    String name = cells.get(at.metric());
    List<Metric> named = METRICS.getOrDefault(name, List.of());
    if (named.isEmpty()) {
      throw new Fault(
          at.metric(), DiagnosticCode.UNKNOWN_LABEL, "metric '" + name + "' is not known");
    }
    if (at.unit() < 0 || cells.get(at.unit()).isEmpty()) {
      return named.get(0);
    }
    String unit = cells.get(at.unit());
    for (Metric metric : named) {
      if (metric.unit().symbol().equals(unit)) {
        return metric;
      }
    }
    throw new Fault(
        at.unit(),
        DiagnosticCode.UNKNOWN_LABEL,
        name + " is in " + named.get(0).unit().symbol() + ", not in '" + unit + "'");
  }

  /** The subject of a row, which is mostly the same as in the row above. */
  private Subject subject(List<String> cells, SeriesHeader at) throws Fault {
    String printed = cells.get(at.subject());
    String kind = at.kind() < 0 ? "" : cells.get(at.kind());
    Named above = last;
    if (above != null && above.printed().equals(printed) && above.kind().equals(kind)) {
      return above.subject();
    }
    Subject found = named(cells, at);
    last = new Named(printed, kind, found);
    return found;
  }

  private static Subject named(List<String> cells, SeriesHeader at) throws Fault {
    String name = CellGuard.unguard(cells.get(at.subject()));
    if (name.isBlank()) {
      throw new Fault(at.subject(), DiagnosticCode.UNKNOWN_LABEL, "the subject has no name");
    }
    if (name.codePoints().anyMatch(SeriesReader::isControl)) {
      throw new Fault(
          at.subject(),
          DiagnosticCode.UNKNOWN_LABEL,
          "the subject's name holds a control character");
    }
    String label = at.kind() < 0 ? "" : cells.get(at.kind());
    if (label.isEmpty()) {
      return new Subject(Kind.PARTITION, name);
    }
    return Kind.ofLabel(label)
        .map(kind -> new Subject(kind, name))
        .orElseThrow(
            () ->
                new Fault(
                    at.kind(), DiagnosticCode.UNKNOWN_LABEL, "kind '" + label + "' is not known"));
  }

  /** Line ends of any alphabet among them. */
  private static boolean isControl(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static double number(String text, int cell) throws Fault {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new Fault(cell, DiagnosticCode.BAD_NUMBER, "'" + text + "' is not a number");
    }
    if (Double.isNaN(value) || Double.isInfinite(value) || value < 0 || !plain(text)) {
      throw new Fault(cell, DiagnosticCode.BAD_NUMBER, "'" + text + "' is not a measurement");
    }
    return value;
  }

  /** Java reads hexadecimal numbers and type suffixes too; no tool prints them. */
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789.eE+-".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static long seq(List<String> cells, SeriesHeader at) throws Fault {
    String text = cells.get(at.row().seq());
    boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; i < text.length() && digits; i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (!digits) {
      throw new Fault(
          at.row().seq(), DiagnosticCode.BAD_NUMBER, "'" + text + "' is not a sequence number");
    }
    return Long.parseLong(text);
  }

  private double time(List<String> cells, SeriesHeader at) throws Fault {
    String text = at.row().time() < 0 ? "" : cells.get(at.row().time());
    if (absent(text)) {
      return Double.NaN;
    }
    try {
      return context.clock().at(local(text));
    } catch (DateTimeException e) {
      throw new Fault(
          at.row().time(), DiagnosticCode.BAD_TIME, "'" + text + "' is not an ISO date and time");
    }
  }

  /** A time with an offset becomes local time in the zone of the options. */
  private LocalDateTime local(String text) {
    if (IsoTime.isPlain(text)) {
      return IsoTime.plain(text);
    }
    String iso = text.replace(' ', 'T');
    int afterDay = iso.indexOf('T');
    boolean offset =
        iso.endsWith("Z")
            || iso.indexOf('+') > 0
            || (afterDay > 0 && iso.indexOf('-', afterDay) > 0);
    return offset
        ? OffsetDateTime.parse(iso).atZoneSameInstant(context.options().zone()).toLocalDateTime()
        : LocalDateTime.parse(iso);
  }

  @Override
  public List<Draft> close() {
    List<Draft> drafts = new ArrayList<>();
    columns.forEach(
        (column, rows) ->
            drafts.add(new Draft(column.subject().kind(), column.subject().name(), true, rows)));
    return drafts;
  }
}
