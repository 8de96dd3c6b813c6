package dev.headroom.format.hmc;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.SourceSpan;
import dev.headroom.format.Draft;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.identity.PrintedName;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Unit;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The samples of {@code lslparutil}. A line has two clocks: {@code time} is the console's, which
 * samples carry, since all that the console tells has it; {@code sys_time} is the server's, and
 * stands in only where the other was not asked for.
 */
final class UtilisationAnswer implements HmcAnswer {
  private static final double NONE = Double.NaN;

  private final SectionContext context;
  private final HmcCall call;
  private final HmcFigures figures;
  private final Optional<String> asked;
  private final HmcDates dates = new HmcDates();
  private final Map<Owner, List<Stamped>> samples = new LinkedHashMap<>();

  /** What a sample is about: a partition by its name, the rest by the server. */
  private record Owner(Utilisation of, PrintedName name) {}

  private record Stamped(HmcDates.Stamp stamp, long line, double[] states, double[] counters) {}

  UtilisationAnswer(SectionContext context, HmcCall call) {
    this.context = context;
    this.call = call;
    this.figures = new HmcFigures(context);
    this.asked = call.resource().or(() -> UtilisationKeys.resourceOfFile(context.source()));
  }

  @Override
  public Set<String> keys() {
    return UtilisationKeys.ALL;
  }

  @Override
  public boolean owns(HmcRecord record) {
    return record.has("resource_type") || record.has("event_type");
  }

  @Override
  public boolean mayOwn(List<String> values) {
    return dates.read(values.get(0)).isPresent();
  }

  @Override
  public List<String> fields(List<String> values) {
    return UtilisationKeys.ofRow(values, asked);
  }

  @Override
  public boolean isFigure(String key) {
    return Utilisation.isFigure(key);
  }

  @Override
  public boolean closes(String key) {
    return key.equals("page_in_delay") || key.equals("time_cycles") || key.endsWith("_pool_cycles");
  }

  @Override
  public Outcome take(Line line, HmcRecord record) {
    boolean event = record.has("event_type") && !record.is("event_type", "sample");
    Optional<Utilisation> of = Utilisation.of(record, asked);
    if (event || of.filter(known -> known != Utilisation.PROCPOOL).isEmpty()) {
      return Outcome.UNDERSTOOD; // settings that changed, and what is not about memory
    }
    Optional<HmcRecord.Cell> time = record.cell("time").or(() -> record.cell("sys_time"));
    Optional<HmcDates.Stamp> stamp = time.flatMap(cell -> dates.read(cell.text()));
    if (stamp.isEmpty()) {
      context.report(
          line,
          time.map(HmcRecord.Cell::column).orElse(0),
          DiagnosticCode.BAD_TIME,
          time.map(cell -> "'" + cell.text() + "' is no date and time").orElse("there is no time")
              + "; the line is left out");
      return Outcome.REJECTED;
    }
    Utilisation resource = of.get();
    if (resource == Utilisation.LPAR && record.cell("lpar_name").isEmpty()) {
      context.report(
          line, 0, DiagnosticCode.UNEXPECTED_LINE, "no partition is named; the line is left out");
      return Outcome.REJECTED;
    }
    samples
        .computeIfAbsent(new Owner(resource, name(resource, record)), owner -> new ArrayList<>())
        .add(
            new Stamped(
                stamp.get(),
                line.number(),
                states(line, record, resource),
                resource.counters().stream()
                    .mapToDouble(key -> figures.amount(line, record, key))
                    .toArray()));
    return Outcome.UNDERSTOOD;
  }

  private PrintedName name(Utilisation resource, HmcRecord record) {
    return resource.kind() == Kind.PARTITION
        ? new PrintedName(record.text("lpar_name").orElse(null), null, true)
        : call.systemName();
  }

  private double[] states(Line line, HmcRecord record, Utilisation resource) {
    boolean shared = !record.is("mem_mode", "ded");
    return resource.states().stream()
        .mapToDouble(
            state ->
                switch (state.metric()) {
                  case MEMORY_PHYSICAL -> shared ? figures.memory(line, record, state.key()) : NONE;
                  case MEMORY_LOANED -> shared ? loaned(line, record, state.key()) : NONE;
                  case MEMORY_ENTITLEMENT_IO ->
                      shared ? figures.memory(line, record, state.key()) : NONE;
                  default ->
                      isMemory(state.metric())
                          ? figures.memory(line, record, state.key())
                          : figures.amount(line, record, state.key());
                })
        .toArray();
  }

  private static boolean isMemory(Metric metric) {
    return metric.unit() == Unit.BYTES;
  }

  /** What is below zero is lent; above, the partition has more than its share: nothing is known. */
  private double loaned(Line line, HmcRecord record, String key) {
    double overage = figures.number(line, record, key);
    return overage > 0 ? NONE : Math.abs(overage) * Size.MB;
  }

  @Override
  public List<Draft> close() {
    List<Draft> drafts = new ArrayList<>();
    samples.forEach(
        (owner, stamped) -> {
          List<UtilisationRows.Row> rows = new ArrayList<>();
          stamped.forEach(each -> laid(each).ifPresent(rows::add));
          drafts.add(
              new Draft(
                  owner.of().kind(),
                  owner.name(),
                  new UtilisationRows(owner.of(), rows)
                      .table(faults(), time -> context.clock().at(time)),
                  Optional.empty(),
                  Optional.empty(),
                  List.of()));
        });
    return drafts;
  }

  private Optional<UtilisationRows.Row> laid(Stamped sample) {
    Optional<LocalDateTime> time = dates.time(sample.stamp());
    if (time.isEmpty()) {
      tell(
          sample.line(),
          DiagnosticCode.BAD_TIME,
          "day and month stand the other way round in other lines; the line gives no sample");
    }
    return time.map(
        known -> new UtilisationRows.Row(known, sample.line(), sample.states(), sample.counters()));
  }

  private UtilisationRows.Faults faults() {
    return new UtilisationRows.Faults() {
      @Override
      public void reset(UtilisationRows.Row row, String counter, double before, double now) {
        tell(
            row.line(),
            DiagnosticCode.INCONSISTENT,
            counter
                + " falls from "
                + Decimal.fixed(before, 0)
                + " to "
                + Decimal.fixed(now, 0)
                + ": it began anew, and what it counted in the interval is not known");
      }

      @Override
      public void outlier(UtilisationRows.Row row, String counter, double value) {
        tell(
            row.line(),
            DiagnosticCode.BAD_NUMBER,
            counter
                + " "
                + Decimal.fixed(value, 0)
                + " is not between the samples before and after it; it counts as absent");
      }
    };
  }

  private void tell(long line, DiagnosticCode code, String message) {
    context
        .diagnostics()
        .add(new Diagnostic(new SourceSpan(context.source(), line, 0), code, message, ""));
  }
}
