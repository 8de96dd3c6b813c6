package dev.headroom.whatif;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.unit.Decimal;

/**
 * A new member that behaves like one that was seen.
 *
 * @param place the new one
 * @param like the member that it behaves like, in any pool
 * @param factor how many times as large it is, logical memory included; above 0
 */
public record Addition(MemberPlace place, MemberPlace like, double factor) implements Change {
  @Override
  public String pool() {
    return place.pool();
  }

  @Override
  public Situation applyTo(Landscape landscape) {
    Situation before = landscape.pool(pool());
    Situation source = landscape.pool(like.pool());
    AmsPool ams = Membership.ams(before);
    AmsPool origin = Membership.ams(source);
    if (before.names().contains(place.member())) {
      throw new ImpossibleChangeException(
          "there is a "
              + place.member()
              + " in "
              + pool()
              + " already; a new member needs a new name");
    }
    MemberHistory seen = Regridding.of(source, like.member(), before);
    MemberHistory copy = ChangedDemand.named(ChangedDemand.scaled(seen, factor), place.member());
    return before.plus(
        Membership.added(ams, place.member(), Membership.Like.of(origin, like.member(), factor)),
        copy,
        place.member()
            + " is new in "
            + pool()
            + " and taken to behave like "
            + (like.pool().equals(pool()) ? like.member() : like.pool() + "/" + like.member())
            + " at the same instants"
            + (factor == 1 ? "" : ", " + Decimal.written(factor) + " times as large")
            + ", and to be set up like it.");
  }
}
