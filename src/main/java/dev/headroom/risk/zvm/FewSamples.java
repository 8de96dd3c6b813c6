package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Column;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.unit.Count;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares that rest on fewer samples than a share needs: how often guests paged, and which are idle
 * (docs/rules.md). One report over a whole run is an average and no share at all.
 */
public record FewSamples(Threshold least) implements Rule<ZvmCase> {
  private static final Threshold LEAST =
      Threshold.of("least-samples", "count", 10, "samples that a share of them must rest on");

  /** The rule by these thresholds. */
  public FewSamples(Thresholds options) {
    this(options.of(LEAST));
  }

  @Override
  public String id() {
    return "few-samples";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(least);
  }

  @Override
  public List<Finding> judge(ZvmCase system) {
    List<Finding> findings = new ArrayList<>();
    paging(system, findings);
    idle(system, findings);
    return findings;
  }

  private void paging(ZvmCase system, List<Finding> findings) {
    Spell reads = Spell.over(system.history(), i -> ZvmReports.reads(system, i));
    if (reads.observed() == 0 || reads.observed() >= least.amount()) {
      return;
    }
    int first = 0;
    while (Double.isNaN(ZvmReports.reads(system, first))) {
      first++;
    }
    Cited cited = new Cited();
    for (GuestHistory guest : system.guests()) {
      cited.add(system.line(guest.name(), Metric.PAGING_READS, first));
    }
    findings.add(
        new Finding(
            id(),
            Severity.YELLOW,
            system.name(),
            reads.observed() == 1
                ? "Page reads are known from one report only: it is an average, peaks do not show in"
                    + " it, and how often guests paged cannot be said."
                : "How often guests paged rests on "
                    + Count.of(reads.observed(), "sample")
                    + "; a share needs "
                    + Decimal.upTo(least.value(), 1)
                    + " or more.",
            ZvmReports.print(ZvmReports.UPAGE),
            cited.lines()));
  }

  private void idle(ZvmCase system, List<Finding> findings) {
    List<String> names = new ArrayList<>();
    Cited cited = new Cited();
    for (GuestHistory guest : system.guests()) {
      if (guest.idle() && samples(system, guest) < least.amount()) {
        names.add(guest.name());
        cited.add(system.highest(guest.name(), Metric.CPU_BUSY));
      }
    }
    if (names.isEmpty()) {
      return;
    }
    findings.add(
        new Finding(
            id(),
            Severity.YELLOW,
            system.name(),
            "That "
                + Names.list(names)
                + (names.size() == 1 ? " is idle rests" : " are idle rests")
                + " on fewer than "
                + Count.of((long) least.value(), "sample")
                + " of processor use: at other times "
                + (names.size() == 1 ? "it" : "they")
                + " may need memory.",
            ZvmReports.print(ZvmReports.USER),
            cited.lines()));
  }

  private static int samples(ZvmCase system, GuestHistory guest) {
    int samples = 0;
    for (Table table : system.tables().guest(guest.name())) {
      Column busy = table.column(Metric.CPU_BUSY);
      for (int row = 0; busy != null && row < busy.size(); row++) {
        samples += Double.isNaN(busy.get(row)) ? 0 : 1;
      }
    }
    return samples;
  }
}
