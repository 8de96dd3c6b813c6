package dev.headroom.risk;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.SourceSpan;
import dev.headroom.memory.Basis;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.RowKeeper;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.risk.ams.AmsCase;
import dev.headroom.series.Kind;
import dev.headroom.series.Landmarks;
import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import dev.headroom.sizing.Bases;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.PeakPlusOne;
import dev.headroom.sizing.Sizing;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Small worlds for rules: the captures are tables with one row an instant, on lines 10, 11, … */
public final class Cases {
  public static final double MINUTE = 60_000;
  public static final double START = Table.millis(LocalDateTime.of(2009, 6, 30, 16, 0));

  private static final List<Metric> COLUMNS =
      List.of(
          Metric.MEMORY_LOGICAL,
          Metric.MEMORY_VIRTUAL,
          Metric.MEMORY_PHYSICAL,
          Metric.MEMORY_LOANED,
          Metric.HYPERVISOR_PAGEINS,
          Metric.HYPERVISOR_PAGEIN_TIME,
          Metric.PAGING_IN,
          Metric.MEMORY_ENTITLEMENT_IO,
          Metric.POOL_MEMORY);

  private final PoolHistory history;
  private AmsPool pool;
  private Optional<Sizing> sizing;
  private List<Diagnostic> diagnostics = List.of();
  private Map<String, Double> reported = Map.of();
  private List<UnusedCapture> unused = List.of();
  private Completeness whole = Completeness.said("The site file says so.");

  private Cases(double size, PoolHistory history) {
    this.history = history;
    this.pool =
        new AmsPool(
            "js22",
            size,
            OptionalDouble.empty(),
            0,
            history.members().stream().map(m -> AmsMember.unconfigured(m.name())).toList());
    this.sizing = new PeakPlusOne().recommend(history, pool, Goal.DEFAULT);
  }

  /** A pool js22 of a size, and a minute's rows from 2009-06-30 16:00 on. */
  public static Cases minutes(double size, MemberHistory... members) {
    return new Cases(size, from(Histories.timed(MINUTE, members)));
  }

  public static Cases untimed(double size, MemberHistory... members) {
    return new Cases(size, Histories.untimed(members));
  }

  public static Cases of(double size, PoolHistory history) {
    return new Cases(size, history);
  }

  static PoolHistory from(PoolHistory history) {
    return new PoolHistory(
        true,
        Arrays.stream(history.instants()).map(instant -> START + instant).toArray(),
        history.intervalMillis(),
        history.members(),
        history.coverage());
  }

  public Cases maximum(double maximum) {
    pool =
        new AmsPool(
            pool.name(), pool.size(), OptionalDouble.of(maximum), pool.reserve(), pool.members());
    return this;
  }

  public Cases members(AmsMember... members) {
    pool =
        new AmsPool(
            pool.name(), pool.size(), pool.maximum(), pool.reserve(), Arrays.asList(members));
    return this;
  }

  public static AmsMember member(String name, double entitlement, LoanPolicy policy) {
    return new AmsMember(
        name,
        OptionalDouble.empty(),
        64,
        Double.isNaN(entitlement) ? OptionalDouble.empty() : OptionalDouble.of(entitlement),
        policy);
  }

  /** What is advised. */
  public Cases sizing(Sizing advised) {
    sizing = Optional.of(advised);
    return this;
  }

  Cases sizing(double recommended, double chance, double days) {
    sizing = Optional.of(sized(recommended, chance, days));
    return this;
  }

  public static Sizing sized(double recommended, double chance, double days) {
    return new Sizing(
        new Sizing.Sizes(recommended, recommended, recommended),
        new Sizing.Chance(
            Double.isNaN(chance) ? OptionalDouble.empty() : OptionalDouble.of(chance),
            Goal.DEFAULT,
            Double.isNaN(days) ? OptionalDouble.empty() : OptionalDouble.of(days)),
        Bases.PEAK,
        List.of());
  }

  Cases unsized() {
    sizing = Optional.empty();
    return this;
  }

  public Cases diagnostics(Diagnostic... found) {
    diagnostics = List.of(found);
    return this;
  }

  public static Diagnostic diagnostic(DiagnosticCode code, long line, String message) {
    return new Diagnostic(new SourceSpan("lab/a.vmstat", line, 0), code, message, "");
  }

  public Cases reported(Map<String, Double> sizes) {
    reported = sizes;
    return this;
  }

  Cases unused(UnusedCapture... captures) {
    unused = List.of(captures);
    return this;
  }

  public Cases whole(Completeness completeness) {
    whole = completeness;
    return this;
  }

  public AmsCase build() {
    List<Table> tables = new ArrayList<>();
    List<MemberHistory> members = new ArrayList<>();
    for (MemberHistory member : history.members()) {
      Table table = table(member);
      tables.add(table);
      members.add(captured(member, table));
    }
    PoolHistory seen =
        new PoolHistory(
            history.timed(),
            history.instants(),
            history.intervalMillis(),
            members,
            history.coverage());
    return new AmsCase(
        pool,
        seen,
        AmsReplay.run(pool, seen, Basis.OBSERVED),
        sizing,
        new Captures(Landmarks.of(tables), diagnostics, unused),
        reported,
        whole);
  }

  /** A member whose figures came from the rows of a table, one an instant. */
  private static MemberHistory captured(MemberHistory member, Table table) {
    RowKeeper from = new RowKeeper(List.of(table), table.rows());
    for (int i = 0; i < table.rows(); i++) {
      Row row = new Row(table, i);
      for (Metric metric : COLUMNS) {
        from.keep(metric, i, Double.isNaN(row.value(metric)) ? null : row);
      }
      from.keepNeeded(i, Double.isNaN(row.value(Metric.MEMORY_VIRTUAL)) ? null : row);
    }
    return new MemberHistory(
        member.subject(),
        member.asked(),
        member.served(),
        member.paging(),
        member.worst(),
        from.provenance());
  }

  /** What a rule finds. */
  public List<Finding> judge(Rule<? super AmsCase> rule) {
    return rule.judge(build());
  }

  private Table table(MemberHistory member) {
    TableBuilder rows = new TableBuilder(COLUMNS);
    for (int i = 0; i < history.size(); i++) {
      rows.set(Metric.MEMORY_LOGICAL, member.asked().logical()[i]);
      rows.set(Metric.MEMORY_VIRTUAL, member.needed(i));
      rows.set(Metric.MEMORY_PHYSICAL, member.served().physical()[i]);
      rows.set(Metric.MEMORY_LOANED, member.served().loaned()[i]);
      rows.set(Metric.HYPERVISOR_PAGEINS, member.paging().pageIns()[i]);
      rows.set(Metric.HYPERVISOR_PAGEIN_TIME, member.paging().pageInMillis()[i]);
      rows.set(Metric.PAGING_IN, member.paging().ownPaging()[i]);
      pool.member(member.name())
          .ioEntitlement()
          .ifPresent(entitlement -> rows.set(Metric.MEMORY_ENTITLEMENT_IO, entitlement));
      rows.set(Metric.POOL_MEMORY, reported.getOrDefault(member.name(), Double.NaN));
      rows.endRow(10 + i, history.timed() ? history.instants()[i] : Double.NaN);
    }
    return rows.build(
        new Subject(Kind.PARTITION, member.name()), "vmstat", "lab/" + member.name() + ".vmstat");
  }

  public static Evidence line(String member, int instant) {
    return new Evidence("lab/" + member + ".vmstat", 10 + instant);
  }
}
