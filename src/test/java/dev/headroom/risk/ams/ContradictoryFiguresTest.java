package dev.headroom.risk.ams;

import static dev.headroom.memory.Histories.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.risk.Cases;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Thresholds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContradictoryFiguresTest {
  private static final Rule<AmsCase> RULE = new ContradictoryFigures(Thresholds.DEFAULTS);

  private static MemberHistory member(String name, double physical, double loaned) {
    return Histories.member(name, 2)
        .logical(6 * GB)
        .hot(GB)
        .physical(4 * GB, physical)
        .loaned(2 * GB, loaned)
        .build();
  }

  @Test
  void whatReadersFound() {
    List<Finding> findings =
        Cases.minutes(12 * GB, member("a", 4 * GB, 2 * GB))
            .diagnostics(
                Cases.diagnostic(DiagnosticCode.INCONSISTENT, 7, "pmem is 0; kept as read"),
                Cases.diagnostic(DiagnosticCode.BAD_NUMBER, 8, "no number"),
                Cases.diagnostic(DiagnosticCode.CLOCK_JUMP, 0, "the time falls back"),
                Cases.diagnostic(DiagnosticCode.INCONSISTENT, 9, "us + sy is 170"))
            .judge(RULE);
    assertEquals(2, findings.size());
    assertEquals(
        "In 2 places figures contradict each other: pmem is 0; kept as read, among others.",
        findings.get(0).title());
    assertEquals(Severity.YELLOW, findings.get(0).severity());
    assertEquals(
        List.of(new Evidence("lab/a.vmstat", 7), new Evidence("lab/a.vmstat", 9)),
        findings.get(0).evidence());
    assertEquals(
        "In 1 place times fall back or jump: the time falls back.", findings.get(1).title());
    assertEquals(List.of(new Evidence("lab/a.vmstat", 1)), findings.get(1).evidence());
  }

  @Test
  void moreThanAreShown() {
    assertEquals(
        "In at least 1 place figures contradict each other: pmem is 0.",
        Cases.minutes(12 * GB, member("a", 4 * GB, 2 * GB))
            .diagnostics(
                Cases.diagnostic(DiagnosticCode.INCONSISTENT, 7, "pmem is 0"),
                Cases.diagnostic(DiagnosticCode.MORE, 0, "99 more"))
            .judge(RULE)
            .get(0)
            .title());
  }

  @Test
  void moreThanLogicalMemory() {
    List<Finding> findings = Cases.minutes(12 * GB, member("a", 4.5 * GB, 2 * GB)).judge(RULE);
    assertEquals(1, findings.size());
    assertEquals("a", findings.get(0).subject());
    assertEquals(
        "Physical and loaned memory of a sum to 6.50 GB, more than its 6.00 GB of logical memory, in"
            + " 1 of 2 intervals (1 min), at 2009-06-30 16:01.",
        findings.get(0).title());
    assertEquals(List.of(Cases.line("a", 1)), findings.get(0).evidence());
  }

  @Test
  void roundingIsNoContradiction() {
    assertEquals(List.of(), Cases.minutes(12 * GB, member("a", 4.01 * GB, 2 * GB)).judge(RULE));
  }

  @Test
  void moreThanThePoolHas() {
    List<Finding> findings =
        Cases.minutes(8 * GB, member("a", 4.2 * GB, 1.8 * GB), member("b", 4 * GB, 2 * GB))
            .judge(RULE);
    assertEquals(1, findings.size());
    assertEquals(
        "Physical memory of the members sums to 8.20 GB, more than the pool's 8.00 GB, in 1 of 2"
            + " intervals (1 min), at 2009-06-30 16:01.",
        findings.get(0).title());
    assertEquals(List.of(Cases.line("a", 1), Cases.line("b", 1)), findings.get(0).evidence());
  }

  @Test
  void anotherSizeThanMembersReport() {
    List<Finding> findings =
        Cases.minutes(12 * GB, member("a", 4 * GB, 2 * GB), member("b", 4 * GB, 2 * GB))
            .reported(Map.of("b", 16 * GB, "a", 12.01 * GB))
            .judge(RULE);
    assertEquals(1, findings.size());
    assertEquals("b", findings.get(0).subject());
    assertEquals(
        "b reports a pool of 16.00 GB, and the pool is taken to have 12.00 GB.",
        findings.get(0).title());
    assertEquals(List.of(Cases.line("b", 1)), findings.get(0).evidence());
  }

  @Test
  void unknownWithoutPhysicalAndLoanedMemory() {
    List<Finding> findings =
        Cases.minutes(12 * GB, Histories.member("a", 2).logical(6 * GB).hot(GB).build())
            .judge(RULE);
    assertEquals(1, findings.size());
    assertEquals(Severity.UNKNOWN, findings.get(0).severity());
    assertEquals(
        "Whether logical memory is physical, loaned and stolen memory together could not be checked:"
            + " no capture shows physical and loaned memory.",
        findings.get(0).title());
  }
}
