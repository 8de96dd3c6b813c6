package dev.headroom.memory.zvm;

import dev.headroom.memory.Basis;
import dev.headroom.memory.IntervalShares;
import dev.headroom.memory.MemberFigures;
import dev.headroom.memory.MemberSummary;
import dev.headroom.memory.Mode;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PagingSeen;
import dev.headroom.memory.PoolOutcome;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.ReplayOutcome;
import dev.headroom.memory.SharingRule;
import dev.headroom.memory.StolenBounds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a replay of a z/VM system found: what of every guest is resident, and where the rest is. */
public final class ZvmOutcome implements ReplayOutcome {
  private final ZvmSystem pool;
  private final ZvmHistory seen;
  private final List<GuestOutcome> guests;
  private final PoolTotals totals;
  private final PagingSeen paging;
  private final Basis basis;
  private final Modelled modelled;

  /**
   * What only a model has.
   *
   * @param infeasible the instants at which locked and reserved pages alone did not fit
   * @param fitted the rule where it was fitted to captures
   * @param bounds between which the peak of what is paged out lies, where that is modelled
   */
  record Modelled(BitSet infeasible, Optional<Staying> fitted, Optional<StolenBounds> bounds) {}

  ZvmOutcome(
      ZvmSystem pool, ZvmHistory seen, Basis basis, List<GuestOutcome> guests, Modelled modelled) {
    this.pool = pool;
    this.seen = seen;
    this.basis = basis;
    this.guests = List.copyOf(guests);
    this.totals = PoolTotals.of(seen.pool(), pool);
    this.paging =
        basis == Basis.OBSERVED
            ? PagingSeen.in(seen.pool(), totals.counted())
            : PagingSeen.nothing();
    this.modelled = modelled;
  }

  @Override
  public ZvmSystem pool() {
    return pool;
  }

  /** How every guest was served, in the order of the history. */
  public List<GuestOutcome> guests() {
    return guests;
  }

  @Override
  public PoolTotals totals() {
    return totals;
  }

  /** Whether at an instant locked and reserved pages alone exceeded what there is. */
  public boolean infeasible(int instant) {
    return modelled.infeasible().get(instant);
  }

  /** The rule of the replay where it was fitted to what captures show. */
  public Optional<Staying> fitted() {
    return modelled.fitted();
  }

  /** By what the system is sized and graded. */
  public ZvmNeeds needs() {
    return ZvmNeeds.of(pool, seen);
  }

  /** What all guests have outside real memory at an instant, as far as it is known, bytes. */
  public double out(int instant) {
    return served().stolen(instant);
  }

  @Override
  public PoolOutcome served() {
    return new PoolOutcome(
        SharingRule.TIERED, seen.pool().size(), guests.stream().map(GuestOutcome::served).toList());
  }

  @Override
  public Optional<StolenBounds> stolenBounds() {
    OptionalDouble peak = served().peakStolen();
    if (peak.isEmpty()) {
      return Optional.empty();
    }
    double known = peak.getAsDouble();
    return Optional.of(
        modelled
            .bounds()
            .map(
                band -> new StolenBounds(Math.min(known, band.low()), Math.max(known, band.high())))
            .orElse(new StolenBounds(known, known)));
  }

  @Override
  public OptionalDouble censoredShare() {
    return totals.censoredShare(seen.pool());
  }

  @Override
  public List<MemberSummary> members() {
    List<MemberSummary> summaries = new ArrayList<>();
    for (int i = 0; i < guests.size(); i++) {
      summaries.add(MemberFigures.of(seen.pool().members().get(i), guests.get(i).served()));
    }
    return List.copyOf(summaries);
  }

  /** How far the system was over-committed. */
  @Override
  public Overcommit overcommit() {
    OptionalDouble promised = totals.promised();
    return new Overcommit(
        mode(),
        promised.isPresent() && pool.size() > 0
            ? OptionalDouble.of(promised.getAsDouble() / pool.size())
            : OptionalDouble.empty(),
        totals.demandPeak(),
        totals.neededPeak(),
        served().peakStolen(),
        new IntervalShares(
            totals.counted(),
            violationRate(),
            paging.rate(),
            OptionalDouble.empty(),
            paging.unread()),
        paging.waiting());
  }

  /**
   * Runs at several sizes are judged each by its own, as long as nothing is assumed of the size.
   */
  private OptionalDouble violationRate() {
    if (basis == Basis.MODELLED) {
      return totals.violationRate(pool.available());
    }
    int violated = 0;
    boolean known = false;
    for (int instant = 0; instant < seen.pool().size(); instant++) {
      double available = availableAt(instant);
      double needed = totals.needed(instant);
      if (!Double.isNaN(available) && !Double.isNaN(needed)) {
        known = true;
        violated += PoolTotals.exceeds(needed, available) ? 1 : 0;
      }
    }
    return known ? OptionalDouble.of((double) violated / totals.counted()) : OptionalDouble.empty();
  }

  /** Real memory as it was then, less CP's own; as it would be where its size is supposed. */
  @Override
  public double availableAt(int instant) {
    if (basis == Basis.MODELLED) {
      return pool.available();
    }
    double real = seen.real()[instant];
    return (Double.isNaN(real) ? pool.size() : real) - pool.reserve();
  }

  private Optional<Mode> mode() {
    OptionalDouble violated = violationRate();
    if (paging.rate().orElse(0) > 0 || violated.orElse(0) > 0) {
      return Optional.of(Mode.PHYSICAL);
    }
    if (Double.isNaN(pool.available())) {
      return Optional.empty();
    }
    if (!PoolTotals.exceeds(totals.promisedAtLeast(), pool.available())) {
      return totals.promised().isPresent() ? Optional.of(Mode.NONE) : Optional.empty();
    }
    return totals.neededPeak().isPresent() ? Optional.of(Mode.LOGICAL) : Optional.empty();
  }

  /**
   * Who had to go first, at the instant at which most was out: guests in the order in which their
   * memory was taken, then those that lost nothing, by name. Empty where no instant is known.
   */
  public List<Eviction> evictions() {
    int worst = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int instant = 0; instant < seen.pool().size(); instant++) {
      double out = out(instant);
      if (out > most) {
        most = out;
        worst = instant;
      }
    }
    if (worst < 0) {
      return List.of();
    }
    List<Eviction> evictions = new ArrayList<>();
    for (int i = 0; i < guests.size(); i++) {
      if (!Double.isNaN(guests.get(i).resident(worst))) {
        evictions.add(guests.get(i).eviction(worst, seen.guests().get(i).idle()));
      }
    }
    evictions.sort(
        Comparator.comparingInt((Eviction e) -> e.order().orElse(Integer.MAX_VALUE))
            .thenComparing(Eviction::guest));
    return List.copyOf(evictions);
  }
}
