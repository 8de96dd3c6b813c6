package dev.headroom.whatif;

import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.LoanPolicy;

/**
 * Another loan policy.
 *
 * @param place whose
 * @param policy what it may lend
 */
public record LoanPolicyChange(MemberPlace place, LoanPolicy policy) implements Change {
  @Override
  public String pool() {
    return place.pool();
  }

  @Override
  public Situation applyTo(Landscape landscape) {
    Situation before = landscape.pool(pool());
    AmsPool ams = Membership.ams(before);
    LoanPolicy was = ams.member(place.member()).loanPolicy();
    if (was == policy) {
      return before;
    }
    return before.with(
        Membership.changed(
            ams,
            place.member(),
            m -> new AmsMember(m.name(), m.logical(), m.weight(), m.ioEntitlement(), policy)),
        policy.number() < was.number() ? Effect.MORE : Effect.OTHER,
        place.member()
            + " has loan policy "
            + policy.number()
            + " ("
            + lends(policy)
            + ") instead of "
            + was.number()
            + ".");
  }

  private static String lends(LoanPolicy policy) {
    return switch (policy) {
      case OFF -> "it lends nothing";
      case FILE_CACHE -> "it lends free pages and file cache";
      case ANY_DATA -> "it lends computational pages too, which it first pages out itself";
    };
  }
}
