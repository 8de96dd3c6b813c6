package dev.headroom.risk;

import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Share;
import dev.headroom.unit.Span;

/** How sure an advised size is, in words. */
public final class Sureness {
  private static final double WEEK = 7;

  /** Above this, tenths say more than one in a number. */
  private static final double SELDOM = 0.25;

  /** Above this, more than nine in ten. */
  private static final double NEARLY_ALL = 0.95;

  /** Below this a number would claim too much. */
  private static final double NEVER = 0.001;

  private Sureness() {}

  /** The chance that demand passes the recommended size, as the end of a sentence. */
  public static String of(Sizing sizing) {
    if (sizing.breachProbability().isEmpty()) {
      return "how likely demand passes it cannot be said";
    }
    double chance = sizing.breachProbability().getAsDouble();
    return chance == 0
        ? "it holds all that is promised"
        : "the chance that demand passes it "
            + ahead(sizing.chance().goal())
            + " is "
            + chance(chance, sizing.chance().goal());
  }

  /** How far ahead: {@code within 7 days}, or {@code in another run like this one}. */
  public static String ahead(Goal goal) {
    return goal.anotherRun()
        ? "in another run like this one"
        : "within " + Span.days(goal.horizonDays());
  }

  /** A chance, such as {@code 5 %, about 1 in 20 weeks}. */
  public static String chance(double chance, Goal goal) {
    String runs = goal.anotherRun() ? " such runs" : goal.horizonDays() == WEEK ? " weeks" : "";
    String share = chance > 0 && chance < NEVER ? "less than 0.1 %" : Share.atMost(chance);
    return share + (runs.isEmpty() || chance == 0 ? "" : ", " + odds(chance) + runs);
  }

  private static String odds(double chance) {
    if (chance < NEVER) {
      return "less than 1 in 1,000";
    }
    if (chance > NEARLY_ALL) {
      return "nearly all";
    }
    return chance > SELDOM
        ? "about " + Math.max(1, Math.round(chance * 10)) + " in 10"
        : "about 1 in " + Math.round(1 / chance);
  }
}
