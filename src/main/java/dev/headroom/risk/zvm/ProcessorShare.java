package dev.headroom.risk.zvm;

import dev.headroom.risk.Cited;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Instants;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.sizing.zvm.ProcessorGap;
import dev.headroom.unit.Count;
import dev.headroom.unit.Decimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of the LPAR's processors no guest used. A wide gap is a sign of paging: the control program
 * manages pages while guests wait for them (docs/rules.md).
 */
public record ProcessorShare(Threshold share, Threshold least) implements Rule<ZvmCase> {
  private static final Threshold SHARE =
      Threshold.of("cp-share", "%", 5, "of busy processors that no guest used: wide beyond");
  private static final Threshold LEAST =
      Threshold.of("cp-share-least", "%", 25, "of one processor that no guest used: wide beyond");

  /** Reports round: guests may seem to use so much more than the LPAR, in processors. */
  private static final double ROUNDING = 0.05;

  /** The rule by these thresholds. */
  public ProcessorShare(Thresholds options) {
    this(options.of(SHARE), options.of(LEAST));
  }

  @Override
  public String id() {
    return "processor-share";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(share, least);
  }

  @Override
  public List<Finding> judge(ZvmCase system) {
    List<ProcessorGap> gaps = system.processors().gaps();
    if (gaps.isEmpty()) {
      return List.of(
          unknown(
              system,
              "What the control program uses of the processors itself is not known: no capture shows"
                  + " all guests and the LPAR's processors over the same time.",
              ZvmReports.print(ZvmReports.USER + " and " + ZvmReports.PROCLOG)));
    }
    List<Finding> findings = new ArrayList<>();
    List<ProcessorGap> wide =
        gaps.stream()
            .filter(gap -> gap.width() > Math.max(least.amount(), share.amount() * gap.system()))
            .toList();
    wide.stream()
        .max(Comparator.comparingDouble(ProcessorGap::width))
        .ifPresent(widest -> findings.add(wide(system, widest, wide.size(), gaps.size())));
    gaps.stream()
        .filter(gap -> -gap.width() > ROUNDING + share.amount() * gap.system())
        .min(Comparator.comparingDouble(ProcessorGap::width))
        .ifPresent(gap -> findings.add(contradictory(system, gap)));
    return findings;
  }

  private Finding wide(ZvmCase system, ProcessorGap gap, int count, int of) {
    boolean others = gap.own() < gap.width() / 2;
    return new Finding(
        id(),
        Severity.YELLOW,
        system.name(),
        "Guests used only "
            + Decimal.fixed(gap.guests(), 2)
            + " of the "
            + Decimal.fixed(gap.system(), 2)
            + " processors that were busy at "
            + Instants.time(gap.time())
            + ": a gap of "
            + Decimal.fixed(gap.width(), 2)
            + (of == 1 ? "" : ", the widest of " + count + " in " + Count.of(of, "interval"))
            + (others
                ? ", of which the control program kept "
                    + Decimal.fixed(gap.own(), 2)
                    + " for itself: guests seem to be missing."
                : ", and a sign of paging."),
        others
            ? "Print all guests, not only the busiest, and look again."
            : "Look at page reads ("
                + ZvmReports.UPAGE
                + ") of the same time: guests that wait for pages use no processor, and the control"
                + " program uses more of it.",
        lines(system, gap));
  }

  private Finding contradictory(ZvmCase system, ProcessorGap gap) {
    return new Finding(
        id(),
        Severity.YELLOW,
        system.name(),
        "At "
            + Instants.time(gap.time())
            + " guests used "
            + Decimal.fixed(gap.guests(), 2)
            + " processors, more than the "
            + Decimal.fixed(gap.system(), 2)
            + " that were busy in the whole LPAR.",
        "Check that the reports are of one system and one time, and that no processor is missing.",
        lines(system, gap));
  }

  private static List<Evidence> lines(ZvmCase system, ProcessorGap gap) {
    Cited cited = new Cited();
    List<Table> guests = new ArrayList<>();
    system.guests().forEach(guest -> guests.addAll(system.tables().guest(guest.name())));
    cited.add(line(system, guests, gap.time()));
    return cited.add(line(system, system.tables().processors(), gap.time())).lines();
  }

  /** The line of whoever used most then. */
  private static Optional<Evidence> line(ZvmCase system, List<Table> tables, double time) {
    Subject most = null;
    double highest = -1;
    for (Table table : tables) {
      for (int row = 0; row < table.rows(); row++) {
        double busy = table.time(row) == time ? table.value(Metric.CPU_BUSY, row) : Double.NaN;
        if (busy > highest) {
          highest = busy;
          most = table.subject();
        }
      }
    }
    return most == null
        ? Optional.empty()
        : system.captures().landmarks().at(most, Metric.CPU_BUSY, time).map(Evidence::of);
  }
}
