package dev.headroom.cli;

import dev.headroom.capture.Diagnostic;
import dev.headroom.memory.AmsHistory;
import dev.headroom.memory.AmsMember;
import dev.headroom.memory.AmsOutcome;
import dev.headroom.memory.AmsPool;
import dev.headroom.memory.AmsReplay;
import dev.headroom.memory.Basis;
import dev.headroom.memory.CapturedSettings;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ReplayOutcome;
import dev.headroom.memory.ZvmHistory;
import dev.headroom.memory.ZvmReplay;
import dev.headroom.memory.ZvmSystem;
import dev.headroom.memory.ZvmTables;
import dev.headroom.report.PoolKind;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.StolenBounds;
import dev.headroom.report.ZvmFigures;
import dev.headroom.risk.AmsCase;
import dev.headroom.risk.Citations;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Grading;
import dev.headroom.risk.PoolCase;
import dev.headroom.risk.Rules;
import dev.headroom.risk.UnusedCapture;
import dev.headroom.risk.Verdict;
import dev.headroom.risk.ZvmCase;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.PeakPlusOne;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.ZvmRecommender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From samples to a report: pools, histories, replay, sizes, findings, in that order. */
final class Analysis {
  private static final String VERSION = "1.0.0";

  private final Site site;
  private final Gathered gathered;
  private final Recommender recommender = new PeakPlusOne();

  Analysis(Site site, Gathered gathered) {
    this.site = site;
    this.gathered = gathered;
  }

  /** The report on every pool as it was captured. */
  Report report() {
    return reportAt(Map.of());
  }

  /** The report with some pools at other sizes; those are modelled, whatever was seen. */
  Report reportAt(Map<String, Size> sizes) {
    List<PoolReport> pools = new ArrayList<>();
    for (Pools.Candidate candidate : new Pools(site, gathered.tables()).all()) {
      Size size = sizes.get(candidate.pool().name());
      boolean changed = size != null && size.bytes() != candidate.pool().size();
      pools.add(
          changed && size != null
              ? of(candidate, candidate.pool().withSize(size.bytes()), Basis.MODELLED)
              : of(candidate, candidate.pool(), Basis.OBSERVED));
    }
    return new Report(
        VERSION, pools, gathered.summaries(), gathered.lines(), gathered.diagnostics());
  }

  private PoolReport of(Pools.Candidate candidate, MemorySystem pool, Basis basis) {
    PoolCase judged =
        pool instanceof AmsPool ams ? judged(ams, basis) : judged((ZvmSystem) pool, basis);
    PoolHistory history = judged.history();
    ReplayOutcome outcome = judged.outcome();
    Optional<Grade> grade = Grading.DEFAULT.grade(judged);
    List<Finding> findings =
        basis == Basis.OBSERVED ? Rules.findings(judged) : List.of(Assumed.modelled(pool));
    Quotes quotes = Quotes.of(findings, gathered.inputs());
    return new PoolReport(
        pool.name(),
        PoolKind.of(pool),
        known(pool.size()),
        pool.maximum(),
        pool.reserve(),
        outcome.totals().promised(),
        grade,
        Verdict.of(judged, grade),
        outcome.overcommit(),
        outcome
            .stolenBounds()
            .map(
                bounds ->
                    new StolenBounds(
                        OptionalDouble.of(bounds.low()), OptionalDouble.of(bounds.high())))
            .orElse(StolenBounds.UNKNOWN),
        judged.sizing(),
        outcome.members(),
        findings.stream().map(quotes::quoted).toList(),
        history.size() > 0 ? Optional.of(history) : Optional.empty(),
        Assumed.of(candidate, judged),
        judged.unused().stream()
            .map(unused -> unused.member() + ": " + unused.source() + ": " + unused.reason() + ".")
            .toList(),
        judged instanceof ZvmCase zvm ? Optional.of(ZvmFigures.of(zvm)) : Optional.empty());
  }

  private AmsCase judged(AmsPool pool, Basis basis) {
    PoolHistory history = AmsHistory.of(pool, gathered.tables());
    AmsOutcome outcome = AmsReplay.run(pool, history, basis);
    Optional<Sizing> sizing = recommender.recommend(history, pool, Goal.DEFAULT);
    Set<String> members = pool.members().stream().map(AmsMember::name).collect(Collectors.toSet());
    List<Table> tables =
        gathered.tables().stream()
            .filter(table -> members.contains(table.subject().name()))
            .toList();
    Map<String, Double> sizes = new TreeMap<>();
    CapturedSettings.of(tables)
        .forEach(
            (name, settings) ->
                settings.get(Metric.POOL_MEMORY).ifPresent(size -> sizes.put(name, size)));
    return new AmsCase(
        pool,
        history,
        outcome,
        sizing,
        Citations.of(tables),
        diagnostics(tables),
        sizes,
        unused(members, history));
  }

  private ZvmCase judged(ZvmSystem system, Basis basis) {
    ZvmTables tables = ZvmTables.of(system.id(), gathered.tables());
    ZvmHistory history = ZvmHistory.of(system, tables, Grading.DEFAULT.idleBusy());
    return new ZvmCase(
        system,
        history,
        ZvmReplay.run(system, history, basis),
        new ZvmRecommender().recommend(history, system, Goal.DEFAULT),
        tables,
        Citations.of(tables),
        diagnostics(tables.all()),
        unused(tables.byGuest().keySet(), history.pool()));
  }

  private List<Diagnostic> diagnostics(List<Table> tables) {
    Set<String> sources = tables.stream().map(Table::source).collect(Collectors.toSet());
    return gathered.diagnostics().stream()
        .filter(diagnostic -> sources.contains(diagnostic.where().source()))
        .toList();
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Captures of members that the history could not take in: settings hold without a time. */
  private List<UnusedCapture> unused(Set<String> members, PoolHistory history) {
    return gathered.summaries().stream()
        .filter(summary -> history.timed() && summary.from().isEmpty())
        .filter(summary -> members.contains(summary.subject()))
        .filter(summary -> !summary.format().equals("lparstat-i"))
        .map(
            summary ->
                new UnusedCapture(
                    summary.source(),
                    summary.subject(),
                    "a "
                        + summary.format()
                        + " capture without a time; nothing says when it holds"))
        .distinct()
        .toList();
  }
}
