package dev.headroom.cli;

import dev.headroom.analysis.Assumed;
import dev.headroom.analysis.Pools;
import dev.headroom.analysis.Quotes;
import dev.headroom.backtest.Retrospect;
import dev.headroom.capture.Diagnostic;
import dev.headroom.memory.Basis;
import dev.headroom.memory.CapturedSettings;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ReplayOutcome;
import dev.headroom.memory.ams.AmsHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsOutcome;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmReplay;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.report.PoolKind;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.StolenBand;
import dev.headroom.report.WhatIf;
import dev.headroom.report.ZvmFigures;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Grading;
import dev.headroom.risk.PoolCase;
import dev.headroom.risk.Rules;
import dev.headroom.risk.UnusedCapture;
import dev.headroom.risk.Verdict;
import dev.headroom.risk.ams.AmsCase;
import dev.headroom.risk.zvm.ZvmCase;
import dev.headroom.series.Landmarks;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.RecordTailRecommender;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.ams.ExitPlan;
import dev.headroom.sizing.zvm.ZvmRecommender;
import dev.headroom.whatif.Landscape;
import dev.headroom.whatif.Scenario;
import dev.headroom.whatif.Situation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From samples to a report: pools, histories, replay, sizes, findings, in that order. */
final class Analysis {
  static final String VERSION = "1.0.0";

  private final Gathered gathered;
  private final Goal goal;
  private final Pools pools;
  private final List<Pools.Candidate> candidates;
  private final Landmarks landmarks;
  private final Recommender recommender = recommender();

  Analysis(Site site, Gathered gathered, Goal goal) {
    this.gathered = gathered;
    this.goal = goal;
    this.pools = new Pools(site, gathered.tables());
    this.candidates = pools.all();
    this.landmarks = Landmarks.of(gathered.tables());
  }

  /** A pool that its rules have judged; the lines that they cite are not yet read. */
  private record Judged(
      Pools.Candidate candidate,
      Situation situation,
      Basis basis,
      PoolCase judged,
      List<Finding> findings) {}

  /** The recommender that all commands use. */
  static Recommender recommender() {
    return new RecordTailRecommender();
  }

  /** The report on every pool as it was captured. */
  Report report() {
    List<Judged> judged =
        candidates.stream()
            .map(candidate -> judged(candidate, found(candidate), Basis.OBSERVED))
            .toList();
    return report(reports(judged));
  }

  /** A report on these pools. */
  Report report(List<PoolReport> pools) {
    return new Report(
        VERSION, pools, gathered.summaries(), gathered.lines(), gathered.diagnostics());
  }

  /** All pools as they were found. */
  Landscape landscape() {
    return Landscape.of(candidates.stream().map(this::found).toList());
  }

  /**
   * Every pool before and after; a pool that the scenario leaves alone stays as it was captured.
   *
   * @param exit whether to say what partitions need without their pool
   * @throws dev.headroom.whatif.ImpossibleChangeException where a change cannot be made
   */
  List<WhatIf> whatIf(Scenario scenario, boolean exit) {
    List<Situation> found = candidates.stream().map(this::found).toList();
    Landscape after = scenario.applyTo(Landscape.of(found));
    List<Situation> would = new ArrayList<>();
    List<Judged> judged = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < candidates.size(); i++) {
      Pools.Candidate candidate = candidates.get(i);
      Situation was = found.get(i);
      // of two pools with one name only the first can be spoken of
      boolean meant = names.add(was.system().name());
      Situation then = meant ? after.pool(was.system().name()) : was;
      would.add(then);
      judged.add(judged(candidate, was, Basis.OBSERVED));
      if (then.changed()) {
        judged.add(judged(candidate, was, Basis.MODELLED));
        judged.add(judged(candidate, then, Basis.MODELLED));
      }
    }
    Iterator<PoolReport> reports = reports(judged).iterator();
    List<WhatIf> whatIfs = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Situation then = would.get(i);
      PoolReport seen = reports.next();
      whatIfs.add(
          new WhatIf(
              seen,
              then.changed() ? reports.next() : seen,
              then.changed() ? reports.next() : seen,
              found.get(i),
              then,
              exit && then.system() instanceof AmsPool pool
                  ? Optional.of(ExitPlan.of(pool, then.history(), recommender, goal))
                  : Optional.empty()));
    }
    return whatIfs;
  }

  private Situation found(Pools.Candidate candidate) {
    return Situation.found(
        candidate.pool(),
        candidate.pool() instanceof AmsPool ams
            ? AmsHistory.of(ams, gathered.tables())
            : seen((ZvmSystem) candidate.pool()).pool());
  }

  private Judged judged(Pools.Candidate candidate, Situation situation, Basis basis) {
    PoolCase judged =
        situation.system() instanceof AmsPool ams
            ? judged(ams, situation.history(), basis)
            : judged((ZvmSystem) situation.system(), basis);
    List<Finding> findings =
        basis == Basis.OBSERVED ? Rules.findings(judged) : Assumed.findings(situation, judged);
    return new Judged(candidate, situation, basis, judged, findings);
  }

  /** The reports on these pools; each input is read once for the lines of all findings. */
  private List<PoolReport> reports(List<Judged> pools) {
    List<Finding> all = pools.stream().flatMap(pool -> pool.findings().stream()).toList();
    Quotes quotes = Quotes.of(all, gathered.inputs());
    return pools.stream().map(pool -> report(pool, quotes)).toList();
  }

  private static PoolReport report(Judged of, Quotes quotes) {
    PoolCase judged = of.judged();
    MemorySystem pool = of.situation().system();
    PoolHistory history = of.situation().history();
    ReplayOutcome outcome = judged.outcome();
    Optional<Grade> grade = Grading.DEFAULT.grade(judged);
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
                    new StolenBand(
                        OptionalDouble.of(bounds.low()), OptionalDouble.of(bounds.high())))
            .orElse(StolenBand.UNKNOWN),
        judged.sizing(),
        outcome.members(),
        of.findings().stream().map(quotes::quoted).toList(),
        history.size() > 0 ? Optional.of(history) : Optional.empty(),
        Assumed.of(of.candidate(), judged, of.situation(), of.basis()),
        judged.unused().stream()
            .map(unused -> unused.member() + ": " + unused.source() + ": " + unused.reason() + ".")
            .toList(),
        judged instanceof ZvmCase zvm ? Optional.of(ZvmFigures.of(zvm)) : Optional.empty());
  }

  private AmsCase judged(AmsPool pool, PoolHistory asked, Basis basis) {
    // what was seen of another pool says nothing of this one, but demand seen too low stays that
    PoolHistory history = basis == Basis.OBSERVED ? asked : asked.unserved();
    AmsOutcome outcome = AmsReplay.run(pool, history, basis);
    Optional<Sizing> sizing =
        recommender
            .recommend(asked, pool, goal)
            .map(
                advised ->
                    basis == Basis.OBSERVED
                        ? advised.with(Retrospect.of(recommender, asked, pool, goal))
                        : advised);
    Set<String> members = pool.members().stream().map(AmsMember::name).collect(Collectors.toSet());
    List<Table> tables =
        gathered.tables().stream()
            .filter(table -> members.contains(table.subject().name()))
            .toList();
    Map<String, Double> sizes = new TreeMap<>();
    for (String member : members) {
      CapturedSettings settings = pools.settings().get(member);
      if (settings != null) {
        settings.get(Metric.POOL_MEMORY).ifPresent(size -> sizes.put(member, size));
      }
    }
    return new AmsCase(
        pool,
        history,
        outcome,
        sizing,
        // no line shows what was never seen
        basis == Basis.OBSERVED ? landmarks : Landmarks.of(List.of()),
        diagnostics(tables),
        sizes,
        unused(members, history));
  }

  private ZvmCase judged(ZvmSystem system, Basis basis) {
    ZvmTables tables = tables(system);
    ZvmHistory history = seen(system);
    return new ZvmCase(
        system,
        history,
        ZvmReplay.run(system, history, basis),
        new ZvmRecommender().recommend(history, system, goal),
        tables,
        Landmarks.of(tables.all()),
        diagnostics(tables.all()),
        unused(tables.byGuest().keySet(), history.pool()));
  }

  private ZvmTables tables(ZvmSystem system) {
    return ZvmTables.of(system.id(), gathered.tables());
  }

  private ZvmHistory seen(ZvmSystem system) {
    return ZvmHistory.of(system, tables(system), Grading.DEFAULT.idleBusy());
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
