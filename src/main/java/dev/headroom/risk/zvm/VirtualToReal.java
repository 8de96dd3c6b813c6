package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Threshold;
import dev.headroom.series.Metric;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import java.util.Comparator;
import java.util.List;

/**
 * The ratio of virtual to real memory, which everybody asks for, and a word on what it is worth
 * (docs/rules.md).
 */
public record VirtualToReal() implements Rule<ZvmCase> {

  @Override
  public String id() {
    return "virtual-to-real";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of();
  }

  @Override
  public List<Finding> judge(ZvmCase system) {
    List<String> unknown =
        system.guests().stream()
            .filter(guest -> ZvmReports.defined(system.pool(), guest).isEmpty())
            .map(GuestHistory::name)
            .toList();
    if (!system.sized() || !unknown.isEmpty() || system.guests().isEmpty()) {
      return List.of(
          unknown(
              system,
              "The ratio of virtual to real memory is not known: "
                  + (unknown.isEmpty()
                      ? system.sized() ? "no guest is." : "real memory is not."
                      : "no capture shows what " + Names.list(unknown) + " is defined with."),
              unknown.isEmpty() && !system.sized()
                  ? "Give the size in the site file, or capture QUERY STORAGE."
                  : ZvmReports.print(ZvmReports.UPAGE)));
    }
    double defined =
        system.guests().stream()
            .mapToDouble(guest -> ZvmReports.defined(system.pool(), guest).orElseThrow())
            .sum();
    Cited cited = new Cited();
    system.guests().stream()
        .sorted(
            Comparator.comparingDouble(
                    (GuestHistory guest) -> -ZvmReports.defined(system.pool(), guest).orElseThrow())
                .thenComparing(GuestHistory::name))
        .limit(3)
        .forEach(guest -> cited.add(system.last(guest.name(), Metric.MEMORY_LOGICAL)));
    return List.of(
        new Finding(
            id(),
            Severity.INFO,
            system.name(),
            "Guests define "
                + Size.text(defined)
                + " on "
                + Size.text(system.pool().size())
                + " of real memory, a ratio of "
                + ratio(defined / system.pool().size())
                + " (V:R)"
                + byUse(system)
                + "; by itself it is no measure of risk.",
            "One study ran at 2.80 for 14 % more time, another lost more than half its throughput at"
                + " 1.20: judge by working sets, page reads and waits.",
            cited.add(ZvmReports.lastLine(system, Metric.MEMORY_REAL)).lines()));
  }

  /** The ratio of what exists to what is resident, where most exists. */
  private static String byUse(ZvmCase system) {
    Spell exists =
        Spell.over(
            system.history(),
            i ->
                system.history().covered(i)
                    ? ZvmReports.sum(system, guest -> guest.instantiated(i))
                    : Double.NaN);
    if (!exists.any()) {
      return "";
    }
    double resident =
        ZvmReports.sum(
            system,
            guest ->
                Double.isNaN(guest.instantiated(exists.worst()))
                    ? Double.NaN
                    : guest.member().served().physical()[exists.worst()]);
    return resident > 0
        ? ", and by use "
            + ratio(exists.most() / resident)
            + " ("
            + Size.text(exists.most())
            + " exists, "
            + Size.text(resident)
            + " of it resident)"
        : "";
  }

  private static String ratio(double ratio) {
    return Decimal.fixed(ratio, 2);
  }
}
