package dev.headroom.risk;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.MB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.risk.ams.AmsCase;
import dev.headroom.risk.ams.IoEntitlement;
import dev.headroom.risk.ams.OversizedPool;
import dev.headroom.risk.ams.PoolMaximum;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pool's own size, maximum and I/O entitlements. */
class PoolRulesTest {
  private static final Rule<AmsCase> OVERSIZED = new OversizedPool(Thresholds.DEFAULTS);
  private static final Rule<AmsCase> MAXIMUM = new PoolMaximum();
  private static final Rule<AmsCase> ENTITLEMENT = new IoEntitlement(Thresholds.DEFAULTS);

  private static Histories quiet(String name) {
    return Histories.member(name, 3).logical(8 * GB).hot(GB, 2 * GB, GB).warm(0);
  }

  private static MemberHistory a() {
    return quiet("a").pageIns(0).physical(8 * GB).loaned(0).build();
  }

  @Test
  void memoryThatCouldBeGivenBack() {
    List<Finding> findings = Cases.minutes(12 * GB, a()).sizing(8 * GB, 0.2, 28).judge(OVERSIZED);
    assertEquals(1, findings.size());
    assertEquals(Severity.INFO, findings.get(0).severity());
    assertEquals(
        "js22 has 12.00 GB where 8.00 GB is advised: 4.00 GB could be given back.",
        findings.get(0).title());
    assertEquals(
        "Shrink it in steps on the HMC (chhwres -m SYSTEM -r mempool -o s -a pool_mem=MB) or in IVM and watch hpi of vmstat -h"
            + " after each; the chance that demand passes it within 7 days is 20 %, about 1 in 5 weeks.",
        findings.get(0).advice());
    assertEquals(List.of(Cases.line("a", 1)), findings.get(0).evidence());
  }

  @Test
  void notWhereItIsAboutRightOrWasShort() {
    assertEquals(List.of(), Cases.minutes(8.8 * GB, a()).sizing(8 * GB, 0.2, 28).judge(OVERSIZED));
    assertEquals(
        List.of(),
        Cases.minutes(12 * GB, quiet("a").pageIns(0, 1, 0).build())
            .sizing(8 * GB, 0.2, 28)
            .judge(OVERSIZED));
    assertEquals(
        List.of(),
        Cases.minutes(1.5 * GB, a()).sizing(GB, 0.2, 28).judge(OVERSIZED),
        "hot demand passed it");
  }

  @Test
  void oversizedIsUnknownOnTooLittle() {
    assertEquals(
        "Whether 4.00 GB could be given back is not known: 27 days of history is too little, 28"
            + " days would do.",
        Cases.minutes(12 * GB, a()).sizing(8 * GB, 0.2, 27).judge(OVERSIZED).get(0).title());
    assertEquals(
        "Whether 4.00 GB could be given back is not known: the captures carry no times.",
        Cases.minutes(12 * GB, a()).sizing(8 * GB, NONE, NONE).judge(OVERSIZED).get(0).title());
    Finding unseen =
        Cases.minutes(12 * GB, quiet("a").build()).sizing(8 * GB, 0.2, 28).judge(OVERSIZED).get(0);
    assertEquals(
        "Whether 4.00 GB could be given back is not known: no capture shows hypervisor page-ins.",
        unseen.title());
    assertEquals("Run vmstat -ht 60 on every member for 28 days.", unseen.advice());
    Finding unsized = Cases.minutes(12 * GB, a()).unsized().judge(OVERSIZED).get(0);
    assertEquals(
        "Whether the pool is larger than it needs to be is not known: no size could be advised.",
        unsized.title());
    assertEquals(Severity.UNKNOWN, unsized.severity());
    assertEquals(
        "Whether the pool is larger than it needs to be is not known: its size is not.",
        Cases.minutes(NONE, a()).judge(OVERSIZED).get(0).title());
  }

  @Test
  void aPoolThatCannotGrow() {
    List<Finding> short0 =
        Cases.minutes(12 * GB, a())
            .maximum(16 * GB)
            .sizing(16.5 * GB, 0.2, 28)
            .reported(Map.of("a", 12 * GB))
            .judge(MAXIMUM);
    assertEquals(1, short0.size());
    assertEquals(Severity.AMBER, short0.get(0).severity());
    assertEquals(
        "16.50 GB is advised, and the pool cannot grow beyond its maximum of 16.00 GB.",
        short0.get(0).title());
    assertEquals(List.of(Cases.line("a", 2)), short0.get(0).evidence());
    Finding full =
        Cases.minutes(12 * GB, a()).maximum(12 * GB).sizing(8 * GB, 0.2, 28).judge(MAXIMUM).get(0);
    assertEquals(Severity.INFO, full.severity());
    assertEquals(
        "The pool is at its maximum of 12.00 GB and cannot grow in operation.", full.title());
    assertEquals(
        List.of(),
        Cases.minutes(12 * GB, a()).maximum(16 * GB).sizing(16 * GB, 0.2, 28).judge(MAXIMUM));
  }

  @Test
  void aMaximumThatIsNotKnownMattersWhereThePoolShouldGrow() {
    Finding unknown = Cases.minutes(12 * GB, a()).sizing(13 * GB, 0.2, 28).judge(MAXIMUM).get(0);
    assertEquals(Severity.UNKNOWN, unknown.severity());
    assertEquals(
        "Whether the pool can grow to the 13.00 GB advised is not known: its maximum is not.",
        unknown.title());
    assertEquals(List.of(), Cases.minutes(12 * GB, a()).sizing(12 * GB, 0.2, 28).judge(MAXIMUM));
    assertEquals(List.of(), Cases.minutes(12 * GB, a()).unsized().judge(MAXIMUM));
  }

  private static List<Finding> entitled(double size, double first, double second) {
    return Cases.minutes(size, a(), quiet("b").build())
        .members(
            Cases.member("a", first, LoanPolicy.FILE_CACHE),
            Cases.member("b", second, LoanPolicy.FILE_CACHE))
        .judge(ENTITLEMENT);
  }

  @Test
  void entitlementsMustStayBelowThePool() {
    Finding red = entitled(GB, 512 * MB, 512 * MB).get(0);
    assertEquals(Severity.RED, red.severity());
    assertEquals(
        "I/O entitlements of 2 members sum to 1.00 GB, not below the 1.00 GB that the pool can"
            + " give.",
        red.title());
    assertEquals(List.of(Cases.line("a", 2), Cases.line("b", 2)), red.evidence());
    Finding yellow = entitled(GB, 512 * MB, 77 * MB).get(0);
    assertEquals(Severity.YELLOW, yellow.severity());
    assertEquals(
        "I/O entitlements of 2 members sum to 0.58 GB, 57.52 % of the 1.00 GB that the pool can"
            + " give.",
        yellow.title());
    assertEquals(List.of(), entitled(12 * GB, 77 * MB, 77 * MB));
  }

  @Test
  void entitlementsThatAreNotKnown() {
    Finding unknown = entitled(12 * GB, 77 * MB, NONE).get(0);
    assertEquals(Severity.UNKNOWN, unknown.severity());
    assertEquals(
        "Whether the I/O entitlements fit is not known: no capture shows that of b.",
        unknown.title());
    assertEquals(
        "Run lparstat -i on b: it prints the total I/O memory entitlement.", unknown.advice());
    assertEquals(
        Severity.RED, entitled(GB, GB, NONE).get(0).severity(), "what is known is too much");
    assertEquals(
        "Whether the I/O entitlements fit is not known: the size of the pool is not.",
        entitled(NONE, GB, GB).get(0).title());
  }
}
