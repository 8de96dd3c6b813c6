package dev.headroom.cli;

import dev.headroom.memory.AmsHistory;
import dev.headroom.memory.AmsMember;
import dev.headroom.memory.AmsOutcome;
import dev.headroom.memory.AmsPool;
import dev.headroom.memory.AmsReplay;
import dev.headroom.memory.Basis;
import dev.headroom.memory.CapturedSettings;
import dev.headroom.memory.ImpossibleChangeException;
import dev.headroom.memory.Landscape;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.Scenario;
import dev.headroom.memory.Situation;
import dev.headroom.report.PoolKind;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.StolenBounds;
import dev.headroom.report.WhatIf;
import dev.headroom.risk.Citations;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Grading;
import dev.headroom.risk.PoolCase;
import dev.headroom.risk.Rules;
import dev.headroom.risk.Severity;
import dev.headroom.risk.UnusedCapture;
import dev.headroom.risk.Verdict;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.sizing.ExitPlan;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.PeakPlusOne;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.Sizing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
    List<PoolReport> pools = new ArrayList<>();
    for (Pools.Candidate candidate : candidates()) {
      pools.add(of(candidate, found(candidate), Basis.OBSERVED));
    }
    return report(pools);
  }

  /** All pools as they were found. */
  Landscape landscape() {
    return Landscape.of(candidates().stream().map(this::found).toList());
  }

  /**
   * Every pool before and after; a pool that the scenario leaves alone stays as it was captured.
   *
   * @param exit whether to say what partitions need without their pool
   * @throws ImpossibleChangeException where a change cannot be made
   */
  List<WhatIf> whatIf(Scenario scenario, boolean exit) {
    List<Pools.Candidate> candidates = candidates();
    List<Situation> found = candidates.stream().map(this::found).toList();
    Landscape after = scenario.applyTo(Landscape.of(found));
    List<WhatIf> whatIfs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < candidates.size(); i++) {
      Pools.Candidate candidate = candidates.get(i);
      Situation was = found.get(i);
      // of two pools with one name only the first can be spoken of
      boolean meant = names.add(was.system().name());
      Situation would = meant ? after.pool(was.system().name()) : was;
      PoolReport seen = of(candidate, was, Basis.OBSERVED);
      boolean changed = would.changed();
      whatIfs.add(
          new WhatIf(
              seen,
              changed ? of(candidate, was, Basis.MODELLED) : seen,
              changed ? of(candidate, would, Basis.MODELLED) : seen,
              was,
              would,
              exit && would.system() instanceof AmsPool pool
                  ? Optional.of(ExitPlan.of(pool, would.history(), recommender, Goal.DEFAULT))
                  : Optional.empty()));
    }
    return whatIfs;
  }

  /** A report on these pools. */
  Report report(List<PoolReport> pools) {
    return new Report(
        VERSION, pools, gathered.summaries(), gathered.lines(), gathered.diagnostics());
  }

  private List<Pools.Candidate> candidates() {
    return new Pools(site, CapturedSettings.of(gathered.tables())).ams();
  }

  private Situation found(Pools.Candidate candidate) {
    return Situation.found(candidate.pool(), AmsHistory.of(candidate.pool(), gathered.tables()));
  }

  private PoolReport of(Pools.Candidate candidate, Situation situation, Basis basis) {
    AmsPool pool = (AmsPool) situation.system();
    PoolHistory asked = situation.history();
    // what was seen of another pool says nothing of this one, but demand seen too low stays that
    PoolHistory history = basis == Basis.OBSERVED ? asked : asked.unserved();
    AmsOutcome outcome = AmsReplay.run(pool, history, basis);
    Optional<Sizing> sizing = recommender.recommend(asked, pool, Goal.DEFAULT);
    PoolCase judged = judged(pool, history, outcome, sizing, basis);
    Optional<Grade> grade = Grading.DEFAULT.grade(judged);
    List<Finding> findings =
        basis == Basis.OBSERVED ? Rules.defaults().judge(judged) : supposed(judged, situation);
    Quotes quotes = Quotes.of(findings, gathered.inputs());
    return new PoolReport(
        pool.name(),
        PoolKind.AMS,
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
        sizing,
        outcome.members(),
        findings.stream().map(quotes::quoted).toList(),
        asked.size() > 0 ? Optional.of(asked) : Optional.empty(),
        assumptions(candidate, situation, basis),
        judged.unused().stream()
            .map(unused -> unused.member() + ": " + unused.source() + ": " + unused.reason() + ".")
            .toList());
  }

  private PoolCase judged(
      AmsPool pool, PoolHistory history, AmsOutcome outcome, Optional<Sizing> sizing, Basis basis) {
    Set<String> members = pool.members().stream().map(AmsMember::name).collect(Collectors.toSet());
    List<Table> tables =
        gathered.tables().stream()
            .filter(table -> members.contains(table.subject().name()))
            .toList();
    Set<String> sources = tables.stream().map(Table::source).collect(Collectors.toSet());
    Map<String, Double> sizes = new TreeMap<>();
    CapturedSettings.of(tables)
        .forEach(
            (name, settings) ->
                settings.get(Metric.POOL_MEMORY).ifPresent(size -> sizes.put(name, size)));
    return new PoolCase(
        pool,
        history,
        outcome,
        sizing,
        // no line shows what was never seen
        Citations.of(basis == Basis.OBSERVED ? tables : List.of()),
        gathered.diagnostics().stream()
            .filter(diagnostic -> sources.contains(diagnostic.where().source()))
            .toList(),
        sizes,
        unused(members, history));
  }

  /** What was seen of one pool says nothing of another: there is only the model. */
  private static List<Finding> supposed(PoolCase pool, Situation situation) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            "what-if",
            Severity.INFO,
            pool.pool().name(),
            "The pool was never seen so: "
                + String.join(" ", situation.supposed())
                + " Stolen memory is modelled, and hypervisor page-ins are not known.",
            "Watch hpi and hpit of vmstat -h when it is done.",
            List.of()));
    Rules.ofConfiguration().judge(pool).stream()
        .filter(finding -> finding.severity() != Severity.UNKNOWN)
        .forEach(findings::add);
    return findings;
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static List<String> assumptions(
      Pools.Candidate candidate, Situation situation, Basis basis) {
    PoolHistory history = situation.history();
    List<String> said = new ArrayList<>(situation.supposed());
    said.addAll(candidate.assumptions());
    said.add(
        "Hot is computational memory (avm of vmstat, virtual of svmon) above the floor of pinned and"
            + " I/O-entitled memory; warm is file cache.");
    said.add(
        "What no capture shows is modelled twice, since the hypervisor's rule is not published:"
            + " computational pages first (the lower bound of stolen memory), and all "
            + (basis == Basis.OBSERVED
                ? "used pages alike (the upper bound). What a capture shows stands instead."
                : "logical memory alike, as if nobody lent any before it had to (the upper bound)."
                    + " What captures show of loaned and stolen memory and of page-ins is of the"
                    + " pool as it was, and does not count here."));
    if (history.timed()) {
      said.add(
          String.format(
              Locale.ROOT,
              "All members are laid on one grid of %.0f s, the coarsest interval of their captures; a"
                  + " value holds for two intervals at most.",
              history.intervalMillis() / 1000));
    } else if (history.size() > 0) {
      said.add(
          "No capture says when it was taken: rows are laid side by side in their order, as if they"
              + " had been taken together.");
    }
    return said;
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
