package dev.headroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.risk.ams.AmsAnswer;
import dev.headroom.risk.ams.AmsCase;
import dev.headroom.risk.ams.AmsGrading;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmsAnswerTest {
  private static final double GB = 1L << 30;

  private static MemberHistory member() {
    return Histories.member("a", 2).logical(12 * GB).hot(GB, 5 * GB).warm(0).build();
  }

  private static Answer answer(AmsCase pool) {
    Standing standing = Standing.of(pool, AmsGrading.DEFAULT.grade(pool));
    return AmsAnswer.of(pool, standing, Thresholds.DEFAULTS);
  }

  @Test
  void aLargerSizeIsACommand() {
    Answer answer = answer(Cases.minutes(8 * GB, member()).sizing(10 * GB, 0.05, 28).build());
    assertEquals(2 * GB, answer.change());
    assertEquals(
        Optional.of("chhwres -m SYSTEM -r mempool -o s -a \"pool_mem=10240\""), answer.command());
  }

  @Test
  void aPoolThatLacksMembersIsNotChanged() {
    Answer answer =
        answer(
            Cases.minutes(8 * GB, member())
                .sizing(10 * GB, 0.05, 28)
                .whole(Completeness.refuted("Others take the rest."))
                .build());
    assertEquals(Optional.empty(), answer.command());
    assertEquals(0, answer.change());
    assertTrue(answer.enough().startsWith("Not known. "), answer.enough());
  }

  @Test
  void noChanceIsToldOfASizeThatIsNotKnown() {
    double none = Double.NaN;
    AmsCase pool = Cases.minutes(none, member()).sizing(10 * GB, 0.05, 28).build();
    Standing amber = Standing.graded(Grade.AMBER, Completeness.said("The site file says so."));
    String enough = AmsAnswer.of(pool, amber, Thresholds.DEFAULTS).enough();
    assertFalse(enough.contains("passes"), enough);
  }
}
