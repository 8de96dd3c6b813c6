package dev.headroom.analysis;

import dev.headroom.memory.Basis;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grading;
import dev.headroom.risk.PoolCase;
import dev.headroom.risk.Rules;
import dev.headroom.risk.Severity;
import dev.headroom.risk.zvm.ZvmCase;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Names;
import dev.headroom.whatif.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a report on a pool takes for granted, a sentence each, in the words of its platform. */
public final class Assumed {
  private Assumed() {}

  public static List<String> of(
      Pools.Candidate candidate, PoolCase judged, Situation situation, Basis basis) {
    List<String> said = new ArrayList<>(situation.supposed());
    said.addAll(candidate.assumptions());
    if (judged instanceof ZvmCase zvm) {
      zvm(zvm, said);
    } else {
      said.add(
          "Hot is computational memory (avm of vmstat, virtual of svmon) above the floor of pinned"
              + " and I/O-entitled memory; warm is file cache.");
      said.add(
          "What no capture shows is modelled twice, since the hypervisor's rule is not published:"
              + " computational pages first (the lower bound of stolen memory), and all "
              + (basis == Basis.OBSERVED
                  ? "used pages alike (the upper bound). What a capture shows stands instead."
                  : "logical memory alike, as if nobody lent any before it had to (the upper bound)."
                      + " What captures show of loaned and stolen memory and of page-ins is of the"
                      + " pool as it was, and does not count here."));
    }
    grid(judged, said);
    return said;
  }

  private static void grid(PoolCase judged, List<String> said) {
    PoolHistory history = judged.history();
    if (!history.timed() && history.size() > 0) {
      said.add(
          "No capture says when it was taken: rows are laid side by side in their order, as if they"
              + " had been taken together.");
    } else if (history.size() > 0 && Double.isNaN(history.intervalMillis())) {
      said.add("There is one report only: what it shows is taken to have held together.");
    } else if (history.timed() && history.size() > 0) {
      said.add(
          String.format(
              Locale.ROOT,
              "All members are laid on one grid of %s s, the coarsest interval of their captures; a"
                  + " value holds for two intervals at most.",
              Decimal.fixed(history.intervalMillis() / 1000, 0)));
    }
  }

  private static void zvm(ZvmCase system, List<String> said) {
    said.add(
        "Hot is what the site file gives as Java heaps and database memory; of other busy guests it is"
            + " the working set as the control program estimates it, an upper estimate where memory is"
            + " ample. Warm is what they have beyond that, be it resident or paged out.");
    said.add(idle(system));
    if (system.guests().size() == 1) {
      said.add("Only one guest is known; a system has more, and they need memory too.");
    }
    said.add(
        system.pool().agesGlobally()
            ? "What does not fit is taken by age, as from release 6.3 on: what is not hot, of the guest"
                + " that has not run for longest first, then what is hot, of all in proportion."
            : "What does not fit is taken as up to release 6.2: idle guests first, the least busy before"
                + " the others, then what active guests have beyond what is hot, then databases, and"
                + " Java heaps last, since every collection touches all of a heap.");
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
  }

  private static String idle(ZvmCase system) {
    if (!system.seen().busyKnown()) {
      return "No report shows processor use (USER, FCX112), so all guests count as active.";
    }
    List<String> idle =
        system.guests().stream().filter(GuestHistory::idle).map(GuestHistory::name).toList();
    return String.format(
        Locale.ROOT,
        "A guest that uses less than %s %% of a processor on average is idle, and none of its memory"
            + " has to stay: %s.",
        Decimal.fixed(Grading.DEFAULT.idleBusy(), 1),
        idle.isEmpty() ? "none is" : Names.all(idle));
  }

  /** What was seen of one pool says nothing of another: there is only the model. */
  public static List<Finding> findings(Situation situation, PoolCase judged) {
    boolean ams = situation.system() instanceof AmsPool;
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            "what-if",
            Severity.INFO,
            situation.system().name(),
            (ams ? "The pool" : "The system")
                + " was never seen so: "
                + String.join(" ", situation.supposed())
                + (ams
                    ? " Stolen memory is modelled, and hypervisor page-ins are not known."
                    : " What is paged out, and where to, is modelled, and page reads are not known."),
            ams
                ? "Watch hpi and hpit of vmstat -h when it is done."
                : "Watch page reads in UPAGE (FCX113) when it is done.",
            List.of()));
    Rules.ofConfiguration(judged).stream()
        .filter(finding -> finding.severity() != Severity.UNKNOWN)
        .forEach(findings::add);
    return findings;
  }
}
