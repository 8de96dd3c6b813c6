package dev.headroom.risk.ams;

import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.Explained;
import dev.headroom.risk.Instants;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;

/** How well the rule of a replay explains what was seen, in words. */
public final class FittedRule {
  private FittedRule() {}

  /** The sentences on a rule that was fitted to a history. */
  public static String words(Explained explained, PoolHistory history) {
    String fitted =
        "From which members the hypervisor takes memory, and how fast they lend, is fitted to what"
            + " captures show of this pool at its own size";
    String band =
        " The band of stolen memory holds all rules that explain it nearly as well, and what the"
            + " fitted one missed.";
    if (explained.share().isEmpty()) {
      return fitted + ", where nothing was stolen: they tell only what was lent." + band;
    }
    return fitted
        + ": it explains "
        + Share.text(explained.share().getAsDouble())
        + " of the gigabyte-hours stolen; it is "
        + Size.text(explained.missed())
        + " off "
        + Instants.at(history, explained.at())
        + "."
        + band;
  }
}
