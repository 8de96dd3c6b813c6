package dev.headroom.risk.ams;

import static dev.headroom.memory.Histories.GB;
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

class InsideSwappingTest {
  private static final Rule<AmsCase> RULE = new InsideSwapping(Thresholds.DEFAULTS);

  private static Histories paging(double... pages) {
    return Histories.member("a", pages.length).logical(4 * GB).hot(3 * GB).ownPaging(pages);
  }

  @Test
  void goesOnPagingWhileThePoolHasRoom() {
    List<Finding> findings = Cases.minutes(12 * GB, paging(0, 47, 80.5, 11, 0).build()).judge(RULE);
    assertEquals(1, findings.size());
    assertEquals(Severity.YELLOW, findings.get(0).severity());
    assertEquals(
        "a paged up to 80.5 pages/s to and from its own paging space while the pool had 9.00 GB to"
            + " spare, in 3 of 5 intervals (3 min): first 2009-06-30 16:01, worst 2009-06-30 16:02,"
            + " last 2009-06-30 16:03.",
        findings.get(0).title());
    assertEquals(
        "Its logical memory is too small: add some by DLPAR (chhwres -m SYSTEM -r mem -o a -p a -q 256) until"
            + " pi and po stay near 0.",
        findings.get(0).advice());
    assertEquals(
        List.of(Cases.line("a", 2), Cases.line("a", 1), Cases.line("a", 3)),
        findings.get(0).evidence());
  }

  @Test
  void whoLendsHotMemoryPagesBecauseOfThat() {
    List<Finding> findings =
        Cases.minutes(12 * GB, paging(20, 20, 20).physical(3 * GB).loaned(GB).build())
            .members(Cases.member("a", 0, LoanPolicy.ANY_DATA))
            .judge(RULE);
    assertEquals(
        "It lends computational memory (ams_loan_policy 2): vmo -p -o ams_loan_policy=1 on a keeps"
            + " that.",
        findings.get(0).advice());
  }

  @Test
  void notForAMomentNorWithoutRoom() {
    assertEquals(List.of(), Cases.minutes(12 * GB, paging(0, 47, 80, 10, 90).build()).judge(RULE));
    assertEquals(
        List.of(), Cases.minutes(2 * GB, paging(47, 47, 47).build()).judge(RULE), "no room");
  }

  @Test
  void unknownWithoutPagingOrRoom() {
    Finding unseen =
        Cases.minutes(12 * GB, Histories.member("a", 3).logical(4 * GB).hot(GB).build())
            .judge(RULE)
            .get(0);
    assertEquals(Severity.UNKNOWN, unseen.severity());
    assertEquals(
        "Whether a pages to its own paging space is not known: no capture shows pi and po.",
        unseen.title());
    Finding room =
        Cases.of(
                12 * GB,
                Histories.covered(
                    Histories.timed(Cases.MINUTE, paging(20, 30, 20).build()), 0.4, 0.4, 0.4))
            .judge(RULE)
            .get(0);
    assertEquals(Severity.UNKNOWN, room.severity());
    assertEquals(
        "a pages to its own paging space; whether the pool had room then is not known.",
        room.title());
    assertEquals(List.of(Cases.line("a", 1)), room.evidence());
  }
}
