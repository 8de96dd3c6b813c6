package dev.headroom.risk.zvm;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.risk.Cases;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.PoolCase;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a z/VM system has beside its guests: memory, expanded storage, page space, processors. */
class ZvmSystemRulesTest {
  private static final Rule<ZvmCase> PAGING = new PagingBesideSpare(Thresholds.DEFAULTS);
  private static final Rule<ZvmCase> EXPANDED = new ExpandedStorage();
  private static final Rule<ZvmCase> PAGE_SPACE = new FullPageSpace(Thresholds.DEFAULTS);
  private static final Rule<ZvmCase> PROCESSORS = new Processors(Thresholds.DEFAULTS);
  private static final Rule<ZvmCase> SHARE = new ProcessorShare(Thresholds.DEFAULTS);
  private static final Rule<ZvmCase> CONTRADICTORY = new ContradictoryReports(Thresholds.DEFAULTS);
  private static final Rule<PoolCase> THIN = ZvmRules.thinCoverage(Thresholds.DEFAULTS);

  /** A guest TPM that reads pages in the second and third of three minutes. */
  private static ZvmCases paging() {
    return ZvmCases.minutes(3)
        .size(10 * GB)
        .guest("TPM", Metric.MEMORY_LOGICAL, 14 * GB)
        .guest("TPM", Metric.MEMORY_RESIDENT, 9.5 * GB)
        .guest("TPM", Metric.MEMORY_WORKINGSET, 9 * GB)
        .guest("TPM", Metric.PAGING_READS, 0, 1200, 300);
  }

  @Test
  void pagingBesideIdleProcessors() {
    Finding finding =
        paging()
            .sizing(12 * GB)
            .processor("00", Metric.CPU_BUSY, 50, 50, 90)
            .processor("01", Metric.CPU_BUSY, 50, 20, 80)
            .only(PAGING);
    assertEquals(Severity.YELLOW, finding.severity());
    assertEquals(
        "Guests read up to 1,200 pages/s from paging devices while processors were idle (0.70 of 2"
            + " were busy then), in 1 of 3 intervals (1 min), at 2009-06-30 16:01: memory is what is"
            + " short, not processors.",
        finding.title());
    assertEquals(
        "Raise real memory to 12.00 GB, or take guests away that are idle; more IFLs would not help.",
        finding.advice());
    assertEquals(List.of(ZvmCases.line("TPM", 1), ZvmCases.line("ZVM1/00", 1)), finding.evidence());
  }

  @Test
  void busyProcessorsAndNoPagingAreNoFinding() {
    assertEquals(List.of(), paging().processor("00", Metric.CPU_BUSY, 10, 95, 85).judge(PAGING));
    assertEquals(
        List.of(),
        paging().guest("TPM", Metric.PAGING_READS, 0, 4, 0).judge(PAGING),
        "a few page reads are harmless");
  }

  @Test
  void whetherProcessorsWereIdleMayNotBeKnown() {
    Finding finding = paging().only(PAGING);
    assertEquals(Severity.UNKNOWN, finding.severity());
    assertEquals(
        "Guests read up to 1,200 pages/s from paging devices; whether processors were idle meanwhile"
            + " is not known: no capture shows them over the same time.",
        finding.title());
    assertEquals("Print PROCLOG (FCX144) every minute or so over a busy day.", finding.advice());
    assertEquals(
        "Whether guests page while something else is idle is not known: no capture shows their page"
            + " reads.",
        paging().guest("TPM", Metric.PAGING_READS, NONE).only(PAGING).title());
  }

  @Test
  void oneReportOverARunIsComparedWithItsOwnTime() {
    ZvmCases once =
        ZvmCases.minutes(1)
            .size(10 * GB)
            .guest("TPM", Metric.MEMORY_LOGICAL, 14 * GB)
            .guest("TPM", Metric.MEMORY_RESIDENT, 9.5 * GB)
            .guest("TPM", Metric.PAGING_READS, 400)
            .guest("TPM", Metric.CPU_BUSY, 120)
            .guest("TPM", Metric.CPU_TOTAL, 72)
            .processor("00", Metric.CPU_BUSY, 70)
            .processor("01", Metric.CPU_BUSY, 70);
    assertEquals(
        "Guests read up to 400 pages/s from paging devices while processors were idle (1.40 of 2 were"
            + " busy then), in 1 of 1 interval, at 2009-06-30 16:00: memory is what is short, not"
            + " processors.",
        once.only(PAGING).title());
  }

  @Test
  void pagingBesideEmptyMemoryAndExpandedStorage() {
    List<Finding> findings =
        paging()
            .guest("TPM", Metric.MEMORY_RESIDENT, 9.5 * GB, 5 * GB, 9.5 * GB)
            .guest("TPM", Metric.MEMORY_XSTORE, 0, 0.5 * GB, 2 * GB)
            .reserve(0.5 * GB)
            .expanded(2 * GB)
            .release("5.4.0")
            .system(Metric.MEMORY_REAL, 10 * GB)
            .system(Metric.XSTORE_SIZE, 2 * GB)
            .processor("00", Metric.CPU_BUSY, 95)
            .judge(PAGING);
    assertEquals(
        List.of(
            "Guests read 1,200 pages/s from paging devices while 4.50 GB of the 9.50 GB of real"
                + " memory that they can have held nothing of theirs, in 1 of 3 intervals (1 min),"
                + " at 2009-06-30 16:01.",
            "Guests read 1,200 pages/s from paging devices while 1.50 GB of 2.00 GB of expanded"
                + " storage held nothing of theirs, in 1 of 3 intervals (1 min), at 2009-06-30"
                + " 16:01."),
        findings.stream().map(Finding::title).toList());
    assertEquals(
        List.of(ZvmCases.line("TPM", 1), ZvmCases.line("ZVM1", 2)), findings.get(0).evidence());
    assertEquals(
        "Pages taken earlier may only be coming back; where it lasts, look for what keeps guests from"
            + " memory: the control program's own (QUERY FRAMES), minidisk cache, SET RESERVED, and"
            + " STORBUF of QUERY SRM.",
        findings.get(0).advice());
    assertEquals(
        "Expanded storage that pages do not reach does not help: look at QUERY XSTORE for what is"
            + " attached to guests or kept for minidisk cache, or make it real memory.",
        findings.get(1).advice());
  }

  @Test
  void expandedStorageThatTheReleaseDoesNotHave() {
    ZvmCases cases =
        ZvmCases.minutes(1).size(32 * GB).expanded(4 * GB).system(Metric.XSTORE_SIZE, 4 * GB);
    Finding none = cases.release("7.2.0").only(EXPANDED);
    assertEquals(Severity.YELLOW, none.severity());
    assertEquals(
        "4.00 GB of expanded storage is configured, and z/VM 7.2 has none: it counts for nothing.",
        none.title());
    assertEquals("Make it real memory: 36.00 GB in all.", none.advice());
    assertEquals(List.of(ZvmCases.line("ZVM1", 0)), none.evidence());
    assertEquals(Severity.YELLOW, cases.release("6.4").only(EXPANDED).severity());
    Finding better = cases.release("6.3").size(NONE).only(EXPANDED);
    assertEquals(Severity.INFO, better.severity());
    assertEquals(
        "4.00 GB of expanded storage is configured, and z/VM 6.3 is better off without: its storage"
            + " management no longer needs it.",
        better.title());
    assertEquals("Make it real memory.", better.advice());
    assertEquals(List.of(), cases.release("6.2").judge(EXPANDED));
    assertEquals(List.of(), cases.release("7.2").expanded(0).judge(EXPANDED));
    Finding unknown = cases.release("?").expanded(4 * GB).only(EXPANDED);
    assertEquals(Severity.UNKNOWN, unknown.severity());
    assertEquals(
        "Whether the 4.00 GB of expanded storage are of use is not known: the release of z/VM is not.",
        unknown.title());
  }

  /** 1.01 × 40 GB and a tenth of 16 GB are 42 GB; 48.30 GB with 15 %, 52.50 GB with 25 %. */
  private static ZvmCases space(double size, double inUse) {
    return ZvmCases.minutes(2)
        .size(16 * GB)
        .release("7.2")
        .guest("A", Metric.MEMORY_LOGICAL, 40 * GB)
        .guest("A", Metric.MEMORY_RESIDENT, 10 * GB)
        .system(Metric.PAGINGSPACE_SIZE, size)
        .system(Metric.PAGINGSPACE_INUSE, inUse, inUse / 2);
  }

  @Test
  void pageSpaceOverHalfFull() {
    Finding half = space(60 * GB, 33 * GB).only(PAGE_SPACE);
    assertEquals(Severity.YELLOW, half.severity());
    assertEquals("Page space is 55 % full: 33.00 GB of 60.00 GB.", half.title());
    assertEquals(
        "Add 6.00 GB of page space (1 volume of 3390-9) to stay below half: beyond that blocks of"
            + " free pages get rare and writes slow.",
        half.advice());
    assertEquals(List.of(ZvmCases.line("ZVM1", 0), ZvmCases.line("ZVM1", 1)), half.evidence());
    Finding full = space(60 * GB, 57 * GB).only(PAGE_SPACE);
    assertEquals(Severity.RED, full.severity());
    assertEquals(
        "Page space is 95 % full: 57.00 GB of 60.00 GB. When it is full, the system stops (PGT004).",
        full.title());
    assertEquals(List.of(), space(60 * GB, 30 * GB).judge(PAGE_SPACE));
    assertEquals(
        List.of(),
        new FullPageSpace(Thresholds.DEFAULTS.with("page-space-half", 60))
            .judge(space(60 * GB, 33 * GB).build()));
  }

  @Test
  void pageSpaceBelowTheFormula() {
    Finding little = space(45 * GB, 0).only(PAGE_SPACE);
    assertEquals(Severity.YELLOW, little.severity());
    assertEquals(
        "Page space of 45.00 GB is less than the 52.50 GB that the published formula wants.",
        little.title());
    assertEquals(
        "The guests' 40.00 GB and 1 % for the tables that describe it are 40.40 GB, a tenth of real"
            + " storage is 1.60 GB: 42.00 GB is the bare minimum, and 25 % of reserve on it, never"
            + " less than 15 %, makes 52.50 GB, or 8 volumes of 3390-9. Directory pages, data"
            + " spaces, virtual disks and shared segments are not known and left out. Before z/VM"
            + " 6.3 the rule was twice the virtual size, 80.00 GB.",
        little.advice());
    assertEquals(List.of(ZvmCases.line("ZVM1", 1)), little.evidence());
    assertEquals(Severity.INFO, space(50 * GB, 0).only(PAGE_SPACE).severity());
    assertEquals(
        "Page space of 50.00 GB is less than the 52.50 GB that the published formula wants (the rule"
            + " before z/VM 6.3 even 80.00 GB).",
        space(50 * GB, 0).release("5.4").only(PAGE_SPACE).title());
    Finding older = space(60 * GB, 0).release("5.4").only(PAGE_SPACE);
    assertEquals(Severity.INFO, older.severity());
    assertEquals(
        "Page space of 60.00 GB is less than twice the virtual size, 80.00 GB, the rule before z/VM"
            + " 6.3.",
        older.title());
    assertEquals(List.of(), space(80 * GB, 0).release("5.4").judge(PAGE_SPACE));
  }

  @Test
  void pageSpaceThatIsNotKnown() {
    Finding unknown = space(NONE, NONE).only(PAGE_SPACE);
    assertEquals(Severity.UNKNOWN, unknown.severity());
    assertEquals(
        "Whether page space is large enough is not known: no capture shows it. The formula wants"
            + " 52.50 GB.",
        unknown.title());
    assertEquals("Capture QUERY ALLOC PAGE at a busy time.", unknown.advice());
    assertEquals(
        List.of(
            "Whether page space is over half full is not known: no capture shows how much is in"
                + " use.",
            "How much paging space is needed is not known: the LPAR's real storage is not."),
        space(60 * GB, NONE).size(NONE).judge(PAGE_SPACE).stream().map(Finding::title).toList());
  }

  private static ZvmCases processors(double... busy) {
    return ZvmCases.minutes(busy.length)
        .guest("TPM", Metric.MEMORY_RESIDENT, GB)
        .guest("TPM", Metric.CPU_VIRTUAL, 2)
        .processor("00", Metric.CPU_BUSY, busy)
        .processor("01", Metric.CPU_BUSY, 30)
        .processor("02", Metric.CPU_BUSY, 20);
  }

  @Test
  void howManyIflsTheLparNeeds() {
    Finding finding = processors(40, 90).only(PROCESSORS);
    assertEquals(Severity.INFO, finding.severity());
    assertEquals(
        "The LPAR needs 2 IFLs: 1.40 of its 3 processors were busy at most, at 2009-06-30 16:01.",
        finding.title());
    assertEquals(
        "The LPAR's 3 processors were together busy with 1.40 at most, which 2 IFLs hold. 1 IFL could"
            + " go, unless it is needed at times that were not captured.",
        finding.advice());
    assertEquals(
        List.of(
            ZvmCases.line("ZVM1/00", 1), ZvmCases.line("ZVM1/01", 1), ZvmCases.line("ZVM1/02", 1)),
        finding.evidence());
  }

  @Test
  void guestsThatWaitForPagesUseFewerProcessorsThanTheyNeed() {
    Finding finding =
        paging()
            .processor("00", Metric.CPU_BUSY, 50)
            .processor("01", Metric.CPU_BUSY, 20)
            .guest("TPM", Metric.CPU_VIRTUAL, 1)
            .only(PROCESSORS);
    assertEquals(
        "The LPAR needs at least 1 IFL: 0.70 of its 2 processors were busy at most, at 2009-06-30"
            + " 16:00.",
        finding.title());
    assertEquals(
        "The LPAR's 2 processors were together busy with 0.70 at most, which 1 IFL holds. Guests"
            + " waited for pages meanwhile: with enough memory they use more.",
        finding.advice());
  }

  @Test
  void processorsThatAreShort() {
    Finding finding =
        ZvmCases.minutes(2)
            .guest("TPM", Metric.CPU_VIRTUAL, 1)
            .processor("00", Metric.CPU_BUSY, 40, 96)
            .only(PROCESSORS);
    assertEquals(Severity.YELLOW, finding.severity());
    assertEquals(
        "The LPAR needs 1 IFL: 0.96 of its 1 processor was busy at most, at 2009-06-30 16:01; that is"
            + " nearly all, and what more was wanted does not show.",
        finding.title());
    assertEquals("Add IFLs before memory is blamed, and look again.", finding.advice());
  }

  @Test
  void aGuestWithMoreVirtualProcessorsThanTheLparHas() {
    List<Finding> findings =
        processors(40, 90)
            .guest("TPM", Metric.CPU_VIRTUAL, 6)
            .guest("TPM", Metric.CPU_BUSY, 110, 130)
            .judge(PROCESSORS);
    assertEquals(2, findings.size());
    assertEquals(Severity.YELLOW, findings.get(1).severity());
    assertEquals("TPM", findings.get(1).subject());
    assertEquals(
        "TPM has 6 virtual processors on 3 IFLs: they never run all at once, and what waits for one of"
            + " them waits longer.",
        findings.get(1).title());
    assertEquals(
        "Give it 2 virtual processors. It used 1.30 processors at most, which 2 virtual processors"
            + " hold.",
        findings.get(1).advice());
    assertEquals(List.of(ZvmCases.line("TPM", 1)), findings.get(1).evidence());
  }

  @Test
  void virtualProcessorsOfTheSiteFileCountWhereNoCaptureShowsThem() {
    ZvmCases system = processors(40, 90).guest("DB2", Metric.CPU_BUSY, 110, 130);
    List<Finding> findings = system.withProcessors("DB2", 6).judge(PROCESSORS);
    assertEquals(2, findings.size());
    assertEquals(
        "DB2 has 6 virtual processors on 3 IFLs: they never run all at once, and what waits for one of"
            + " them waits longer.",
        findings.get(1).title());
    assertEquals(List.of(), findings.get(1).evidence(), "no capture shows it");
    assertEquals(1, system.withProcessors("DB2", 3).judge(PROCESSORS).size());
    assertEquals(
        1, system.withProcessors("TPM", 6).judge(PROCESSORS).size(), "what a capture shows wins");
  }

  @Test
  void processorsThatAreNotKnown() {
    Finding unknown = ZvmCases.minutes(2).guest("A", Metric.MEMORY_RESIDENT, GB).only(PROCESSORS);
    assertEquals(
        "How many IFLs the LPAR needs is not known. No capture shows how busy the LPAR's processors"
            + " were; FCX144 (PROCLOG) would.",
        unknown.title());
    assertEquals(Severity.UNKNOWN, unknown.severity());
    assertEquals(
        "Whether a guest has more virtual processors than the LPAR's 1 IFL is not known: no capture"
            + " shows those of A.",
        ZvmCases.minutes(2)
            .guest("A", Metric.MEMORY_RESIDENT, GB)
            .processor("00", Metric.CPU_BUSY, 40)
            .judge(PROCESSORS)
            .get(1)
            .title());
  }

  private static ZvmCases share(double tpm, double db2, double busy) {
    return ZvmCases.minutes(2)
        .guest("TPM", Metric.CPU_BUSY, 100, tpm)
        .guest("DB2", Metric.CPU_BUSY, 50, db2)
        .processor("00", Metric.CPU_BUSY, 75, busy)
        .processor("01", Metric.CPU_BUSY, 76, busy);
  }

  @Test
  void aWideGapIsASignOfPaging() {
    Finding finding = share(60, 20, 70).only(SHARE);
    assertEquals(Severity.YELLOW, finding.severity());
    assertEquals(
        "Guests used only 0.80 of the 1.40 processors that were busy at 2009-06-30 16:01: a gap of"
            + " 0.60, the widest of 1 in 2 intervals, and a sign of paging.",
        finding.title());
    assertEquals(
        "Look at page reads (UPAGE (FCX113)) of the same time: guests that wait for pages use no"
            + " processor, and the control program uses more of it.",
        finding.advice());
    assertEquals(List.of(ZvmCases.line("TPM", 1), ZvmCases.line("ZVM1/00", 1)), finding.evidence());
    assertEquals(List.of(), share(80, 50, 70).judge(SHARE), "a tenth of a processor is no gap");
  }

  @Test
  void aGapThatTheControlProgramDidNotUseIsOfGuestsThatAreMissing() {
    Finding finding =
        share(60, 20, 70)
            .processor("00", Metric.CPU_SYSTEM, 2, 3)
            .processor("01", Metric.CPU_SYSTEM, 2, 4)
            .only(SHARE);
    assertEquals(
        "Guests used only 0.80 of the 1.40 processors that were busy at 2009-06-30 16:01: a gap of"
            + " 0.60, the widest of 1 in 2 intervals, of which the control program kept 0.07 for"
            + " itself: guests seem to be missing.",
        finding.title());
    assertEquals("Print all guests, not only the busiest, and look again.", finding.advice());
  }

  @Test
  void guestsCannotUseMoreThanTheLpar() {
    Finding finding = share(120, 60, 70).only(SHARE);
    assertEquals(
        "At 2009-06-30 16:01 guests used 1.80 processors, more than the 1.40 that were busy in the"
            + " whole LPAR.",
        finding.title());
    assertEquals(
        "What the control program uses of the processors itself is not known: no capture shows all"
            + " guests and the LPAR's processors over the same time.",
        ZvmCases.minutes(2).guest("TPM", Metric.CPU_BUSY, 50).only(SHARE).title());
  }

  @Test
  void reportsThatContradict() {
    List<Finding> findings =
        paging()
            .size(9 * GB)
            .diagnostics(
                Cases.diagnostic(
                    DiagnosticCode.INCONSISTENT, 7, "the mean of R>2GB is 12, the rows give 15"))
            .judge(CONTRADICTORY);
    assertEquals(
        List.of(
            "In 1 place figures contradict each other: the mean of R>2GB is 12, the rows give 15.",
            "Resident pages of the guests sum to 9.50 GB, more than the 9.00 GB of real memory, in 3"
                + " of 3 intervals (3 min): first 2009-06-30 16:00, worst 2009-06-30 16:00, last"
                + " 2009-06-30 16:02."),
        findings.stream().map(Finding::title).toList());
    assertEquals(List.of(new Evidence("lab/a.vmstat", 7)), findings.get(0).evidence());
    assertEquals(List.of(ZvmCases.line("TPM", 0)), findings.get(1).evidence());
    assertEquals(
        "Check the size of real memory and that the reports are of one system and one run.",
        findings.get(1).advice());
    assertEquals(List.of(), paging().judge(CONTRADICTORY));
    assertEquals(List.of(), paging().size(NONE).judge(CONTRADICTORY), "a size that is not known");
  }

  @Test
  void coverageSpeaksOfReports() {
    assertEquals(
        List.of("Print UPAGE (FCX113) every minute or so for a week."),
        paging().judge(THIN).stream().map(Finding::advice).toList());
    List<Finding> silent = paging().guest("DB2", Metric.CPU_BUSY, 30).judge(THIN);
    assertEquals(
        "Nothing is known of what DB2 needed: 1 of 2 members does not report.",
        silent.get(0).title());
    assertEquals("Print UPAGE (FCX113) every minute or so for a week.", silent.get(0).advice());
    assertEquals(
        "Print reports with From and To, or give start and interval in the site file.",
        ZvmCases.untimed(2)
            .guest("TPM", Metric.MEMORY_LOGICAL, GB)
            .guest("TPM", Metric.MEMORY_RESIDENT, GB)
            .only(THIN)
            .advice());
  }

  @Test
  void allRulesAreAskedAndTheirThresholdsAreKnown() {
    List<String> rules =
        ZvmRules.all(Thresholds.DEFAULTS)
            .judge(ZvmCases.minutes(1).guest("A", Metric.MEMORY_RESIDENT, GB).build())
            .stream()
            .map(Finding::rule)
            .distinct()
            .toList();
    assertEquals(
        List.of(
            "thin-coverage",
            "idle-guest",
            "oversized-guest",
            "page-space",
            "paging-beside-spare",
            "processor-share",
            "processors",
            "unbacked-memory",
            "virtual-to-real"),
        rules);
    Map<String, Double> changed = Map.of("idle-memory", 1.0, "cp-share", 2.0, "hot-margin", 20.0);
    assertEquals(
        ZvmRules.thresholds(Thresholds.DEFAULTS).size(),
        ZvmRules.thresholds(new Thresholds(changed)).size());
  }
}
