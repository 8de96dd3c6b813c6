package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.risk.Advice;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import dev.headroom.unit.Count;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Guests that are defined larger than what they ever instantiate. A guest touches fewer pages while
 * it waits for them, so that a system short of memory tells nothing of what its guests need.
 */
public record OversizedGuest(Threshold share, Threshold least) implements Rule<ZvmCase> {
  private static final Threshold SHARE =
      Threshold.of("guest-spare", "%", 25, "of its storage that a guest never used: worth saying");
  private static final Threshold LEAST =
      Threshold.of(
          "guest-spare-least", "MB", 256, "storage never used from this on is worth saying");

  /** An administrator does not resize more guests than these at a time. */
  private static final int MOST = 10;

  /** The rule by these thresholds. */
  public OversizedGuest(Thresholds options) {
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
    List<Oversized> oversized = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> starved = new ArrayList<>();
    for (GuestHistory guest : system.guests()) {
      Spell used = Spell.over(system.history(), guest::instantiated);
      double defined = ZvmReports.defined(system.pool(), guest).orElse(Double.NaN);
      double spare = defined - Math.max(used.most(), guest.configuredHot().orElse(0));
      if (used.observed() == 0 || Double.isNaN(defined)) {
        unknown.add(guest.name());
      } else if (spare >= least.amount() && spare >= share.amount() * defined) {
        if (isStarved(system, guest)) {
          starved.add(guest.name());
        } else {
          oversized.add(new Oversized(guest, used, defined));
        }
      }
    }
    oversized.sort(Comparator.comparingDouble(found -> -found.spare()));
    int shown = Math.min(MOST, oversized.size());
    List<Finding> findings = new ArrayList<>();
    oversized.subList(0, shown).forEach(found -> findings.add(finding(system, found)));
    if (shown < oversized.size()) {
      findings.add(rest(system, oversized.subList(shown, oversized.size())));
    }
    if (!starved.isEmpty()) {
      findings.add(
          unknown(
              system,
              "Whether "
                  + Names.list(starved)
                  + (starved.size() == 1 ? " needs all of its" : " need all of their")
                  + " storage is not known: memory was short, and a guest touches fewer pages while"
                  + " guests wait for them.",
              "Print "
                  + ZvmReports.UPAGE
                  + " over a run in which no guest reads pages back, before any guest is made"
                  + " smaller."));
    }
    if (!unknown.isEmpty()) {
      findings.add(
          unknown(
              system,
              "How much of the storage of "
                  + Names.list(unknown)
                  + " is ever used is not known: no capture shows the size and what exists in real,"
                  + " expanded and auxiliary storage.",
              ZvmReports.print(ZvmReports.UPAGE)));
    }
    return findings;
  }

  /** Whether busy guests read pages back too often, or this one did at any time. */
  private static boolean isStarved(ZvmCase system, GuestHistory guest) {
    if (system.outcome().needs().pressure().often()) {
      return true;
    }
    for (int instant = 0; instant < guest.member().size(); instant++) {
      if (guest.member().censored(instant)) {
        return true;
      }
    }
    return false;
  }

  /** A guest, what exists of it over time, and what it is defined with. */
  private record Oversized(GuestHistory guest, Spell used, double defined) {
    double spare() {
      return defined - Math.max(used.most(), guest.configuredHot().orElse(0));
    }
  }

  private Finding rest(ZvmCase system, List<Oversized> rest) {
    double defined = rest.stream().mapToDouble(Oversized::defined).sum();
    double spare = rest.stream().mapToDouble(Oversized::spare).sum();
    return new Finding(
        id(),
        Severity.INFO,
        system.name(),
        Count.of(rest.size(), "more guest")
            + (rest.size() == 1 ? " is" : " are")
            + " larger than needed: of "
            + Size.text(defined)
            + " together "
            + Size.text(spare)
            + " was never used.",
        "Look at "
            + Names.list(rest.stream().map(found -> found.guest().name()).toList())
            + " once the larger ones are done.",
        new Cited().add(system.last(rest.get(0).guest().name(), Metric.MEMORY_LOGICAL)).lines());
  }

  private Finding finding(ZvmCase system, Oversized found) {
    GuestHistory guest = found.guest();
    Spell used = found.used();
    double defined = found.defined();
    int most = Math.max(0, used.worst());
    boolean printed = !Double.isNaN(guest.printed(Metric.MEMORY_INSTANTIATED, most));
    double spare = found.spare();
    return new Finding(
        id(),
        Severity.INFO,
        guest.name(),
        guest.name()
            + " is defined with "
            + Size.text(defined)
            + " and had no more than "
            + Size.text(used.most())
            + (printed
                ? " of it instantiated"
                : " in real, expanded and auxiliary storage together")
            + " in "
            + Count.of(used.observed(), system.history().timed() ? "interval" : "sample")
            + (printed ? ": " : " (an estimate, which counts some pages twice): at least ")
            + Size.text(spare)
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
            .add(system.last(guest.name(), Metric.MEMORY_LOGICAL))
            .lines());
  }
}
