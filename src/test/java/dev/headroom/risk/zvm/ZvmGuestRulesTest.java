package dev.headroom.risk.zvm;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.MB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What z/VM guests have and do with it. */
class ZvmGuestRulesTest {
  private static final Rule<ZvmCase> OVERSIZED = new OversizedGuest(Thresholds.DEFAULTS);
  private static final Rule<ZvmCase> IDLE = new IdleGuest(Thresholds.DEFAULTS);
  private static final Rule<ZvmCase> UNBACKED = new UnbackedMemory();
  private static final Rule<ZvmCase> RATIO = new VirtualToReal();
  private static final Rule<ZvmCase> FEW = new FewSamples(Thresholds.DEFAULTS);

  private static ZvmCases guest(String name, double defined, double... resident) {
    return with(ZvmCases.minutes(resident.length), name, defined, resident);
  }

  private static ZvmCases with(ZvmCases cases, String name, double defined, double... resident) {
    return cases
        .guest(name, Metric.MEMORY_LOGICAL, defined)
        .guest(name, Metric.MEMORY_RESIDENT, resident)
        .guest(name, Metric.MEMORY_WORKINGSET, resident);
  }

  @Test
  void storageThatAGuestNeverInstantiates() {
    Finding finding =
        guest("LNX1", 8 * GB, 2 * GB, 3 * GB, 2 * GB)
            .guest("LNX1", Metric.MEMORY_XSTORE, GB, 1.5 * GB, GB)
            .guest("LNX1", Metric.MEMORY_AUXILIARY, 0, 0.5 * GB, 0)
            .only(OVERSIZED);
    assertEquals(Severity.INFO, finding.severity());
    assertEquals("LNX1", finding.subject());
    assertEquals(
        "LNX1 is defined with 8.00 GB and had no more than 5.00 GB in real, expanded and auxiliary"
            + " storage together in 3 intervals (an estimate, which counts some pages twice): at"
            + " least 3.00 GB was never used.",
        finding.title());
    assertEquals(
        "Lower the storage of LNX1 in the directory by up to 3.00 GB, unless it needs it at times"
            + " that were not captured: the ratio of virtual to real memory and the paging space"
            + " that it needs fall with it.",
        finding.advice());
    assertEquals(List.of(ZvmCases.line("LNX1", 1), ZvmCases.line("LNX1", 2)), finding.evidence());
  }

  @Test
  void ofManyOversizedGuestsTheLargestAreShown() {
    ZvmCases cases = ZvmCases.minutes(1);
    for (int i = 1; i <= 13; i++) {
      with(cases, "LNX" + i, (8 + i) * GB, 2 * GB).guest("LNX" + i, Metric.MEMORY_XSTORE, 0);
    }
    List<Finding> findings = cases.judge(OVERSIZED);
    assertEquals(11, findings.size());
    assertEquals("LNX13", findings.get(0).subject());
    assertEquals(
        "3 more guests are larger than needed: of 30.00 GB together 24.00 GB was never used.",
        findings.get(10).title());
    assertEquals(
        "Look at LNX3, LNX2 and LNX1 once the larger ones are done.", findings.get(10).advice());
    assertEquals(List.of(ZvmCases.line("LNX3", 0)), findings.get(10).evidence());
  }

  @Test
  void instantiatedAsPrintedIsNoEstimate() {
    Finding finding =
        guest("LNX1", 8 * GB, 2 * GB)
            .guest("LNX1", Metric.MEMORY_INSTANTIATED, 5 * GB)
            .only(OVERSIZED);
    assertEquals(
        "LNX1 is defined with 8.00 GB and had no more than 5.00 GB of it instantiated in 1"
            + " interval: 3.00 GB was never used.",
        finding.title());
    assertEquals(List.of(ZvmCases.line("LNX1", 0)), finding.evidence());
  }

  @Test
  void aGuestThatUsesMostOfItIsNotOversized() {
    assertEquals(
        List.of(),
        guest("LNX1", 8 * GB, 6 * GB)
            .guest("LNX1", Metric.MEMORY_AUXILIARY, 0.5 * GB)
            .judge(OVERSIZED));
    assertEquals(
        List.of(),
        guest("CMS", 128 * MB, 2 * MB).guest("CMS", Metric.MEMORY_AUXILIARY, 0).judge(OVERSIZED),
        "too little to say");
  }

  @Test
  void whatIsUsedOfAGuestMayNotBeKnown() {
    Finding finding = guest("LNX1", 8 * GB, 2 * GB).only(OVERSIZED);
    assertEquals(Severity.UNKNOWN, finding.severity());
    assertEquals(
        "How much of the storage of LNX1 is ever used is not known: no capture shows the size and"
            + " what exists in real, expanded and auxiliary storage.",
        finding.title());
    assertEquals("Print UPAGE (FCX113) every minute or so over a busy day.", finding.advice());
  }

  @Test
  void anIdleGuestThatHoldsMemory() {
    ZvmCases cases =
        guest("ITDS", 2 * GB, GB, 1.25 * GB)
            .release("5.4.0")
            .guest("ITDS", Metric.MEMORY_AUXILIARY, 0, 0.5 * GB)
            .guest("ITDS", Metric.CPU_BUSY, 1.8, 1.9);
    Finding finding = cases.only(IDLE);
    assertEquals(Severity.INFO, finding.severity());
    assertEquals(
        "ITDS is idle (0.02 of a processor on average) and held up to 1.25 GB of real memory, with"
            + " 0.50 GB more in expanded and auxiliary storage.",
        finding.title());
    assertEquals(
        "Log it off while it is not needed, or lower its storage: its pages are the first to leave"
            + " real memory, and each that comes back is waited for.",
        finding.advice());
    assertEquals(List.of(ZvmCases.line("ITDS", 1)), finding.evidence());
    Finding beside =
        with(cases.release("6.3"), "TPM", 8 * GB, 4 * GB, 4 * GB)
            .guest("TPM", Metric.CPU_BUSY, 150)
            .guest("TPM", Metric.PAGING_READS, 0, 40)
            .only(IDLE);
    assertEquals(Severity.YELLOW, beside.severity());
    assertEquals(
        "ITDS is idle (0.02 of a processor on average) and held up to 1.25 GB of real memory, with"
            + " 0.50 GB more in expanded and auxiliary storage, while others waited for pages.",
        beside.title());
    assertEquals(
        "Log it off while it is not needed: its pages leave real memory only as they age.",
        beside.advice(),
        "a run short of memory tells nothing of what a guest needs");
  }

  @Test
  void whoIsIdleMayNotBeKnown() {
    assertEquals(
        "Whether a guest is idle is not known: no capture shows processor use of guests.",
        guest("ITDS", 2 * GB, GB).only(IDLE).title());
    assertEquals(
        List.of(), guest("A", GB, 100 * MB).guest("A", Metric.CPU_BUSY, 0).judge(IDLE), "small");
    assertEquals(
        List.of(), guest("A", 8 * GB, 4 * GB).guest("A", Metric.CPU_BUSY, 50).judge(IDLE), "busy");
  }

  @Test
  void heapsThatDoNotFit() {
    ZvmCases cases =
        guest("TPM", 13 * GB, 4 * GB, 4 * GB, 6 * GB)
            .guest("TPM", Metric.MEMORY_XSTORE, 0.5 * GB, GB, 0)
            .guest("TPM", Metric.MEMORY_AUXILIARY, 3 * GB, 0.25 * GB, 0)
            .configured("TPM", 6 * GB, 2 * GB)
            .release("5.4")
            .size(7 * GB)
            .system(Metric.MEMORY_REAL, 7 * GB)
            .sizing(9 * GB);
    List<Finding> findings = cases.judge(UNBACKED);
    assertEquals(2, findings.size());
    assertEquals(Severity.RED, findings.get(0).severity());
    assertEquals("prod", findings.get(0).subject());
    assertEquals(
        "Heaps and database memory of TPM are 8.00 GB, and real memory is 7.00 GB: 1.00 GB cannot be"
            + " backed.",
        findings.get(0).title());
    assertEquals(
        "Raise real memory to 9.00 GB, or lower the heaps' maximum and the database's memory.",
        findings.get(0).advice());
    assertEquals(List.of(ZvmCases.line("ZVM1", 2)), findings.get(0).evidence());
    assertEquals(Severity.YELLOW, findings.get(1).severity());
    assertEquals(
        "Up to 3.50 GB of the 8.00 GB of heaps and database memory of TPM was not in real memory, in"
            + " 2 of 3 intervals (2 min): first 2009-06-30 16:00, worst 2009-06-30 16:00, last"
            + " 2009-06-30 16:01.",
        findings.get(1).title());
    assertEquals(
        "Raise real memory to 9.00 GB, or lower the heaps' maximum; SET RESERVED would not help, for"
            + " what all guests must keep does not fit.",
        findings.get(1).advice());
    assertEquals(List.of(ZvmCases.line("TPM", 0)), findings.get(1).evidence());
    Finding waited =
        cases
            .guest("TPM", Metric.PAGING_READS, 0, 20, 30)
            .release("7.2")
            .size(8.5 * GB)
            .only(UNBACKED);
    assertEquals(Severity.AMBER, waited.severity());
    assertEquals(
        "Up to 3.50 GB of the 8.00 GB of heaps and database memory of TPM was not in real memory, in"
            + " 2 of 3 intervals (2 min): first 2009-06-30 16:00, worst 2009-06-30 16:00, last"
            + " 2009-06-30 16:01, and it read pages back meanwhile.",
        waited.title());
    assertEquals(
        "Raise real memory to 9.00 GB, or lower the heaps' maximum; SET RESERVED TPM 2097152 keeps it"
            + " (8.00 GB in pages of 4 KiB).",
        waited.advice());
    assertEquals(
        "Raise real memory to 9.00 GB, or lower the heaps' maximum; SET RESERVED TPM 2097152 keeps it"
            + " (8.00 GB in pages of 4 KiB), but before z/VM 6.3 not when memory is very short.",
        cases.release("5.4").only(UNBACKED).advice());
    assertEquals(
        "Raise real memory to 9.00 GB, or lower the heaps' maximum; 8.00 GB are reserved for it"
            + " already.",
        cases.release("7.2").guest("TPM", Metric.MEMORY_RESERVED, 8 * GB).only(UNBACKED).advice());
  }

  @Test
  void aRunShortOfMemoryMakesNoGuestSmaller() {
    ZvmCases cases =
        with(ZvmCases.minutes(4), "DB2", 12 * GB, 2 * GB, 2 * GB, 2 * GB, 2 * GB)
            .guest("DB2", Metric.MEMORY_AUXILIARY, GB)
            .guest("DB2", Metric.PAGING_READS, 900);
    with(cases, "WAS", 13 * GB, 3 * GB, 3 * GB, 3 * GB, 3 * GB)
        .guest("WAS", Metric.MEMORY_AUXILIARY, GB)
        .guest("WAS", Metric.PAGING_READS, 0);
    Finding finding = cases.size(6 * GB).system(Metric.MEMORY_REAL, 6 * GB).only(OVERSIZED);
    assertEquals(Severity.UNKNOWN, finding.severity());
    assertEquals(
        "Whether DB2 and WAS need all of their storage is not known: memory was short, and a guest"
            + " touches fewer pages while guests wait for them.",
        finding.title());
    assertEquals(
        "Print UPAGE (FCX113) over a run in which no guest reads pages back, before any guest is made"
            + " smaller.",
        finding.advice());
    List<Finding> calm = cases.guest("DB2", Metric.PAGING_READS, 0).judge(OVERSIZED);
    assertEquals(List.of("DB2", "WAS"), calm.stream().map(Finding::subject).toList());
  }

  @Test
  void heapsAndDatabaseMemoryAreNeverSpare() {
    List<Finding> findings =
        guest("DB2", 8 * GB, GB)
            .guest("DB2", Metric.MEMORY_AUXILIARY, 0)
            .configured("DB2", 0, 7 * GB)
            .judge(OVERSIZED);
    assertEquals(List.of(), findings);
  }

  @Test
  void whatIsReservedIsSeen() {
    Rule<ZvmCase> reserved = new ReservedPages();
    ZvmCases cases =
        with(ZvmCases.minutes(2), "DB2", 8 * GB, 4 * GB, 4 * GB)
            .guest("DB2", Metric.MEMORY_RESERVED, GB, 2 * GB)
            .size(16 * GB)
            .release("7.2");
    Finding finding = cases.only(reserved);
    assertEquals(Severity.INFO, finding.severity());
    assertEquals("SET RESERVED keeps 2.00 GB of real memory: 2.00 GB of DB2.", finding.title());
    assertEquals(List.of(ZvmCases.line("DB2", 1)), finding.evidence());
    Finding tooMuch = cases.size(1.5 * GB).only(reserved);
    assertEquals(Severity.AMBER, tooMuch.severity());
    assertEquals(
        "SET RESERVED keeps 2.00 GB of real memory: 2.00 GB of DB2. Guests can have only 1.50 GB in"
            + " all.",
        tooMuch.title());
    with(cases.size(16 * GB), "ITDS", 2 * GB, GB, GB)
        .guest("ITDS", Metric.MEMORY_RESERVED, 0.5 * GB)
        .guest("ITDS", Metric.CPU_BUSY, 1);
    List<Finding> both = cases.judge(reserved);
    assertEquals(
        "SET RESERVED keeps 2.50 GB of real memory: 2.00 GB of DB2 and 0.50 GB of ITDS.",
        both.get(0).title());
    assertEquals(
        "ITDS is idle, and 0.50 GB of real memory are reserved for it.", both.get(1).title());
    assertEquals("SET RESERVED ITDS 0 gives them to guests that are busy.", both.get(1).advice());
    assertEquals(
        List.of(), guest("A", GB, GB).guest("A", Metric.MEMORY_RESERVED, 0).judge(reserved));
  }

  @Test
  void aHeapThatWasNeverTouchedIsNotMissing() {
    assertEquals(
        List.of(),
        guest("TPM", 13 * GB, 4 * GB)
            .guest("TPM", Metric.MEMORY_AUXILIARY, 0)
            .configured("TPM", 6 * GB, 2 * GB)
            .size(8 * GB)
            .judge(UNBACKED));
  }

  @Test
  void heapsMayNotBeKnownNorWhatIsResidentOfThem() {
    assertEquals(
        "Whether Java heaps and database memory are backed by real memory is not known: the site"
            + " file names none.",
        guest("TPM", 13 * GB, 4 * GB).only(UNBACKED).title());
    List<Finding> findings =
        guest("TPM", 13 * GB, 4 * GB).configured("TPM", 6 * GB, 2 * GB).judge(UNBACKED);
    assertEquals(
        List.of(
            "Whether real memory holds the 8.00 GB of heaps and database memory is not known: its"
                + " size is not.",
            "Whether the 8.00 GB of heaps and database memory of TPM stay in real memory is not"
                + " known: no capture shows what is resident of it."),
        findings.stream().map(Finding::title).toList());
  }

  @Test
  void theRatioIsShownAndIsNoRisk() {
    ZvmCases cases =
        with(ZvmCases.minutes(1).size(10 * GB), "TPM", 14 * GB, 6 * GB)
            .guest("TPM", Metric.MEMORY_AUXILIARY, 4 * GB)
            .system(Metric.MEMORY_REAL, 10 * GB);
    Finding finding =
        with(cases, "DB2", 14 * GB, 4 * GB)
            .guest("DB2", Metric.MEMORY_AUXILIARY, 2 * GB)
            .only(RATIO);
    assertEquals(Severity.INFO, finding.severity());
    assertEquals(
        "Guests define 28.00 GB on 10.00 GB of real memory, a ratio of 2.80 (V:R), and by use 1.60"
            + " (16.00 GB exists, 10.00 GB of it resident); by itself it is no measure of risk.",
        finding.title());
    assertEquals(
        "One study ran at 2.80 for 14 % more time, another lost more than half its throughput at"
            + " 1.20: judge by working sets, page reads and waits.",
        finding.advice());
    assertEquals(
        List.of(ZvmCases.line("DB2", 0), ZvmCases.line("TPM", 0), ZvmCases.line("ZVM1", 0)),
        finding.evidence());
  }

  @Test
  void theRatioMayNotBeKnown() {
    assertEquals(
        "The ratio of virtual to real memory is not known: real memory is not.",
        guest("A", GB, GB).only(RATIO).title());
    assertEquals(
        "The ratio of virtual to real memory is not known: no capture shows what A is defined with.",
        guest("A", NONE, GB).size(GB).only(RATIO).title());
    assertEquals(
        "The ratio of virtual to real memory is not known: no guest is.",
        ZvmCases.minutes(1).size(GB).only(RATIO).title());
  }

  @Test
  void oneReportIsNoShare() {
    Finding finding = guest("TPM", 13 * GB, 4 * GB).guest("TPM", Metric.PAGING_READS, 40).only(FEW);
    assertEquals(Severity.YELLOW, finding.severity());
    assertEquals(
        "Page reads are known from one report only: it is an average, peaks do not show in it, and"
            + " how often guests paged cannot be said.",
        finding.title());
    assertEquals(List.of(ZvmCases.line("TPM", 0)), finding.evidence());
    assertEquals(
        "How often guests paged rests on 3 samples; a share needs 10 or more.",
        guest("TPM", 13 * GB, 4 * GB, 4 * GB, 4 * GB, 4 * GB)
            .guest("TPM", Metric.PAGING_READS, NONE, 0, 0, 40)
            .only(FEW)
            .title());
  }

  @Test
  void whoIsIdleNeedsSamplesToo() {
    double[] resident = new double[10];
    Arrays.fill(resident, GB);
    assertEquals(
        List.of(),
        guest("ITDS", 2 * GB, resident)
            .guest("ITDS", Metric.CPU_BUSY, 1)
            .guest("ITDS", Metric.PAGING_READS, 0)
            .judge(FEW));
    assertEquals(
        "That DCD and ITDS are idle rests on fewer than 10 samples of processor use: at other times"
            + " they may need memory.",
        guest("ITDS", 2 * GB, GB)
            .guest("ITDS", Metric.CPU_BUSY, 1)
            .guest("DCD", Metric.CPU_BUSY, 0)
            .only(FEW)
            .title());
    Finding one = guest("ITDS", 2 * GB, GB).guest("ITDS", Metric.CPU_BUSY, 1).only(FEW);
    assertEquals(
        "That ITDS is idle rests on fewer than 10 samples of processor use: at other times it may"
            + " need memory.",
        one.title());
    assertEquals(List.of(ZvmCases.line("ITDS", 0)), one.evidence());
  }
}
