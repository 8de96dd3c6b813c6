package dev.headroom.risk;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.unit.Count;
import dev.headroom.unit.Names;
import dev.headroom.unit.Share;
import dev.headroom.unit.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * History that is too short, too coarse, without times or without some members.
 *
 * @param days a shorter history is short
 * @param gaps in how many intervals too few members may report
 * @param interval samples this far apart are coarse
 * @param advice what to capture on the platform
 */
public record ThinCoverage(Threshold days, Threshold gaps, Threshold interval, CaptureAdvice advice)
    implements Rule<PoolCase> {
  /** A history of which at least so much counts is told by its length. */
  private static final double MOST = 0.9;

  private static final Threshold DAYS =
      Threshold.of("history", "days", 7, "history that is shorter misses a week's peaks");
  private static final Threshold GAPS =
      Threshold.of("gaps", "%", 5, "share of the intervals in which too few report: yellow beyond");
  private static final Threshold INTERVAL =
      Threshold.of("interval", "s", 300, "samples this far apart miss most overloads");

  /** The rule with these thresholds. */
  public ThinCoverage(Thresholds options, CaptureAdvice advice) {
    this(options.of(DAYS), options.of(GAPS), options.of(INTERVAL), advice);
  }

  @Override
  public String id() {
    return "thin-coverage";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(days, gaps, interval);
  }

  @Override
  public List<Finding> judge(PoolCase pool) {
    List<Finding> findings = new ArrayList<>();
    silentMembers(pool, findings);
    if (pool.history().size() == 0) {
      findings.add(
          unknown(
              pool,
              "Nothing is known over time: no capture shows what a member needs.",
              advice.forDays(List.of(), 7)));
      return findings;
    }
    length(pool, findings);
    gaps(pool, findings);
    coarse(pool, findings);
    unused(pool, findings);
    return findings;
  }

  private Finding finding(Severity severity, PoolCase pool, String title, String advice) {
    return new Finding(id(), severity, pool.name(), title, advice, List.of());
  }

  private void silentMembers(PoolCase pool, List<Finding> findings) {
    Set<String> silent = new LinkedHashSet<>();
    silent.addAll(pool.pool().configuredLogical().keySet());
    pool.history().members().stream().map(MemberHistory::name).forEach(silent::add);
    int all = silent.size();
    pool.members(pool::reports).forEach(silent::remove);
    if (!silent.isEmpty()) {
      List<String> names = List.copyOf(silent);
      findings.add(
          finding(
              Severity.YELLOW,
              pool,
              "Nothing is known of what "
                  + Names.list(names)
                  + " needed: "
                  + names.size()
                  + " of "
                  + Count.of(all, "member")
                  + (names.size() == 1 ? " does" : " do")
                  + " not report.",
              advice.forDays(names, 7)));
    }
  }

  private void length(PoolCase pool, List<Finding> findings) {
    double known = pool.history().days();
    if (!Double.isNaN(known) && !pool.history().dated()) {
      findings.add(
          finding(
              Severity.YELLOW,
              pool,
              "No capture says on what day it was taken: members lie side by side by their times of"
                  + " the day, as if all had been taken on one day.",
              advice.withDates()));
    }
    if (Double.isNaN(known)) {
      findings.add(
          finding(
              Severity.YELLOW,
              pool,
              "The captures carry no times: members are compared sample by sample, and how likely"
                  + " demand grows cannot be said.",
              advice.withTimes()));
      return;
    }
    double counted =
        Math.min(known, pool.sizing().flatMap(s -> box(s.historyDays())).orElse(known));
    if (known < days.value() || (counted < days.value() && counted < known * MOST)) {
      findings.add(
          finding(
              Severity.YELLOW,
              pool,
              (counted < known * MOST
                      ? "Only "
                          + Span.days(counted)
                          + " of the history's "
                          + Span.days(known)
                          + " count"
                      : "The history is only " + Span.days(known) + " long")
                  + ": peaks of other days are not in it.",
              advice.forDays(List.of(), days.value())));
    }
  }

  private static Optional<Double> box(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private void gaps(PoolCase pool, List<Finding> findings) {
    PoolHistory history = pool.history();
    Spell thin = Spell.over(history, i -> history.covered(i) ? 0 : 1 - history.coverage()[i]);
    if (!((double) thin.count() / thin.observed() > gaps.amount())) {
      return;
    }
    List<String> missing =
        history.members().stream()
            .filter(member -> absences(history, member) > 0)
            .sorted(Comparator.comparingInt((MemberHistory m) -> -absences(history, m)))
            .map(MemberHistory::name)
            .toList();
    findings.add(
        finding(
            Severity.YELLOW,
            pool,
            "Less than "
                + Share.text(PoolHistory.ENOUGH_COVERAGE)
                + " of the configured memory reports in "
                + Instants.intervals(history, thin.count())
                + (pool.counted()
                    ? " beside the " + Count.of(pool.intervals()) + " that count"
                    : ", and no sum over the pool counts")
                + ", the first "
                + Instants.at(history, thin.first())
                + ", the last "
                + Instants.at(history, thin.last())
                + ".",
            "Capture all members over the same time; most is missing of "
                + Names.list(missing)
                + "."));
  }

  private static int absences(PoolHistory history, MemberHistory member) {
    return Spell.over(history, i -> !history.covered(i) && !member.reports(i) ? 1 : 0).count();
  }

  private void coarse(PoolCase pool, List<Finding> findings) {
    double millis = pool.history().intervalMillis();
    if (millis >= interval.value() * 1000) {
      findings.add(
          finding(
              Severity.INFO,
              pool,
              "Samples are "
                  + Span.text(millis)
                  + " apart: most overloads of memory last less than 2 min and are not seen.",
              advice.moreOften()));
    }
  }

  private void unused(PoolCase pool, List<Finding> findings) {
    for (UnusedCapture capture : pool.captures().unused()) {
      findings.add(
          new Finding(
              id(),
              Severity.INFO,
              capture.member(),
              "A capture of "
                  + capture.member()
                  + " is not part of the history: "
                  + capture.reason()
                  + ".",
              advice.timesOfUnused(),
              List.of(new Evidence(capture.source(), 1))));
    }
  }
}
