package dev.headroom.memory.zvm;

import dev.headroom.memory.Basis;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.StolenBounds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Replays a history against the real memory of a z/VM system. Where captures show at another size
 * of which guests memory was paged out, the rule is the one that explains that best; else it is the
 * release's.
 */
public final class ZvmReplay {
  /** What guests do without in a smaller system, as a bound where nothing tells it. */
  private static final double MOST_GIVEN_UP = StayingRule.SCANNED.givingUp();

  /** By this share of what a system gets, its guests may have more in all. */
  private static final double ELASTIC = 0.25;

  private final ZvmSystem system;
  private final ZvmHistory seen;
  private final Basis basis;
  private final Optional<Staying> fitted;
  private final StayingRule rule;
  private final List<GuestOutcome> outcomes = new ArrayList<>();
  private final BitSet infeasible = new BitSet();
  private double least;
  private double most;
  private boolean pagedOut;

  private ZvmReplay(ZvmSystem system, ZvmHistory seen, Basis basis, Optional<Staying> fitted) {
    this.system = system;
    this.seen = seen;
    this.basis = basis;
    this.fitted = fitted;
    this.rule = fitted.map(Staying::rule).orElse(StayingRule.of(system));
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
    boolean modelled = basis == Basis.MODELLED && !Double.isNaN(system.available());
    return run(system, history, basis, modelled ? Staying.of(system, history) : Optional.empty());
  }

  /** Replays a history by a rule that was fitted, or by the release's. */
  static ZvmOutcome run(
      ZvmSystem system, ZvmHistory history, Basis basis, Optional<Staying> fitted) {
    return new ZvmReplay(system, history, basis, fitted).run();
  }

  private ZvmOutcome run() {
    TiersOverTime tiers = new TiersOverTime(system, seen);
    for (int instant = 0; instant < seen.pool().size(); instant++) {
      List<GuestTiers> asked = tiers.next(instant);
      double available = available(instant);
      BitSet modelled = new BitSet();
      for (int i = 0; i < outcomes.size(); i++) {
        GuestHistory guest = seen.guests().get(i);
        if (basis == Basis.OBSERVED && isSeen(guest.member(), instant)) {
          outcomes.get(i).see(instant, guest.member());
          available -= guest.member().served().physical()[instant];
          asked.set(i, GuestTiers.NONE);
        } else if (guest.member().reports(instant)
            && seen.pool().covered(instant)
            && !Double.isNaN(available)) {
          modelled.set(i);
        }
      }
      if (!modelled.isEmpty()) {
        model(instant, modelled, asked, available);
      }
    }
    return new ZvmOutcome(
        system, seen, basis, outcomes, new ZvmOutcome.Modelled(infeasible, fitted, bounds()));
  }

  private void model(int instant, BitSet modelled, List<GuestTiers> asked, double available) {
    // what guests could do without is gone where something was paged out already
    boolean calm = !isPagedOut(instant);
    pagedOut |= !calm;
    ZvmShares shares = share(available, asked, calm ? rule.givingUp() : 0);
    infeasible.set(instant, shares.infeasible);
    for (int i = modelled.nextSetBit(0); i >= 0; i = modelled.nextSetBit(i + 1)) {
      outcomes.get(i).model(instant, shares, i);
    }
    if (basis == Basis.MODELLED) {
      double most = calm ? Math.max(rule.givingUp(), MOST_GIVEN_UP) : 0;
      this.least = Math.max(this.least, share(available, asked, most).out());
      this.most = Math.max(this.most, share(available, asked, 0).out());
    }
  }

  private ZvmShares share(double available, List<GuestTiers> asked, double givingUp) {
    return new ZvmStealing(system.agesGlobally(), system.expanded(), rule.givingUp(givingUp))
        .share(available, asked);
  }

  /**
   * What is paged out at most, as modelled: wider by what the fitted rule missed, and where some
   * was paged out when the system was captured, by what guests may have less or more at another
   * size.
   */
  private Optional<StolenBounds> bounds() {
    if (basis != Basis.MODELLED) {
      return Optional.empty();
    }
    double off = fitted.map(Staying::missed).orElse(0.0);
    double smaller = pagedOut ? ELASTIC * (system.captured() - system.size()) : 0;
    double less = smaller > 0 ? smaller : 0;
    double more = smaller < 0 ? -smaller : 0;
    return Optional.of(
        new StolenBounds(Math.max(0, least - off - less), most > 0 ? most + off + more : most));
  }

  private boolean isPagedOut(int instant) {
    double out = 0;
    for (GuestHistory guest : seen.guests()) {
      double own = guest.member().stolen(instant);
      out += own > 0 ? own : 0;
    }
    return out > MemberHistory.ROUNDING;
  }

  private double available(int instant) {
    double real = seen.real()[instant];
    double available =
        basis == Basis.MODELLED || Double.isNaN(real)
            ? system.available()
            : real - system.reserve();
    return available * (1 - fitted.map(Staying::empty).orElse(0.0));
  }

  private static boolean isSeen(MemberHistory member, int instant) {
    return !Double.isNaN(member.served().physical()[instant])
        && !Double.isNaN(member.stolen(instant));
  }
}
