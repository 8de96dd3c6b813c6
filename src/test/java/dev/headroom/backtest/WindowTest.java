package dev.headroom.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.Histories;
import dev.headroom.memory.PoolHistory;
import dev.headroom.sizing.Goal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which periods are judged. */
final class WindowTest {
  private static final double HOUR = 3_600_000;
  private static final double DAY = 24 * HOUR;

  private static PoolHistory hourly(double[] instants) {
    double[] ones = new double[instants.length];
    Arrays.fill(ones, 1);
    return new PoolHistory(
        true,
        instants,
        HOUR,
        List.of(Histories.member("a", instants.length).logical(2).hot(1).build()),
        ones);
  }

  private static double[] hours(int from, int until) {
    return IntStream.range(from, until).mapToDouble(hour -> hour * HOUR).toArray();
  }

  private static BacktestPlan plan(double known, double most, double horizon, double step) {
    return new BacktestPlan(known, most, step, new Goal(horizon, 0.05));
  }

  @Test
  void goesOnByItsStepToTheEnd() {
    List<Window> windows = Window.over(hourly(hours(0, 10 * 24)), plan(4, 4, 2, 2));

    assertEquals(
        List.of(
            new Window(0, 4 * DAY, 6 * DAY),
            new Window(2 * DAY, 6 * DAY, 8 * DAY),
            new Window(4 * DAY, 8 * DAY, 10 * DAY)),
        windows);
  }

  @Test
  void theLastIntervalMayBeMissingAndNoMore() {
    assertEquals(3, Window.over(hourly(hours(0, 10 * 24 - 1)), plan(4, 4, 2, 2)).size());
    assertEquals(2, Window.over(hourly(hours(0, 10 * 24 - 2)), plan(4, 4, 2, 2)).size());
  }

  @Test
  void whatIsKnownMayGrow() {
    List<Window> windows =
        Window.over(hourly(hours(0, 24 * 24)), plan(4, Double.POSITIVE_INFINITY, 10, 10));

    assertEquals(
        List.of(new Window(0, 4 * DAY, 14 * DAY), new Window(0, 14 * DAY, 24 * DAY)), windows);
    assertEquals(14, windows.get(1).knownDays());
  }

  @Test
  void aClockThatJumpsAhundredYearsCostsNoHundredYearsOfTurns() {
    int century = 876_600;
    double[] instants =
        IntStream.concat(IntStream.range(0, 240), IntStream.range(century, century + 240))
            .mapToDouble(hour -> hour * HOUR)
            .toArray();

    List<Window> windows = Window.over(hourly(instants), plan(4, 4, 2, 0.25));

    for (Window window : windows) {
      boolean holds =
          Arrays.stream(instants).anyMatch(at -> at >= window.cut() && at < window.until());
      assertEquals(true, holds, window::toString);
    }
    assertEquals(0.25 * DAY, windows.get(1).cut() - windows.get(0).cut());
    // none that holds an instant is passed over: 17 and 7 before the jump, 8 and 33 after it
    assertEquals(4 * DAY, windows.get(0).cut());
    long after = windows.stream().filter(window -> window.cut() > 20 * DAY).count();
    long expected = 0;
    for (double cut = 4 * DAY; cut + 2 * DAY <= (century + 241) * HOUR; cut += 0.25 * DAY) {
      expected += cut > 20 * DAY && cut + 2 * DAY > century * HOUR ? 1 : 0;
    }
    assertEquals(expected, after);
  }

  @Test
  void withoutTimesThereIsNone() {
    PoolHistory untimed = Histories.untimed(Histories.member("a", 500).logical(2).hot(1).build());

    assertEquals(List.of(), Window.over(untimed, plan(1, 1, 1, 1)));
    assertEquals(List.of(), Window.over(hourly(new double[0]), plan(1, 1, 1, 1)));
    assertEquals(List.of(), Window.over(hourly(hours(0, 30)), plan(1, 1, 1, 1)));
  }
}
