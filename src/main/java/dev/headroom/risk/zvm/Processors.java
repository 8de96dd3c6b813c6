package dev.headroom.risk.zvm;

import dev.headroom.risk.Cited;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Instants;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Landmarks;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.sizing.zvm.GuestProcessors;
import dev.headroom.sizing.zvm.ProcessorDemand;
import dev.headroom.sizing.zvm.ProcessorSizing;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Names;
import java.util.ArrayList;
import java.util.List;

/** How many IFLs the LPAR needs, and guests with more virtual processors than it has. */
public record Processors(Threshold full) implements Rule<ZvmCase> {
  private static final Threshold FULL =
      Threshold.of(
          "processors-full", "%", 90, "of the LPAR's processors busy: they are short from");

  /** The rule by these thresholds. */
  public Processors(Thresholds options) {
    this(options.of(FULL));
  }

  @Override
  public String id() {
    return "processors";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(full);
  }

  @Override
  public List<Finding> judge(ZvmCase system) {
    ProcessorSizing sizing = system.processors();
    List<Finding> findings = new ArrayList<>();
    if (sizing.demand().isEmpty()) {
      findings.add(
          unknown(
              system,
              "How many IFLs the LPAR needs is not known. " + ProcessorReason.of(sizing),
              ZvmReports.print(ZvmReports.PROCLOG)));
      return findings;
    }
    findings.add(ifls(system, sizing, sizing.demand().get()));
    virtual(system, sizing, findings);
    return findings;
  }

  private Finding ifls(ZvmCase system, ProcessorSizing sizing, ProcessorDemand demand) {
    int present = sizing.present().orElseThrow();
    int needed = sizing.ifls().orElseThrow();
    boolean shortOf = demand.processors() >= full.amount() * present;
    return new Finding(
        id(),
        shortOf ? Severity.YELLOW : Severity.INFO,
        system.name(),
        "The LPAR needs "
            + (system.paged() ? "at least " : "")
            + ifls(needed)
            + ": "
            + Decimal.fixed(demand.processors(), 2)
            + " of its "
            + (present == 1 ? "1 processor was" : present + " processors were")
            + " busy at most"
            + (demand.time().isPresent()
                ? ", at " + Instants.time(demand.time().getAsDouble())
                : "")
            + (shortOf ? "; that is nearly all, and what more was wanted does not show." : "."),
        shortOf
            ? "Add IFLs before memory is blamed, and look again."
            : needed < present && !system.paged()
                ? ProcessorReason.of(sizing)
                    + " "
                    + ifls(present - needed)
                    + " could go, unless "
                    + (present - needed == 1 ? "it is" : "they are")
                    + " needed at times that were not captured."
                : ProcessorReason.of(sizing),
        peakLines(system, demand));
  }

  private static List<Evidence> peakLines(ZvmCase system, ProcessorDemand demand) {
    Cited cited = new Cited();
    Landmarks lines = system.captures().landmarks();
    system.tables().processors().stream()
        .map(Table::subject)
        .distinct()
        .sorted()
        .map(
            subject ->
                demand.time().isPresent()
                    ? lines.at(subject, Metric.CPU_BUSY, demand.time().getAsDouble())
                    : lines.highest(subject, Metric.CPU_BUSY))
        .forEach(row -> cited.add(row.map(Evidence::of)));
    return cited.lines();
  }

  private void virtual(ZvmCase system, ProcessorSizing sizing, List<Finding> findings) {
    int present = sizing.present().orElseThrow();
    List<String> unknown = new ArrayList<>();
    for (GuestProcessors guest : sizing.guests()) {
      if (guest.defined().isEmpty()) {
        unknown.add(guest.guest());
      } else if (guest.defined().getAsInt() > present) {
        findings.add(tooMany(system, guest, present));
      }
    }
    if (!unknown.isEmpty()) {
      findings.add(
          unknown(
              system,
              "Whether a guest has more virtual processors than the LPAR's "
                  + ifls(present)
                  + " is not known: no capture shows those of "
                  + Names.list(unknown)
                  + ".",
              "Compare with QUERY VIRTUAL CPUS in every guest."));
    }
  }

  private Finding tooMany(ZvmCase system, GuestProcessors guest, int present) {
    return new Finding(
        id(),
        Severity.YELLOW,
        guest.guest(),
        guest.guest()
            + " has "
            + guest.defined().getAsInt()
            + " virtual processors on "
            + ifls(present)
            + ": they never run all at once, and what waits for one of them waits longer.",
        "Give it "
            + Math.min(present, guest.advised().orElse(present))
            + " virtual processors. "
            + ProcessorReason.of(guest),
        system.last(guest.guest(), Metric.CPU_VIRTUAL).stream().toList());
  }

  private static String ifls(int number) {
    return number + (number == 1 ? " IFL" : " IFLs");
  }
}
