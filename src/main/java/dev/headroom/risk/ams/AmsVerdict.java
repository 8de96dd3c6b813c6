package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberOutcome;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.SharingRule;
import dev.headroom.memory.ams.PoolPressure;
import dev.headroom.risk.Advice;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Instants;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Sureness;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Count;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

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

  /** The share of waiting beyond which the pool is red. */
  private final double mostWaiting;

  private AmsVerdict(AmsCase pool, Standing standing, AmsGrading grading) {
    this.mostWaiting = grading.mostWaiting();
    this.pool = pool;
    this.standing = standing;
    this.grade = standing.grade();
    this.overcommit = pool.outcome().overcommit();
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
    String pain = pain();
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
    String joint = violated() > 0 ? ", and " : ", but ";
    return head
        + promised()
        + (fits() ? ", and " : " and ")
        + hot()
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
    return grade.orElse(Grade.RED) != Grade.RED && !judged() ? "at least " : "";
  }

  private boolean judged() {
    return pool.sized() && overcommit.violationRate().isPresent();
  }

  private double violated() {
    return judged() ? overcommit.violationRate().orElse(0) : 0;
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

  private String hot() {
    PoolTotals totals = pool.outcome().totals();
    OptionalInt peak = totals.neededPeakAt();
    if (peak.isEmpty()) {
      return "whether what was hot fitted is not known, for "
          + (asked()
              ? "at no instant does enough of the pool report"
              : "no capture shows what partitions need");
    }
    String most =
        "peak "
            + Size.text(totals.needed(peak.getAsInt()))
            + " "
            + Instants.at(pool.history(), peak.getAsInt());
    if (!pool.sized()) {
      return "whether what was hot fitted is not known (" + most + ")";
    }
    if (violated() == 0) {
      return "everything hot fitted (" + most + ")";
    }
    int violations = (int) Math.round(violated() * totals.counted());
    return "what was hot did not fit in "
        + Instants.intervals(pool.history(), violations, totals.counted())
        + " ("
        + most
        + ")";
  }

  /** What was lost, and which members lost it; empty where nothing was. */
  private String pain() {
    Spell together = Spell.over(pool.history(), pool::stolenSeen);
    MemberHistory robbed = together.any() ? worst(member -> member.stolen(together.worst())) : null;
    MemberHistory waiting = worst(i -> Waits.of(i, pool.history()).pageIns());
    String lost = "";
    if (robbed != null) {
      lost = stolen(robbed, together);
    } else if (waiting == null && violated() > 0) {
      lost = modelled();
    }
    if (waiting == null) {
      return lost.isEmpty() && pool.outcome().overcommit().observedPagingRate().isEmpty()
          ? before()
          : lost;
    }
    Waits waits = Waits.of(waiting, pool.history());
    String who =
        robbed != null && waiting.name().equals(robbed.name())
            ? "its hypervisor page-ins"
            : "hypervisor page-ins of " + waiting.name();
    return (lost.isEmpty() ? "" : lost + " and ")
        + who
        + (waits.slowest() < 0
            ? " numbered " + Count.of(Math.round(waits.pageIns()))
            : " took up to " + Span.millis(waits.most()) + " each")
        + waited();
  }

  /** What all lost at the worst moment, and who lost most; of one member alone what it lost. */
  private String stolen(MemberHistory robbed, Spell all) {
    double own = Spell.over(pool.history(), robbed::stolen).most();
    return all.most() > own + ROUNDING
        ? Size.text(all.most())
            + " was stolen, "
            + Size.text(robbed.stolen(all.worst()))
            + " of it from "
            + robbed.name()
        : Size.text(own) + " was stolen from " + robbed.name();
  }

  /** What was seen at a size no smaller than the one that is tried; empty where nothing was. */
  private String before() {
    PoolPressure pressure = pool.outcome().pressure();
    return pressure.share() > 0 && pressure.speaksOf(pool.pool().size())
        ? "page-ins were seen in "
            + Share.text(pressure.share())
            + " of the intervals at "
            + Size.text(pressure.size())
        : "";
  }

  /** Why waiting makes the pool red; empty where it does not. */
  private String waited() {
    MemberHistory worst = worst(i -> Waits.of(i, pool.history()).share() - mostWaiting);
    return worst == null || grade.orElse(Grade.GREEN) != Grade.RED
        ? ""
        : ", red because "
            + worst.name()
            + " waited "
            + Share.text(Waits.of(worst, pool.history()).share())
            + " of its intervals with page-ins (limit "
            + Share.text(mostWaiting)
            + ")";
  }

  private interface Amount {
    double of(MemberHistory member);
  }

  private @Nullable MemberHistory worst(Amount amount) {
    MemberHistory worst = null;
    double most = 0;
    for (MemberHistory member : pool.history().members()) {
      double of = amount.of(member);
      if (of > most) {
        most = of;
        worst = member;
      }
    }
    return worst;
  }

  private String modelled() {
    int peak = pool.outcome().totals().neededPeakAt().orElseThrow();
    return pool.outcome().under(SharingRule.TIERED).members().stream()
        .filter(member -> member.stolen(peak) > 0)
        .max(Comparator.comparingDouble((MemberOutcome member) -> member.stolen(peak)))
        .map(m -> "by the model " + m.name() + " loses " + Size.text(m.stolen(peak)) + " then")
        .orElse("");
  }

  /** Whether any capture shows what a member needs. */
  private boolean asked() {
    return pool.history().members().stream().anyMatch(pool::reports);
  }

  private String size(boolean pained) {
    if (pool.sizing().isEmpty()) {
      return asked()
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
    if (holds(sizing)) {
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
        + (holds(sizing)
            ? "its size holds the " + advised + " advised for another like it"
            : advised + " is advised for another like it")
        + (chance == 0
            ? ", which is all that is promised"
            : ", which passes that with a chance of "
                + Sureness.chance(chance, sizing.chance().goal()))
        + present(sizing)
        + (pained && holds(sizing) ? LEND : "")
        + "; for a forecast run "
        + Advice.VMSTAT
        + " on every member for a week";
  }

  private boolean holds(Sizing sizing) {
    return pool.sized() && sizing.recommended() <= pool.pool().size() + ROUNDING;
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
