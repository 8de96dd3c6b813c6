package dev.headroom.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.Tries;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ColumnTest {

  @Property(tries = 500 * Tries.TIMES, seed = Tries.SEED, edgeCases = EdgeCasesMode.NONE)
  void whatGoesInComesOutBitForBit(
      @ForAll @IntRange(max = 3) int decimals,
      @ForAll @DoubleRange(min = -1e15, max = 1e15) double base,
      @ForAll @IntRange(min = 1) int range,
      @ForAll @DoubleRange(max = 1) double absentShare,
      @ForAll long seed) {
    Random random = new Random(seed);
    double scale = Math.pow(10, decimals);
    double[] values = new double[Column.CHUNK + 5];
    for (int i = 0; i < values.length; i++) {
      boolean absent = random.nextDouble() < absentShare;
      values[i] = absent ? Double.NaN : (Math.rint(base / scale) + random.nextInt(range)) / scale;
    }
    assertKept(values);
  }

  @Test
  void keepsWhatCannotBePacked() {
    double[] values = new double[2 * Column.CHUNK];
    values[0] = Double.POSITIVE_INFINITY;
    values[1] = -0.0;
    values[2] = Double.MIN_VALUE;
    values[3] = Math.PI;
    values[4] = Double.NaN;
    values[Column.CHUNK] = -0.0;
    assertKept(values);
  }

  @Test
  void keepsAChunkInWhichEverythingIsAbsent() {
    double[] values = new double[Column.CHUNK + 1];
    Arrays.fill(values, Double.NaN);
    assertKept(values);
  }

  private static void assertKept(double[] values) {
    Column column = new Column();
    column.addAll(values, values.length);
    assertEquals(values.length, column.size());
    for (int i = 0; i < values.length; i++) {
      assertEquals(
          Double.doubleToLongBits(values[i]), Double.doubleToLongBits(column.get(i)), "at " + i);
    }
  }
}
