package dev.headroom.memory.zvm;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which guests of a system were seen to stay in real memory ("Who stays" of docs/model.md).
 *
 * @param rule the rule that explains best what was seen
 * @param empty share of what guests could have that stays empty while some of theirs is paged out
 * @param explained share of the memory that was paged out of each guest that the rule explains: 1
 *     less the sum of its errors over the sum of what was paged out, and 0 where it explains
 *     nothing
 * @param missed largest error of all that was paged out together, at the size of the captures,
 *     bytes
 * @param missedAt the instant of that error
 */
public record Staying(
    StayingRule rule, double empty, OptionalDouble explained, double missed, int missedAt) {

  /**
   * What a history tells of a system that is as it was captured; empty where it does not show often
   * enough of which guests memory was paged out.
   */
  static Optional<Staying> of(ZvmSystem system, ZvmHistory history) {
    SeenStaying seen = SeenStaying.of(system, history);
    return seen.tells() ? Optional.of(of(system, seen)) : Optional.empty();
  }

  private static Staying of(ZvmSystem system, SeenStaying seen) {
    StayingFit fit = new StayingFit(system, seen);
    ZvmStealing stealing = new ZvmStealing(system.agesGlobally(), system.expanded(), fit.rule());
    double empty = fit.empty();
    double was = 0;
    double wrong = 0;
    double missed = 0;
    int missedAt = seen.instants.get(0).index();
    for (SeenStaying.Instant instant : seen.instants) {
      ZvmShares told = stealing.share(instant.available(), instant.tiers());
      double total = 0;
      for (int i = 0; i < instant.out().length; i++) {
        double out = told.expanded[i] + told.auxiliary[i];
        was += instant.out()[i];
        wrong += Math.abs(out - instant.out()[i]);
        total += out;
      }
      double could = instant.available() + instant.left();
      // by how much what a size leaves for guests is misjudged is paged out too much or too little
      double off =
          Math.abs(total - instant.totalOut())
              + (Double.isNaN(could) ? 0 : Math.abs(could * (1 - empty) - instant.available()));
      if (off > missed) {
        missed = off;
        missedAt = instant.index();
      }
    }
    return new Staying(
        fit.rule(),
        empty,
        was > 0 ? OptionalDouble.of(Math.max(0, 1 - wrong / was)) : OptionalDouble.empty(),
        missed,
        missedAt);
  }
}
