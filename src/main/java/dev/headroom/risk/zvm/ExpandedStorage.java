package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.ZvmRelease;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Threshold;
import dev.headroom.series.Metric;
import dev.headroom.unit.Size;
import java.util.List;

/** Expanded storage on a release that has none (6.4 and later) or is better off without (6.3). */
public record ExpandedStorage() implements Rule<ZvmCase> {

  @Override
  public String id() {
    return "expanded-storage";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of();
  }

  @Override
  public List<Finding> judge(ZvmCase system) {
    double expanded = system.pool().storage().expanded();
    if (!(expanded > 0)) {
      return List.of();
    }
    if (system.pool().release().isEmpty()) {
      return List.of(
          unknown(
              system,
              "Whether the "
                  + Size.text(expanded)
                  + " of expanded storage are of use is not known: the release of z/VM is not.",
              "Give release in the site file, or capture QUERY CPLEVEL."));
    }
    ZvmRelease release = system.pool().release().get();
    if (!release.agesGlobally()) {
      return List.of();
    }
    boolean none = !release.hasExpandedStorage();
    return List.of(
        new Finding(
            id(),
            none ? Severity.YELLOW : Severity.INFO,
            system.name(),
            Size.text(expanded)
                + " of expanded storage is configured, and z/VM "
                + release
                + (none
                    ? " has none: it counts for nothing."
                    : " is better off without: its storage management no longer needs it."),
            "Make it real memory"
                + (system.sized()
                    ? ": " + Size.text(system.pool().size() + expanded) + " in all."
                    : "."),
            ZvmReports.lastLine(system, Metric.XSTORE_SIZE).stream().toList()));
  }
}
