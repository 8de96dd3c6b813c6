package dev.headroom.format.hmc;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Draft;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.identity.PrintedName;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code lshwres} says of the pool, and of the memory of each partition. */
final class HardwareAnswer implements HmcAnswer {
  private static final List<Figure> OF_POOL =
      List.of(
          new Figure("curr_pool_mem", Metric.POOL_MEMORY),
          new Figure("curr_max_pool_mem", Metric.POOL_MAXIMUM),
          new Figure("sys_firmware_pool_mem", Metric.POOL_RESERVE));

  /** What a partition that is shut down has: its profile's limits. */
  private static final List<Figure> OF_PARTITION =
      List.of(
          new Figure("curr_min_mem", Metric.MEMORY_MINIMUM),
          new Figure("curr_max_mem", Metric.MEMORY_MAXIMUM));

  private static final List<Metric> PARTITION_METRICS =
      Stream.concat(
              Stream.of(Metric.MEMORY_LOGICAL, Metric.MEMORY_WEIGHT, Metric.MEMORY_ENTITLEMENT_IO),
              OF_PARTITION.stream().map(Figure::metric))
          .toList();

  private final SectionContext context;
  private final HmcCall call;
  private final HmcFigures figures;
  private final Map<PrintedName, TableBuilder> partitions = new LinkedHashMap<>();
  private final TableBuilder pool = new TableBuilder(OF_POOL.stream().map(Figure::metric).toList());

  /** A figure in MB: its key and what it is. */
  private record Figure(String key, Metric metric) {}

  HardwareAnswer(SectionContext context, HmcCall call) {
    this.context = context;
    this.call = call;
    this.figures = new HmcFigures(context);
  }

  @Override
  public Set<String> keys() {
    return HardwareKeys.ALL;
  }

  @Override
  public boolean owns(HmcRecord record) {
    return !record.has("resource_type")
        && record.cells().keySet().stream().filter(HardwareKeys.ALL::contains).count() >= 2;
  }

  @Override
  public boolean mayOwn(List<String> values) {
    return false;
  }

  @Override
  public List<String> fields(List<String> values) {
    return List.of();
  }

  @Override
  public boolean isFigure(String key) {
    return key.endsWith("_mem") || key.endsWith("_weight");
  }

  @Override
  public boolean closes(String key) {
    return false;
  }

  @Override
  public Outcome take(Line line, HmcRecord record) {
    double time = context.clock().atRow(0);
    if (record.has("curr_pool_mem") || record.has("curr_max_pool_mem")) {
      OF_POOL.forEach(each -> pool.set(each.metric(), figures.memory(line, record, each.key())));
      pool.endRow(line.number(), time);
      return Outcome.UNDERSTOOD;
    }
    boolean device = record.has("device_name");
    boolean memory = record.cells().keySet().stream().anyMatch(key -> key.endsWith("_mem"));
    if (device || !memory) {
      return Outcome.UNDERSTOOD; // a paging device: no metric is its own
    }
    Optional<String> name = record.text("lpar_name");
    if (name.isEmpty()) {
      context.report(
          line, 0, DiagnosticCode.UNEXPECTED_LINE, "no partition is named; the line is left out");
      return Outcome.REJECTED;
    }
    TableBuilder rows =
        partitions.computeIfAbsent(
            new PrintedName(name.get(), null, true), key -> new TableBuilder(PARTITION_METRICS));
    rows.set(Metric.MEMORY_LOGICAL, logical(line, record));
    boolean shared = !record.is("mem_mode", "ded");
    if (shared) {
      rows.set(Metric.MEMORY_WEIGHT, figures.amount(line, record, running(record, "mem_weight")));
      rows.set(
          Metric.MEMORY_ENTITLEMENT_IO,
          figures.memory(line, record, running(record, "io_entitled_mem")));
    }
    OF_PARTITION.forEach(each -> rows.set(each.metric(), figures.memory(line, record, each.key())));
    rows.endRow(line.number(), time);
    return Outcome.UNDERSTOOD;
  }

  /**
   * What a running partition has counts before what its profile gives it. That is not asked where
   * other keys show that the first stood in the line, or may have.
   */
  private static String running(HmcRecord record, String what) {
    boolean lost =
        !record.chosen()
            && !record.has("run_" + what)
            && (!record.has(record.last()) // the line was cut
                || record.cells().keySet().stream()
                    .anyMatch(key -> key.startsWith("run_") || !HardwareKeys.ALL.contains(key)));
    return lost || record.cell("run_" + what).isPresent() ? "run_" + what : "curr_" + what;
  }

  /** A partition that is shut down runs with 0 MB: then nothing is known of what it runs with. */
  private double logical(Line line, HmcRecord record) {
    double memory = figures.memory(line, record, running(record, "mem"));
    return memory > 0 ? memory : Double.NaN;
  }

  @Override
  public List<Draft> close() {
    List<Draft> drafts = new ArrayList<>();
    drafts.add(draft(Kind.POOL, call.systemName(), pool));
    partitions.forEach((name, rows) -> drafts.add(draft(Kind.PARTITION, name, rows)));
    return drafts;
  }

  private static Draft draft(Kind kind, PrintedName name, TableBuilder rows) {
    return new Draft(kind, name, rows, Optional.empty(), Optional.empty(), List.of());
  }
}
