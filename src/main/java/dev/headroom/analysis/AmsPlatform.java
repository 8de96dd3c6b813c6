package dev.headroom.analysis;

import dev.headroom.backtest.Retrospect;
import dev.headroom.memory.Basis;
import dev.headroom.memory.CapturedSettings;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import dev.headroom.memory.ams.OneInterval;
import dev.headroom.report.PartitionSettings;
import dev.headroom.report.PoolKind;
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
import dev.headroom.risk.UnusedCapture;
import dev.headroom.risk.ams.AmsAnswer;
import dev.headroom.risk.ams.AmsCase;
import dev.headroom.risk.ams.AmsCompleteness;
import dev.headroom.risk.ams.AmsGrading;
import dev.headroom.risk.ams.AmsRules;
import dev.headroom.risk.ams.AmsVerdict;
import dev.headroom.risk.ams.FittedRule;
import dev.headroom.risk.ams.WhatWasSeen;
import dev.headroom.series.Fineness;
import dev.headroom.series.Landmarks;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.RecordTailRecommender;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.ams.ExitPlan;
import dev.headroom.unit.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** PowerVM Active Memory Sharing: partitions that share a pool of memory. */
public final class AmsPlatform implements Platform<AmsPool, AmsCase> {
  /** The recommender that advises sizes, and that a backtest judges. */
  static final Recommender RECOMMENDER = new RecordTailRecommender();

  private static final String BOUNDS =
      "What no capture shows is modelled twice, since the hypervisor's rule is not published:"
          + " computational pages first (the lower bound of stolen memory), and all ";

  private final Thresholds thresholds;
  private final AmsGrading grading;
  private final Fineness fineness;

  /** The platform, judged by these thresholds, its histories on a grid as fine as this. */
  public AmsPlatform(Thresholds thresholds, Fineness fineness) {
    this.fineness = fineness;
    this.thresholds = thresholds;
    grading = new AmsGrading(thresholds);
  }

  @Override
  public PoolKind kind() {
    return PoolKind.AMS;
  }

  @Override
  public List<Candidate<AmsPool>> discover(Site site, Gathered gathered) {
    AmsContradictions contradictions = new AmsContradictions(site, gathered);
    return new AmsPools(site, gathered)
        .candidates().stream()
            .map(candidate -> candidate.with(contradictions.of(candidate.system())))
            .toList();
  }

  @Override
  public AmsPool own(MemorySystem system) {
    return AmsPool.of(system)
        .orElseThrow(() -> new IllegalArgumentException(system.name() + " is no pool"));
  }

  @Override
  public PoolHistory history(AmsPool pool, List<Table> tables) {
    return AmsHistory.of(pool, tables, fineness);
  }

  @Override
  public Completeness completeness(
      Candidate<AmsPool> candidate, PoolHistory history, Gathered gathered) {
    AmsPool pool = candidate.system();
    Optional<String> several =
        gathered
            .names()
            .contradiction(pool.members().stream().map(AmsMember::name).collect(Collectors.toSet()))
            .or(() -> AmsCompleteness.severalServers(pool, history));
    return several.isPresent()
        ? Completeness.contradicted(several.get())
        : new AmsCompleteness(pool, history)
            .of(candidate.complete(), Unread.of(pool, history, gathered));
  }

  @Override
  public AmsCase judge(
      AmsPool pool,
      PoolHistory asked,
      Basis basis,
      Gathered gathered,
      Completeness whole,
      Goal goal) {
    boolean seen = basis == Basis.OBSERVED;
    // what was seen in another pool says nothing of this one, but demand that was seen too low
    // stays too low
    PoolHistory history = seen ? asked : asked.unserved();
    Set<String> members = pool.members().stream().map(AmsMember::name).collect(Collectors.toSet());
    List<Table> tables = gathered.tablesOf(members);
    return new AmsCase(
        pool,
        history,
        seen ? AmsReplay.run(pool, history, basis) : AmsReplay.supposed(pool, asked),
        sizing(pool, asked, seen, goal),
        new Captures(
            // no line shows what was never seen
            seen ? gathered.samples().landmarks() : Landmarks.of(List.of()),
            gathered.diagnosticsOf(tables),
            unused(members, history, tables, gathered)),
        reportedSizes(members, tables, gathered),
        whole);
  }

  private static Optional<Sizing> sizing(AmsPool pool, PoolHistory asked, boolean seen, Goal goal) {
    return RECOMMENDER
        .recommend(asked, pool, goal)
        .map(
            advised ->
                seen
                    ? advised.with(Retrospect.of(RECOMMENDER, asked, pool, advised.chance().goal()))
                    : advised);
  }

  private static List<UnusedCapture> unused(
      Set<String> members, PoolHistory history, List<Table> tables, Gathered gathered) {
    List<UnusedCapture> unused = new ArrayList<>(gathered.unused(members, history));
    if (!history.timed()) {
      OneInterval.leftOut(tables).stream()
          .map(
              table ->
                  new UnusedCapture(
                      table.source(),
                      table.subject().name(),
                      "its rows have no time and are "
                          + Span.text(table.interval())
                          + " apart, those of other members are not"))
          .distinct()
          .forEach(unused::add);
    }
    return unused;
  }

  private static Map<String, Double> reportedSizes(
      Set<String> members, List<Table> tables, Gathered gathered) {
    Map<String, Double> sizes = new TreeMap<>();
    Map<String, List<Table>> byName =
        tables.stream().collect(Collectors.groupingBy(table -> table.subject().name()));
    for (String member : members) {
      CapturedSettings settings = gathered.samples().settings().get(member);
      if (settings != null) {
        settings.get(Metric.POOL_MEMORY).ifPresent(size -> sizes.put(member, size));
      }
      configured(byName.getOrDefault(member, List.of())).ifPresent(size -> sizes.put(member, size));
    }
    return sizes;
  }

  /** The size by a member's {@code lparstat -i} that none of its own rows over time has. */
  private static OptionalDouble configured(List<Table> tables) {
    List<Double> said = new ArrayList<>();
    List<Double> seen = new ArrayList<>();
    for (Table table : tables) {
      for (int row = 0; row < table.rows(); row++) {
        double size = table.value(Metric.POOL_MEMORY, row);
        if (!Double.isNaN(size)) {
          (table.format().equals("lparstat-i") ? said : seen).add(size);
        }
      }
    }
    return seen.isEmpty()
        ? OptionalDouble.empty()
        : said.stream()
            .mapToDouble(Double::doubleValue)
            .filter(
                size -> seen.stream().noneMatch(s -> Math.abs(s - size) <= MemberHistory.ROUNDING))
            .findFirst();
  }

  @Override
  public Rules<AmsCase> rules() {
    return AmsRules.all(thresholds);
  }

  @Override
  public List<Threshold> thresholds() {
    return AmsRules.thresholds(thresholds);
  }

  @Override
  public Rules<AmsCase> rulesOfConfiguration() {
    return AmsRules.ofConfiguration(thresholds);
  }

  @Override
  public Optional<Grade> grade(AmsCase judged) {
    return grading.grade(judged);
  }

  @Override
  public Optional<Grade> grade(AmsCase judged, double size) {
    return grading.grade(judged, size);
  }

  @Override
  public String verdict(AmsCase judged, Standing standing) {
    return AmsVerdict.of(judged, standing, grading);
  }

  @Override
  public Answer answer(AmsCase judged, Standing standing) {
    return AmsAnswer.of(judged, standing, thresholds);
  }

  @Override
  public List<String> assumptions(AmsCase judged, Basis basis) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Hot is computational memory (avm of vmstat, virtual of svmon) above the floor of pinned"
            + " and I/O-entitled memory; warm is file cache.");
    if (basis == Basis.OBSERVED) {
      sentences.add(
          BOUNDS + "used pages alike (the upper bound). What a capture shows stands instead.");
    } else {
      sentences.add(
          judged
              .outcome()
              .explained()
              .map(explained -> FittedRule.words(explained, captured(judged)))
              .orElse(
                  BOUNDS
                      + "logical memory alike, as if no partition lent any before it had to (the"
                      + " upper bound)."));
      sentences.add(WhatWasSeen.of(judged));
    }
    return List.copyOf(sentences);
  }

  /** The history to which the rule of a replay is fitted. */
  private static PoolHistory captured(AmsCase judged) {
    return judged.pool().sighting().found().map(found -> found.history()).orElse(judged.history());
  }

  @Override
  public Finding unseen(AmsCase judged, List<String> supposed) {
    return new Finding(
        "what-if",
        Severity.INFO,
        judged.name(),
        "The pool was never seen so: " + String.join(" ", supposed) + " " + WhatWasSeen.of(judged),
        "Watch hpi and hpit of vmstat -h when it is done.",
        List.of());
  }

  @Override
  public Map<String, String> settings(AmsPool pool, PoolHistory history, String member) {
    return PartitionSettings.of(member, pool, history);
  }

  @Override
  public boolean canBeLeft() {
    return true;
  }

  @Override
  public Optional<ExitPlan> exit(AmsPool pool, PoolHistory history, Goal goal) {
    return Optional.of(ExitPlan.of(pool, history, RECOMMENDER, goal));
  }

  @Override
  public Optional<Estate> estate(Site site, Gathered gathered) {
    List<AmsPool> pools = discover(site, gathered).stream().map(Candidate::system).toList();
    return Optional.of(new AmsEstate(pools, gathered, fineness));
  }
}
