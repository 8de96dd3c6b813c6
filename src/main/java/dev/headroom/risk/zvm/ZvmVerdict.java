package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.risk.Grade;
import dev.headroom.risk.HardlyRead;
import dev.headroom.risk.Instants;
import dev.headroom.risk.Standing;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Size;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer on one z/VM system in a sentence: its grade, what its guests define, whether what must
 * stay in real memory does, and the size that would do.
 */
public final class ZvmVerdict {
  private final ZvmCase system;
  private final Optional<Grade> grade;
  private final Standing standing;
  private final ZvmNeeds needs;

  private ZvmVerdict(ZvmCase system, Standing standing) {
    this.system = system;
    this.standing = standing;
    this.grade = standing.grade();
    this.needs = system.outcome().needs();
  }

  /** The sentence on a system that stands so; without a grade it says what is missing. */
  public static String of(ZvmCase system, Standing standing) {
    String sentence = new ZvmVerdict(system, standing).sentence();
    return standing.grade().isEmpty()
        ? sentence
        : HardlyRead.of(system)
            .told(
                standing
                    .completeness()
                    .conditional(system.pool().configuredLogical().size(), sentence));
  }

  private String sentence() {
    if (standing.barred()) {
      return system.name() + " is not graded. " + standing.reason().orElseThrow();
    }
    if (system.history().size() == 0) {
      return system.name()
          + " could not be judged: no capture shows what a guest needs; print UPAGE (FCX113) by time"
          + " over a busy day.";
    }
    String head =
        grade
            .map(known -> system.name() + " is " + known.label() + ": ")
            .orElse(system.name() + " could not be graded: ");
    return head + promised() + ", " + held() + paging() + "; " + size() + ".";
  }

  private String promised() {
    OptionalDouble promised = system.outcome().totals().promised();
    String real =
        system.sized()
            ? Size.text(system.pool().size()) + " of real memory"
            : "real memory of unknown size";
    return promised.isEmpty()
        ? "how much its guests define on " + real + " is not known"
        : "guests define " + Size.text(promised.getAsDouble()) + " on " + real;
  }

  private String held() {
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
    double size = system.pool().size();
    if (known && size > needs.workingSets().getAsDouble() - 1) {
      return needs.evidence() == ZvmNeeds.Evidence.UNCOMMITTED
          ? "and " + sets + " fit"
          : "and " + sets + " fit, but how many pages guests read back is not known of all";
    }
    if (needs.hot().isEmpty()) {
      return known
          ? "which is less than "
              + (size > needs.workingSets().getAsDouble() / 2 - 1 ? "" : "half of ")
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
    if (size > needs.minimum(ZvmNeeds.MARGIN - 1).orElseThrow() - 1) {
      return "which holds " + kept + " and a tenth more, but not " + sets;
    }
    return size > hot - 1
        ? "which just holds " + kept + ", without the tenth that should be there on top"
        : "which does not hold " + kept;
  }

  private String paging() {
    double rate = system.outcome().overcommit().observedPagingRate().orElse(0);
    if (!(rate > 0)) {
      return "";
    }
    String seen =
        "; pages were read back in "
            + Instants.intervals(
                system.history(), (int) Math.round(rate * system.intervals()), system.intervals());
    // a worse grade has another cause
    boolean capped = grade.filter(known -> known == Grade.AMBER).isPresent();
    return capped && needs.pressure().often() && system.pool().size() < needs.pressure().size() + 1
        ? seen + ", by busy guests too, so that it is no better than amber"
        : seen;
  }

  private String size() {
    if (system.sizing().isEmpty()) {
      return needs.evidence() == ZvmNeeds.Evidence.PAGING
          ? "no size can be advised before a report shows working sets while no busy guest reads"
              + " pages back"
              + leastKnown()
          : "no size can be advised before a report shows working sets (FCX113)";
    }
    Sizing sizing = system.sizing().get();
    String advised = Size.text(sizing.recommended());
    return system.sized() && sizing.recommended() <= system.pool().size() + 0.5
        ? "it has the " + advised + " advised"
        : advised
            + " is advised"
            + (Double.isNaN(sizing.minimum())
                ? ""
                : ", no less than " + Size.text(sizing.minimum()));
  }

  /** What is known to be too little even where nothing can be advised. */
  private String leastKnown() {
    OptionalDouble least = needs.minimum(ZvmNeeds.MARGIN - 1);
    return least.isPresent()
        ? ", and no less than " + Size.text(least.getAsDouble()) + " would do"
        : "";
  }
}
