package dev.headroom.whatif;

import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.unit.Decimal;

/**
 * Another memory weight.
 *
 * @param place whose
 * @param weight 0 to 255
 */
public record WeightChange(MemberPlace place, double weight) implements Change {
  @Override
  public String pool() {
    return place.pool();
  }

  @Override
  public Situation applyTo(Landscape landscape) {
    Situation before = landscape.pool(pool());
    AmsPool ams = Membership.ams(before);
    double was = ams.member(place.member()).weight();
    if (was == weight) {
      return before;
    }
    return before.with(
        Membership.changed(
            ams,
            place.member(),
            m -> new AmsMember(m.name(), m.logical(), weight, m.ioEntitlement(), m.loanPolicy())),
        Effect.OTHER,
        place.member()
            + " has memory weight "
            + Decimal.written(weight)
            + " instead of "
            + Decimal.written(was)
            + ".");
  }
}
