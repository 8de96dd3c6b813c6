package dev.headroom.analysis;

import dev.headroom.capture.Input;
import dev.headroom.memory.Basis;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ReplayOutcome;
import dev.headroom.report.MemberComparison;
import dev.headroom.report.PoolReport;
import dev.headroom.report.ServedOverTime;
import dev.headroom.report.StolenBand;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Contradictions;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.risk.PoolCase;
import dev.headroom.risk.Rules;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Threshold;
import dev.headroom.site.Site;
import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.ams.ExitPlan;
import dev.headroom.whatif.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A memory system in the hands of its platform: what is asked of one is the same on all of them.
 *
 * @param platform what kind of system it is
 * @param candidate the system as it was found
 * @param gathered what captures gave
 * @param goal how sure advice should be
 */
record PoolAtHand<S extends MemorySystem, C extends PoolCase>(
    Platform<S, C> platform, Candidate<S> candidate, Gathered gathered, Goal goal) {

  /** All systems of a platform. */
  static <S extends MemorySystem, C extends PoolCase> Stream<PoolAtHand<S, C>> of(
      Platform<S, C> platform, Site site, Gathered gathered, Goal goal) {
    return platform.discover(site, gathered).stream()
        .map(candidate -> new PoolAtHand<>(platform, candidate, gathered, goal));
  }

  /** The same with more that captures contradict. */
  PoolAtHand<S, C> with(List<Contradicted> more) {
    return new PoolAtHand<>(platform, candidate.with(more), gathered, goal);
  }

  /** The system as if the site file did not call it complete. */
  private Candidate<S> unsaid() {
    return new Candidate<>(candidate.system(), false, candidate.assumptions());
  }

  /** The system as it was found. */
  Situation found() {
    S system = candidate.system();
    return Situation.found(system, platform.history(system, gathered.tables()));
  }

  /** What the members of a situation need on their own; empty where they cannot leave. */
  Optional<ExitPlan> exit(Situation situation) {
    return platform.exit(platform.own(situation.system()), situation.history(), goal);
  }

  /** One side of a comparison of members. */
  MemberComparison side(Situation situation, PoolReport report) {
    S system = platform.own(situation.system());
    return new MemberComparison(
        situation, report, name -> platform.settings(system, situation.history(), name));
  }

  /**
   * A situation of the system as its rules judge it; the lines that they cite are not yet read.
   *
   * @param was the system as it was found, which tells whether its members are all
   */
  Judged judged(Situation was, Situation situation, Basis basis) {
    S system = platform.own(situation.system());
    Completeness whole = platform.completeness(candidate, was.history(), gathered);
    C judged = platform.judge(system, situation.history(), basis, gathered, whole, goal);
    List<Finding> findings = findings(situation, judged, basis);
    if (basis == Basis.OBSERVED && candidate.complete()) {
      Completeness seen = platform.completeness(unsaid(), was.history(), gathered);
      findings = new ArrayList<>(findings);
      findings.addAll(Contradictions.ofComplete(system.name(), seen));
      findings = Rules.sorted(findings);
    }
    List<Finding> found = findings;
    return new Judged(found, quotes -> report(was, situation, basis, judged, quotes, found));
  }

  /**
   * A system that its rules have judged.
   *
   * @param findings what they found
   * @param report makes the report, given the texts of the lines that findings cite
   */
  record Judged(List<Finding> findings, Function<Quotes, PoolReport> report) {
    /** The reports on these systems; each input is read once for the lines of all findings. */
    static List<PoolReport> reports(List<Judged> systems, List<Input> inputs) {
      List<Finding> all = systems.stream().flatMap(each -> each.findings().stream()).toList();
      Quotes quotes = Quotes.of(all, inputs);
      return systems.stream().map(each -> each.report().apply(quotes)).toList();
    }
  }

  private PoolReport report(
      Situation was,
      Situation situation,
      Basis basis,
      C judged,
      Quotes quotes,
      List<Finding> findings) {
    S system = platform.own(situation.system());
    PoolHistory history = situation.history();
    Standing standing = Standing.of(judged, platform.grade(judged), history, was.history());
    ReplayOutcome outcome = judged.outcome();
    return new PoolReport(
        system.name(),
        platform.kind(),
        new PoolReport.Sizes(
            known(system.size()),
            system.maximum(),
            system.reserve(),
            outcome.totals().promised(),
            judged.sizing()),
        new PoolReport.Judgement(
            standing,
            platform.verdict(judged, standing),
            platform.answer(judged, standing),
            findings.stream().map(quotes::quoted).toList(),
            grades(judged, standing)),
        new PoolReport.Memory(
            outcome.overcommit(),
            stolen(outcome),
            outcome.members(),
            history.size() > 0 ? Optional.of(history) : Optional.empty(),
            ServedOverTime.of(outcome, history)),
        new PoolReport.Grounds(assumptions(situation, judged, basis), unused(judged, history)),
        platform.zvm(judged));
  }

  /** What was seen of one system says nothing of another: there is only the model. */
  private List<Finding> findings(Situation situation, C judged, Basis basis) {
    if (basis == Basis.OBSERVED) {
      return platform
          .rules()
          .judge(judged, candidate.contradicted().stream().map(Contradicted::finding).toList());
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(platform.unseen(judged, situation.supposed()));
    platform.rulesOfConfiguration().judge(judged).stream()
        .filter(finding -> finding.severity() != Severity.UNKNOWN)
        .forEach(findings::add);
    return findings;
  }

  /** The grade at each size of the curve, where there is one. */
  private SortedMap<Double, Grade> grades(C judged, Standing standing) {
    SortedMap<Double, Grade> grades = new TreeMap<>();
    for (CurvePoint point : judged.sizing().map(Sizing::curve).orElse(List.of())) {
      standing
          .at(platform.grade(judged, point.size()))
          .ifPresent(grade -> grades.put(point.size(), grade));
    }
    return grades;
  }

  private List<String> assumptions(Situation situation, C judged, Basis basis) {
    List<String> sentences = new ArrayList<>(situation.supposed());
    Completeness whole = judged.completeness();
    if (whole.whole() == Completeness.Whole.UNKNOWN && whole.contradiction().isEmpty()) {
      sentences.add("These members are taken to be all. " + whole.reason());
    }
    sentences.addAll(candidate.assumptions());
    sentences.addAll(platform.assumptions(judged, basis));
    sentences.addAll(GridAssumptions.of(judged.history()));
    platform.thresholds().stream()
        .filter(Threshold::changed)
        .map(
            threshold ->
                "The site file sets the threshold "
                    + threshold.name()
                    + " to "
                    + threshold.text(threshold.value())
                    + "; its default is "
                    + threshold.text(threshold.defaultValue())
                    + ".")
        .forEach(sentences::add);
    return sentences;
  }

  private List<String> unused(C judged, PoolHistory history) {
    Stream<String> captures =
        judged.captures().unused().stream()
            .map(unused -> unused.member() + ": " + unused.source() + ": " + unused.reason() + ".");
    return Stream.concat(captures, gathered.leftOut(names(history)).stream()).toList();
  }

  private static Set<String> names(PoolHistory history) {
    return history.members().stream().map(MemberHistory::name).collect(Collectors.toSet());
  }

  private static StolenBand stolen(ReplayOutcome outcome) {
    return outcome
        .stolenBounds()
        .map(
            bounds ->
                new StolenBand(OptionalDouble.of(bounds.low()), OptionalDouble.of(bounds.high())))
        .orElse(StolenBand.UNKNOWN);
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
