package dev.headroom.report.chart;

import static dev.headroom.report.InventedPools.START_MILLIS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.Tries;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AxesTest {
  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void thinningKeepsTheExtremesAndTheEnds(
      @ForAll @Size(min = 1, max = 3000) double[] values,
      @ForAll @IntRange(min = 1, max = 50) int buckets) {
    double[] instants = new double[values.length];
    boolean[] known = new boolean[values.length];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      instants[i] = i * 10.0;
      known[i] = true;
      least = Math.min(least, values[i]);
      most = Math.max(most, values[i]);
    }
    int[] kept = Thinning.keep(instants, known, buckets, values);
    assertEquals(0, kept[0]);
    assertEquals(values.length - 1, kept[kept.length - 1]);
    assertTrue(kept.length <= 2 * buckets + 2);
    assertEquals(least, Arrays.stream(kept).mapToDouble(i -> values[i]).min().orElseThrow());
    assertEquals(most, Arrays.stream(kept).mapToDouble(i -> values[i]).max().orElseThrow());
  }

  @Test
  void thinningKeepsWhatIsNotKnownOut() {
    double[] instants = {0, 1, 2, 3};
    double[] values = {9, 1, 2, 0};
    int[] kept = Thinning.keep(instants, new boolean[] {false, true, true, false}, 1, values);
    assertEquals("[1, 2]", Arrays.toString(kept));
    assertEquals(0, Thinning.keep(instants, new boolean[4], 10, values).length);
    assertEquals(0, Thinning.keep(new double[0], new boolean[0], 10).length);
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void stepsAreRoundAndFew(
      @ForAll @net.jqwik.api.constraints.Scale(6) @DoubleRange(min = 1e-6, max = 1e9) double top) {
    Scale scale = Scale.over(0, top, 6);
    assertTrue(scale.lastTick() - scale.firstTick() <= 6);
    assertTrue(scale.lastTick() >= 2, "at least two steps fit: " + scale);
  }

  @Test
  void ticksStandOnRoundTimesAndNameADayOnce() {
    double hour = 3_600_000;
    InstantScale day = new InstantScale(true, START_MILLIS + 20 * hour, START_MILLIS + 31 * hour);
    assertEquals(
        List.of("20:00", "22:00", "00:00", "02:00", "04:00", "06:00"),
        day.ticks().stream().map(InstantScale.Tick::label).toList());
    assertEquals(
        List.of("Tue 30 Jun", "", "Wed 1 Jul", "", "", ""),
        day.ticks().stream().map(InstantScale.Tick::below).toList());
    InstantScale short1 = new InstantScale(true, START_MILLIS, START_MILLIS + 20_000);
    assertEquals("00:00:02", short1.ticks().get(1).label());
    InstantScale months = new InstantScale(true, START_MILLIS, START_MILLIS + 200 * 24 * hour);
    assertEquals("30 Jun", months.ticks().get(0).label());
    assertEquals("2009", months.ticks().get(0).below());
    InstantScale samples = new InstantScale(false, 0, 12_000);
    assertEquals("2,000", samples.ticks().get(1).label());
  }
}
