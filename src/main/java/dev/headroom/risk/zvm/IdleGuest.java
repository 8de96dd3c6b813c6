package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;

/** Guests that do nothing and hold memory. */
public record IdleGuest(Threshold least) implements Rule<ZvmCase> {
  private static final Threshold LEAST =
      Threshold.of(
          "idle-memory", "MB", 256, "memory of an idle guest from this on is worth saying");

  /** The rule by these thresholds. */
  public IdleGuest(Thresholds options) {
    this(options.of(LEAST));
  }

  @Override
  public String id() {
    return "idle-guest";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(least);
  }

  @Override
  public List<Finding> judge(ZvmCase system) {
    if (!system.seen().busyKnown()) {
      return List.of(
          unknown(
              system,
              "Whether a guest is idle is not known: no capture shows processor use of guests.",
              ZvmReports.print(ZvmReports.USER)));
    }
    boolean paging = system.paged();
    List<Finding> findings = new ArrayList<>();
    for (GuestHistory guest : system.guests()) {
      Spell held = Spell.over(system.history(), i -> guest.member().served().physical()[i]);
      if (guest.idle() && held.most() >= least.amount()) {
        findings.add(finding(system, guest, held, paging));
      }
    }
    return findings;
  }

  private Finding finding(ZvmCase system, GuestHistory guest, Spell held, boolean paging) {
    double out = guest.member().stolen(held.worst());
    return new Finding(
        id(),
        paging ? Severity.YELLOW : Severity.INFO,
        guest.name(),
        guest.name()
            + " is idle ("
            + Decimal.fixed(guest.meanBusy().orElseThrow() / 100, 2)
            + " of a processor on average) and held up to "
            + Size.text(held.most())
            + " of real memory"
            + (out > 0
                ? ", with " + Size.text(out) + " more in expanded and auxiliary storage"
                : "")
            + (paging ? ", while others waited for pages." : "."),
        "Log it off while it is not needed"
            // what a guest has of a system that is short says nothing of what it needs
            + (paging ? ": " : ", or lower its storage: ")
            + (system.pool().agesGlobally()
                ? "its pages leave real memory only as they age."
                : "its pages are the first to leave real memory, and each that comes back is waited"
                    + " for."),
        new Cited()
            .add(system.line(guest.name(), Metric.MEMORY_RESIDENT, held.worst()))
            .add(system.highest(guest.name(), Metric.CPU_BUSY))
            .lines());
  }
}
