package dev.headroom.analysis;

import dev.headroom.memory.Basis;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.zvm.GuestListings;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmReplay;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.report.PoolKind;
import dev.headroom.report.ZvmFigures;
import dev.headroom.risk.Answer;
import dev.headroom.risk.Captures;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Rules;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.risk.zvm.ZvmAnswer;
import dev.headroom.risk.zvm.ZvmAssumptions;
import dev.headroom.risk.zvm.ZvmCase;
import dev.headroom.risk.zvm.ZvmCompleteness;
import dev.headroom.risk.zvm.ZvmGrading;
import dev.headroom.risk.zvm.ZvmRules;
import dev.headroom.risk.zvm.ZvmVerdict;
import dev.headroom.series.Fineness;
import dev.headroom.series.Landmarks;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.zvm.ZvmRecommender;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** z/VM: guests that share the real memory of a system. */
public final class ZvmPlatform implements Platform<ZvmSystem, ZvmCase> {
  private final Thresholds thresholds;
  private final ZvmGrading grading;
  private final Fineness fineness;

  /** The platform, judged by these thresholds, its histories on a grid as fine as this. */
  public ZvmPlatform(Thresholds thresholds, Fineness fineness) {
    this.fineness = fineness;
    this.thresholds = thresholds;
    grading = new ZvmGrading(thresholds);
  }

  @Override
  public PoolKind kind() {
    return PoolKind.ZVM;
  }

  @Override
  public List<Candidate<ZvmSystem>> discover(Site site, Gathered gathered) {
    ZvmContradictions contradictions = new ZvmContradictions(site, gathered);
    return new ZvmSystems(site, gathered.tables(), gathered.inputs())
        .candidates().stream()
            .map(candidate -> candidate.with(contradictions.of(candidate.system())))
            .toList();
  }

  @Override
  public ZvmSystem own(MemorySystem system) {
    return ZvmSystem.of(system)
        .orElseThrow(() -> new IllegalArgumentException(system.name() + " is no z/VM system"));
  }

  @Override
  public PoolHistory history(ZvmSystem system, List<Table> tables) {
    return seen(system, ZvmTables.of(system.id(), tables)).pool();
  }

  private ZvmHistory seen(ZvmSystem system, ZvmTables own) {
    return ZvmHistory.of(system, own, grading.idleBusy(), fineness);
  }

  @Override
  public Completeness completeness(
      Candidate<ZvmSystem> candidate, PoolHistory history, Gathered gathered) {
    ZvmSystem system = candidate.system();
    ZvmTables tables = ZvmTables.of(system.id(), gathered.tables());
    Optional<String> doubt = gathered.names().contradiction(Set.of(system.id()));
    if (doubt.isPresent()) {
      return Completeness.contradicted(doubt.get());
    }
    return ZvmCompleteness.of(
        GuestListings.of(tables, UserCounts.of(tables, gathered.inputs())),
        candidate.complete(),
        Unread.of(tables, gathered));
  }

  @Override
  public ZvmCase judge(
      ZvmSystem system,
      PoolHistory asked,
      Basis basis,
      Gathered gathered,
      Completeness whole,
      Goal goal) {
    ZvmTables tables = ZvmTables.of(system.id(), gathered.tables());
    // no change is made to what guests ask for, so what they asked for is what was seen
    ZvmHistory found = seen(system, tables);
    // a size that is only tried says nothing of the one at which pages were read back
    ZvmHistory history = found.of(system.captured());
    return new ZvmCase(
        system,
        history,
        ZvmReplay.run(system, history, basis),
        new ZvmRecommender().recommend(history, system, goal),
        tables,
        new Captures(
            Landmarks.of(tables.all()),
            gathered.diagnosticsOf(tables.all()),
            gathered.unused(tables.byGuest().keySet(), history.pool())),
        whole);
  }

  @Override
  public Rules<ZvmCase> rules() {
    return ZvmRules.all(thresholds);
  }

  @Override
  public List<Threshold> thresholds() {
    return ZvmRules.thresholds(thresholds);
  }

  @Override
  public Rules<ZvmCase> rulesOfConfiguration() {
    return ZvmRules.ofConfiguration();
  }

  @Override
  public Optional<Grade> grade(ZvmCase judged) {
    return grading.grade(judged);
  }

  @Override
  public Optional<Grade> grade(ZvmCase judged, double size) {
    return grading.grade(judged, size);
  }

  @Override
  public String verdict(ZvmCase judged, Standing standing) {
    return ZvmVerdict.of(judged, standing);
  }

  @Override
  public Answer answer(ZvmCase judged, Standing standing) {
    return ZvmAnswer.of(judged, standing);
  }

  @Override
  public List<String> assumptions(ZvmCase judged, Basis basis) {
    return ZvmAssumptions.of(judged, grading.idleBusy(), basis);
  }

  @Override
  public Finding unseen(ZvmCase judged, List<String> supposed) {
    return new Finding(
        "what-if",
        Severity.INFO,
        judged.name(),
        "The system was never seen so: "
            + String.join(" ", supposed)
            + " What is paged out, and where to, is modelled, and page reads are not known.",
        "Watch page reads in UPAGE (FCX113) when it is done.",
        List.of());
  }

  @Override
  public Optional<ZvmFigures> zvm(ZvmCase judged) {
    return Optional.of(ZvmFigures.of(judged));
  }

  @Override
  public Optional<Estate> estate(Site site, Gathered gathered) {
    List<Estate.Pool> pools =
        discover(site, gathered).stream()
            .map(Candidate::system)
            .map(
                system ->
                    tested(system, seen(system, ZvmTables.of(system.id(), gathered.tables()))))
            .toList();
    return Optional.of(() -> pools);
  }

  private static Estate.Pool tested(ZvmSystem system, ZvmHistory found) {
    ZvmHistory history = found.of(system.size());
    return new Estate.Pool(
        system,
        history.pool(),
        (part, pool, goal) -> new ZvmRecommender().recommend(history.over(part), system, goal));
  }
}
