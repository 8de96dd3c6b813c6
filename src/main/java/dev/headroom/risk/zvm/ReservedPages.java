package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Threshold;
import dev.headroom.series.Metric;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Real memory that {@code SET RESERVED} keeps for guests, and whether it is well placed. */
public record ReservedPages() implements Rule<ZvmCase> {

  @Override
  public String id() {
    return "reserved-pages";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of();
  }

  @Override
  public List<Finding> judge(ZvmCase system) {
    List<GuestHistory> reserved =
        system.guests().stream().filter(guest -> Reservation.of(guest) > 0).toList();
    if (reserved.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(all(system, reserved));
    reserved.stream()
        .filter(GuestHistory::idle)
        .forEach(guest -> findings.add(idle(system, guest)));
    return findings;
  }

  private Finding all(ZvmCase system, List<GuestHistory> reserved) {
    double sum = Reservation.of(system);
    boolean tooMuch = sum > system.pool().available();
    Cited cited = new Cited();
    reserved.forEach(guest -> cited.add(line(system, guest)));
    return new Finding(
        id(),
        tooMuch ? Severity.AMBER : Severity.INFO,
        system.name(),
        "SET RESERVED keeps "
            + Size.text(sum)
            + " of real memory: "
            + Names.list(
                reserved.stream()
                    .map(guest -> Size.text(Reservation.of(guest)) + " of " + guest.name())
                    .toList())
            + (tooMuch
                ? ". Guests can have only " + Size.text(system.pool().available()) + " in all."
                : "."),
        tooMuch
            ? "Lower the reservations until they fit beside what other guests need: no one of them"
                + " holds so."
            : "Other guests share what is left"
                + (system.pool().agesGlobally()
                    ? "."
                    : "; before z/VM 6.3 the last pass takes reserved pages too."),
        cited.lines());
  }

  private Finding idle(ZvmCase system, GuestHistory guest) {
    return new Finding(
        id(),
        system.paged() ? Severity.YELLOW : Severity.INFO,
        guest.name(),
        guest.name()
            + " is idle, and "
            + Size.text(Reservation.of(guest))
            + " of real memory are reserved for it"
            + (system.paged() ? " while others waited for pages." : "."),
        Reservation.command(guest.name(), 0) + " gives them to guests that are busy.",
        new Cited().add(line(system, guest)).lines());
  }

  private static Optional<Evidence> line(ZvmCase system, GuestHistory guest) {
    for (int instant = guest.member().size() - 1; instant >= 0; instant--) {
      if (!Double.isNaN(guest.printed(Metric.MEMORY_RESERVED, instant))) {
        return system.line(guest.name(), Metric.MEMORY_RESERVED, instant);
      }
    }
    return Optional.empty();
  }
}
