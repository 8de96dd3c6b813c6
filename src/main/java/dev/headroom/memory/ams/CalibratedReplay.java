package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberOutcome;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolOutcome;
import dev.headroom.memory.SharingRule;
import dev.headroom.memory.StolenBounds;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What members would get of a pool of another size by a rule that was fitted to captures. */
final class CalibratedReplay {
  /** Half a digit of what is printed of a member. */
  private static final double ROUNDING = 0.005 * (1L << 30);

  private final AmsPool pool;
  private final PoolHistory asked;
  private final Calibration calibration;
  private final List<AmsMember> members;
  private final AmsTiers tiers;
  private final Taking fitted;
  private final List<Taking> rivals;
  private final PoolOutcome served;
  private double peak;

  /** The most that members were promised beyond what the pool can give them, bytes. */
  private double beyond;

  private final double[] rivalPeaks;
  private int hard;

  // of the step before
  private int before = -1;
  private double missing;
  private double stolen;

  private CalibratedReplay(AmsPool pool, PoolHistory asked, Calibration calibration) {
    this.pool = pool;
    this.asked = asked;
    this.calibration = calibration;
    members = asked.members().stream().map(member -> pool.member(member.name())).toList();
    tiers = new AmsTiers(members.size());
    fitted = new Taking(calibration.rule(), members);
    rivals = calibration.rivals().stream().map(rule -> new Taking(rule, members)).toList();
    rivalPeaks = new double[rivals.size()];
    served =
        new PoolOutcome(
            SharingRule.TIERED,
            asked.size(),
            members.stream()
                .map(
                    member ->
                        new MemberOutcome(
                            member.name(),
                            asked.size(),
                            member.loanPolicy() == LoanPolicy.ANY_DATA))
                .toList());
  }

  /**
   * Replays what members asked for.
   *
   * @param pool the pool at the size that is asked about
   * @param asked what members asked for, without how they were served
   */
  static CalibratedReplay run(AmsPool pool, PoolHistory asked, Calibration calibration) {
    CalibratedReplay replay = new CalibratedReplay(pool, asked, calibration);
    for (int instant = 0; instant < asked.size(); instant++) {
      if (replay.load(instant)) {
        replay.step(instant);
      }
    }
    return replay;
  }

  private boolean load(int instant) {
    boolean any = false;
    for (int i = 0; i < members.size(); i++) {
      MemberHistory member = asked.members().get(i);
      if (member.reports(instant)) {
        tiers.set(i, member, instant, Double.NaN, members.get(i));
        any = true;
      } else {
        tiers.clear(i);
      }
    }
    return any && asked.covered(instant);
  }

  private void step(int instant) {
    double seconds =
        before < 0
            ? asked.intervalMillis() / 1000
            : (asked.instants()[instant] - asked.instants()[before]) / 1000;
    fitted.step(pool.available(), tiers, seconds);
    double lacking = 0;
    double promised = 0;
    for (int i = 0; i < members.size(); i++) {
      if (tiers.logical[i] > 0) {
        double physical = fitted.physical(i, tiers);
        double lent = fitted.loaned[i];
        double pagedOut = Math.max(0, lent - (tiers.logical[i] - tiers.needed[i]));
        promised += tiers.logical[i];
        served.members().get(i).model(instant, physical, lent, fitted.stolen[i], pagedOut);
        lacking += Math.max(0, tiers.needed[i] - physical);
      }
    }
    beyond = Math.max(beyond, promised - pool.available());
    double taken = Arrays.stream(fitted.stolen).sum();
    peak = Math.max(peak, taken);
    double ago = before < 0 ? lacking : missing;
    double takenAgo = before < 0 ? taken : stolen;
    double pages = calibration.paging().pages((ago + lacking) / 2, (takenAgo + taken) / 2);
    hard += pages > PageInRate.HARD ? 1 : 0;
    for (int r = 0; r < rivalPeaks.length; r++) {
      Taking rival = rivals.get(r);
      rival.step(pool.available(), tiers, seconds);
      rivalPeaks[r] = Math.max(rivalPeaks[r], Arrays.stream(rival.stolen).sum());
    }
    missing = lacking;
    stolen = taken;
    before = instant;
  }

  /** The rule, and how well it explains what was seen. */
  Calibration calibration() {
    return calibration;
  }

  /** How members are served by the rule. */
  PoolOutcome served() {
    return served;
  }

  /**
   * Between which the peak of stolen memory lies: as the rules have it that explain nearly as well
   * what was seen, and wider by what the best one missed the peak that was seen. Memory is taken
   * while the pool is full, so that never more is gone than members are promised beyond it.
   *
   * @param least what is stolen at least, by the bounds, bytes
   */
  StolenBounds band(double least) {
    double off = calibration.offPeak() + members.size() * ROUNDING;
    double low = Math.min(peak, Arrays.stream(rivalPeaks).min().orElse(peak));
    double high = Math.max(peak, Arrays.stream(rivalPeaks).max().orElse(peak));
    return new StolenBounds(
        Math.min(peak, Math.max(least, low - off)), Math.max(peak, Math.min(high + off, beyond)));
  }

  /**
   * Share of the intervals with more than 64 pages a second.
   *
   * @param counted how many intervals count
   */
  OptionalDouble hardPaging(int counted) {
    return counted > 0 ? OptionalDouble.of((double) hard / counted) : OptionalDouble.empty();
  }
}
