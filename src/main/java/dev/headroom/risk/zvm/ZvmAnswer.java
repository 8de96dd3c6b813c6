package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.risk.Answer;
import dev.headroom.risk.AnswerWords;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Instants;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Standing;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.zvm.ZvmRecommender;
import dev.headroom.unit.Size;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answer on one z/VM system in three lines. */
public final class ZvmAnswer {
  private static final double ROUNDING = 0.5;

  private final ZvmCase system;
  private final Standing standing;
  private final ZvmNeeds needs;
  private final ZvmSeen seen;

  private ZvmAnswer(ZvmCase system, Standing standing) {
    this.system = system;
    this.standing = standing;
    this.needs = system.outcome().needs();
    this.seen = new ZvmSeen(system, standing.grade());
  }

  /** The answer on a system that stands so. */
  public static Answer of(ZvmCase system, Standing standing) {
    ZvmAnswer answer = new ZvmAnswer(system, standing);
    return answer.todo(answer.seen(), answer.enough());
  }

  private String seen() {
    if (system.history().size() == 0) {
      return "No capture shows what a guest needs.";
    }
    return AnswerWords.head(system, "guest") + ": " + paging() + worst() + ".";
  }

  private String paging() {
    OptionalDouble rate = system.outcome().overcommit().observedPagingRate();
    if (rate.isEmpty()) {
      return "page reads of guests are not in these captures";
    }
    return rate.getAsDouble() == 0
        ? "no guest read pages back"
        : "guests read pages back in "
            + Instants.intervals(
                system.history(),
                (int) Math.round(rate.getAsDouble() * system.intervals()),
                system.intervals())
            + reader();
  }

  /** The busy guest that read pages back most of the time; empty where none is known to have. */
  private String reader() {
    String name = "";
    int most = 0;
    for (GuestHistory guest : system.guests()) {
      int read = 0;
      for (int instant = 0; instant < system.history().size(); instant++) {
        read += !guest.idle() && guest.member().censored(instant) ? 1 : 0;
      }
      if (read > most) {
        most = read;
        name = guest.member().name();
      }
    }
    return name.isEmpty() ? "" : ", most often busy guest " + name;
  }

  private String worst() {
    Spell out = Spell.over(system.history(), system::stolenSeen);
    if (!out.any()) {
      return needs.workingSets().isEmpty()
          ? ""
          : "; working sets of busy guests sum to " + Size.text(needs.workingSets().getAsDouble());
    }
    return "; at most, "
        + Instants.at(system.history(), out.worst())
        + ", "
        + Size.text(out.most())
        + " was paged out"
        + AnswerWords.lostMost(system, out.worst())
            .map(most -> ", " + Size.text(most.stolen(out.worst())) + " of it of " + most.name())
            .orElse("");
  }

  private String enough() {
    if (standing.grade().isEmpty()) {
      return "Not known. " + standing.reason().orElse("");
    }
    Grade grade = standing.grade().get();
    // what makes it worse than its size alone comes first
    boolean paged = grade == Grade.AMBER && !seen.paging().isEmpty();
    String held = AnswerWords.sentence(seen.held().alone());
    String sentence =
        word(grade)
            + (paged ? beside() + held : held)
            + (paged ? "" : (" " + beside()).stripTrailing())
            + AnswerWords.presentChance(system);
    return standing
        .read()
        .told(
            standing
                .completeness()
                .conditional(system.pool().configuredLogical().size(), sentence));
  }

  private String word(Grade grade) {
    return switch (grade) {
      case GREEN -> AnswerWords.yes(system);
      case YELLOW -> "Only just. ";
      case AMBER, RED -> "No. ";
    };
  }

  private String beside() {
    String paging = seen.paging();
    return paging.isEmpty() ? "" : AnswerWords.sentence(paging) + " ";
  }

  private Answer todo(String wasSeen, String enough) {
    if (system.sizing().isEmpty()) {
      return new Answer(wasSeen, enough, withoutSizes());
    }
    Sizing sizing = system.sizing().get();
    String more =
        sizing.chance().goal().anotherRun()
            ? " For a forecast print " + ZvmReports.UPAGE + " every minute or so for a week."
            : "";
    if (standing.grade().isEmpty()) {
      return new Answer(wasSeen, enough, ZvmReports.print(ZvmReports.UPAGE));
    }
    double add = sizing.recommended() - system.pool().size();
    if (!system.sized() || add <= ROUNDING) {
      return new Answer(
          wasSeen,
          enough,
          (system.sized()
                  ? "Nothing has to be done: it has the "
                  : "Give the system's real memory in the site file: ")
              + Size.text(sizing.recommended())
              + (system.sized() ? " advised." : " is advised.")
              + spare(-add)
              + more);
    }
    return new Answer(
        wasSeen,
        enough,
        "Raise real memory " + AnswerWords.raise(system, sizing.recommended()) + "." + more,
        Optional.empty(),
        add);
  }

  /** What is known of memory above the size advised; no rule proves that it can go back. */
  private String spare(double above) {
    return system.sized() && above > ROUNDING
        ? " Whether "
            + Size.text(above)
            + " could be given back is not known: these captures do not"
            + " prove it."
        : "";
  }

  private String withoutSizes() {
    OptionalDouble least =
        ZvmRecommender.minimum(needs, system.pool(), system.outcome().totals().promised());
    boolean lacking =
        least.isPresent()
            && system.sized()
            && least.getAsDouble() > system.pool().size() + ROUNDING;
    return (lacking
            ? "Raise real memory " + AnswerWords.raise(system, least.orElseThrow()) + ", at least. "
            : "")
        + (needs.evidence() == ZvmNeeds.Evidence.PAGING
            ? "Print "
                + ZvmReports.UPAGE
                + " over a run in which no busy guest reads pages back: it tells the size."
            : ZvmReports.print(ZvmReports.UPAGE));
  }
}
