package dev.headroom.sizing.zvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessorLoadTest {
  private static final double NONE = Double.NaN;

  /** Rows of a time and a value, one after the other. */
  private static Table rows(double... timesAndValues) {
    TableBuilder rows = new TableBuilder(List.of(Metric.CPU_BUSY));
    for (int i = 0; i < timesAndValues.length; i += 2) {
      rows.set(0, timesAndValues[i + 1]);
      rows.endRow(10 + i, timesAndValues[i]);
    }
    return rows.build(new Subject(Kind.GUEST, "G"), "fcx112", "lab/g");
  }

  private static ProcessorLoad load(double... timesAndValues) {
    return ProcessorLoad.of(List.of(rows(timesAndValues)), Metric.CPU_BUSY, true);
  }

  @Test
  void placesRiseHoweverTheRowsStand() {
    ProcessorLoad load = load(3, 30, 1, 10, 2, 20);
    assertArrayEquals(new double[] {1, 2, 3}, load.places());
    assertArrayEquals(new double[] {10, 20, 30}, load.values());
    assertArrayEquals(new int[] {1, 1, 1}, load.terms());
  }

  @Test
  void ofTwoValuesAtOneTimeTheOneReadLaterCounts() {
    ProcessorLoad load =
        ProcessorLoad.of(List.of(rows(1, 10, 2, 20), rows(2, 25)), Metric.CPU_BUSY, true);
    assertArrayEquals(new double[] {1, 2}, load.places());
    assertArrayEquals(new double[] {10, 25}, load.values());
  }

  @Test
  void rowsWithoutATimeStandInTheirOrderAndAnAbsentValueKeepsItsPlace() {
    ProcessorLoad load =
        ProcessorLoad.of(
            List.of(rows(NONE, 10, 5, 99, NONE, NONE, NONE, 30)), Metric.CPU_BUSY, false);
    assertArrayEquals(new double[] {0, 2}, load.places());
    assertArrayEquals(new double[] {10, 30}, load.values());
  }

  @Test
  void aSumHasAValueWhereOneOfThemHas() {
    ProcessorLoad sum =
        ProcessorLoad.sum(List.of(load(1, 10, 2, 20, 4, 40), load(2, 2, 3, 3), load()))
            .orElseThrow();
    assertArrayEquals(new double[] {1, 2, 3, 4}, sum.places());
    assertArrayEquals(new double[] {10, 22, 3, 40}, sum.values());
    assertArrayEquals(new int[] {1, 2, 1, 1}, sum.terms());
    assertEquals(2, sum.mostTerms());
  }

  @Test
  void theSumOfNothingIsAbsent() {
    assertEquals(Optional.empty(), ProcessorLoad.sum(List.of(load(), load())));
  }

  @Test
  void thePeakIsTheFirstOfEquals() {
    assertEquals(1, load(1, 10, 2, 20, 3, 20).peak());
    assertEquals(-1, load().peak());
  }

  @Test
  void aSpanBeginsAfterItsFirstPlaceAndHoldsItsLast() {
    ProcessorLoad load = load(1, 10, 2, 20, 3, 60, 4, 80);
    assertEquals(2, load.count(1, 3));
    assertEquals(40, load.mean(1, 3));
    assertEquals(2, load.count(1.5, 3.5), "also from between two places");
    assertEquals(NONE, load.mean(4, 9));
  }

  @Test
  void aMeanIsOfCompleteSumsOnly() {
    ProcessorLoad sum =
        ProcessorLoad.sum(List.of(load(1, 10, 2, 20, 3, 30), load(1, 1, 3, 3))).orElseThrow();
    assertEquals(2, sum.count(0, 3));
    assertEquals(22, sum.mean(0, 3));
  }

  @Test
  void aValueIsFoundByItsPlaceAlone() {
    assertEquals(20, load(1, 10, 2, 20).at(2));
    assertEquals(NONE, load(1, 10, 2, 20).at(1.5));
  }
}
