package dev.headroom.risk.zvm;

import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import dev.headroom.sizing.zvm.GuestProcessors;
import dev.headroom.sizing.zvm.ProcessorSizing;
import dev.headroom.unit.Count;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Paging while something else of the LPAR is idle: processors, real memory itself, or expanded
 * storage. Idle processors say that memory is what is short; idle memory says that something keeps
 * guests from it.
 */
public record PagingBesideSpare(Threshold reads, Threshold busy, Threshold real, Threshold expanded)
    implements Rule<ZvmCase> {
  private static final Threshold READS =
      Threshold.of(
          "paging-reads", "pages/s", 10, "page reads of all guests together: paging from this on");
  private static final Threshold BUSY =
      Threshold.of("processors-busy", "%", 80, "of the LPAR's processors: below it some are idle");
  private static final Threshold REAL =
      Threshold.of("real-spare", "%", 10, "of real memory for guests that is empty: spare beyond");
  private static final Threshold EXPANDED =
      Threshold.of("xstore-spare", "%", 50, "of expanded storage that is empty: spare beyond");

  /** The rule by these thresholds. */
  public PagingBesideSpare(Thresholds options) {
    this(options.of(READS), options.of(BUSY), options.of(REAL), options.of(EXPANDED));
  }

  @Override
  public String id() {
    return "paging-beside-spare";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(reads, busy, real, expanded);
  }

  @Override
  public List<Finding> judge(ZvmCase system) {
    Spell paging = Spell.over(system.history(), i -> paging(system, i));
    if (paging.observed() == 0) {
      return List.of(
          unknown(
              system,
              "Whether guests page while something else is idle is not known: no capture shows"
                  + " their page reads.",
              ZvmReports.print(ZvmReports.UPAGE + " and " + ZvmReports.PROCLOG)));
    }
    List<Finding> findings = new ArrayList<>();
    if (paging.any()) {
      idleProcessors(system, paging, findings);
      spareMemory(system, findings);
      spareExpanded(system, findings);
    }
    return findings;
  }

  /** Page reads where they are paging; 0 where they are not. */
  private double paging(ZvmCase system, int instant) {
    double read = ZvmReports.reads(system, instant);
    return Double.isNaN(read) || read >= reads.amount() ? read : 0;
  }

  private void idleProcessors(ZvmCase system, Spell paging, List<Finding> findings) {
    ProcessorSizing processors = system.processors();
    double interval = interval(system, processors);
    Spell idle =
        Spell.over(
            system.history(),
            i -> idle(paging(system, i), share(system.history(), processors, interval, i)));
    if (idle.observed() == 0) {
      findings.add(
          unknown(
              system,
              "Guests read up to "
                  + rate(paging.most())
                  + " from paging devices; whether processors were idle meanwhile is not known: no"
                  + " capture shows them over the same time.",
              ZvmReports.print(ZvmReports.PROCLOG)));
      return;
    }
    if (!idle.any()) {
      return;
    }
    int worst = idle.worst();
    double share = share(system.history(), processors, interval, worst);
    int all = processors.present().orElseThrow();
    double until = system.history().instants()[worst];
    findings.add(
        finding(
            system,
            worst,
            "Guests read up to "
                + rate(idle.most())
                + " from paging devices while processors were idle ("
                + Decimal.fixed(share * all, 2)
                + " of "
                + all
                + " were busy then), "
                + idle.words(system)
                + ": memory is what is short, not processors.",
            ZvmReports.grow(system)
                + ", or take guests away that are idle; more IFLs would not help.",
            ZvmReports.processorLine(
                system,
                (lines, subject) ->
                    lines.highest(subject, Metric.CPU_BUSY, until - interval, until))));
  }

  /** Page reads where processors are idle; not a number where one of both is not known. */
  private double idle(double paging, double share) {
    if (Double.isNaN(share) || Double.isNaN(paging)) {
      return Double.NaN;
    }
    return share < busy.amount() ? paging : 0;
  }

  /** What is empty of a size where guests page; not a number where that is not known. */
  private static double spare(double paging, double size, double used, Threshold least) {
    double empty = size - used;
    if (Double.isNaN(paging) || Double.isNaN(empty)) {
      return Double.NaN;
    }
    return paging > 0 && empty > least.amount() * size ? empty : 0;
  }

  private static double share(
      PoolHistory history, ProcessorSizing processors, double interval, int instant) {
    if (!history.timed() || Double.isNaN(interval)) {
      return Double.NaN;
    }
    double until = history.instants()[instant];
    return processors.busyShare(until - interval, until);
  }

  // One report is a history of one instant: its guests' processor time tells how long it was.
  private static double interval(ZvmCase system, ProcessorSizing processors) {
    double known = system.history().intervalMillis();
    if (!Double.isNaN(known)) {
      return known;
    }
    double longest = Double.NaN;
    for (GuestProcessors guest : processors.guests()) {
      double told = guest.demand().map(d -> d.interval().orElse(Double.NaN)).orElse(Double.NaN);
      longest = told > longest || Double.isNaN(longest) ? told : longest;
    }
    return longest;
  }

  private void spareMemory(ZvmCase system, List<Finding> findings) {
    Spell spare =
        Spell.over(
            system.history(),
            i -> spare(paging(system, i), available(system, i), resident(system, i), real));
    if (!spare.any()) {
      return;
    }
    int worst = spare.worst();
    findings.add(
        finding(
            system,
            worst,
            "Guests read "
                + rate(paging(system, worst))
                + " from paging devices while "
                + Size.text(spare.most())
                + " of the "
                + Size.text(available(system, worst))
                + " of real memory that they can have held nothing of theirs, "
                + spare.words(system)
                + ".",
            "Pages taken earlier may only be coming back; where it lasts, look for what keeps guests"
                + " from memory: the control program's own (QUERY FRAMES), minidisk cache, SET"
                + " RESERVED, and STORBUF of QUERY SRM.",
            ZvmReports.lastLine(system, Metric.MEMORY_REAL)));
  }

  private static double available(ZvmCase system, int instant) {
    double seen = system.seen().real()[instant];
    return (Double.isNaN(seen) ? system.pool().size() : seen) - system.pool().reserve();
  }

  /** What guests have in real memory; not a number where one that reports does not show it. */
  private static double resident(ZvmCase system, int instant) {
    double sum = 0;
    for (GuestHistory guest : system.guests()) {
      sum += guest.member().reports(instant) ? guest.member().served().physical()[instant] : 0;
    }
    return system.history().covered(instant) ? sum : Double.NaN;
  }

  private void spareExpanded(ZvmCase system, List<Finding> findings) {
    double size = system.pool().expanded();
    Spell spare =
        Spell.over(
            system.history(),
            i ->
                spare(
                    paging(system, i),
                    size,
                    ZvmReports.sum(system, guest -> guest.member().served().expanded()[i]),
                    expanded));
    if (!spare.any()) {
      return;
    }
    findings.add(
        finding(
            system,
            spare.worst(),
            "Guests read "
                + rate(paging(system, spare.worst()))
                + " from paging devices while "
                + Size.text(spare.most())
                + " of "
                + Size.text(size)
                + " of expanded storage held nothing of theirs, "
                + spare.words(system)
                + ".",
            "Expanded storage that pages do not reach does not help: look at QUERY XSTORE for what is"
                + " attached to guests or kept for minidisk cache, or make it real memory.",
            ZvmReports.lastLine(system, Metric.XSTORE_SIZE)));
  }

  /** With the lines of those that read most, and one about what was idle. */
  private Finding finding(
      ZvmCase system, int instant, String title, String advice, Optional<Evidence> idle) {
    Cited cited = new Cited();
    system.guests().stream()
        .filter(guest -> guest.member().paging().pageReads()[instant] > 0)
        .sorted(
            Comparator.comparingDouble(
                    (GuestHistory guest) -> -guest.member().paging().pageReads()[instant])
                .thenComparing(GuestHistory::name))
        .limit(3)
        .forEach(guest -> cited.add(system.line(guest.name(), Metric.PAGING_READS, instant)));
    return new Finding(
        id(), Severity.YELLOW, system.name(), title, advice, cited.add(idle).lines());
  }

  private static String rate(double pages) {
    return Count.of(Math.round(pages)) + " pages/s";
  }
}
