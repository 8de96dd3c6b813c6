package dev.headroom.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TableTest {
  private static final Subject PARTITION = new Subject(Kind.PARTITION, "bxaix85");
  private static final LocalDateTime NOON = LocalDateTime.of(2009, 6, 30, 12, 0);

  @Test
  void handsSamplesOnRowByRowAndLeavesOutWhatIsAbsent() {
    TableBuilder rows =
        new TableBuilder(List.of(Metric.MEMORY_PHYSICAL, Metric.HYPERVISOR_PAGEINS));
    rows.set(0, 4096);
    rows.endRow(7, Table.millis(NOON));
    rows.set(Metric.MEMORY_PHYSICAL, 8192);
    rows.set(Metric.HYPERVISOR_PAGEINS, 3);
    rows.endRow(8, Double.NaN);
    Table table = rows.build(PARTITION, "vmstat", "lab/bxaix85.vmstat");

    List<Sample> samples = new ArrayList<>();
    table.forEach(samples::add);

    assertEquals(
        List.of(
            sample(Metric.MEMORY_PHYSICAL, NOON, 0, 4096, 7),
            sample(Metric.MEMORY_PHYSICAL, null, 1, 8192, 8),
            sample(Metric.HYPERVISOR_PAGEINS, null, 0, 3, 8)),
        samples);
    assertEquals(3, table.samples());
    assertEquals(rows.metrics(), table.metrics());
    assertEquals(rows.rows(), table.rows());
    assertEquals("vmstat", table.format());
    assertEquals("lab/bxaix85.vmstat", table.source());
    assertEquals(PARTITION, table.subject());
  }

  @Test
  void rowsMayBringTheirOwnSequenceNumber() {
    TableBuilder rows = new TableBuilder(List.of(Metric.MEMORY_FREE), true);
    rows.set(0, 1);
    rows.endRow(2, Double.NaN, 40);
    Table table = rows.build(PARTITION, "series", "-");

    table.forEach(sample -> assertEquals(40, sample.seq()));
    assertEquals(1, table.samples());
  }

  @Test
  void aMetricThatATableDoesNotHaveIsAbsent() {
    TableBuilder rows = new TableBuilder(List.of(Metric.MEMORY_FREE));
    rows.set(0, 1);
    rows.endRow(2, Table.millis(NOON));
    Table table = rows.build(PARTITION, "vmstat", "-");

    assertEquals(1, table.value(Metric.MEMORY_FREE, 0));
    assertNotNull(table.column(Metric.MEMORY_FREE));
    assertEquals(Double.NaN, table.value(Metric.MEMORY_LOANED, 0));
    assertNull(table.column(Metric.MEMORY_LOANED));
    assertEquals(Table.millis(NOON), table.time(0));
    assertEquals(2, table.line(0));
  }

  @Test
  void aTimeThatIsNotKnownStaysUnknown() {
    assertEquals(Double.NaN, Table.millis(null));
    assertNull(Table.localTime(Double.NaN));
    assertEquals(NOON, Table.localTime(Table.millis(NOON)));
  }

  @Test
  void aSubjectNeedsAName() {
    assertThrows(IllegalArgumentException.class, () -> new Subject(Kind.GUEST, " "));
  }

  @Test
  void subjectsStandInTheOrderOfTheirKindsThenNames() {
    Subject first = new Subject(Kind.PARTITION, "a");
    Subject second = new Subject(Kind.PARTITION, "b");
    Subject third = new Subject(Kind.GUEST, "A");

    assertEquals(List.of(first, second, third), Stream.of(third, second, first).sorted().toList());
  }

  private static Sample sample(
      Metric metric, @Nullable LocalDateTime time, long seq, double value, long line) {
    return new Sample(
        PARTITION,
        metric,
        time,
        null,
        seq,
        value,
        new Sample.Origin("vmstat", "lab/bxaix85.vmstat", line));
  }
}
