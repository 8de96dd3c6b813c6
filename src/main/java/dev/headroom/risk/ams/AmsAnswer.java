package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.Overcommit;
import dev.headroom.risk.Advice;
import dev.headroom.risk.Answer;
import dev.headroom.risk.AnswerWords;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Instants;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Thresholds;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answer on one pool of Active Memory Sharing in three lines. */
public final class AmsAnswer {
  private static final double ROUNDING = 0.5;

  private final AmsCase pool;
  private final Standing standing;
  private final Overcommit overcommit;
  private final AmsSeen seen;
  private final OversizedPool spare;

  private AmsAnswer(AmsCase pool, Standing standing, AmsGrading grading, OversizedPool spare) {
    this.pool = pool;
    this.standing = standing;
    this.overcommit = pool.outcome().overcommit();
    this.seen = new AmsSeen(pool, standing.grade(), grading);
    this.spare = spare;
  }

  /**
   * The answer on a pool that stands so.
   *
   * @param options the thresholds of the grade, and of the rule that says when memory can go back
   */
  public static Answer of(AmsCase pool, Standing standing, Thresholds options) {
    AmsAnswer answer =
        new AmsAnswer(pool, standing, new AmsGrading(options), new OversizedPool(options));
    return answer.todo(answer.seen(), answer.enough());
  }

  private String seen() {
    if (pool.history().size() == 0) {
      return "No capture shows what a partition needs.";
    }
    return AnswerWords.head(pool, "partition") + ": " + paging() + "; " + worst() + ".";
  }

  private String paging() {
    OptionalDouble rate = overcommit.observedPagingRate();
    if (rate.isEmpty()) {
      return pool.outcome().observed()
          ? "hypervisor page-ins are not in these captures"
          : "hypervisor page-ins are not known, for the pool was never seen so";
    }
    if (rate.getAsDouble() == 0) {
      return "no hypervisor page-ins";
    }
    int all = overcommit.shares().intervals();
    String most = mostPaged();
    return "hypervisor page-ins in "
        + Instants.intervals(pool.history(), (int) Math.round(rate.getAsDouble() * all), all)
        + (most.isEmpty() ? "" : ", most often of " + most);
  }

  /** The member that paged in most of the time; empty where captures do not tell, or one is all. */
  private String mostPaged() {
    if (pool.history().members().size() == 1) {
      return "";
    }
    String name = "";
    int most = 0;
    for (MemberHistory member : pool.history().members()) {
      int paged = 0;
      for (int instant = 0; instant < pool.history().size(); instant++) {
        paged += member.pagedIn(instant) ? 1 : 0;
      }
      if (paged > most) {
        most = paged;
        name = member.name();
      }
    }
    return name;
  }

  private String worst() {
    Spell stolen = Spell.over(pool.history(), pool::stolenSeen);
    if (!stolen.any()) {
      return seen.peak();
    }
    String whose =
        AnswerWords.lostMost(pool, stolen.worst())
            .map(
                robbed ->
                    robbed.stolen(stolen.worst()) > stolen.most() - ROUNDING
                        ? " from " + robbed.name()
                        : ", "
                            + Size.text(robbed.stolen(stolen.worst()))
                            + " of it from "
                            + robbed.name())
            .orElse("");
    return "at worst, "
        + Instants.at(pool.history(), stolen.worst())
        + ", "
        + Size.text(stolen.most())
        + " was stolen"
        + whose;
  }

  private String enough() {
    if (standing.grade().isEmpty()) {
      return "Not known. " + standing.reason().orElse("");
    }
    String sentence = answer(standing.grade().get()) + AnswerWords.presentChance(pool);
    return standing
        .read()
        .told(
            standing.completeness().conditional(pool.pool().configuredLogical().size(), sentence));
  }

  private String answer(Grade grade) {
    String fitted = AnswerWords.sentence(seen.hot());
    String pain = seen.pain();
    return switch (grade) {
      case GREEN -> AnswerWords.yes(pool) + fitted;
      case YELLOW -> "Only just. " + fitted + (pain.isEmpty() ? less() : but(pain));
      case AMBER, RED ->
          pain.isEmpty() || seen.violated() > 0 ? "No. " + fitted + but(pain) : "No." + but(pain);
    };
  }

  private String less() {
    return pool.sizing()
        .filter(sizing -> !AnswerWords.holds(pool, sizing))
        .map(sizing -> " " + Size.text(sizing.recommended()) + " is advised.")
        .orElse("");
  }

  private static String but(String pain) {
    return pain.isEmpty() ? "" : " " + AnswerWords.sentence(pain);
  }

  private Answer todo(String wasSeen, String enough) {
    // what has no grade is not changed by a command
    if (pool.sizing().isEmpty() || standing.grade().isEmpty()) {
      return new Answer(wasSeen, enough, Advice.capture(Advice.VMSTAT, List.of()));
    }
    Sizing sizing = pool.sizing().get();
    String more =
        sizing.chance().goal().anotherRun()
            ? " For a forecast run " + Advice.VMSTAT + " on every partition for a week."
            : "";
    Optional<Double> larger = pool.sized() ? Relief.larger(pool) : Optional.empty();
    if (larger.isPresent()) {
      return new Answer(
          wasSeen,
          enough,
          "Raise the pool " + AnswerWords.raise(pool, larger.get()) + "." + more,
          Optional.of(Advice.resize(pool, larger.get())),
          larger.get() - pool.pool().size());
    }
    if (!seen.pain().isEmpty() || !pool.sized()) {
      return new Answer(wasSeen, enough, Relief.of(pool, "") + "." + more);
    }
    return giveBack(sizing, wasSeen, enough, more);
  }

  /** What else is to be done where the size will do. */
  private Answer giveBack(Sizing sizing, String wasSeen, String enough, String more) {
    List<Finding> found = spare.judge(pool);
    if (found.isEmpty()) {
      return new Answer(wasSeen, enough, "Nothing has to be done." + more);
    }
    Finding finding = found.get(0);
    if (finding.severity() == Severity.UNKNOWN) {
      return new Answer(wasSeen, enough, "Nothing has to be done. " + finding.title() + more);
    }
    double back = pool.pool().size() - sizing.recommended();
    return new Answer(
        wasSeen,
        enough,
        Size.text(back)
            + " can go back, in steps, while vmstat -h shows no page-ins: "
            + Size.text(sizing.recommended())
            + " is advised."
            + more,
        Optional.of(Advice.resize(pool, sizing.recommended())),
        -back);
  }
}
