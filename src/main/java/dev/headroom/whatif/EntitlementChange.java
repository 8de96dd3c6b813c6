package dev.headroom.whatif;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.unit.Size;
import java.util.OptionalDouble;

/**
 * Another I/O entitlement. It lifts the floor; where it is lowered, pinned memory below the old one
 * was not seen apart from it, and the floor falls to the new one.
 *
 * @param place whose
 * @param entitlement bytes
 */
public record EntitlementChange(MemberPlace place, double entitlement) implements Change {
  @Override
  public String pool() {
    return place.pool();
  }

  @Override
  public Situation applyTo(Landscape landscape) {
    Situation before = landscape.pool(pool());
    AmsPool ams = Membership.ams(before);
    OptionalDouble was = ams.member(place.member()).ioEntitlement();
    if (was.isPresent() && was.getAsDouble() == entitlement) {
      return before;
    }
    AmsPool changed =
        Membership.changed(
            ams,
            place.member(),
            m ->
                new AmsMember(
                    m.name(),
                    m.logical(),
                    m.weight(),
                    OptionalDouble.of(entitlement),
                    m.loanPolicy()));
    String sentence =
        place.member()
            + " has an I/O entitlement of "
            + Size.mb(entitlement)
            + (was.isPresent() ? " instead of " + Size.mb(was.getAsDouble()) : "")
            + ".";
    Effect effect = entitlement > was.orElse(0) ? Effect.MORE : Effect.OTHER;
    for (MemberHistory member : before.history().members()) {
      if (member.name().equals(place.member())) {
        double[] floor = floor(member, was.orElse(0));
        return before.with(changed, ChangedDemand.withFloor(member, floor), effect, sentence);
      }
    }
    return before.with(changed, effect, sentence);
  }

  private double[] floor(MemberHistory member, double was) {
    double[] floor = member.asked().floor().clone();
    for (int i = 0; i < floor.length; i++) {
      if (!Double.isNaN(floor[i])) {
        double pinned = floor[i] > was ? floor[i] : 0;
        floor[i] = Math.min(member.asked().logical()[i], Math.max(pinned, entitlement));
      }
    }
    return floor;
  }
}
