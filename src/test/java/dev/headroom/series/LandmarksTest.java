package dev.headroom.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LandmarksTest {
  private static final double NONE = Double.NaN;
  private static final Metric BUSY = Metric.CPU_BUSY;
  private static final Subject A = new Subject(Kind.PROCESSOR, "a");

  /** Rows of a time and a value; the first stands on line 1. */
  private static Table table(String source, Kind kind, double[]... rows) {
    TableBuilder builder = new TableBuilder(List.of(BUSY));
    for (int row = 0; row < rows.length; row++) {
      builder.set(0, rows[row][1]);
      builder.endRow(row + 1, rows[row][0]);
    }
    return builder.build(new Subject(kind, "a"), "fcx144", source);
  }

  private static double[] row(double time, double value) {
    return new double[] {time, value};
  }

  private static void assertLine(String source, long line, Optional<Row> found) {
    assertEquals(source + ":" + line, found.map(r -> r.source() + ":" + r.line()).orElse("none"));
  }

  @Test
  void extremesAndTheLast() {
    Landmarks timed =
        Landmarks.of(
            List.of(
                table("x", Kind.PROCESSOR, row(60, 2), row(120, 9), row(180, NONE)),
                table("y", Kind.PROCESSOR, row(0, 9), row(90, 1), row(NONE, 5)),
                table("z", Kind.POOL, row(500, 99))));
    assertLine("x", 2, timed.highest(A, BUSY));
    assertLine("y", 2, timed.lowest(A, BUSY));
    assertLine("x", 2, timed.last(A, BUSY));
    assertEquals(Optional.empty(), timed.last(A, Metric.MEMORY_FREE));
    assertEquals(Optional.empty(), timed.highest(new Subject(Kind.PROCESSOR, "b"), BUSY));

    Landmarks untimed =
        Landmarks.of(
            List.of(
                table("x", Kind.PROCESSOR, row(NONE, 2), row(NONE, 9)),
                table("y", Kind.PROCESSOR, row(NONE, 5), row(NONE, 1), row(NONE, NONE))));
    assertLine("y", 2, untimed.last(A, BUSY));
    assertLine("x", 2, untimed.highest(A, BUSY));
  }

  @Test
  void atATimeAndWithinAnInterval() {
    // the second table falls back in time, and speaks of 60 once more
    Landmarks landmarks =
        Landmarks.of(
            List.of(
                table("x", Kind.PROCESSOR, row(60, 2), row(120, 9), row(180, 9)),
                table("y", Kind.PROCESSOR, row(0, 4), row(60, 3))));
    assertLine("y", 2, landmarks.at(A, BUSY, 60));
    assertLine("y", 1, landmarks.at(A, BUSY, 0));
    assertEquals(Optional.empty(), landmarks.at(A, BUSY, 61));
    assertLine("y", 2, landmarks.highest(A, BUSY, 0, 60));
    assertLine("x", 2, landmarks.highest(A, BUSY, 60, 500));
    assertLine("y", 1, landmarks.highest(A, BUSY, -60, 0));
    assertEquals(Optional.empty(), landmarks.highest(A, BUSY, 180, 500));
  }

  @Test
  void rowsOfSeveralTablesAreNumberedThrough() {
    Table empty = table("empty", Kind.PROCESSOR);
    Table x = table("x", Kind.PROCESSOR, row(0, 1), row(1, 2));
    Table y = table("y", Kind.PROCESSOR, row(0, 3));
    RowNumbers numbers = new RowNumbers(List.of(empty, x, empty, y));
    assertEquals(
        List.of(0, 1, 2), List.of(of(numbers, x, 0), of(numbers, x, 1), of(numbers, y, 0)));
    assertLine("x", 1, numbers.row(0));
    assertLine("x", 2, numbers.row(1));
    assertLine("y", 1, numbers.row(2));
    assertEquals(RowNumbers.NONE, numbers.of(null));
    assertEquals(Optional.empty(), numbers.row(RowNumbers.NONE));
    Row strange = new Row(table("z", Kind.PROCESSOR, row(0, 1)), 0);
    assertThrows(IllegalArgumentException.class, () -> numbers.of(strange));
  }

  private static int of(RowNumbers numbers, Table table, int row) {
    return numbers.of(new Row(table, row));
  }
}
