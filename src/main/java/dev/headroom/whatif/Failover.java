package dev.headroom.whatif;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.unit.Size;

/**
 * A member that does a partner's work too: the partner's demand on top of its own at the same
 * instants.
 *
 * @param place who takes over
 * @param partner whose work, in any pool; there it stays unless it is removed
 */
public record Failover(MemberPlace place, MemberPlace partner) implements Change {
  @Override
  public String pool() {
    return place.pool();
  }

  @Override
  public Situation applyTo(Landscape landscape) {
    Situation before = landscape.pool(pool());
    AmsPool ams = Membership.ams(before);
    Membership.ams(landscape.pool(partner.pool()));
    if (place.equals(partner)) {
      throw new ImpossibleChangeException(place.member() + " cannot take over from itself");
    }
    MemberHistory member = before.member(place.member());
    MemberHistory other = Regridding.of(landscape.pool(partner.pool()), partner.member(), before);
    MemberHistory both = ChangedDemand.together(member, other);
    int peak = ChangedDemand.peakAt(both);
    if (peak < 0) {
      throw new ImpossibleChangeException(
          "at no instant is the demand of both "
              + place.member()
              + " and "
              + partner.member()
              + " known");
    }
    double has = ChangedDemand.logical(both);
    return before.with(
        Membership.raised(ams, place.member(), has),
        both,
        Effect.MORE,
        sentence(both.needed(peak), ChangedDemand.logical(member), has));
  }

  private String sentence(double needed, double had, double has) {
    boolean same = partner.pool().equals(pool());
    String name = same ? partner.member() : partner.pool() + "/" + partner.member();
    return place.member()
        + " takes over from "
        + name
        + ": its demand comes on top at the same instants. Together they need "
        + Size.gb(needed)
        + " at most, "
        + (has > had
            ? "so the logical memory of "
                + place.member()
                + " is raised from "
                + Size.gb(had)
                + " to "
                + Size.gb(has)
                + " (that and a tenth)"
            : "which fits the " + Size.gb(has) + " of logical memory that it has")
        + "."
        + (same ? " " + partner.member() + " itself stays in the pool unless it is removed." : "");
  }
}
