package dev.headroom.risk.ams;

import static dev.headroom.memory.Histories.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.risk.Cases;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Thresholds;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HypervisorPagingTest {
  private static final Rule<AmsCase> RULE = new HypervisorPaging(Thresholds.DEFAULTS);
  private static final int DAY = 1440;

  private static Histories eight(String name, int instants) {
    return Histories.member(name, instants).logical(8 * GB).hot(4 * GB);
  }

  private static double[] once(int instants, int at, double value) {
    double[] values = new double[instants];
    values[at] = value;
    return values;
  }

  @Test
  void rareAndShortIsYellow() {
    Finding finding =
        Cases.minutes(
                12 * GB,
                eight("a", DAY).pageIns(once(DAY, 9, 12)).pageInMillis(once(DAY, 9, 94)).build())
            .judge(RULE)
            .get(0);
    assertEquals(Severity.YELLOW, finding.severity());
    assertEquals(
        "a waited for 12 hypervisor page-ins of 7.8 ms each, in 1 of 1,440 intervals (1 min), at"
            + " 2009-06-30 16:09; 0.16 % of the time of these intervals went there.",
        finding.title());
    assertEquals(List.of(Cases.line("a", 9)), finding.evidence());
    assertTrue(
        finding.advice().startsWith("Let members that keep file cache lend more"),
        finding.advice());
  }

  @Test
  void slowDevicesAreNamed() {
    Finding finding =
        Cases.untimed(12 * GB, eight("a", 3).pageIns(114, 12, 0).pageInMillis(1779, 94, 0).build())
            .judge(RULE)
            .get(0);
    assertEquals(Severity.AMBER, finding.severity());
    assertEquals(
        "a waited for 126 hypervisor page-ins of 7.8 to 15.6 ms each, 14.9 ms on average, in 2 of 3"
            + " samples: first sample 1, worst sample 1, last sample 2.",
        finding.title());
    assertEquals(
        "14.9 ms a page-in is a disk that has to turn: give the paging VIOS devices with a read and"
            + " write cache. Let members that keep file cache lend more of it, or lower their logical"
            + " memory.",
        finding.advice());
    assertEquals(List.of(Cases.line("a", 0), Cases.line("a", 1)), finding.evidence());
  }

  @Test
  void timeStalledDecides() {
    // 1 % and 5 % of the one minute with page-ins are 600 ms and 3000 ms
    assertEquals(Severity.YELLOW, stalled(600));
    assertEquals(Severity.AMBER, stalled(601));
    assertEquals(Severity.AMBER, stalled(3_000));
    assertEquals(Severity.RED, stalled(3_001));
  }

  private static Severity stalled(double millis) {
    return Cases.minutes(
            12 * GB,
            eight("a", 1000)
                .pageIns(once(1000, 0, 1000))
                .pageInMillis(once(1000, 0, millis))
                .build())
        .judge(RULE)
        .get(0)
        .severity();
  }

  @Test
  void howLongTheyTookMayNotBeKnown() {
    Finding finding =
        Cases.minutes(12 * GB, eight("a", 2).pageIns(0, 1).build()).judge(RULE).get(0);
    assertEquals(
        "a waited for 1 hypervisor page-in (how long they took is not known), in 1 of 2 intervals"
            + " (1 min), at 2009-06-30 16:01.",
        finding.title());
  }

  @Test
  void aShortageThatGoesRoundIsThePools() {
    int instants = 200;
    List<Finding> findings =
        Cases.minutes(
                24 * GB,
                eight("a", instants).pageIns(once(instants, 1, 5)).build(),
                eight("b", instants).pageIns(once(instants, 2, 5)).build(),
                eight("c", instants).pageIns(once(instants, 3, 5)).build())
            .judge(RULE);
    assertEquals(4, findings.size());
    assertEquals(Severity.YELLOW, findings.get(0).severity());
    Finding pool = findings.get(3);
    assertEquals(Severity.AMBER, pool.severity());
    assertEquals(
        "Page-ins were seen in 3 of 200 intervals (3 min), though of each member alone in fewer: a,"
            + " b and c.",
        pool.title());
  }

  @Test
  void silentWhereNoneWereSeen() {
    double[] none = new double[5];
    Arrays.fill(none, 0);
    assertEquals(
        List.of(), Cases.minutes(12 * GB, eight("a", 5).pageIns(none).build()).judge(RULE));
  }

  @Test
  void unknownWhereNobodyLooked() {
    Finding finding =
        Cases.minutes(12 * GB, eight("a", 5).pageIns(0).build(), eight("b", 5).build())
            .judge(RULE)
            .get(0);
    assertEquals(Severity.UNKNOWN, finding.severity());
    assertEquals(
        "Whether b waited for hypervisor page-ins is not known: no capture shows hpi.",
        finding.title());
    assertEquals("Run vmstat -ht 60 on b for a week.", finding.advice());
  }
}
