package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Threshold;
import dev.headroom.series.Metric;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Java heaps and database memory that real memory does not back: a garbage collection touches a
 * heap whole, so every page of it that is out comes back at once.
 */
public record UnbackedMemory() implements Rule<ZvmCase> {

  @Override
  public String id() {
    return "unbacked-memory";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of();
  }

  @Override
  public List<Finding> judge(ZvmCase system) {
    if (system.outcome().needs().configured().isEmpty()) {
      return List.of(
          unknown(
              system,
              "Whether Java heaps and database memory are backed by real memory is not known: the"
                  + " site file names none.",
              "Give heaps (-Xmx of every active Java machine) and database (the peak of"
                  + " MAX_PARTITION_MEM) of the members in the site file, such as: members: [{name:"
                  + " GUEST, heaps: [4096MB], database: 2048MB}]."));
    }
    List<Finding> findings = new ArrayList<>();
    system(system, findings);
    system.guests().stream()
        .filter(guest -> guest.configuredHot().isPresent())
        .forEach(guest -> guest(system, guest, findings));
    return findings;
  }

  private void system(ZvmCase system, List<Finding> findings) {
    double hot = system.outcome().needs().configured().orElseThrow();
    if (!system.sized()) {
      findings.add(
          unknown(
              system,
              "Whether real memory holds the "
                  + Size.text(hot)
                  + " of heaps and database memory is not known: its size is not.",
              "Give the size in the site file, or capture QUERY STORAGE."));
      return;
    }
    if (RealMemory.of(system).holds(hot)) {
      return;
    }
    double available = system.pool().available();
    findings.add(
        new Finding(
            id(),
            Severity.RED,
            system.name(),
            "Heaps and database memory of "
                + Names.list(
                    system.guests().stream()
                        .filter(guest -> guest.configuredHot().isPresent())
                        .map(GuestHistory::name)
                        .toList())
                + " are "
                + Size.text(hot)
                + ", and real memory is "
                + Size.text(system.pool().size())
                + (system.pool().reserve() > 0
                    ? ", of which guests can have " + Size.text(available)
                    : "")
                + ": "
                + Size.text(hot - available)
                + " cannot be backed.",
            ZvmReports.grow(system) + ", or lower the heaps' maximum and the database's memory.",
            ZvmReports.lastLine(system, Metric.MEMORY_REAL).stream().toList()));
  }

  private void guest(ZvmCase system, GuestHistory guest, List<Finding> findings) {
    double hot = guest.configuredHot().orElseThrow();
    Spell out = Spell.over(system.history(), i -> unbacked(guest, hot, i));
    if (out.observed() == 0) {
      findings.add(
          unknown(
              system,
              "Whether the "
                  + Size.text(hot)
                  + " of heaps and database memory of "
                  + guest.name()
                  + " stay in real memory is not known: no capture shows what is resident of it.",
              ZvmReports.print(ZvmReports.UPAGE)));
    }
    if (!out.any()) {
      return;
    }
    boolean waited = Spell.over(system.history(), i -> waits(guest, hot, i)).any();
    findings.add(
        new Finding(
            id(),
            waited ? Severity.AMBER : Severity.YELLOW,
            guest.name(),
            "Up to "
                + Size.text(out.most())
                + " of the "
                + Size.text(hot)
                + " of heaps and database memory of "
                + guest.name()
                + " was not in real memory, "
                + out.words(system)
                + (waited ? ", and it read pages back meanwhile." : "."),
            ZvmReports.grow(system)
                + ", or lower the heaps' maximum; "
                + Reservation.keeping(system, guest)
                + ".",
            new Cited()
                .add(system.line(guest.name(), Metric.MEMORY_RESIDENT, out.worst()))
                .add(system.line(guest.name(), Metric.PAGING_READS, out.worst()))
                .lines()));
  }

  /** What is missing of it and known to lie outside: memory never touched is not missing. */
  private static double unbacked(GuestHistory guest, double hot, int instant) {
    double missing = hot - guest.member().served().physical()[instant];
    return Math.min(Math.max(0, missing), guest.member().stolen(instant));
  }

  private static double waits(GuestHistory guest, double hot, int instant) {
    return unbacked(guest, hot, instant) > 0 && guest.member().censored(instant) ? 1 : 0;
  }
}
