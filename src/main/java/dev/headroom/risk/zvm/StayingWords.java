package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.Staying;
import dev.headroom.memory.zvm.StayingRule;
import dev.headroom.risk.Instants;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;

/** How much of each guest stays in real memory at another size, and how well that is known. */
final class StayingWords {
  private StayingWords() {}

  /** The sentences on a system that is replayed by the model alone. */
  static String of(ZvmCase system) {
    return system
        .outcome()
        .fitted()
        .map(fitted -> fitted(system, fitted))
        .orElseGet(() -> unseen(system));
  }

  private static String fitted(ZvmCase system, Staying fitted) {
    String begin = "How much of each guest stays is fitted to what captures show of this system";
    return begin
        + (fitted.explained().isPresent()
            ? ": it explains "
                + Share.text(fitted.explained().getAsDouble())
                + " of what of each guest was paged out; of all together it is "
                + Size.text(fitted.missed())
                + " off "
                + Instants.at(system.history(), fitted.missedAt())
            : "")
        + ". The band holds what the fitted rule missed, and that guests may have less in all in a"
        + " smaller system, and more in a larger one, by a quarter of the difference.";
  }

  private static String unseen(ZvmCase system) {
    StayingRule rule = StayingRule.of(system.pool());
    return "Captures do not show often enough of which guests memory is paged out for this system's"
        + " own rule to be fitted"
        + (rule.givingUp() > 0
            ? ". Where nothing was paged out, guests are taken to do without up to "
                + Share.text(rule.givingUp())
                + " of what is not hot before anything is, as in the runs of one study; the upper end"
                + " of the band is without that."
            : "; the lower end of the band is that guests do without about half of what is not hot,"
                + " the upper end that they do without nothing.");
  }
}
