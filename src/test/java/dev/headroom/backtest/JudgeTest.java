package dev.headroom.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import org.junit.jupiter.api.Test;

/** How a size is judged by what followed. */
final class JudgeTest {
  private static final double N = Histories.NONE;

  private static Judge judge(MemberHistory... members) {
    return new Judge(CarriedDemand.of(Histories.timed(1000, members)), 1000);
  }

  private static MemberHistory member(String name, double... hot) {
    return Histories.member(name, hot.length).logical(1000).hot(hot).build();
  }

  @Test
  void countsWhatIsAbove() {
    Score score = judge(member("a", 10, 11, 12, 9, 12, 10)).of(10);

    assertEquals(3, score.above());
    assertEquals(6, score.counted());
    assertEquals(0.2, score.severity(), 1e-12);
    assertEquals(2000, score.longestRunMillis());
    assertTrue(score.breached());
  }

  @Test
  void whatIsJustFilledIsNotExceeded() {
    Score score = judge(member("a", 10, 10.4)).of(10);

    assertFalse(score.breached());
    assertEquals(0, score.severity());
    assertEquals(0, score.longestRunMillis());
  }

  @Test
  void theSilentCountWithWhatTheyNeededLast() {
    Judge judge =
        judge(
            member("a", 4, N, N, N),
            member("b", 1, 1, 1, 1),
            member("c", 1, 1, 1, 9),
            member("d", 0, 0, 0, 0));

    assertEquals(14, judge.oracle());
    assertEquals(4, judge.of(100).counted());
  }

  @Test
  void anInstantIsLeftOutWhenMoreThanAQuarterIsSilent() {
    Judge judge =
        judge(
            member("a", 4, 4, N, N),
            member("b", 4, N, N, 4),
            member("c", 4, 4, 4, 4),
            member("d", 4, 4, 4, 4));

    // the third of four instants: two of four are silent
    assertEquals(3, judge.of(100).counted());
    assertEquals(3, judge.witnesses());
    assertEquals(16, judge.oracle());
  }

  @Test
  void aRunIsBrokenByWhatIsNotKnown() {
    Score score = judge(member("a", 20, 20, N, 20, 20, 20)).of(10);

    assertEquals(5, score.counted());
    assertEquals(3000, score.longestRunMillis());
  }

  @Test
  void whoIsShortOfMemorySpeaksOnlyAgainstASize() {
    MemberHistory paged =
        Histories.member("a", 4).logical(1000).hot(5, 5, 50, 5).pageIns(0, 3, 3, 0).build();
    Judge judge = judge(paged);

    assertEquals(2, judge.witnesses());
    Score small = judge.of(10);
    assertEquals(1, small.above());
    assertEquals(3, small.counted());
    assertEquals(2, judge.of(60).counted());
  }
}
