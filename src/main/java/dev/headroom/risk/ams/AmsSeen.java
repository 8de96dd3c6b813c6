package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberOutcome;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.SharingRule;
import dev.headroom.memory.ams.PoolPressure;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Instants;
import dev.headroom.risk.Spell;
import dev.headroom.unit.Count;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What was seen of one pool of Active Memory Sharing, in clauses: what was hot, and who paid. */
final class AmsSeen {
  private static final double ROUNDING = 0.5;

  private final AmsCase pool;
  private final Optional<Grade> grade;

  /** The share of waiting beyond which the pool is red. */
  private final double mostWaiting;

  AmsSeen(AmsCase pool, Optional<Grade> grade, AmsGrading grading) {
    this.pool = pool;
    this.grade = grade;
    this.mostWaiting = grading.mostWaiting();
  }

  /** Whether it is known how often what was hot did not fit. */
  boolean judged() {
    return pool.sized() && pool.outcome().overcommit().violationRate().isPresent();
  }

  /** The share of the intervals in which what was hot did not fit; 0 where it is not known. */
  double violated() {
    return judged() ? pool.outcome().overcommit().violationRate().orElse(0) : 0;
  }

  /** The most that was hot, and when. */
  String peak() {
    PoolTotals totals = pool.outcome().totals();
    OptionalInt peak = totals.neededPeakAt();
    return peak.isEmpty()
        ? "how much was hot is not known"
        : "hot memory peaked at "
            + Size.text(totals.needed(peak.getAsInt()))
            + " "
            + Instants.at(pool.history(), peak.getAsInt());
  }

  /** Whether what was hot fitted. */
  String hot() {
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
  String pain() {
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
      return lost.isEmpty() && !pool.outcome().observed() ? before() : lost;
    }
    Waits waits = Waits.of(waiting, pool.history());
    String who =
        robbed != null && waiting.name().equals(robbed.name())
            ? "its hypervisor page-ins"
            : "hypervisor page-ins of " + waiting.name();
    String joint = robbed != null && ofOthers(robbed, together) ? ", and " : " and ";
    return (lost.isEmpty() ? "" : lost + joint)
        + who
        + (waits.slowest() < 0
            ? " numbered " + Count.of(Math.round(waits.pageIns()))
            : " took up to " + Span.millis(waits.most()) + " each")
        + waited();
  }

  /** What all lost at the worst moment, and who lost most; of one member alone what it lost. */
  private String stolen(MemberHistory robbed, Spell all) {
    return ofOthers(robbed, all)
        ? Size.text(all.most())
            + " was stolen, "
            + Size.text(robbed.stolen(all.worst()))
            + " of it from "
            + robbed.name()
        : Size.text(own(robbed)) + " was stolen from " + robbed.name();
  }

  /** Whether others lost too when all lost most. */
  private boolean ofOthers(MemberHistory robbed, Spell all) {
    return all.most() > own(robbed) + ROUNDING;
  }

  private double own(MemberHistory member) {
    return Spell.over(pool.history(), member::stolen).most();
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
  boolean asked() {
    return pool.history().members().stream().anyMatch(pool::reports);
  }
}
