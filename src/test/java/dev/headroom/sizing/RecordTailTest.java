package dev.headroom.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecordTailTest {
  private static final BlockMaxima MAXIMA =
      new BlockMaxima(86_400_000, new double[] {100, 90, 90, 60});

  @Test
  void thePastsPeakIsPassedWithTheChanceOfARecord() {
    RecordTail tail = new RecordTail(0.2, 10, 4, MAXIMA);
    assertEquals(0.2, tail.above(100).orElseThrow(), 1e-12);
    assertEquals(100, tail.sizeFor(0.2));
    assertEquals(100, tail.sizeFor(0.5));
  }

  @Test
  void aboveItTheTailIsALomax() {
    RecordTail tail = new RecordTail(0.2, 10, 4, MAXIMA);
    // (1 + x / (m s))^-m = 1/4 at x = m s (4^(1/m) - 1)
    double size = 100 + 40 * (Math.pow(4, 0.25) - 1);
    assertEquals(size, tail.sizeFor(0.05), 1e-9);
    assertEquals(0.05, tail.above(size).orElseThrow(), 1e-12);
  }

  @Test
  void muchEvidenceMakesItExponential() {
    RecordTail tail = new RecordTail(0.2, 10, 1e6, MAXIMA);
    assertEquals(100 + 10 * Math.log(4), tail.sizeFor(0.05), 1e-3);
  }

  @Test
  void belowItThePastsOwnMaximaCount() {
    RecordTail tail = new RecordTail(0.2, 10, 4, MAXIMA);
    assertEquals(0.2 + 0.5 * 0.16, tail.above(95).orElseThrow(), 1e-12);
    // two of 90 and one of 100 are not below
    assertEquals(1 - Math.pow(0.8, 3), tail.above(90 - 1e-9).orElseThrow(), 1e-9);
    assertEquals(1, tail.above(59).orElseThrow());
  }

  @Test
  void lessEvidenceIsNeverLessSize() {
    double size = 0;
    for (double freedom : new double[] {512, 64, 8, 1}) {
      double next = new RecordTail(0.2, 10, freedom, MAXIMA).sizeFor(0.01);
      assertTrue(next > size, "heavier tail");
      size = next;
    }
  }
}
