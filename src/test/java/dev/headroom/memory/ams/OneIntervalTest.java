package dev.headroom.memory.ams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows without times are laid beside each other only where they are as far apart. */
final class OneIntervalTest {
  private static Table capture(String name, double interval) {
    TableBuilder builder = new TableBuilder(List.of(Metric.MEMORY_VIRTUAL));
    for (int row = 0; row < 3; row++) {
      builder.set(Metric.MEMORY_VIRTUAL, 1 << 20);
      builder.endRow(row + 1, Double.NaN);
    }
    return builder
        .build(new Subject(Kind.PARTITION, name), "vmstat", name + ".vmstat")
        .every(interval);
  }

  private static List<String> leftOut(Table... tables) {
    return OneInterval.leftOut(List.of(tables)).stream()
        .map(table -> table.subject().name())
        .toList();
  }

  @Test
  void theIntervalOfMostIsLaid() {
    assertEquals(
        List.of("a"), leftOut(capture("a", 10_000), capture("b", 60_000), capture("c", 60_000)));
  }

  @Test
  void ofEquallyManyTheShortest() {
    assertEquals(List.of("b"), leftOut(capture("a", 10_000), capture("b", 60_000)));
  }

  @Test
  void whatIsNotKnownIsNoDifference() {
    assertEquals(List.of(), leftOut(capture("a", Double.NaN), capture("b", 60_000)));
    assertEquals(List.of(), leftOut(capture("a", 60_000), capture("b", 60_000)));
  }
}
