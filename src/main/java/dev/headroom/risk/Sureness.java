package dev.headroom.risk;

import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Share;
import dev.headroom.unit.Span;

/** How sure an advised size is, in words. */
public final class Sureness {
  private Sureness() {}

  /** The chance that demand passes the recommended size, as the end of a sentence. */
  public static String of(Sizing sizing) {
    if (sizing.breachProbability().isEmpty()) {
      return "how likely demand passes it cannot be said";
    }
    double chance = sizing.breachProbability().getAsDouble();
    return chance == 0
        ? "it holds all that is promised"
        : "the chance that demand passes it within "
            + Span.days(sizing.horizonDays())
            + " is no more than "
            + Share.atMost(chance);
  }
}
