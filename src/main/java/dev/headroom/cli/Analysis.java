package dev.headroom.cli;

import dev.headroom.memory.AmsHistory;
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
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.PeakPlusOne;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.Sizing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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
    Optional<Sizing> sizing = recommender.recommend(history, pool, Goal.DEFAULT);
    Optional<Grade> grade = Optional.empty();
    List<Finding> findings = List.of();
    Quotes quotes = Quotes.of(findings, gathered.inputs());
    return new PoolReport(
        pool.name(),
        PoolKind.AMS,
        known(pool.size()),
        pool.maximum(),
        pool.reserve(),
        outcome.totals().promised(),
        grade,
        "",
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
        unused(pool, history));
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

  /** Captures of members that the history could not take in, and members without any. */
  private List<String> unused(AmsPool pool, PoolHistory history) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < pool.members().size(); i++) {
      String name = pool.members().get(i).name();
      List<String> untimed =
          gathered.summaries().stream()
              .filter(summary -> summary.subject().equals(name) && summary.from().isEmpty())
              .filter(summary -> history.timed() && !summary.format().equals("lparstat-i"))
              .map(summary -> summary.source() + " (" + summary.format() + ")")
              .distinct()
              .toList();
      if (!untimed.isEmpty()) {
        said.add(
            name
                + ": captures without a time are kept apart, since nothing says when they hold: "
                + String.join(", ", untimed)
                + ".");
      }
      boolean silent = true;
      for (int instant = 0; instant < history.size() && silent; instant++) {
        silent = !history.members().get(i).reports(instant);
      }
      if (silent) {
        said.add(name + ": no capture tells its demand.");
      }
    }
    return said;
  }
}
