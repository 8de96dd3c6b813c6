package dev.headroom.risk.zvm;

import dev.headroom.memory.Basis;
import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a report on a z/VM system takes for granted, a sentence each. */
public final class ZvmAssumptions {
  private ZvmAssumptions() {}

  /**
   * The sentences on a system.
   *
   * @param idleBusy use of a processor below which a guest is idle, per cent
   * @param basis whether what was seen stands, or the model alone speaks
   */
  public static List<String> of(ZvmCase system, double idleBusy, Basis basis) {
    List<String> said = new ArrayList<>();
    said.add(
        "Hot is what the site file gives as Java heaps and database memory; of other busy guests it is"
            + " the working set as the control program estimates it, an upper estimate where memory is"
            + " ample. Warm is what they have beyond that, be it resident or paged out.");
    said.add(idle(system, idleBusy));
    if (system.guests().size() == 1) {
      said.add("Only one guest is known; a system has more, and they need memory too.");
    }
    said.add(
        system.pool().agesGlobally()
            ? "What does not fit is taken by age, as from release 6.3 on: what is not hot, of the guest"
                + " that has not run for longest first, then what is hot, of all in proportion."
            : "What does not fit is taken as up to release 6.2: idle guests first, the least busy before"
                + " the others, then what active guests have beyond what is hot, then databases, and"
                + " Java heaps more slowly, since every collection touches all of a heap.");
    if (basis == Basis.MODELLED) {
      said.add(StayingWords.of(system));
    }
    if (system.pool().expanded() > 0) {
      said.add(
          "What is taken goes to expanded storage first. What idle guests lost moves on from there to"
              + " paging devices when active guests need the room; what comes when it is full of their"
              + " pages goes straight to paging devices.");
    }
    if (system.outcome().needs().hot().isPresent()) {
      said.add(
          "The slowdown is a band, fitted to one study and widened by another that was slower; it is"
              + " calibration, not prediction.");
    }
    long sizes =
        Arrays.stream(system.seen().real()).filter(r -> !Double.isNaN(r)).distinct().count();
    if (sizes > 1) {
      said.add(
          String.format(
              Locale.ROOT,
              "Real memory changed between the captures (%d sizes were seen): what was observed is judged"
                  + " by what there was then, the size is the last.",
              sizes));
    }
    return said;
  }

  private static String idle(ZvmCase system, double idleBusy) {
    if (!system.seen().busyKnown()) {
      return "No report shows processor use (USER, FCX112), so all guests count as active.";
    }
    List<String> idle =
        system.guests().stream().filter(GuestHistory::idle).map(GuestHistory::name).toList();
    return "A guest that uses less than "
        + Decimal.fixed(idleBusy, 1)
        + " % of a processor in every interval is idle, and none of its memory has to stay: "
        + (idle.isEmpty() ? "none is" : Names.all(idle))
        + ".";
  }
}
