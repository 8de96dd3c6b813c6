package dev.headroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationsTest {
  private static final double NONE = Double.NaN;
  private static final Metric FREE = Metric.MEMORY_FREE;

  /** Rows of time, virtual, physical, loaned and free; the first stands on line 1. */
  private static Table table(String source, Kind kind, double[]... rows) {
    TableBuilder builder =
        new TableBuilder(
            List.of(Metric.MEMORY_VIRTUAL, Metric.MEMORY_PHYSICAL, Metric.MEMORY_LOANED, FREE));
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < 4; column++) {
        builder.set(column, rows[row][column + 1]);
      }
      builder.endRow(row + 1, rows[row][0]);
    }
    return builder.build(new Subject(kind, "a"), "vmstat", source);
  }

  private static double[] row(double time, double virtual) {
    return new double[] {time, virtual, NONE, NONE, NONE};
  }

  private static PoolHistory history(boolean timed, double interval, double... instants) {
    return new PoolHistory(timed, instants, interval, List.of(), new double[instants.length]);
  }

  private static Optional<Evidence> line(String source, long line) {
    return Optional.of(new Evidence(source, line));
  }

  @Test
  void citesTheRowOfTheInterval() {
    Citations citations =
        Citations.of(List.of(table("x", Kind.PARTITION, row(0, 1), row(60, 2), row(120, 3))));
    PoolHistory history = history(true, 60, 0, 60, 120, 180, 240, 300, 360);
    Metric virtual = Metric.MEMORY_VIRTUAL;
    assertEquals(line("x", 1), citations.at("a", virtual, history, 0));
    assertEquals(line("x", 2), citations.at("a", virtual, history, 1));
    assertEquals(line("x", 3), citations.at("a", virtual, history, 2));
    assertEquals(line("x", 3), citations.at("a", virtual, history, 3));
    assertEquals(line("x", 3), citations.at("a", virtual, history, 4), "held for two intervals");
    assertEquals(Optional.empty(), citations.at("a", virtual, history, 5));
    assertEquals(Optional.empty(), citations.at("b", virtual, history, 0));
    assertEquals(Optional.empty(), citations.at("a", Metric.PAGING_IN, history, 0));
  }

  @Test
  void withoutAnIntervalOnlyTheVeryTimeIsMeant() {
    Citations citations = Citations.of(List.of(table("x", Kind.PARTITION, row(60, 1))));
    PoolHistory history = history(true, NONE, 60, 61);
    assertEquals(line("x", 1), citations.at("a", Metric.MEMORY_VIRTUAL, history, 0));
    assertEquals(Optional.empty(), citations.at("a", Metric.MEMORY_VIRTUAL, history, 1));
  }

  @Test
  void ofSeveralRowsInAnIntervalTheWorstStandsForIt() {
    Citations citations =
        Citations.of(
            List.of(
                table(
                    "x",
                    Kind.PARTITION,
                    new double[] {0, 9, 1, 9, NONE},
                    new double[] {20, 1, 6, 2, NONE},
                    new double[] {40, 7, 5, 1, 4},
                    new double[] {60, 2, 4, 3, NONE})));
    PoolHistory history = history(true, 60, 60, 120);
    assertEquals(line("x", 3), citations.at("a", Metric.MEMORY_VIRTUAL, history, 0), "most");
    assertEquals(
        line("x", 3), citations.at("a", Metric.MEMORY_PHYSICAL, history, 0), "least backed");
    assertEquals(line("x", 3), citations.at("a", FREE, history, 0), "the one that has it");
    assertEquals(line("x", 3), citations.at("a", FREE, history, 1), "held");
  }

  @Test
  void timesThatFallBackAreLookedThrough() {
    Citations citations =
        Citations.of(List.of(table("x", Kind.PARTITION, row(120, 3), row(0, 1), row(60, 2))));
    PoolHistory history = history(true, 60, 0, 60, 120);
    assertEquals(line("x", 2), citations.at("a", Metric.MEMORY_VIRTUAL, history, 0));
    assertEquals(line("x", 3), citations.at("a", Metric.MEMORY_VIRTUAL, history, 1));
    assertEquals(line("x", 1), citations.at("a", Metric.MEMORY_VIRTUAL, history, 2));
  }

  @Test
  void withoutTimesTheOrdinalCounts() {
    Citations citations =
        Citations.of(
            List.of(
                table("x", Kind.PARTITION, row(NONE, 1), row(NONE, NONE), row(NONE, 2)),
                table("y", Kind.PARTITION, row(5, 8), row(NONE, 3), row(NONE, 4))));
    PoolHistory history = history(false, NONE, 0, 1, 2, 3, 4, 5, 6);
    Metric virtual = Metric.MEMORY_VIRTUAL;
    assertEquals(line("x", 1), citations.at("a", virtual, history, 0));
    assertEquals(line("x", 3), citations.at("a", virtual, history, 1));
    assertEquals(line("y", 2), citations.at("a", virtual, history, 2));
    assertEquals(line("y", 3), citations.at("a", virtual, history, 3));
    assertEquals(line("y", 3), citations.at("a", virtual, history, 5), "held");
    assertEquals(Optional.empty(), citations.at("a", virtual, history, 6));
    assertEquals(Optional.empty(), citations.at("a", FREE, history, 0));
    assertEquals(Optional.empty(), citations.at("b", virtual, history, 0));
  }

  @Test
  void extremesAndEnds() {
    Citations timed =
        Citations.of(
            List.of(
                table("x", Kind.PARTITION, row(60, 2), row(120, 9), row(180, NONE)),
                table("y", Kind.PARTITION, row(0, 9), row(90, 1), row(NONE, 5)),
                table("z", Kind.POOL, row(500, 99))));
    Metric virtual = Metric.MEMORY_VIRTUAL;
    assertEquals(line("x", 2), timed.highest("a", virtual), "the first among equals");
    assertEquals(line("y", 2), timed.lowest("a", virtual));
    assertEquals(line("y", 1), timed.first("a", virtual));
    assertEquals(line("x", 2), timed.last("a", virtual));
    assertEquals(Optional.empty(), timed.last("a", FREE));
    assertEquals(Optional.empty(), timed.highest("b", virtual));

    Citations untimed =
        Citations.of(
            List.of(
                table("x", Kind.PARTITION, row(NONE, 2), row(NONE, 9)),
                table("y", Kind.PARTITION, row(NONE, 5), row(NONE, 1), row(NONE, NONE))));
    assertEquals(line("x", 1), untimed.first("a", virtual));
    assertEquals(line("y", 2), untimed.last("a", virtual));
  }

  @Test
  void longTablesAreLookedUpNotCopied() {
    int rows = 1_000_000;
    TableBuilder builder = new TableBuilder(List.of(Metric.MEMORY_VIRTUAL));
    for (int row = 0; row < rows; row++) {
      builder.set(0, row % 1000);
      builder.endRow(row + 1, row * 1000.0);
    }
    Table table = builder.build(new Subject(Kind.PARTITION, "a"), "vmstat", "x");
    Citations citations = Citations.of(List.of(table));
    PoolHistory history = history(true, 1000, 7_000, 999_999_000);
    for (int again = 0; again < 10_000; again++) {
      assertEquals(line("x", 8), citations.at("a", Metric.MEMORY_VIRTUAL, history, 0));
      assertEquals(line("x", rows), citations.at("a", Metric.MEMORY_VIRTUAL, history, 1));
    }
  }
}
