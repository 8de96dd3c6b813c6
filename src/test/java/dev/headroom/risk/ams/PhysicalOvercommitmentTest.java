package dev.headroom.risk.ams;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.risk.Cases;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Thresholds;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhysicalOvercommitmentTest {
  private static final Rule<AmsCase> RULE = new PhysicalOvercommitment(Thresholds.DEFAULTS);

  private static Histories eight(String name, int instants) {
    return Histories.member(name, instants).logical(8 * GB).warm(0);
  }

  private static Histories backed(String name, int instants) {
    return eight(name, instants).physical(8 * GB).loaned(0);
  }

  @Test
  void hotDemandThatDidNotFit() {
    double[] hot = new double[200];
    java.util.Arrays.fill(hot, 5 * GB);
    hot[7] = 7 * GB;
    hot[9] = 6.5 * GB;
    List<Finding> findings =
        Cases.minutes(
                12 * GB, eight("a", 200).hot(5.5 * GB).build(), eight("b", 200).hot(hot).build())
            .judge(RULE);
    assertEquals(2, findings.size());
    Finding finding = findings.get(0);
    assertEquals(Severity.AMBER, finding.severity());
    assertEquals("js22", finding.subject());
    assertEquals(
        "Hot demand passed the 12.00 GB that the pool can give by up to 0.50 GB, in 1 of 200"
            + " intervals (1 min), at 2009-06-30 16:07; b by the model loses 0.50 GB then.",
        finding.title());
    assertEquals(
        "Raise the pool to 12.50 GB on the HMC (chhwres -m SYSTEM -r mempool -o s -a"
            + " \"pool_mem=12800\") or in IVM, or move work out of"
            + " these hours.",
        finding.advice());
    assertEquals(List.of(Cases.line("b", 7), Cases.line("a", 7)), finding.evidence());
    assertEquals(
        "Whether memory was stolen from a and b is not known: no capture shows physical and loaned"
            + " memory.",
        findings.get(1).title());
    assertEquals(Severity.UNKNOWN, findings.get(1).severity());
    assertEquals("Run vmstat -ht 60 on a and b for a week.", findings.get(1).advice());
  }

  @Test
  void moreThanOnePerCentIsRed() {
    List<Finding> findings =
        Cases.minutes(
                12 * GB,
                backed("a", 4).hot(5 * GB).build(),
                backed("b", 4).hot(5 * GB, 8 * GB, 7.5 * GB, 5 * GB).build())
            .judge(RULE);
    assertEquals(1, findings.size());
    assertEquals(Severity.RED, findings.get(0).severity());
    assertEquals(
        "Hot demand passed the 12.00 GB that the pool can give by up to 1.00 GB, in 2 of 4"
            + " intervals (2 min): first 2009-06-30 16:01, worst 2009-06-30 16:01, last 2009-06-30"
            + " 16:02.",
        findings.get(0).title());
  }

  @Test
  void stolenMemoryAndWhoPays() {
    List<Finding> findings =
        Cases.untimed(
                12 * GB,
                backed("a", 3).hot(2 * GB).build(),
                eight("b", 3)
                    .hot(5 * GB, 5 * GB, 4 * GB)
                    .physical(7 * GB, 4 * GB, 4 * GB)
                    .loaned(0)
                    .pageIns(1)
                    .build())
            .judge(RULE);
    assertEquals(1, findings.size());
    Finding finding = findings.get(0);
    assertEquals(Severity.AMBER, finding.severity());
    assertEquals("b", finding.subject());
    assertEquals(
        "4.00 GB was stolen from b at worst, at least 1.00 GB of hot memory among it, in 3 of 3"
            + " samples: first sample 1, worst sample 2, last sample 3.",
        finding.title());
    assertEquals(
        List.of(Cases.line("b", 1), Cases.line("b", 0), Cases.line("b", 2)), finding.evidence());
    assertEquals(
        "Raise the pool to 16.00 GB on the HMC (chhwres -m SYSTEM -r mempool -o s -a"
            + " \"pool_mem=16384\") or in IVM, which would have"
            + " held all of it, or lower the logical memory of members that keep file cache; a"
            + " higher memory weight of b makes others pay.",
        finding.advice());
  }

  @Test
  void whatNoMemberWaitedForIsNoReasonForALargerPool() {
    List<Finding> findings =
        Cases.untimed(
                12 * GB,
                backed("a", 2).hot(2 * GB).build(),
                eight("b", 2).hot(5 * GB).physical(7 * GB).loaned(0).build())
            .judge(RULE);
    assertEquals(1, findings.size());
    assertEquals(
        "Let members that keep file cache lend more of it, or lower their logical memory; a higher"
            + " memory weight of b makes others pay.",
        findings.get(0).advice());
  }

  @Test
  void stolenMemoryThatWasNotHotIsYellow() {
    List<Finding> findings =
        Cases.untimed(12 * GB, eight("b", 1).hot(5 * GB).physical(6 * GB).loaned(1 * GB).build())
            .judge(RULE);
    assertEquals(1, findings.size());
    assertEquals(Severity.YELLOW, findings.get(0).severity());
    assertEquals(
        "1.00 GB was stolen from b at worst, in 1 of 1 sample, in sample 1.",
        findings.get(0).title());
  }

  @Test
  void ofManyPayersFiveAreNamed() {
    MemberHistory[] members = new MemberHistory[7];
    for (int i = 0; i < members.length; i++) {
      members[i] = eight("m" + i, 1).hot(GB).physical(8 * GB - (i + 1) * GB / 4).loaned(0).build();
    }
    List<Finding> findings = Cases.untimed(50 * GB, members).judge(RULE);
    assertEquals(6, findings.size());
    assertEquals("m6", findings.get(0).subject());
    assertEquals("m2", findings.get(4).subject());
    assertEquals("js22", findings.get(5).subject());
    assertEquals(
        "Memory was stolen from m6, m5, m4, m3, m2 and 2 more, 7.00 GB together at worst, in 1 of 1"
            + " sample, in sample 1.",
        findings.get(5).title());
  }

  @Test
  void silentWhereAllFits() {
    assertEquals(
        List.of(),
        Cases.minutes(
                12 * GB, backed("a", 3).hot(4 * GB).build(), backed("b", 3).hot(8 * GB).build())
            .judge(RULE));
  }

  @Test
  void unknownWithoutDemandOrSize() {
    Finding demand = Cases.minutes(12 * GB, backed("a", 2).hot(NONE).build()).judge(RULE).get(0);
    assertEquals(Severity.UNKNOWN, demand.severity());
    assertEquals(
        "Whether hot demand fitted is not known: at no instant does enough of the pool report.",
        demand.title());
    assertEquals("Run vmstat -ht 60 on a for a week.", demand.advice());
    Finding size = Cases.minutes(NONE, backed("a", 2).hot(4 * GB).build()).judge(RULE).get(0);
    assertEquals(
        "Whether hot demand fitted is not known: the size of the pool is not.", size.title());
    assertEquals(Severity.UNKNOWN, size.severity());
  }
}
