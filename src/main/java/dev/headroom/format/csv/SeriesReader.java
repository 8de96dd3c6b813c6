package dev.headroom.format.csv;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Draft;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.series.CellGuard;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.TableBuilder;
import dev.headroom.unit.Count;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one series: a table for every subject and metric in it. */
final class SeriesReader implements SectionReader {
  private final SectionContext context;
  private final Map<Column, TableBuilder> columns = new LinkedHashMap<>();
  private @Nullable SeriesHeader header;

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

  @Override
  public Outcome read(Line line, boolean unended) {
    CsvLine cells = CsvLine.of(line).orElse(null);
    if (cells == null) {
      context.report(
          line,
          0,
          DiagnosticCode.UNEXPECTED_LINE,
          "the quotes are not closed; the sample is left out");
      return Outcome.REJECTED;
    }
    Optional<SeriesHeader> another = SeriesHeader.of(cells);
    if (another.isPresent()) {
      header = another.get();
      return Outcome.UNDERSTOOD;
    }
    if (header == null || cells.cells().size() == 1) {
      return Outcome.FOREIGN;
    }
    try {
      read(line, cells.cells(), header);
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
            column -> new TableBuilder(List.of(column.metric()), at.seq() >= 0));
    long seq = at.seq() < 0 || absent(cells.get(at.seq())) ? rows.rows() : seq(cells, at);
    rows.set(0, number);
    rows.endRow(line.number(), time, seq);
  }

  private static boolean absent(String cell) {
    return cell.isEmpty() || cell.equals("-") || cell.equals("...");
  }

  private static Metric metric(List<String> cells, SeriesHeader at) throws Fault {
    String name = cells.get(at.metric());
    List<Metric> named = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      if (metric.label().equals(name)) {
        named.add(metric);
      }
    }
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

  private static Subject subject(List<String> cells, SeriesHeader at) throws Fault {
    String name = CellGuard.unguard(cells.get(at.subject()));
    if (name.isBlank()) {
      throw new Fault(at.subject(), DiagnosticCode.UNKNOWN_LABEL, "the subject has no name");
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
    String text = cells.get(at.seq());
    if (!text.matches("\\d{1,15}")) {
      throw new Fault(
          at.seq(), DiagnosticCode.BAD_NUMBER, "'" + text + "' is not a sequence number");
    }
    return Long.parseLong(text);
  }

  private double time(List<String> cells, SeriesHeader at) throws Fault {
    String text = at.time() < 0 ? "" : cells.get(at.time());
    if (absent(text)) {
      return Double.NaN;
    }
    try {
      return context.clock().at(local(text));
    } catch (DateTimeException e) {
      throw new Fault(
          at.time(), DiagnosticCode.BAD_TIME, "'" + text + "' is not an ISO date and time");
    }
  }

  /** A time with an offset becomes local time in the zone of the options. */
  private LocalDateTime local(String text) {
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
