package dev.headroom.memory.ams;

import dev.headroom.memory.Basis;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberOutcome;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolOutcome;
import dev.headroom.memory.SharingRule;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Replays a history against a shared memory pool, under both sharing rules. */
public final class AmsReplay {
  /** Physical memory is printed with two decimals of a GB. */
  private static final double HALF_A_DIGIT = 0.005 * (1L << 30);

  private final AmsPool pool;
  private final PoolHistory history;
  private final Basis basis;
  private final List<AmsMember> members;
  private final AmsTiers tiers;
  private final BitSet modelled = new BitSet();
  private double spoken;

  /** What the print of what was seen may hide: less than this is no shortage of the others. */
  private double rounding;

  private AmsReplay(AmsPool pool, PoolHistory history, Basis basis) {
    this.pool = pool;
    this.history = history;
    this.basis = basis;
    this.members = history.members().stream().map(m -> pool.member(m.name())).toList();
    this.tiers = new AmsTiers(members.size());
  }

  /**
   * Replays a history.
   *
   * <p>The members are those of the history; the pool says their weight, entitlement and policy.
   * Where a capture shows physical and loaned memory and the basis lets it, that stands, and only
   * what those members leave is shared among the others. Modelled are instants that enough members
   * report ({@link PoolHistory#covered}); a member that does not report has no part in an instant.
   */
  public static AmsOutcome run(AmsPool pool, PoolHistory history, Basis basis) {
    return new AmsReplay(pool, history, basis).run();
  }

  /**
   * Replays what members asked for on a pool that is not as it was seen, by the model. What was
   * seen at its size or a larger one is the least, unless less may be asked of it; and where
   * captures show which members memory was taken from, the rule is the one that explains that best.
   */
  public static AmsOutcome supposed(AmsPool pool, PoolHistory seen) {
    PoolHistory asked = seen.unserved();
    AmsOutcome outcome = run(pool, asked, Basis.MODELLED);
    if (!Double.isNaN(pool.available())) {
      calibration(pool, seen)
          .ifPresent(fitted -> outcome.by(CalibratedReplay.run(pool, asked, fitted)));
    }
    return outcome.with(seen);
  }

  /** The hypervisor's rule, by the pool and the history that captures show. */
  private static Optional<Calibration> calibration(AmsPool pool, PoolHistory seen) {
    return pool.sighting()
        .found()
        .map(found -> Calibration.of(found.pool(), found.history()))
        .orElseGet(
            () ->
                Double.isNaN(pool.captured())
                    ? Optional.empty()
                    : Calibration.of(pool.withSize(pool.captured()), seen));
  }

  private AmsOutcome run() {
    AmsSharing sharing = new AmsSharing(members);
    PoolOutcome tiered = unserved(SharingRule.TIERED);
    PoolOutcome flat = unserved(SharingRule.FLAT);
    List<PoolOutcome> outcomes = List.of(tiered, flat);
    BitSet infeasible = new BitSet();
    for (int instant = 0; instant < history.size(); instant++) {
      if (load(instant, outcomes)) {
        infeasible.set(instant);
      }
      if (modelled.isEmpty()) {
        continue;
      }
      for (PoolOutcome outcome : outcomes) {
        AmsShares shares = sharing.share(outcome.rule(), pool.available() - spoken, tiers);
        shares.forgive(rounding);
        for (int i = modelled.nextSetBit(0); i >= 0; i = modelled.nextSetBit(i + 1)) {
          outcome
              .members()
              .get(i)
              .model(
                  instant,
                  shares.physical[i],
                  shares.loaned[i],
                  shares.stolen[i],
                  shares.pagedOut[i]);
        }
      }
    }
    return new AmsOutcome(pool, history, basis, tiered, flat, infeasible);
  }

  private PoolOutcome unserved(SharingRule rule) {
    List<MemberOutcome> rows =
        members.stream()
            .map(
                member ->
                    new MemberOutcome(
                        member.name(), history.size(), member.loanPolicy() == LoanPolicy.ANY_DATA))
            .toList();
    return new PoolOutcome(rule, history.size(), rows);
  }

  // Fills the tiers with those who are to be modelled, notes what is seen of the others, and says
  // whether all floors together pass what the pool can give.
  private boolean load(int instant, List<PoolOutcome> outcomes) {
    modelled.clear();
    spoken = 0;
    rounding = 0;
    double floors = 0;
    boolean sizeKnown = !Double.isNaN(pool.available());
    for (int i = 0; i < members.size(); i++) {
      MemberHistory member = history.members().get(i);
      if (member.reports(instant)) {
        tiers.set(i, member, instant, member.served().loaned()[instant], members.get(i));
        floors += tiers.floor[i];
      }
      if (basis == Basis.OBSERVED && !Double.isNaN(member.stolen(instant))) {
        for (PoolOutcome outcome : outcomes) {
          outcome.members().get(i).see(instant, member);
        }
        spoken += member.served().physical()[instant];
        rounding += HALF_A_DIGIT;
        tiers.clear(i);
      } else if (sizeKnown && member.reports(instant) && history.covered(instant)) {
        modelled.set(i);
      } else {
        tiers.clear(i);
      }
    }
    return floors > Math.max(0, pool.available());
  }
}
