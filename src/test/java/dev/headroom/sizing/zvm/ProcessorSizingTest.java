package dev.headroom.sizing.zvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.risk.zvm.ProcessorReason;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorSizingTest {
  private static final double MINUTE = 60_000;
  private static final double NONE = Double.NaN;

  /** One row a minute from minute 1 on, %. */
  private static Table rows(Kind kind, String name, Metric metric, double... values) {
    return every(MINUTE, kind, name, metric, values);
  }

  private static Table every(double step, Kind kind, String name, Metric metric, double... values) {
    TableBuilder rows = new TableBuilder(List.of(metric));
    for (int i = 0; i < values.length; i++) {
      rows.set(0, values[i]);
      rows.endRow(10 + i, (i + 1) * step);
    }
    return rows.build(new Subject(kind, name), "fcx112", "lab/" + name);
  }

  private static Table guest(String name, double... busy) {
    return rows(Kind.GUEST, name, Metric.CPU_BUSY, busy);
  }

  private static Table processor(String name, double... busy) {
    return rows(Kind.PROCESSOR, name, Metric.CPU_BUSY, busy);
  }

  /** One report that averages over some seconds, as FCX112 prints it. */
  private static Table average(String name, double busy, double seconds, double time) {
    TableBuilder rows = new TableBuilder(List.of(Metric.CPU_BUSY, Metric.CPU_TOTAL));
    rows.set(0, busy);
    rows.set(1, busy / 100 * seconds);
    rows.endRow(7, time);
    return rows.build(new Subject(Kind.GUEST, name), "fcx112", "lab/" + name);
  }

  private static GuestProcessors first(ProcessorSizing sizing) {
    return sizing.guests().get(0);
  }

  // Tables 9, 11 and 13 of the TPM study, processors, and beside them what its Tables 10, 12 and 14
  // make of them. The measured ten IFLs share the load of the system evenly here.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "UI   1 x 100,      4.47, 0.01, 0.61, 5.10, 5, 1, 1, 5",
    "UI  10 x  10,      5.0,  0.01, 0.72, 5.75, 5, 1, 1, 6",
    "UI 100 x   1,      5.76, 0.01, 0.66, 6.46, 6, 1, 1, 7",
    "UI 100 x  10,      5.94, 0.01, 0.93, 6.92, 6, 1, 1, 7",
    "UI 100 x 100,      5.35, 0.01, 1.22, 6.62, 6, 1, 2, 7",
    "60/40 DE  10,      2.55, 0.01, 0.55, 3.13, 3, 1, 1, 3",
    "60/40 DE  50,      4.03, 0.01, 1.61, 5.69, 4, 1, 2, 6",
    "60/40 DE 100,      4.94, 0.01, 2.69, 7.68, 5, 1, 3, 8",
    "60/40 SDI  10,     2.21, 0.01, 0.49, 2.74, 3, 1, 1, 3",
    "60/40 SDI  50,     4.12, 0.01, 2.05, 6.23, 5, 1, 3, 7",
    "60/40 SDI 100,     4.5,  0.01, 2.12, 6.75, 5, 1, 3, 7"
  })
  void neverBelowTheStudysAdviceNorAboveByMoreThanOne(
      String row,
      double tpm,
      double itds,
      double db2,
      double zvm,
      int tpmSized,
      int itdsSized,
      int db2Sized,
      int iflSized) {
    List<Table> tables = new ArrayList<>();
    tables.add(guest("TPM", tpm * 100));
    tables.add(guest("ITDS", itds * 100));
    tables.add(guest("DB2", db2 * 100));
    for (int i = 0; i < 10; i++) {
      tables.add(processor("ZVM/0" + i, zvm * 10));
    }
    ProcessorSizing sizing = ProcessorSizing.of(List.of("TPM", "ITDS", "DB2"), tables);
    assertEquals(OptionalInt.of(10), sizing.present());
    assertEquals(zvm, sizing.demand().orElseThrow().processors(), 1e-9);
    holds(row + " IFLs", zvm, iflSized, sizing.ifls());
    holds(row + " DB2", db2, db2Sized, sizing.guests().get(0).advised());
    holds(row + " ITDS", itds, itdsSized, sizing.guests().get(1).advised());
    holds(row + " TPM", tpm, tpmSized, sizing.guests().get(2).advised());
    for (GuestProcessors guest : sizing.guests()) {
      assertTrue(guest.advised().orElseThrow() <= sizing.ifls().orElseThrow(), guest.guest());
    }
    assertEquals(1, sizing.gaps().size());
    assertEquals(zvm - tpm - itds - db2, sizing.gaps().get(0).width(), 1e-9);
  }

  private static void holds(String what, double measured, int sized, OptionalInt advised) {
    int whole = advised.orElseThrow();
    assertTrue(whole >= measured, what + " is below what was measured");
    assertTrue(whole >= sized, what + " is below the study's");
    assertTrue(whole <= sized + 1, what + " is above the study's by more than one");
    assertEquals(Math.max(1, (int) Math.ceil(measured)), whole, what);
  }

  @Test
  void thePeakOfTheSumIsOfOneInstant() {
    ProcessorSizing sizing =
        ProcessorSizing.of(
            List.of("A"),
            List.of(
                guest("A", 80, 210.1, 40, 30, 20, 10),
                guest("B", 900),
                processor("ZVM/00", 90, 10, 95, 20, 20, 20),
                processor("ZVM/01", 20, 95, 95, 20, 20, 20),
                processor("ZVM/02", 20, 95, 15, 20, 20, 20)));
    assertEquals(OptionalInt.of(3), sizing.ifls());
    ProcessorDemand demand = sizing.demand().orElseThrow();
    assertEquals(2.05, demand.processors(), 1e-9);
    assertEquals(OptionalDouble.of(3 * MINUTE), demand.time());
    assertEquals(OptionalDouble.of(MINUTE), demand.interval());
    assertEquals(
        "The LPAR's 3 processors were together busy with 2.05 at most, which 3 IFLs hold.",
        ProcessorReason.of(sizing));
    assertEquals(List.of("A"), sizing.guests().stream().map(GuestProcessors::guest).toList());
    assertEquals(
        "It used 2.10 processors at most, which 3 virtual processors hold.",
        ProcessorReason.of(first(sizing)));
    assertEquals(OptionalDouble.of(2 * MINUTE), first(sizing).demand().orElseThrow().time());
  }

  @Test
  void sumsOfPerCentsAreNotRoundedUpForFloatingPointsSake() {
    ProcessorSizing sizing =
        ProcessorSizing.of(
            List.of(),
            List.of(
                processor("ZVM/00", 66.1, 0),
                processor("ZVM/01", 66.2, 0),
                processor("ZVM/02", 67.7, 0)));
    assertEquals(OptionalInt.of(2), sizing.ifls());
    assertEquals(
        OptionalInt.of(3),
        ProcessorSizing.of(List.of(), List.of(processor("ZVM/00", 200.1))).ifls());
  }

  @Test
  void anIdleGuestStillHasOneProcessor() {
    ProcessorSizing sizing =
        ProcessorSizing.of(List.of("DCD"), List.of(guest("DCD", 0, 0), processor("ZVM/00", 0, 0)));
    assertEquals(OptionalInt.of(1), first(sizing).advised());
    assertEquals(
        "It used 0.00 processors at most, which 1 virtual processor holds.",
        ProcessorReason.of(first(sizing)));
    assertEquals(
        "The LPAR's processor was busy with 0.00 at most, which 1 IFL holds.",
        ProcessorReason.of(sizing));
  }

  @Test
  void aGuestsOwnPeakCountsWhereTheLparsIntervalsAreLonger() {
    ProcessorSizing sizing =
        ProcessorSizing.of(
            List.of("A"),
            List.of(
                guest("A", 100, 100, 390, 100, 100, 100, 100, 100, 100, 100),
                every(10 * MINUTE, Kind.PROCESSOR, "ZVM/00", Metric.CPU_BUSY, 75, 40),
                every(10 * MINUTE, Kind.PROCESSOR, "ZVM/01", Metric.CPU_BUSY, 75, 40)));
    assertEquals(OptionalInt.of(4), sizing.ifls());
    assertEquals(
        "The LPAR's 2 processors were together busy with 1.50 at most, but A needs 4 by its own"
            + " peak: 4 IFLs hold both. This is an average over 10 min: shorter peaks do not show"
            + " in it.",
        ProcessorReason.of(sizing));
    assertEquals(List.of(), sizing.gaps(), "a longer average says nothing of a shorter interval");
  }

  @Test
  void anAverageHidesPeaksAndSaysHowLongItIs() {
    ProcessorSizing sizing =
        ProcessorSizing.of(List.of("A", "B"), List.of(average("A", 250, 3600, 3600_000)));
    assertEquals(
        "It used 2.50 processors at most, which 3 virtual processors hold. This is an average over"
            + " 60 min, and the only one: shorter peaks do not show in it.",
        ProcessorReason.of(first(sizing)));
    assertEquals(
        "No capture shows its processor use; FCX112 (USER) would.",
        ProcessorReason.of(sizing.guests().get(1)));
    assertEquals(OptionalInt.empty(), sizing.guests().get(1).advised());
    assertEquals(
        "It used 2.50 processors at most, which 3 virtual processors hold. This is an average over"
            + " an interval that is not known, and the only one: shorter peaks do not show in it.",
        ProcessorReason.of(first(ProcessorSizing.of(List.of("A"), List.of(guest("A", 250))))));
  }

  @Test
  void withoutTheLparsProcessorsThereIsNoNumberOfIfls() {
    ProcessorSizing sizing =
        ProcessorSizing.of(List.of("A", "B"), List.of(guest("A", 120, 90), guest("B", 30, 180)));
    assertEquals(OptionalInt.empty(), sizing.ifls());
    assertEquals(OptionalInt.empty(), sizing.present());
    assertEquals(Optional.empty(), sizing.demand());
    assertEquals(
        "No capture shows how busy the LPAR's processors were; FCX144 (PROCLOG) would. The peaks of"
            + " the guests sum to 3.00 processors, without the control program's own.",
        ProcessorReason.of(sizing));
    assertEquals(
        "No capture shows how busy the LPAR's processors were; FCX144 (PROCLOG) would.",
        ProcessorReason.of(ProcessorSizing.of(List.of("A"), List.of())));
  }

  @Test
  void rowsWithoutTimesGoByTheirOrder() {
    Table[] processors = new Table[2];
    for (int i = 0; i < 2; i++) {
      TableBuilder rows = new TableBuilder(List.of(Metric.CPU_BUSY));
      // the second row of the first processor is damaged, and must not shift the third
      double[] busy = i == 0 ? new double[] {10, NONE, 90} : new double[] {80, 99, 20};
      for (int row = 0; row < 3; row++) {
        rows.set(0, busy[row]);
        rows.endRow(row + 1, NONE);
      }
      processors[i] = rows.build(new Subject(Kind.PROCESSOR, "ZVM/0" + i), "fcx144", "lab/p");
    }
    ProcessorDemand demand =
        ProcessorSizing.of(List.of(), Arrays.asList(processors)).demand().orElseThrow();
    assertEquals(1.1, demand.processors(), 1e-9);
    assertEquals(OptionalDouble.empty(), demand.time());
    assertEquals(OptionalDouble.empty(), demand.interval());
    assertEquals(3, demand.samples());
  }

  @Test
  void rowsWithoutTimesCountBesideThoseWith() {
    TableBuilder rows = new TableBuilder(List.of(Metric.CPU_BUSY));
    rows.set(0, 310);
    rows.endRow(1, NONE);
    Table untimed = rows.build(new Subject(Kind.GUEST, "A"), "fcx112", "lab/u");
    ProcessorSizing sizing =
        ProcessorSizing.of(List.of("A"), List.of(guest("A", 120, 90), untimed));
    assertEquals(OptionalInt.of(4), first(sizing).advised());
    assertEquals(OptionalDouble.empty(), first(sizing).demand().orElseThrow().time());
  }

  @Test
  void theSameCaptureTwiceCountsOnce() {
    Table processor = processor("ZVM/00", 90, 80);
    assertEquals(
        OptionalInt.of(1), ProcessorSizing.of(List.of(), List.of(processor, processor)).ifls());
  }

  @Test
  void guestsAreComparedWithTheSystemOverTheirOwnInterval() {
    List<Table> tables =
        List.of(
            average("A", 150, 180, 5 * MINUTE),
            average("B", 50, 180, 5 * MINUTE),
            processor("ZVM/00", 5, 5, 95, 98, 95, 5, 5),
            processor("ZVM/01", 5, 5, 95, 92, 95, 5, 5),
            processor("ZVM/02", 5, 5, 99, 99, 99, 5, 5),
            rows(Kind.PROCESSOR, "ZVM/00", Metric.CPU_SYSTEM, 1, 1, 20, 30, 40, 1, 1));
    List<ProcessorGap> gaps = ProcessorSizing.of(List.of("A", "B"), tables).gaps();
    assertEquals(1, gaps.size());
    assertEquals(5 * MINUTE, gaps.get(0).time());
    assertEquals(2.89, gaps.get(0).system(), 1e-9);
    assertEquals(2.0, gaps.get(0).guests(), 1e-9);
    assertEquals(0.89, gaps.get(0).width(), 1e-9);
    assertEquals(0.30, gaps.get(0).own(), 1e-9);
  }

  @Test
  void intervalsInWhichNotAllReportAreNotCompared() {
    List<Table> tables =
        List.of(
            guest("A", 100, 100, 100),
            guest("B", 50, NONE, 50),
            processor("ZVM/00", 80, 80, 80),
            processor("ZVM/01", 80, 80, NONE));
    List<ProcessorGap> gaps = ProcessorSizing.of(List.of("A", "B"), tables).gaps();
    assertEquals(List.of(MINUTE), gaps.stream().map(ProcessorGap::time).toList());
    assertEquals(0.1, gaps.get(0).width(), 1e-9);
    assertTrue(Double.isNaN(gaps.get(0).own()), "nobody says what is the control program's own");
  }

  @Test
  void definedVirtualProcessorsAreTakenWhereTheyArePrinted() {
    ProcessorSizing sizing =
        ProcessorSizing.of(
            List.of("A"),
            List.of(guest("A", 120), rows(Kind.GUEST, "A", Metric.CPU_VIRTUAL, 4, NONE)));
    assertEquals(OptionalInt.of(4), first(sizing).defined());
    assertEquals(OptionalInt.of(2), first(sizing).advised());
  }
}
