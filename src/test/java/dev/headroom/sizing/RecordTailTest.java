package dev.headroom.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RecordTailTest {
  @Test
  void thePastsPeakIsPassedWithTheChanceOfARecord() {
    RecordTail tail = new RecordTail(0.2, 10, 4, 100);
    assertEquals(0.2, tail.above(100).orElseThrow(), 1e-12);
    assertEquals(100, tail.sizeFor(0.2));
    assertEquals(100, tail.sizeFor(0.5));
  }

  @Test
  void aboveItTheTailIsALomax() {
    RecordTail tail = new RecordTail(0.2, 10, 4, 100);
    // (1 + x / (m s))^-m = 1/4 at x = m s (4^(1/m) - 1)
    double size = 100 + 40 * (Math.pow(4, 0.25) - 1);
    assertEquals(size, tail.sizeFor(0.05), 1e-9);
    assertEquals(0.05, tail.above(size).orElseThrow(), 1e-12);
  }

  @Test
  void muchEvidenceMakesItExponential() {
    RecordTail tail = new RecordTail(0.2, 10, 1e6, 100);
    assertEquals(100 + 10 * Math.log(4), tail.sizeFor(0.05), 1e-3);
  }

  @Test
  void belowItNothingIsSaid() {
    assertEquals(OptionalDouble.empty(), new RecordTail(0.2, 10, 4, 100).above(99));
  }

  @Test
  void lessEvidenceIsNeverLessSize() {
    double size = 0;
    for (double freedom : new double[] {512, 64, 8, 1}) {
      double next = new RecordTail(0.2, 10, freedom, 100).sizeFor(0.01);
      assertTrue(next > size, "heavier tail");
      size = next;
    }
  }
}
