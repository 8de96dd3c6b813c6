package dev.headroom.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentileTest {
  @Test
  void isAValueThatWasMeasured() {
    double[] hundred = IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();
    assertEquals(OptionalDouble.of(95), Percentile.nearestRank(0.95, hundred));
    assertEquals(OptionalDouble.of(100), Percentile.nearestRank(1, hundred));
    assertEquals(100, hundred[0], "the caller's array stays in its order");
  }

  @Test
  void fewValues() {
    assertEquals(OptionalDouble.of(20), Percentile.nearestRank(0.95, new double[] {20, 10}));
    assertEquals(OptionalDouble.of(10), Percentile.nearestRank(0.5, new double[] {20, 10}));
    assertEquals(OptionalDouble.empty(), Percentile.nearestRank(0.95, new double[0]));
  }
}
