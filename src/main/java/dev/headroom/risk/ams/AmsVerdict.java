package dev.headroom.risk.ams;

import dev.headroom.memory.Overcommit;
import dev.headroom.risk.Advice;
import dev.headroom.risk.AnswerWords;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Sureness;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer on one pool of Active Memory Sharing in a sentence: its grade, what is promised,
 * whether what was hot fitted, who paid, and the size that would do.
 */
public final class AmsVerdict {
  /** A chance above this is not called safe, whoever asked for it. */
  private static final double SAFE = 0.2;

  private static final double ROUNDING = 0.5;

  private final AmsCase pool;
  private final Optional<Grade> grade;
  private final Standing standing;
  private final Overcommit overcommit;

  private final AmsSeen seen;

  private AmsVerdict(AmsCase pool, Standing standing, AmsGrading grading) {
    this.pool = pool;
    this.standing = standing;
    this.grade = standing.grade();
    this.overcommit = pool.outcome().overcommit();
    this.seen = new AmsSeen(pool, grade, grading);
  }

  /**
   * The sentence on a pool that stands so; without a grade it says what is missing.
   *
   * @param grading what gave the grade, for its thresholds
   */
  public static String of(AmsCase pool, Standing standing, AmsGrading grading) {
    String sentence = new AmsVerdict(pool, standing, grading).sentence();
    return standing.grade().isEmpty()
        ? sentence
        : standing
            .read()
            .told(
                standing
                    .completeness()
                    .conditional(pool.pool().configuredLogical().size(), sentence));
  }

  private String sentence() {
    if (standing.barred()) {
      return pool.name() + " is not graded. " + standing.reason().orElseThrow();
    }
    String pain = seen.pain();
    if (pool.history().size() == 0) {
      return pool.name()
          + " could not be judged: no capture shows what a member needs"
          + (pool.sized() ? ", and " + promised() : "")
          + "; run "
          + Advice.VMSTAT
          + " on every member for a week.";
    }
    String head =
        grade
            .map(known -> pool.name() + " is " + least() + known.label() + ": ")
            .orElse(pool.name() + " could not be graded: ");
    String joint = seen.violated() > 0 ? ", and " : ", but ";
    return head
        + promised()
        + (fits() ? ", and " : " and ")
        + seen.hot()
        + (pain.isEmpty() ? "" : joint + pain)
        + "; "
        + size(!pain.isEmpty())
        + (overcommit.shares().unread() && overcommit.observedPagingRate().isEmpty()
            ? "; hypervisor page-ins of a member could not be read, so that it is not green"
            : "")
        + ".";
  }

  // Without a violation rate, worse than what was seen is possible.
  private String least() {
    return grade.orElse(Grade.RED) != Grade.RED && !seen.judged() ? "at least " : "";
  }

  private String promised() {
    OptionalDouble promised = pool.outcome().totals().promised();
    String size = pool.sized() ? Size.text(pool.pool().size()) : "a pool of unknown size";
    if (promised.isEmpty()) {
      return "how much is promised on " + size + " is not known";
    }
    return Size.text(promised.getAsDouble())
        + " is promised on "
        + size
        + (fits() ? ", so all of it fits" : "");
  }

  private boolean fits() {
    OptionalDouble promised = pool.outcome().totals().promised();
    return pool.sized()
        && promised.isPresent()
        && promised.getAsDouble() <= pool.pool().available() + 0.5;
  }

  private String size(boolean pained) {
    if (pool.sizing().isEmpty()) {
      return seen.asked()
          ? "no size can be advised before all members report at the same time"
          : "no size can be advised before captures show what partitions need: run "
              + Advice.VMSTAT
              + " on every member for a week";
    }
    Sizing sizing = pool.sizing().get();
    if (sizing.chance().goal().anotherRun() && sizing.breachProbability().isPresent()) {
      return run(sizing, pained);
    }
    String sure = " (" + Sureness.of(sizing) + present(sizing) + ")";
    String advised = Size.text(sizing.recommended());
    if (AnswerWords.holds(pool, sizing)) {
      return pained
          ? "its size holds the " + advised + " advised for what is hot" + sure + LEND
          : "it holds the " + advised + " advised" + sure;
    }
    if (sizing.breachProbability().isEmpty()) {
      return advised + " is advised, on too little history to be sure" + sure;
    }
    return advised
        + (sizing.breachProbability().getAsDouble() <= SAFE
            ? " would be safe enough"
            : " is advised")
        + sure;
  }

  private static final String LEND =
      ", so let others lend more, or lower their logical memory, before it grows";

  /** After a run: what would have held it, what that says of another, and how to know more. */
  private String run(Sizing sizing, boolean pained) {
    String advised = Size.text(sizing.recommended());
    double chance = sizing.breachProbability().orElseThrow();
    return Size.text(sizing.minimum())
        + " would have held this run, and "
        + (AnswerWords.holds(pool, sizing)
            ? "its size holds the " + advised + " advised for another like it"
            : advised + " is advised for another like it")
        + (chance == 0
            ? ", which is all that is promised"
            : ", which passes that with a chance of "
                + Sureness.chance(chance, sizing.chance().goal()))
        + present(sizing)
        + (pained && AnswerWords.holds(pool, sizing) ? LEND : "")
        + "; for a forecast run "
        + Advice.VMSTAT
        + " on every member for a week";
  }

  /** The chance of the size that the pool has, where that is another one. */
  private String present(Sizing sizing) {
    OptionalDouble chance = sizing.chance().present();
    double advised = sizing.breachProbability().orElse(0);
    if (chance.isEmpty() || holdsThatVery(sizing) || chance.getAsDouble() + advised == 0) {
      return "";
    }
    return "; at "
        + Size.text(pool.pool().size())
        + (advised > 0
            ? " it is "
            : " the chance that demand passes it "
                + Sureness.ahead(sizing.chance().goal())
                + " is ")
        + Share.atMost(chance.getAsDouble());
  }

  private boolean holdsThatVery(Sizing sizing) {
    return Math.abs(pool.pool().size() - sizing.recommended()) <= ROUNDING;
  }
}
