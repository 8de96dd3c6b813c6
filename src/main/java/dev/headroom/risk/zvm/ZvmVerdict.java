package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.risk.AnswerWords;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Sureness;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.zvm.ZvmRecommender;
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
  private final ZvmSeen seen;

  private ZvmVerdict(ZvmCase system, Standing standing) {
    this.system = system;
    this.standing = standing;
    this.grade = standing.grade();
    this.needs = system.outcome().needs();
    this.seen = new ZvmSeen(system, standing.grade());
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
    return head + promised() + ", " + seen.held().after() + paging() + "; " + size() + ".";
  }

  private String paging() {
    String paging = seen.paging();
    return paging.isEmpty()
        ? ""
        : "; " + paging + (seen.limits() ? ", so that it is no better than amber" : "");
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
    String held =
        AnswerWords.holds(system, sizing)
            ? "it has the " + advised + " advised"
            : advised + " is advised";
    return least
        + held
        + (run ? " for another like it" : "")
        + sure(sizing)
        + (run
            ? "; for a forecast print " + ZvmReports.UPAGE + " every minute or so for a week"
            : "")
        + (run || AnswerWords.holds(system, sizing) || Double.isNaN(sizing.minimum())
            ? ""
            : ", no less than " + Size.text(sizing.minimum()));
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
