package dev.headroom.sizing.zvm;

import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.zvm.GuestPressure;
import dev.headroom.memory.zvm.Listing;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmRelease;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.PoolSizes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * The curve of a system whose one guest of 1,000 MB has working sets of 600 and of 400 MB, with 100
 * MB of the control program's own.
 */
class ZvmCurveTest {
  private static final OptionalDouble BOUND = OptionalDouble.of(0.25);

  private static ZvmCurve curve(double minimum, Optional<Slowdown> slowdown) {
    Listing listing =
        Listing.of("VM", "5.4.0")
            .upage("A", 1, 1_000, 600, 600, 0, 0, 0)
            .upage("A", 2, 1_000, 400, 400, 0, 0, 0);
    ZvmSystem system =
        new ZvmSystem(
            "VM",
            "VM",
            new ZvmSystem.Storage(2_000 * MB, OptionalDouble.empty(), 100 * MB, 0),
            ZvmRelease.of("5.4.0"),
            List.of(Listing.guest("A", 0, 0)));
    ZvmHistory history = ZvmHistory.of(system, ZvmTables.of("VM", listing.tables()));
    PoolTotals totals = PoolTotals.of(history.pool(), system);
    assertEquals(600 * MB, totals.neededPeak().orElseThrow(), "what the cases below are made for");
    PoolSizes sizes = new PoolSizes(minimum * MB, 700 * MB, 700 * MB, 100 * MB, 1_100 * MB, MB);
    return new ZvmCurve(totals, sizes, GuestPressure.NONE, slowdown, available -> BOUND);
  }

  private static ZvmCurve curve() {
    return curve(400, Optional.empty());
  }

  @Test
  void whereAllThatGuestsDefineFitsNothingCanBePassed() {
    assertEquals(OptionalDouble.of(0), curve().breachProbability(1_100 * MB));
    assertEquals(OptionalDouble.of(0), curve().breachProbability(1_200 * MB));
    assertEquals(BOUND, curve().breachProbability(1_099 * MB));
  }

  @Test
  void fromThePeakOnTheBoundHoldsAndBelowItNothingIsSaid() {
    assertEquals(BOUND, curve().breachProbability(700 * MB));
    assertEquals(OptionalDouble.empty(), curve().breachProbability(698 * MB));
  }

  @Test
  void itGoesInEvenStepsFromHalfTheMinimumToAllThatIsDefined() {
    List<CurvePoint> points = curve().through(List.of());
    assertEquals(200 * MB, points.get(0).size());
    assertEquals(1_100 * MB, points.get(points.size() - 1).size());
    double step = (1_100 - 200) * MB / 35;
    assertTrue(points.stream().anyMatch(point -> point.size() == 400 * MB), "the minimum");
    for (int i = 1; i < points.size(); i++) {
      double apart = points.get(i).size() - points.get(i - 1).size();
      assertTrue(apart > step / 5 && apart < step * 1.26, () -> "a step of " + apart / MB);
    }
    // 36 even places, of which the last is all that is defined, and the minimum beside its place
    assertTrue(points.size() == 36 || points.size() == 37, () -> points.size() + " points");
  }

  @Test
  void itGoesThroughTheSizesThatMatterAndLeavesOutWhatIsNoSize() {
    List<CurvePoint> points = curve().through(List.of(-5 * MB, 0.0, 333.25 * MB));
    assertTrue(points.stream().anyMatch(point -> point.size() == 333.25 * MB));
    assertTrue(points.stream().allMatch(point -> point.size() > 0));
  }

  @Test
  void aSizeAboveAllThatIsDefinedIsTheLast() {
    List<CurvePoint> points = curve().through(List.of(2_000 * MB));
    assertEquals(2_000 * MB, points.get(points.size() - 1).size());
    assertEquals(OptionalDouble.of(0), points.get(points.size() - 1).breachProbability());
  }

  @Test
  void theRateIsOfWhatTheControlProgramLeaves() {
    List<CurvePoint> points = curve().through(List.of(499 * MB, 500 * MB, 699 * MB, 700 * MB));
    assertEquals(1.0, rate(points, 499));
    assertEquals(0.5, rate(points, 500));
    assertEquals(0.5, rate(points, 699));
    assertEquals(0.0, rate(points, 700));
  }

  @Test
  void belowTheControlProgramsOwnThereIsNoUpperFactor() {
    Slowdown slowdown = new Slowdown(500 * MB, OptionalDouble.of(600 * MB), 100 * MB);
    List<CurvePoint> points =
        curve(400, Optional.of(slowdown)).through(List.of(50 * MB, 100 * MB, 300 * MB));
    assertEquals(OptionalDouble.empty(), at(points, 50).slowdownHigh());
    assertEquals(OptionalDouble.empty(), at(points, 100).slowdownHigh());
    // 1 + 2.9 (550 / 300 - 1)^1.5 and 1 + 5.6 (550 / 200 - 1)^1.5
    assertEquals(3.206, at(points, 300).slowdownLow().orElseThrow(), 0.001);
    assertEquals(13.964, at(points, 300).slowdownHigh().orElseThrow(), 0.001);
    assertEquals(OptionalDouble.of(1), at(points, 1_100).slowdownHigh());
  }

  private static double rate(List<CurvePoint> points, double megabytes) {
    return at(points, megabytes).violationRate();
  }

  private static CurvePoint at(List<CurvePoint> points, double megabytes) {
    return points.stream().filter(p -> p.size() == megabytes * MB).findFirst().orElseThrow();
  }
}
