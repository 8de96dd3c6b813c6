package dev.headroom.memory.zvm;

import dev.headroom.memory.Basis;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Replays a history against the real memory of a z/VM system. */
public final class ZvmReplay {
  private final ZvmSystem system;
  private final ZvmHistory seen;
  private final Basis basis;
  private final ZvmStealing stealing;
  private final List<GuestOutcome> outcomes = new ArrayList<>();
  private final double[] lastUse;

  private ZvmReplay(ZvmSystem system, ZvmHistory seen, Basis basis) {
    this.system = system;
    this.seen = seen;
    this.basis = basis;
    this.stealing = new ZvmStealing(system.agesGlobally(), system.expanded());
    this.lastUse = new double[seen.guests().size()];
    seen.guests().forEach(g -> outcomes.add(new GuestOutcome(g.name(), seen.pool().size())));
  }

  /**
   * Replays a history.
   *
   * <p>The guests are those of the history. Where a capture shows what of a guest is resident and
   * what is not, and the basis lets it, that stands. Everything else is modelled, at the real
   * memory that the system had then, or with {@link Basis#MODELLED} at its size; instants count
   * that enough guests report ({@link PoolHistory#covered}).
   */
  public static ZvmOutcome run(ZvmSystem system, ZvmHistory history, Basis basis) {
    return new ZvmReplay(system, history, basis).run();
  }

  private ZvmOutcome run() {
    BitSet infeasible = new BitSet();
    Arrays.fill(lastUse, Double.NaN);
    for (int instant = 0; instant < seen.pool().size(); instant++) {
      double available = available(instant);
      BitSet modelled = new BitSet();
      List<GuestTiers> tiers = new ArrayList<>();
      for (int i = 0; i < outcomes.size(); i++) {
        GuestHistory guest = seen.guests().get(i);
        used(i, instant);
        boolean present = guest.member().reports(instant);
        if (basis == Basis.OBSERVED && isSeen(guest.member(), instant)) {
          outcomes.get(i).see(instant, guest.member());
          available -= guest.member().served().physical()[instant];
          present = false;
        } else if (present && seen.pool().covered(instant) && !Double.isNaN(available)) {
          modelled.set(i);
        }
        tiers.add(present ? tiers(i, instant) : GuestTiers.NONE);
      }
      if (modelled.isEmpty()) {
        continue;
      }
      ZvmShares shares = stealing.share(available, tiers);
      infeasible.set(instant, shares.infeasible);
      for (int i = modelled.nextSetBit(0); i >= 0; i = modelled.nextSetBit(i + 1)) {
        outcomes.get(i).model(instant, shares, i);
      }
    }
    return new ZvmOutcome(system, seen, basis, outcomes, infeasible);
  }

  private double available(int instant) {
    double real = seen.real()[instant];
    return basis == Basis.MODELLED || Double.isNaN(real)
        ? system.available()
        : real - system.reserve();
  }

  private static boolean isSeen(MemberHistory member, int instant) {
    return !Double.isNaN(member.served().physical()[instant])
        && !Double.isNaN(member.stolen(instant));
  }

  private void used(int i, int instant) {
    if (seen.guests().get(i).printed(Metric.CPU_BUSY, instant) > 0) {
      lastUse[i] = seen.pool().instants()[instant];
    }
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
    double unused = seen.pool().instants()[instant] - lastUse[i];
    return new GuestTiers(
        locked,
        floor - locked,
        hot - heap,
        heap,
        guest.idle() ? warm - floor : warm,
        new GuestTiers.Use(
            guest.idle(), heaps > 0, unused(guest, instant, unused), guest.meanBusy().orElse(0)));
  }

  private static double zeroIfAbsent(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** A guest that was not seen to run at all is as old as the history. */
  private double unused(GuestHistory guest, int instant, double since) {
    if (!Double.isNaN(since)) {
      return since;
    }
    boolean looked = guest.meanBusy().isPresent();
    double[] instants = seen.pool().instants();
    return looked ? instants[instant] - instants[0] + 1 : 0;
  }
}
