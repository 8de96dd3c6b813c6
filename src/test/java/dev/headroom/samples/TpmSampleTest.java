package dev.headroom.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.format.Reading;
import dev.headroom.samples.TpmStudy.Guest;
import dev.headroom.samples.TpmStudy.Interval;
import dev.headroom.samples.TpmStudy.Run;
import dev.headroom.samples.TpmStudy.Use;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever form the runs of the z/VM sample were printed in, what is read is what was written. */
final class TpmSampleTest {
  private static final double PAGE = 4096;

  static Stream<Run> runs() {
    return TpmStudy.RUNS.stream();
  }

  private record Value(double time, double value) {}

  /** The values of a metric by subject, as they follow one another. */
  private static Map<String, List<Value>> values(
      List<Reading> readings, Kind kind, String format, Metric metric) {
    Map<String, List<Value>> values = new HashMap<>();
    for (Reading reading : readings) {
      for (Table table : reading.tables()) {
        if (table.subject().kind() == kind
            && table.format().equals(format)
            && table.metrics().contains(metric)) {
          for (int row = 0; row < table.rows(); row++) {
            values
                .computeIfAbsent(table.subject().name(), name -> new ArrayList<>())
                .add(new Value(table.time(row), table.value(metric, row)));
          }
        }
      }
    }
    return values;
  }

  private static List<Reading> read(Run run) throws IOException {
    return SamplesTest.read("samples/zvm-tpm/" + run.folder());
  }

  /** The readings of a run, and its numbers. */
  private record Checks(Run run, List<Reading> readings, List<Interval> intervals) {
    static Checks of(Run run) throws IOException {
      return new Checks(run, read(run), TpmStudy.intervals(run));
    }

    private void check(
        String format, Metric metric, ToDoubleFunction<Use> figure, double unit, double tolerance) {
      Map<String, List<Value>> read = values(readings, Kind.GUEST, format, metric);
      boolean averaged = !run.folder().equals("heaps-less-10");
      for (int guest = 0; guest < TpmStudy.GUESTS.size(); guest++) {
        Guest member = TpmStudy.GUESTS.get(guest);
        List<Value> values = read.getOrDefault(member.userid(), List.of());
        String what = member.userid() + " " + metric;
        assertEquals(intervals.size() + (averaged ? 1 : 0), values.size(), what);
        for (int i = 0; i < intervals.size(); i++) {
          double expected = figure.applyAsDouble(intervals.get(i).uses().get(guest)) * unit;
          assertEquals(Table.millis(intervals.get(i).to()), values.get(i).time(), what);
          assertEquals(expected, values.get(i).value(), tolerance, what);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void pagesOfEveryIntervalAreReadToThePage(Run run) throws IOException {
    Checks checks = Checks.of(run);
    checks.check("fcx113", Metric.MEMORY_WORKINGSET, Use::workingSet, PAGE, 0);
    checks.check("fcx113", Metric.MEMORY_RESIDENT, Use::resident, PAGE, 0);
    checks.check("fcx113", Metric.MEMORY_XSTORE, Use::expanded, PAGE, 0);
    checks.check("fcx113", Metric.MEMORY_AUXILIARY, Use::disk, PAGE, 0);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void ratesOfEveryIntervalAreReadToTheirLastDigit(Run run) throws IOException {
    Checks checks = Checks.of(run);
    checks.check("fcx113", Metric.PAGING_READS, Use::reads, 1, 0.5);
    checks.check("fcx113", Metric.PAGING_WRITES, Use::writes, 1, 0.5);
    checks.check("fcx113", Metric.PAGE_STEALS, Use::steals, 1, 0.5);
    checks.check("fcx113", Metric.XSTORE_IN, Use::fetched, 1, 0.5);
    checks.check("fcx113", Metric.XSTORE_OUT, Use::stored, 1, 0.5);
    checks.check("fcx113", Metric.XSTORE_MIGRATED, Use::migrated, 1, 0.5);
    checks.check("fcx112", Metric.CPU_BUSY, Use::busy, 1, 0.5);
    checks.check("fcx112", Metric.PAGING_TOTAL, use -> use.reads() + use.writes(), 1, 0.5);
    checks.check("fcx112", Metric.CPU_TOTAL, use -> use.busy() / 100, run.seconds(), 0.05 + 0.0005);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void processorsSumToTheGuestsAndTheControlProgram(Run run) throws IOException {
    Map<String, List<Value>> read = values(read(run), Kind.PROCESSOR, "fcx144", Metric.CPU_BUSY);
    assertEquals(TpmStudy.PROCESSORS, read.size());
    List<Interval> intervals = TpmStudy.intervals(run);
    for (int i = 0; i < intervals.size(); i++) {
      Interval interval = intervals.get(i);
      double sum = 0;
      for (List<Value> values : read.values()) {
        sum += values.get(i).value();
        assertEquals(Table.millis(interval.to()), values.get(i).time());
      }
      double guests = interval.uses().stream().mapToDouble(Use::busy).sum();
      assertEquals(guests + interval.overhead(), sum, 1);
    }
  }
}
