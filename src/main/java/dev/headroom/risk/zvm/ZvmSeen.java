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

  /**
   * A clause on real memory.
   *
   * @param ofSize whether its subject is the size of real memory, which it does not name
   * @param text the clause, without that subject
   */
  record Clause(boolean ofSize, String text) {
    /** After a clause that ends with the size of real memory. */
    String after() {
      return (ofSize ? "which " : "and ") + text;
    }

    /** By itself. */
    String alone() {
      return (ofSize ? "it " : "") + text;
    }
  }

  /** Whether real memory holds what must stay in it. */
  Clause held() {
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
      return new Clause(
          false,
          known ? "whether it holds " + sets + " is not known" : "what they need is not known");
    }
    if (known && real.holds(needs.workingSets().getAsDouble())) {
      return new Clause(
          false,
          needs.evidence() == ZvmNeeds.Evidence.UNCOMMITTED
              ? sets + " fit"
              : sets + " fit, but how many pages guests read back is not known of all");
    }
    if (needs.hot().isEmpty()) {
      return known
          ? new Clause(
              true,
              "is less than "
                  + (real.holds(needs.workingSets().getAsDouble() / 2) ? "" : "half of ")
                  + sets
                  + ", and what of them must stay is not known")
          : new Clause(
              false,
              "what they need is not known: no report shows "
                  + (needs.evidence() == ZvmNeeds.Evidence.PAGING
                      ? "working sets without paging"
                      : "working sets of all"));
    }
    double hot = needs.hot().getAsDouble();
    String kept =
        needs.unconfigured().orElse(0) > 0
            ? "heaps and database memory and the working sets of other busy guests"
            : "heaps and database memory";
    kept += " (" + Size.text(hot) + ")";
    if (real.holds(needs.minimum(ZvmNeeds.MARGIN - 1).orElseThrow())) {
      return new Clause(true, "holds " + kept + " and a tenth more, but not " + sets);
    }
    return new Clause(
        true,
        real.holds(hot)
            ? "just holds " + kept + ", without the tenth that should be there on top"
            : "does not hold " + kept);
  }

  /** How often pages were read back; empty where they were not. */
  String paging() {
    double rate = rate();
    return rate > 0
        ? "pages were read back in "
            + Instants.intervals(
                system.history(), (int) Math.round(rate * system.intervals()), system.intervals())
            + (limits() ? ", by busy guests too" : "")
        : before();
  }

  /** Whether it is for pages read back that the grade is no better than amber. */
  boolean limits() {
    // a worse grade has another cause
    boolean capped = !(rate() > 0) || grade.filter(known -> known == Grade.AMBER).isPresent();
    return capped && needs.pressure().often() && needs.pressure().speaksOf(system.pool().size());
  }

  private double rate() {
    return system.outcome().overcommit().observedPagingRate().orElse(0);
  }

  /** What was seen at a size no smaller than the one that is tried; empty where nothing was. */
  private String before() {
    GuestPressure pressure = needs.pressure();
    return pressure.speaksOf(system.pool().size())
        ? "busy guests read pages back in "
            + Share.text(pressure.share())
            + " of the intervals at "
            + Size.text(pressure.size())
        : "";
  }
}
