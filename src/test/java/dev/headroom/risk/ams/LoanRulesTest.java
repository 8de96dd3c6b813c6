package dev.headroom.risk.ams;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.Histories;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.risk.Cases;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Thresholds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who always lends, who never does, and who keeps memory at the cost of others. */
class LoanRulesTest {
  private static final Rule<AmsCase> ALWAYS = new AlwaysLoans(Thresholds.DEFAULTS);
  private static final Rule<AmsCase> NEVER = new NeverLends(Thresholds.DEFAULTS);
  private static final Rule<AmsCase> POLICY = new LoanPolicyRule(Thresholds.DEFAULTS);

  private static Histories six(String name, int instants) {
    return Histories.member(name, instants).logical(6 * GB).hot(2 * GB).warm(GB);
  }

  private static Histories robbed(String name, int instants) {
    return Histories.member(name, instants)
        .logical(8 * GB)
        .hot(7.5 * GB)
        .warm(0)
        .physical(7 * GB)
        .loaned(0);
  }

  @Test
  void whoAlwaysLendsHasTooMuch() {
    double[] loans = {2, 2, 2, 2, 2, 1.25 * GB, 2, 2, 2, 2, 2, 2};
    double[] backed = new double[12];
    for (int i = 0; i < 12; i++) {
      loans[i] = loans[i] == 2 ? 2 * GB : loans[i];
      backed[i] = 6 * GB - loans[i];
    }
    List<Finding> findings =
        Cases.minutes(12 * GB, six("a", 12).physical(backed).loaned(loans).build()).judge(ALWAYS);
    assertEquals(1, findings.size());
    assertEquals(Severity.INFO, findings.get(0).severity());
    assertEquals(
        "a lent at least 1.25 GB of its 6.00 GB in all 12 intervals: its logical memory is larger"
            + " than it needs.",
        findings.get(0).title());
    assertEquals(
        "Take up to 1.25 GB of logical memory from a by DLPAR (chhwres -m SYSTEM -r mem -o r -p a -q 1280),"
            + " unless it needs it at times that were not captured; then the pool promises less.",
        findings.get(0).advice());
    assertEquals(List.of(Cases.line("a", 5), Cases.line("a", 11)), findings.get(0).evidence());
  }

  @Test
  void notWhoLendsSeldomOrLittleOrFromWhatIsHot() {
    double[] once = new double[12];
    java.util.Arrays.fill(once, GB);
    once[3] = 0;
    assertEquals(
        List.of(),
        Cases.minutes(
                24 * GB,
                six("seldom", 12).physical(5 * GB).loaned(once).build(),
                six("little", 12).physical(5.8 * GB).loaned(0.2 * GB).build(),
                six("hot", 12).hot(5.9 * GB).physical(5 * GB).loaned(GB).build(),
                six("robbed", 12).physical(4 * GB).loaned(GB).build())
            .judge(ALWAYS));
    assertEquals(
        List.of(),
        Cases.minutes(24 * GB, six("new", 11).physical(5 * GB).loaned(GB).build()).judge(ALWAYS));
  }

  @Test
  void whoIsHotAllOverCannotLend() {
    List<Finding> findings =
        Cases.untimed(
                12 * GB,
                robbed("b", 2).build(),
                six("a", 2).physical(4 * GB).loaned(2 * GB).build())
            .judge(NEVER);
    assertEquals(1, findings.size());
    assertEquals(Severity.INFO, findings.get(0).severity());
    assertEquals(
        "b lent nothing while the pool was short, in 2 of 2 samples: first sample 1, worst sample"
            + " 1, last sample 2; up to 7.50 GB of its 8.00 GB was hot, so it has little to lend.",
        findings.get(0).title());
    assertEquals(List.of(Cases.line("b", 0)), findings.get(0).evidence());
  }

  @Test
  void whoCouldLendAndIsAloneInTroubleLooksAtItsPolicy() {
    List<Finding> findings =
        Cases.untimed(12 * GB, robbed("b", 1).hot(3 * GB).build()).judge(NEVER);
    assertEquals(
        "b lent nothing while the pool was short, in 1 of 1 sample, in sample 1; it kept up to 4.00"
            + " GB beyond what is hot.",
        findings.get(0).title());
    assertEquals(
        "Look at vmo -o ams_loan_policy on b: 0 keeps it from lending, 1 is usual.",
        findings.get(0).advice());
  }

  @Test
  void nobodyNeedsToLendWhileThereIsEnough() {
    assertEquals(
        List.of(),
        Cases.untimed(12 * GB, six("a", 3).physical(6 * GB).loaned(0).build()).judge(NEVER));
  }

  @Test
  void whoMayNotLendIsToldSo() {
    Cases world =
        Cases.untimed(
                12 * GB, six("a", 2).physical(6 * GB).loaned(0).build(), robbed("b", 2).build())
            .members(
                Cases.member("a", NONE, LoanPolicy.OFF),
                Cases.member("b", NONE, LoanPolicy.FILE_CACHE));
    List<Finding> findings = world.judge(POLICY);
    assertEquals(1, findings.size());
    assertEquals(Severity.YELLOW, findings.get(0).severity());
    assertEquals("a", findings.get(0).subject());
    assertEquals(
        "a kept 4.00 GB beyond what is hot and lent nothing (ams_loan_policy 0) while 1.00 GB was"
            + " stolen from b, in 2 of 2 samples: first sample 1, worst sample 1, last sample 2.",
        findings.get(0).title());
    assertEquals(
        "Let it lend file cache and free memory: vmo -p -o ams_loan_policy=1 on a.",
        findings.get(0).advice());
    assertEquals(List.of(Cases.line("a", 0), Cases.line("b", 0)), findings.get(0).evidence());
    List<Finding> never = world.judge(NEVER);
    assertEquals(1, never.size(), "one rule speaks of a, the other of b");
    assertEquals("b", never.get(0).subject());
  }

  @Test
  void whoLendsLittleWhileOthersPay() {
    List<Finding> findings =
        Cases.untimed(
                12 * GB,
                six("a", 1).physical(5.43 * GB).loaned(0.57 * GB).build(),
                robbed("b", 1).build())
            .judge(POLICY);
    assertEquals(1, findings.size());
    assertEquals(
        "a kept 3.43 GB beyond what is hot and lent 0.57 GB while 1.00 GB was stolen from b, in 1 of"
            + " 1 sample, in sample 1.",
        findings.get(0).title());
    assertEquals(
        "Take up to 3.25 GB of logical memory from a by DLPAR (chhwres -m SYSTEM -r mem -o r -p a -q 3328), or"
            + " lower its memory weight, so that its cache gives way before others are paged.",
        findings.get(0).advice());
  }

  @Test
  void whoLendsMostOfWhatIsColdDoesEnough() {
    assertEquals(
        List.of(),
        Cases.untimed(
                12 * GB,
                six("a", 1).physical(3.9 * GB).loaned(2.1 * GB).build(),
                robbed("b", 1).build())
            .judge(POLICY));
    assertEquals(
        List.of(),
        Cases.untimed(
                24 * GB,
                six("a", 1).physical(6 * GB).loaned(0).build(),
                robbed("b", 1).physical(8 * GB).build())
            .judge(POLICY),
        "nobody pays");
    assertEquals(
        List.of(), Cases.untimed(12 * GB, robbed("b", 1).build()).judge(POLICY), "nobody else");
  }

  @Test
  void unknownWithoutLoans() {
    Cases world = Cases.untimed(12 * GB, six("a", 12).build(), six("b", 12).build());
    assertEquals(
        "Whether members always lend is not known: no capture shows loaned memory.",
        world.judge(ALWAYS).get(0).title());
    assertEquals(
        "Whether members ever lend is not known: no capture shows loaned memory.",
        world.judge(NEVER).get(0).title());
    Finding policy = world.judge(POLICY).get(0);
    assertEquals(Severity.UNKNOWN, policy.severity());
    assertEquals(
        "Whether members keep memory at the cost of others is not known: no two captures show"
            + " physical and loaned memory at the same time.",
        policy.title());
    assertEquals("Run vmstat -ht 60 on every member for a week.", policy.advice());
  }
}
