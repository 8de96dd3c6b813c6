package dev.headroom.cli;

import dev.headroom.memory.AmsHistory;
import dev.headroom.memory.AmsMember;
import dev.headroom.memory.AmsOutcome;
import dev.headroom.memory.AmsPool;
import dev.headroom.memory.AmsReplay;
import dev.headroom.memory.Basis;
import dev.headroom.memory.CapturedSettings;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.PoolKind;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.StolenBounds;
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
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.RecordTailRecommender;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.TrackRecord;
import java.util.ArrayList;
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
  static final String VERSION = "1.0.0";

  private final Site site;
  private final Gathered gathered;
  private final Goal goal;
  private final Recommender recommender = recommender();

  Analysis(Site site, Gathered gathered, Goal goal) {
    this.site = site;
    this.gathered = gathered;
    this.goal = goal;
  }

  /** The recommender that all commands use. */
  static Recommender recommender() {
    return new RecordTailRecommender();
  }

  /** The report on every pool as it was captured. */
  Report report() {
    return reportAt(Map.of());
  }

  /** The report with some pools at other sizes; those are modelled, whatever was seen. */
  Report reportAt(Map<String, Size> sizes) {
    Map<String, CapturedSettings> settings = CapturedSettings.of(gathered.tables());
    List<PoolReport> pools = new ArrayList<>();
    for (Pools.Candidate candidate : new Pools(site, settings).ams()) {
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

  private PoolReport of(Pools.Candidate candidate, AmsPool pool, Basis basis) {
    PoolHistory history = AmsHistory.of(pool, gathered.tables());
    AmsOutcome outcome = AmsReplay.run(pool, history, basis);
    Optional<Sizing> sizing =
        recommender
            .recommend(history, pool, goal)
            .map(
                advised ->
                    basis == Basis.OBSERVED
                        ? advised.with(TrackRecord.of(recommender, history, pool, goal))
                        : advised);
    PoolCase judged = judged(pool, history, outcome, sizing);
    Optional<Grade> grade = Grading.DEFAULT.grade(judged);
    List<Finding> findings =
        basis == Basis.OBSERVED ? Rules.defaults().judge(judged) : List.of(modelled(pool));
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
        history.size() > 0 ? Optional.of(history) : Optional.empty(),
        assumptions(candidate, history),
        judged.unused().stream()
            .map(unused -> unused.member() + ": " + unused.source() + ": " + unused.reason() + ".")
            .toList());
  }

  private PoolCase judged(
      AmsPool pool, PoolHistory history, AmsOutcome outcome, Optional<Sizing> sizing) {
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
        Citations.of(tables),
        gathered.diagnostics().stream()
            .filter(diagnostic -> sources.contains(diagnostic.where().source()))
            .toList(),
        sizes,
        unused(members, history));
  }

  /** What was seen at one size says nothing of another: there is only the model. */
  private static Finding modelled(AmsPool pool) {
    return new Finding(
        "what-if",
        Severity.INFO,
        pool.name(),
        String.format(
            Locale.ROOT,
            "At %.2f GB the pool was never seen: stolen memory is modelled, and hypervisor page-ins"
                + " are not known",
            pool.size() / (1L << 30)),
        "Watch hpi and hpit of vmstat -h when the size is changed.",
        List.of());
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static List<String> assumptions(Pools.Candidate candidate, PoolHistory history) {
    List<String> said = new ArrayList<>(candidate.assumptions());
    said.add(
        "Hot is computational memory (avm of vmstat, virtual of svmon) above the floor of pinned and"
            + " I/O-entitled memory; warm is file cache.");
    said.add(
        "What no capture shows is modelled twice, since the hypervisor's rule is not published:"
            + " computational pages first (the lower bound of stolen memory), and all used pages"
            + " alike (the upper bound). What a capture shows stands instead.");
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
