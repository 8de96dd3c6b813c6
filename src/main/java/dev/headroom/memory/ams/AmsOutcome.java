package dev.headroom.memory.ams;

import dev.headroom.memory.Basis;
import dev.headroom.memory.IntervalShares;
import dev.headroom.memory.MemberFigures;
import dev.headroom.memory.MemberSummary;
import dev.headroom.memory.Mode;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PagingSeen;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolOutcome;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.ReplayOutcome;
import dev.headroom.memory.SharingRule;
import dev.headroom.memory.StolenBounds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a replay found: how every member was served under both sharing rules, and the figures. */
public final class AmsOutcome implements ReplayOutcome {
  private final AmsPool pool;
  private final PoolHistory history;
  private final PoolOutcome tiered;
  private final PoolOutcome flat;
  private final BitSet infeasible;
  private final Basis basis;
  private PagingSeen paging;
  private PoolTotals totals;
  private PoolPressure pressure;
  private LeastSeen least = LeastSeen.NOTHING;
  private Optional<CalibratedReplay> calibrated = Optional.empty();

  AmsOutcome(
      AmsPool pool,
      PoolHistory history,
      Basis basis,
      PoolOutcome tiered,
      PoolOutcome flat,
      BitSet infeasible) {
    this.pool = pool;
    this.history = history;
    this.basis = basis;
    this.tiered = tiered;
    this.flat = flat;
    this.totals = PoolTotals.of(history, pool);
    this.paging =
        basis == Basis.OBSERVED ? PagingSeen.in(history, totals.counted()) : PagingSeen.nothing();
    this.infeasible = infeasible;
    this.pressure =
        basis == Basis.OBSERVED
            ? PoolPressure.of(history, pool.captured(), totals.counted())
            : PoolPressure.NONE;
  }

  /**
   * The same, with what was seen of the pool when it was captured: the least where it is evidence
   * on the pool at hand. Intervals in which a member was short of memory count, so that shares are
   * of one number whatever size is tried.
   *
   * @param seen what members ask for, and how they were served
   */
  AmsOutcome with(PoolHistory seen) {
    totals = PoolTotals.of(seen, pool);
    pressure = PoolPressure.of(pool, seen, totals.counted());
    least = LeastSeen.of(pool, seen);
    paging = least.paging();
    return this;
  }

  /** Whether this is the pool as captures show it; else it is a model of what would be. */
  public boolean observed() {
    return basis == Basis.OBSERVED;
  }

  /** Puts what a rule says that was fitted to captures in place of what the bounds say. */
  void by(CalibratedReplay replay) {
    calibrated = Optional.of(replay);
  }

  /** How well the rule of the replay explains what captures show; absent where none was fitted. */
  public Optional<Explained> explained() {
    return calibrated.map(replay -> Explained.by(replay.calibration()));
  }

  /**
   * How often members were seen to wait for stolen memory, at the size at which it was captured.
   */
  public PoolPressure pressure() {
    return pressure;
  }

  @Override
  public AmsPool pool() {
    return pool;
  }

  /** How members were served: by the rule that was fitted to captures, else tier by tier. */
  @Override
  public PoolOutcome served() {
    return calibrated.map(CalibratedReplay::served).orElse(tiered);
  }

  @Override
  public double availableAt(int instant) {
    return pool.available();
  }

  /** How members were served under a rule. */
  public PoolOutcome under(SharingRule rule) {
    return rule == SharingRule.TIERED ? tiered : flat;
  }

  @Override
  public PoolTotals totals() {
    return totals;
  }

  /** Whether at an instant the floors alone exceeded what the pool can give. */
  public boolean infeasible(int instant) {
    return infeasible.get(instant);
  }

  /**
   * Peak of stolen memory under the two rules, or under all rules that explain what was seen;
   * absent where nothing is known.
   */
  @Override
  public Optional<StolenBounds> stolenBounds() {
    OptionalDouble low = tiered.peakStolen();
    OptionalDouble high = flat.peakStolen();
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    StolenBounds bounds = StolenBounds.of(low.getAsDouble(), high.getAsDouble());
    StolenBounds band = calibrated.map(replay -> replay.band(bounds.low())).orElse(bounds);
    double seen = least.stolen().orElse(0);
    return Optional.of(new StolenBounds(Math.max(seen, band.low()), Math.max(seen, band.high())));
  }

  @Override
  public OptionalDouble censoredShare() {
    return totals.censoredShare(history);
  }

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
        LeastSeen.larger(served().peakStolen(), least.stolen()),
        new IntervalShares(
            totals.counted(),
            violationRate(pool.available()),
            paging.rate(),
            hardPaging(),
            paging.unread()),
        paging.waiting());
  }

  /**
   * Share of the intervals in which hot demand exceeds what a pool of another size could give;
   * absent where that is not known.
   *
   * @param available size less reserve, bytes
   */
  public OptionalDouble violationRate(double available) {
    OptionalDouble modelled = totals.violationRate(available);
    return basis == Basis.OBSERVED
        ? modelled
        : pool.least()
            .map(
                found ->
                    LeastSeen.larger(
                        modelled,
                        PoolTotals.of(found.history(), found.pool()).violationRate(available)))
            .orElse(modelled);
  }

  private OptionalDouble hardPaging() {
    return LeastSeen.larger(
        calibrated.isPresent()
            ? calibrated.get().hardPaging(totals.counted())
            : HardPaging.share(history, tiered, totals.counted()),
        least.hard());
  }

  @Override
  public List<MemberSummary> members() {
    List<MemberSummary> summaries = new ArrayList<>();
    for (int i = 0; i < history.members().size(); i++) {
      summaries.add(MemberFigures.of(history.members().get(i), served().members().get(i)));
    }
    return List.copyOf(summaries);
  }

  private Optional<Mode> mode() {
    OptionalDouble hot = totals.neededPeak();
    if (paging.any()
        || (hot.isPresent() && PoolTotals.exceeds(hot.getAsDouble(), pool.available()))) {
      return Optional.of(Mode.PHYSICAL);
    }
    if (Double.isNaN(pool.available())) {
      return Optional.empty(); // a pool of unknown size has no model, only what was seen
    }
    if (!PoolTotals.exceeds(totals.promisedAtLeast(), pool.available())) {
      // As long as one member's share is unknown, what is promised may fit or not.
      return totals.promised().isPresent() ? Optional.of(Mode.NONE) : Optional.empty();
    }
    return hot.isPresent() ? Optional.of(Mode.LOGICAL) : Optional.empty();
  }
}
