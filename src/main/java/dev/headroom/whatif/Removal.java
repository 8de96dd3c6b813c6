package dev.headroom.whatif;

import dev.headroom.memory.ams.AmsPool;

/**
 * A member that is no longer there.
 *
 * @param place which
 */
public record Removal(MemberPlace place) implements Change {
  @Override
  public String pool() {
    return place.pool();
  }

  @Override
  public Situation applyTo(Landscape landscape) {
    Situation before = landscape.pool(pool());
    AmsPool ams = Membership.ams(before);
    if (before.names().size() < 2) {
      throw new ImpossibleChangeException(
          place.member() + " is the last member of " + pool() + "; a pool needs one");
    }
    return before.without(
        Membership.removed(ams, place.member()),
        place.member(),
        place.member() + " is no longer in " + pool() + ".");
  }
}
