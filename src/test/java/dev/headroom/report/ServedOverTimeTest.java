package dev.headroom.report;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Basis;
import dev.headroom.memory.Histories;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ServedOverTimeTest {
  /** Two partitions of 8 GB, 6 of them hot; of the first it was once seen how it was served. */
  private static final PoolHistory HISTORY =
      Histories.untimed(
          Histories.member("a", 3)
              .logical(8 * GB)
              .hot(6 * GB, 6 * GB, NONE)
              .warm(GB)
              .physical(5 * GB, NONE, NONE)
              .loaned(2 * GB, NONE, NONE)
              .build(),
          Histories.member("b", 3).logical(8 * GB).hot(6 * GB, 2 * GB, NONE).warm(GB).build());

  private static AmsPool pool(double size) {
    return new AmsPool("p", size, OptionalDouble.empty(), 0, List.of());
  }

  @Test
  void whatIsSeenIsToldFromWhatIsModelled() {
    ServedOverTime served =
        ServedOverTime.of(AmsReplay.run(pool(11 * GB), HISTORY, Basis.OBSERVED), HISTORY);
    assertEquals(1 * GB, served.stolen()[0] - modelledOfSecond(), 1);
    assertTrue(served.modelled().get(0), "the second is modelled beside the first");
    assertTrue(Double.isNaN(served.stolen()[2]), "where nothing is known there is no 0");
    assertTrue(Double.isNaN(served.loaned()[2]));
    PoolHistory first = HISTORY.picking(0);
    ServedOverTime alone =
        ServedOverTime.of(AmsReplay.run(pool(NONE), first, Basis.OBSERVED), first);
    assertEquals(new BitSet(), alone.modelled());
    assertEquals(GB, alone.stolen()[0], 1);
    assertEquals(2 * GB, alone.loaned()[0], 1);
    assertTrue(Double.isNaN(alone.stolen()[1]));
  }

  /** Of 11 GB the first was seen to have 5: 6 are left for 8, of which 1 can be lent. */
  private static double modelledOfSecond() {
    PoolHistory second = HISTORY.picking(1);
    return AmsReplay.run(pool(6 * GB), second, Basis.MODELLED).served().stolen(0);
  }

  @Test
  void whatDoesNotFitIsTheViolationRate() {
    for (double size : new double[] {7, 8, 11, 12, 13}) {
      var outcome = AmsReplay.run(pool(size * GB), HISTORY, Basis.MODELLED);
      BitSet unfit = ServedOverTime.of(outcome, HISTORY).unfit();
      assertEquals(size < 8 ? 2 : size < 12 ? 1 : 0, unfit.cardinality());
      assertEquals(outcome.overcommit().violationRate().orElseThrow() * 2, unfit.cardinality());
    }
  }

  @Test
  void ofAnUnknownSizeNothingIsTold() {
    var outcome = AmsReplay.run(pool(NONE), HISTORY, Basis.MODELLED);
    assertEquals(new BitSet(), ServedOverTime.of(outcome, HISTORY).unfit());
    assertTrue(Double.isNaN(ServedOverTime.of(outcome, HISTORY).stolen()[0]));
  }
}
