package dev.headroom.risk;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Table;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Count;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;

/** Parts of an answer that all platforms word alike. */
public final class AnswerWords {
  private static final double ROUNDING = 0.5;

  private AnswerWords() {}

  /**
   * When the captures are from and of how many members, such as {@code 2009-06-30 14:00 to 15:00
   * (60 min), 2 partitions}.
   */
  public static String head(PoolCase system, String member) {
    PoolHistory history = system.history();
    String members = Count.of(history.members().size(), member);
    int last = history.size() - 1;
    if (!history.timed()) {
      return Count.of(history.size(), "sample") + " without times, " + members;
    }
    String from = Instants.when(history, 0);
    return from
        + (last == 0 ? "" : " to " + until(history, last))
        + " ("
        + Span.text(Span.ofDays(history.days()))
        + "), "
        + members;
  }

  /** The last instant; on the day of the first one its clock alone. */
  private static String until(PoolHistory history, int last) {
    LocalDateTime first = Table.localTime(history.instants()[0]);
    LocalDateTime end = Table.localTime(history.instants()[last]);
    boolean sameDay =
        first != null
            && end != null
            && IsoTime.hasDay(end)
            && first.toLocalDate().equals(end.toLocalDate());
    String text = Instants.when(history, last);
    return sameDay ? text.substring(text.indexOf(' ') + 1) : text;
  }

  /** A clause as a sentence. */
  public static String sentence(String clause) {
    return Names.capital(clause) + ".";
  }

  /** The member that had lost most at an instant; absent where none is seen to have. */
  public static Optional<MemberHistory> lostMost(PoolCase system, int instant) {
    return system.history().members().stream()
        .filter(member -> member.stolen(instant) > 0)
        .reduce((one, other) -> other.stolen(instant) > one.stolen(instant) ? other : one);
  }

  /** A sentence on how often the size that the system has is passed; begins with a blank. */
  public static String presentChance(PoolCase system) {
    if (system.sizing().isEmpty() || !system.sized()) {
      return "";
    }
    Sizing sizing = system.sizing().get();
    OptionalDouble present = sizing.chance().present();
    if (present.isEmpty()) {
      return system.pool().size() + ROUNDING < sizing.minimum()
          ? ""
          : " How likely demand passes "
              + Size.text(system.pool().size())
              + " "
              + Sureness.ahead(sizing.chance().goal())
              + " cannot be said.";
    }
    double chance = present.getAsDouble();
    return chance == 0
        ? " It holds all that is promised."
        : " The chance that demand passes "
            + Size.text(system.pool().size())
            + " "
            + Sureness.ahead(sizing.chance().goal())
            + " is "
            + Sureness.chance(chance, sizing.chance().goal())
            + ".";
  }

  /** That the size is enough; of a history that cannot say how long, only for what was seen. */
  public static String yes(PoolCase system) {
    boolean foretold =
        system.sizing().filter(sizing -> sizing.chance().present().isPresent()).isPresent();
    return foretold ? "Yes. " : "Yes, for what was seen. ";
  }

  /** Whether the system has the size advised. */
  public static boolean holds(PoolCase system, Sizing sizing) {
    return system.sized() && sizing.recommended() <= system.pool().size() + ROUNDING;
  }

  /** Such as {@code to 13.50 GB, 1.50 GB more}. */
  public static String raise(PoolCase system, double size) {
    return "to "
        + Size.text(size)
        + (system.sized() ? ", " + Size.text(size - system.pool().size()) + " more" : "");
  }
}
