package dev.headroom.memory.zvm;

import dev.headroom.memory.MemberHistory;
import dev.headroom.series.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What every guest has instantiated, in tiers, from instant to instant: how long a guest has not
 * run is told by those before, so that each instant is asked for once, in their order.
 */
final class TiersOverTime {
  private final ZvmSystem system;
  private final ZvmHistory seen;
  private final double[] lastUse;

  TiersOverTime(ZvmSystem system, ZvmHistory seen) {
    this.system = system;
    this.seen = seen;
    this.lastUse = new double[seen.guests().size()];
    Arrays.fill(lastUse, Double.NaN);
  }

  /** The tiers of the next instant, in the order of the guests; none of a guest not in it. */
  List<GuestTiers> next(int instant) {
    List<GuestTiers> tiers = new ArrayList<>();
    for (int i = 0; i < lastUse.length; i++) {
      GuestHistory guest = seen.guests().get(i);
      if (guest.printed(Metric.CPU_BUSY, instant) > 0) {
        lastUse[i] = seen.pool().instants()[instant];
      }
      tiers.add(guest.member().reports(instant) ? tiers(i, instant) : GuestTiers.NONE);
    }
    return tiers;
  }

  private GuestTiers tiers(int i, int instant) {
    GuestHistory guest = seen.guests().get(i);
    MemberHistory member = guest.member();
    double warm = zeroIfAbsent(member.asked().warm()[instant]);
    // an idle guest asks for nothing, but what it locks or reserved stays
    double floor =
        guest.idle()
            ? Math.min(warm, GuestDemand.held(metric -> guest.printed(metric, instant)))
            : member.asked().floor()[instant];
    double hot = member.asked().hot()[instant];
    double locked = Math.min(floor, guest.locked(instant));
    double heaps = system.member(guest.name()).heaps().orElse(0);
    double heap = Math.min(hot, heaps);
    return new GuestTiers(
        locked,
        floor - locked,
        hot - heap,
        heap,
        guest.idle() ? warm - floor : warm,
        new GuestTiers.Use(
            guest.idle(), heaps > 0, unused(i, instant), guest.meanBusy().orElse(0)));
  }

  private static double zeroIfAbsent(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** A guest that was not seen to run at all is as old as the history. */
  private double unused(int i, int instant) {
    double[] instants = seen.pool().instants();
    if (!Double.isNaN(lastUse[i])) {
      return instants[instant] - lastUse[i];
    }
    boolean looked = seen.guests().get(i).meanBusy().isPresent();
    return looked ? instants[instant] - instants[0] + 1 : 0;
  }
}
