package dev.headroom.whatif;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;

/**
 * A member that asks for more, or less, by a factor at every instant.
 *
 * @param place which
 * @param factor above 0
 */
public record Growth(MemberPlace place, double factor) implements Change {
  @Override
  public String pool() {
    return place.pool();
  }

  @Override
  public Situation applyTo(Landscape landscape) {
    Situation before = landscape.pool(pool());
    if (factor == 1) {
      return before;
    }
    AmsPool ams = Membership.ams(before);
    MemberHistory member = before.member(place.member());
    MemberHistory grown = ChangedDemand.grown(member, factor);
    String sentence =
        place.member() + " asks for " + Decimal.written(factor) + " times as much at every instant";
    Effect effect = factor > 1 ? Effect.MORE : Effect.OTHER;
    double had = ChangedDemand.logical(member);
    double has = ChangedDemand.logical(grown);
    if (has > had) {
      return before.with(
          Membership.raised(ams, place.member(), has),
          grown,
          effect,
          sentence
              + "; that does not fit its logical memory, which is raised from "
              + Size.gb(had)
              + " to "
              + Size.gb(has)
              + " (its peak and a tenth).");
    }
    return before.with(
        before.system(), grown, effect, sentence + ", in the logical memory that it has.");
  }
}
