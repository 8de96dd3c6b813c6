package dev.headroom.risk;

import dev.headroom.memory.GuestHistory;
import dev.headroom.series.Metric;
import java.util.ArrayList;
import java.util.List;

/** Guests that are defined larger than what they ever instantiate. */
record OversizedGuest(Threshold share, Threshold least) implements Rule<ZvmCase> {
  private static final Threshold SHARE =
      Threshold.of("guest-spare", "%", 25, "of its storage that a guest never used: worth saying");
  private static final Threshold LEAST =
      Threshold.of(
          "guest-spare-least", "MB", 256, "storage never used from this on is worth saying");

  OversizedGuest(Thresholds options) {
    this(options.of(SHARE), options.of(LEAST));
  }

  @Override
  public String id() {
    return "oversized-guest";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(share, least);
  }

  @Override
  public List<Finding> judge(ZvmCase system) {
    List<Finding> findings = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (GuestHistory guest : system.guests()) {
      Spell used = Spell.over(system.history(), guest::instantiated);
      double defined = ZvmReports.defined(system.pool(), guest).orElse(Double.NaN);
      double spare = defined - used.most();
      if (used.observed() == 0 || Double.isNaN(defined)) {
        unknown.add(guest.name());
      } else if (spare >= least.amount() && spare >= share.amount() * defined) {
        findings.add(finding(system, guest, used, defined));
      }
    }
    if (!unknown.isEmpty()) {
      findings.add(
          unknown(
              system,
              "How much of the storage of "
                  + Words.names(unknown)
                  + " is ever used is not known: no capture shows the size and what exists in real,"
                  + " expanded and auxiliary storage.",
              ZvmReports.print(ZvmReports.UPAGE)));
    }
    return findings;
  }

  private Finding finding(ZvmCase system, GuestHistory guest, Spell used, double defined) {
    int most = Math.max(0, used.worst());
    boolean printed = !Double.isNaN(guest.printed(Metric.MEMORY_INSTANTIATED, most));
    double spare = defined - used.most();
    return new Finding(
        id(),
        Severity.INFO,
        guest.name(),
        guest.name()
            + " is defined with "
            + Words.gb(defined)
            + " and had no more than "
            + Words.gb(used.most())
            + (printed
                ? " of it instantiated"
                : " in real, expanded and auxiliary storage together")
            + " in "
            + Words.count(used.observed(), system.history().timed() ? "interval" : "sample")
            + (printed ? ": " : " (an estimate, which counts some pages twice): at least ")
            + Words.gb(spare)
            + " was never used.",
        Advice.define(guest.name(), spare)
            + ", unless it needs it at times that were not captured: the ratio of virtual to real"
            + " memory and the paging space that it needs fall with it.",
        new Cited()
            .add(
                system.line(
                    guest.name(),
                    printed ? Metric.MEMORY_INSTANTIATED : Metric.MEMORY_RESIDENT,
                    most))
            .add(system.citations().last(guest.name(), Metric.MEMORY_LOGICAL))
            .lines());
  }
}
