package dev.headroom.risk.ams;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.risk.Cases;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Thresholds;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The lab of the first seed document, phases at rest, C and D (figures 17, 22 and 23 with 24; the
 * damaged pmem of figure 22 as the text has it).
 */
class SeedLabTest {
  private static double bytes(double gigabytes) {
    return Math.rint(gigabytes * GB);
  }

  private static AmsCase lab() {
    MemberHistory one =
        Histories.member("bxaix85", 3)
            .logical(6 * GB)
            .floor(77 * MB)
            .hot(2678 * MB - 77 * MB, 2678 * MB - 77 * MB, 2713.5 * MB - 77 * MB)
            .warm(387 * MB, 387 * MB, 2319.1 * MB)
            .physical(bytes(4.00), bytes(5.43), bytes(5.43))
            .loaned(bytes(2.00), bytes(0.57), bytes(0.57))
            .pageIns(0)
            .pageInMillis(0)
            .ownPaging(0)
            .build();
    MemberHistory other =
        Histories.member("bxaix86", 3)
            .logical(8 * GB)
            .floor(77 * MB)
            .hot(7412.4 * MB - 77 * MB, 7388.6 * MB - 77 * MB, 7387.4 * MB - 77 * MB)
            .warm(768 * MB, 769 * MB, 769.1 * MB)
            .physical(bytes(8.00), bytes(6.57), bytes(6.57))
            .loaned(0)
            .pageIns(0, 114, 12)
            .pageInMillis(0, 1779, 94)
            .ownPaging(0, 47, 0)
            .build();
    return Cases.untimed(12 * GB, one, other)
        .members(
            Cases.member("bxaix85", 77 * MB, LoanPolicy.FILE_CACHE),
            Cases.member("bxaix86", 77 * MB, LoanPolicy.FILE_CACHE))
        .maximum(16 * GB)
        .build();
  }

  private static Finding of(String rule, String subject) {
    return AmsRules.all(Thresholds.DEFAULTS).judge(lab()).stream()
        .filter(finding -> finding.rule().equals(rule) && finding.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneAndAHalfGigabytesAreStolen() {
    Finding stolen = of("physical-overcommitment", "bxaix86");
    assertEquals(
        "1.43 GB was stolen from bxaix86 at worst, at least 0.65 GB of hot memory among it, in 2 of"
            + " 3 samples: first sample 2, worst sample 2, last sample 3.",
        stolen.title());
    assertEquals(Severity.AMBER, stolen.severity());
    assertEquals(List.of(Cases.line("bxaix86", 1), Cases.line("bxaix86", 2)), stolen.evidence());
  }

  @Test
  void pageInsTookSevenToFifteenMilliseconds() {
    Finding paging = of("hypervisor-paging", "bxaix86");
    assertEquals(
        "bxaix86 waited for 126 hypervisor page-ins of 7.8 to 15.6 ms each, 14.9 ms on average, in"
            + " 2 of 3 samples: first sample 2, worst sample 2, last sample 3.",
        paging.title());
    assertEquals(Severity.AMBER, paging.severity());
  }

  @Test
  void theNeighbourKeptItsCache() {
    Finding policy = of("loan-policy", "bxaix85");
    assertEquals(
        "bxaix85 kept 2.81 GB beyond what is hot and lent 0.57 GB while 1.43 GB was stolen from"
            + " bxaix86, in 2 of 3 samples: first sample 2, worst sample 2, last sample 3.",
        policy.title());
    assertEquals(
        "bxaix86 lent nothing while the pool was short, in 2 of 3 samples: first sample 2, worst"
            + " sample 2, last sample 3; up to 7.22 GB of its 8.00 GB was hot, so it has little to"
            + " lend.",
        of("never-lends", "bxaix86").title());
  }

  @Test
  void theVerdict() {
    AmsCase lab = lab();
    String verdict =
        AmsVerdict.of(lab, Standing.of(lab, AmsGrading.DEFAULT.grade(lab)), AmsGrading.DEFAULT);
    assertTrue(
        verdict.startsWith(
            "js22 is amber: 14.00 GB is promised on 12.00 GB and everything hot fitted (peak 9.86"
                + " GB in sample 3), but 1.43 GB was stolen from bxaix86 and its hypervisor page-ins"
                + " took up to 15.6 ms each; 13.50 GB is advised, on"
                + " too little history to be sure (how likely demand passes it cannot be said)."),
        verdict);
  }
}
