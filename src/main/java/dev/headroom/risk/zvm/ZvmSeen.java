package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestPressure;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Instants;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import java.util.Optional;

/**
 * What was seen of one z/VM system, in clauses: whether it holds what must stay, and page reads.
 */
final class ZvmSeen {
  private final ZvmCase system;
  private final Optional<Grade> grade;
  private final ZvmNeeds needs;
  private final RealMemory real;

  ZvmSeen(ZvmCase system, Optional<Grade> grade) {
    this.system = system;
    this.grade = grade;
    this.needs = system.outcome().needs();
    this.real = RealMemory.of(system);
  }

  /** Whether real memory holds what must stay in it; goes on after the size of real memory. */
  String held() {
    boolean known = needs.workingSets().isPresent();
    String sets =
        known
            ? "the working sets of its busy guests ("
                + Size.text(needs.workingSets().getAsDouble())
                + ")"
            : needs.evidence() == ZvmNeeds.Evidence.PAGING
                ? "working sets, for busy guests read pages back in every interval"
                : "working sets, which no report shows of all";
    if (!system.sized()) {
      return known
          ? "and whether it holds " + sets + " is not known"
          : "and what they need is not known";
    }
    if (known && real.holds(needs.workingSets().getAsDouble())) {
      return needs.evidence() == ZvmNeeds.Evidence.UNCOMMITTED
          ? "and " + sets + " fit"
          : "and " + sets + " fit, but how many pages guests read back is not known of all";
    }
    if (needs.hot().isEmpty()) {
      return known
          ? "which is less than "
              + (real.holds(needs.workingSets().getAsDouble() / 2) ? "" : "half of ")
              + sets
              + ", and what of them must stay is not known"
          : "and what they need is not known: no report shows "
              + (needs.evidence() == ZvmNeeds.Evidence.PAGING
                  ? "working sets without paging"
                  : "working sets of all");
    }
    double hot = needs.hot().getAsDouble();
    String kept =
        needs.unconfigured().orElse(0) > 0
            ? "heaps and database memory and the working sets of other busy guests"
            : "heaps and database memory";
    kept += " (" + Size.text(hot) + ")";
    if (real.holds(needs.minimum(ZvmNeeds.MARGIN - 1).orElseThrow())) {
      return "which holds " + kept + " and a tenth more, but not " + sets;
    }
    return real.holds(hot)
        ? "which just holds " + kept + ", without the tenth that should be there on top"
        : "which does not hold " + kept;
  }

  /** How often pages were read back; begins with a semicolon, empty where they were not. */
  String paging() {
    double rate = system.outcome().overcommit().observedPagingRate().orElse(0);
    if (!(rate > 0)) {
      return before();
    }
    String seen =
        "; pages were read back in "
            + Instants.intervals(
                system.history(), (int) Math.round(rate * system.intervals()), system.intervals());
    // a worse grade has another cause
    boolean capped = grade.filter(known -> known == Grade.AMBER).isPresent();
    return capped && needs.pressure().often() && needs.pressure().speaksOf(system.pool().size())
        ? seen + ", by busy guests too, so that it is no better than amber"
        : seen;
  }

  /** What was seen at a size no smaller than the one that is tried; empty where nothing was. */
  private String before() {
    GuestPressure pressure = needs.pressure();
    return pressure.speaksOf(system.pool().size())
        ? "; busy guests read pages back in "
            + Share.text(pressure.share())
            + " of the intervals at "
            + Size.text(pressure.size())
            + (pressure.often() ? ", so that it is no better than amber" : "")
        : "";
  }
}
