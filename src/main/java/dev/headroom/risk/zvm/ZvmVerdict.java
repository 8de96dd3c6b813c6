package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestPressure;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Instants;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Sureness;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.zvm.ZvmRecommender;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer on one z/VM system in a sentence: its grade, what its guests define, whether what must
 * stay in real memory does, and the size that would do.
 */
public final class ZvmVerdict {
  private static final double ROUNDING = 0.5;

  private final ZvmCase system;
  private final Optional<Grade> grade;
  private final Standing standing;
  private final ZvmNeeds needs;
  private final RealMemory real;

  private ZvmVerdict(ZvmCase system, Standing standing) {
    this.system = system;
    this.standing = standing;
    this.grade = standing.grade();
    this.needs = system.outcome().needs();
    this.real = RealMemory.of(system);
  }

  /** The sentence on a system that stands so; without a grade it says what is missing. */
  public static String of(ZvmCase system, Standing standing) {
    String sentence = new ZvmVerdict(system, standing).sentence();
    return standing.grade().isEmpty()
        ? sentence
        : standing
            .read()
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

  private String paging() {
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
    boolean run = sizing.chance().goal().anotherRun() && sizing.breachProbability().isPresent();
    String least =
        Double.isNaN(sizing.minimum())
            ? ""
            : run ? Size.text(sizing.minimum()) + " is the least for this run, and " : "";
    String held = holds(sizing) ? "it has the " + advised + " advised" : advised + " is advised";
    return least
        + held
        + (run ? " for another like it" : "")
        + sure(sizing)
        + (run
            ? "; for a forecast print " + ZvmReports.UPAGE + " every minute or so for a week"
            : "")
        + (run || holds(sizing) || Double.isNaN(sizing.minimum())
            ? ""
            : ", no less than " + Size.text(sizing.minimum()));
  }

  private boolean holds(Sizing sizing) {
    return system.sized() && sizing.recommended() <= system.pool().size() + ROUNDING;
  }

  /** The chance of the size advised, and of the size that the system has, where it is another. */
  private String sure(Sizing sizing) {
    if (sizing.breachProbability().isEmpty()) {
      return "";
    }
    double chance = sizing.breachProbability().getAsDouble();
    OptionalDouble present = sizing.chance().present();
    boolean that = Math.abs(system.pool().size() - sizing.recommended()) <= ROUNDING;
    String at =
        present.isEmpty() || that || present.getAsDouble() + chance == 0
            ? ""
            : "; at "
                + Size.text(system.pool().size())
                + " it is "
                + Sureness.chance(present.getAsDouble(), sizing.chance().goal());
    return " (" + Sureness.of(sizing) + at + ")";
  }

  /** What is known to be too little even where nothing can be advised. */
  private String leastKnown() {
    OptionalDouble least =
        ZvmRecommender.minimum(needs, system.pool(), system.outcome().totals().promised());
    return least.isPresent()
        ? ", and no less than " + Size.text(least.getAsDouble()) + " would do"
        : "";
  }
}
