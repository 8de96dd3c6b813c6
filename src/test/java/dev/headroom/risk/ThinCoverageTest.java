package dev.headroom.risk;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.risk.ams.AmsRules;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinCoverageTest {
  private static final Rule<PoolCase> RULE = AmsRules.thinCoverage(Thresholds.DEFAULTS);
  private static final int WEEK = 7 * 24 * 60;

  private static MemberHistory member(String name, int instants) {
    return Histories.member(name, instants).logical(6 * GB).hot(GB).build();
  }

  @Test
  void silentOnAFullWeekByTheMinute() {
    assertEquals(List.of(), Cases.minutes(12 * GB, member("a", WEEK)).judge(RULE));
  }

  @Test
  void shortHistory() {
    List<Finding> findings = Cases.minutes(12 * GB, member("a", WEEK - 144)).judge(RULE);
    assertEquals(1, findings.size());
    assertEquals(Severity.YELLOW, findings.get(0).severity());
    assertEquals(
        "The history is only 6.9 days long: peaks of other days are not in it.",
        findings.get(0).title());
    assertEquals("Run vmstat -ht 60 on every member for a week.", findings.get(0).advice());
  }

  @Test
  void noTimes() {
    List<Finding> findings =
        Cases.untimed(12 * GB, member("a", 3))
            .unused(new UnusedCapture("lab/x.svmon", "a", "it carries no times"))
            .judge(RULE);
    assertEquals(2, findings.size());
    assertEquals(Severity.YELLOW, findings.get(0).severity());
    assertEquals(
        "The captures carry no times: members are compared sample by sample, and how likely demand"
            + " grows cannot be said.",
        findings.get(0).title());
    assertEquals(Severity.INFO, findings.get(1).severity());
    assertEquals(
        "A capture of a is not part of the history: it carries no times.", findings.get(1).title());
    assertEquals(List.of(new Evidence("lab/x.svmon", 1)), findings.get(1).evidence());
  }

  @Test
  void fiveMinutesMissMostOverloads() {
    PoolHistory coarse = Cases.from(Histories.timed(5 * Cases.MINUTE, member("a", WEEK / 5)));
    List<Finding> findings = Cases.of(12 * GB, coarse).judge(RULE);
    assertEquals(1, findings.size());
    assertEquals(Severity.INFO, findings.get(0).severity());
    assertEquals(
        "Samples are 5 min apart: most overloads of memory last less than 2 min and are not seen.",
        findings.get(0).title());
    PoolHistory finer = Cases.from(Histories.timed(4 * Cases.MINUTE, member("a", WEEK / 4)));
    assertEquals(List.of(), Cases.of(12 * GB, finer).judge(RULE));
  }

  @Test
  void gaps() {
    double[] hot = new double[WEEK];
    double[] coverage = new double[WEEK];
    Arrays.fill(hot, GB);
    Arrays.fill(coverage, 1);
    int gap = WEEK / 20 + 1;
    Arrays.fill(hot, 0, gap, NONE);
    Arrays.fill(coverage, 0, gap, 0.5);
    PoolHistory history =
        Histories.covered(
            Cases.from(
                Histories.timed(
                    Cases.MINUTE,
                    member("a", WEEK),
                    Histories.member("b", WEEK).logical(6 * GB).hot(hot).build())),
            coverage);
    List<Finding> findings = Cases.of(12 * GB, history).judge(RULE);
    assertEquals(1, findings.size());
    assertEquals(Severity.YELLOW, findings.get(0).severity());
    assertEquals(
        "Less than 95 % of the configured memory reports in 505 intervals (8.4 hours) beside the"
            + " 9,575 that count, the first at 2009-06-30 16:00, the last at 2009-07-01 00:24.",
        findings.get(0).title());
    assertEquals(
        "Capture all members over the same time; most is missing of b.", findings.get(0).advice());
    coverage[0] = 1;
    assertEquals(List.of(), Cases.of(12 * GB, Histories.covered(history, coverage)).judge(RULE));
  }

  @Test
  void membersThatDoNotReport() {
    List<Finding> findings =
        Cases.minutes(
                12 * GB, member("a", WEEK), Histories.member("b", WEEK).logical(6 * GB).build())
            .members(
                Cases.member("a", 0, LoanPolicy.FILE_CACHE),
                Cases.member("bxaix99", 0, LoanPolicy.FILE_CACHE))
            .judge(RULE);
    assertEquals(1, findings.size());
    assertEquals(
        "Nothing is known of what bxaix99 and b needed: 2 of 3 members do not report.",
        findings.get(0).title());
    assertEquals("Run vmstat -ht 60 on bxaix99 and b for a week.", findings.get(0).advice());
  }

  @Test
  void nothingAtAll() {
    PoolHistory nothing = new PoolHistory(false, new double[0], NONE, List.of(), new double[0]);
    List<Finding> findings = Cases.of(12 * GB, nothing).judge(RULE);
    assertEquals(1, findings.size());
    assertEquals(Severity.UNKNOWN, findings.get(0).severity());
    assertEquals(
        "Nothing is known over time: no capture shows what a member needs.",
        findings.get(0).title());
  }
}
