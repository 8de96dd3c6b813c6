package dev.headroom.report.chart;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.report.InventedPools.START_MILLIS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.ChartPools;
import dev.headroom.report.PoolReport;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeekMapTest {
  private static final double HOUR = 3_600_000;

  /** From Tuesday 30 June 2009 on, an hour between two instants. */
  private static PoolHistory hourly(double... hot) {
    double[] instants = new double[hot.length];
    Arrays.setAll(instants, i -> START_MILLIS + i * HOUR);
    MemberHistory member =
        Histories.member("a", hot.length).logical(20 * GB).hot(hot).warm(GB).build();
    double[] coverage = new double[hot.length];
    Arrays.fill(coverage, 1);
    return new PoolHistory(true, instants, HOUR, List.of(member), coverage);
  }

  private static PoolHistory days(int days) {
    double[] hot = new double[days * 24];
    Arrays.fill(hot, 2.35 * GB);
    hot[30] = 11.75 * GB;
    hot[31] = 11.76 * GB;
    return hourly(hot);
  }

  @Test
  void aCellIsTheMostOfItsHourAndWeekday() {
    PoolHistory history = days(9);
    WeekMap map = WeekMap.of(ChartPools.pool(history), PoolDemand.of(history)).orElseThrow();
    assertEquals("the size less reserve, 11.75 GB", map.of());
    assertEquals(24, map.hours().size());
    assertEquals("06:00", map.hours().get(6).name());
    // the 30th instant is Wednesday at 6, and there is another Wednesday
    assertEquals(new WeekMap.Cell("100", "w9"), map.hours().get(6).days().get(2));
    assertEquals(new WeekMap.Cell("101", "over"), map.hours().get(7).days().get(2));
    assertEquals(new WeekMap.Cell("20", "w2"), map.hours().get(7).days().get(1));
  }

  @Test
  void whereThereIsNoSampleACellIsBlank() {
    PoolHistory history = days(2);
    WeekMap map = WeekMap.of(ChartPools.pool(history), PoolDemand.of(history)).orElseThrow();
    assertEquals(new WeekMap.Cell("", "none"), map.hours().get(0).days().get(0));
    assertEquals("20", map.hours().get(0).days().get(1).text());
    assertEquals(
        24 * 5,
        map.hours().stream()
            .flatMap(hour -> hour.days().stream())
            .filter(cell -> cell.text().isEmpty())
            .count());
  }

  @Test
  void aPoolOfUnknownSizeIsMeasuredByItsPeak() {
    PoolHistory history = days(2);
    PoolReport pool = ChartPools.unsized(history);
    WeekMap map = WeekMap.of(pool, PoolDemand.of(history)).orElseThrow();
    assertEquals("the peak, 11.76 GB", map.of());
    assertEquals("100", map.hours().get(7).days().get(2).text());
  }

  @Test
  void oneDayOrNoDayHasNoMap() {
    PoolHistory day = hourly(new double[24]);
    assertTrue(WeekMap.of(ChartPools.pool(day), PoolDemand.of(day)).isEmpty());
    PoolHistory untimed = ChartPools.untimed(9999);
    assertTrue(WeekMap.of(ChartPools.pool(untimed), PoolDemand.of(untimed)).isEmpty());
    PoolHistory silent = ChartPools.even(9999, i -> true);
    assertTrue(WeekMap.of(ChartPools.pool(silent), PoolDemand.of(silent)).isEmpty());
    PoolHistory idle = hourly(new double[99]);
    assertTrue(WeekMap.of(ChartPools.unsized(idle), PoolDemand.of(idle)).isEmpty());
  }
}
