package dev.headroom.memory.ams;

import dev.headroom.memory.WaterFilling;
import java.util.Arrays;
import java.util.List;

/**
 * A pool from which memory is taken by a {@link TakingRule}, instant after instant: what was lent
 * stays lent until its owner needs it or the pool has room, and what was stolen stays stolen until
 * it is used, or can be lent instead.
 *
 * <p>Each step goes over the members a few times and makes no garbage, save where memory is stolen:
 * it is what a fit repeats some hundred times.
 */
final class Taking {
  /** Less is no shortage, bytes: what floating point leaves of sums. */
  private static final double NOTHING = 1;

  private final TakingRule rule;
  private final LoanPolicy[] policy;
  private final double[] weight;

  /** What each member has lent, and what was stolen from it, after the last step; bytes. */
  final double[] loaned;

  final double[] stolen;
  private final double[] held;

  /** What each can lend in the step, and what of that is still backed. */
  private final double[] able;

  private final double[] spare;
  private final boolean[] present;

  /** A pool from which nothing was taken yet. */
  Taking(TakingRule rule, List<AmsMember> members) {
    this.rule = rule;
    policy = members.stream().map(AmsMember::loanPolicy).toArray(LoanPolicy[]::new);
    weight =
        members.stream()
            .mapToDouble(member -> Math.pow(Math.max(1, member.weight()), rule.weighing()))
            .toArray();
    int count = members.size();
    loaned = new double[count];
    stolen = new double[count];
    held = new double[count];
    able = new double[count];
    spare = new double[count];
    present = new boolean[count];
  }

  /** Goes on from what was seen of a member. */
  void seen(int member, double lent, double taken) {
    loaned[member] = lent;
    stolen[member] = taken;
    present[member] = true;
  }

  /** What the pool backs of a member after the last step, bytes. */
  double physical(int member, AmsTiers tiers) {
    return tiers.logical[member] - loaned[member] - stolen[member];
  }

  /**
   * Goes on to the next instant.
   *
   * @param available size less reserve, bytes
   * @param tiers what members ask for; a member without logical memory has no part in the instant
   * @param seconds since the step before
   */
  void step(double available, AmsTiers tiers, double seconds) {
    double over = -Math.max(0, available);
    double lendable = 0;
    double pace = rule.pace() * seconds;
    for (int i = 0; i < loaned.length; i++) {
      double most = lendable(i, tiers);
      loaned[i] = Math.min(loaned[i], most);
      stolen[i] = Math.min(stolen[i], tiers.logical[i] - loaned[i]);
      // what is needed comes back before anything else is taken
      double missing = tiers.needed[i] - physical(i, tiers);
      stolen[i] -= Math.max(0, Math.min(stolen[i], missing));
      over += physical(i, tiers);
      // who was not there before has lent at its leisure
      able[i] = present[i] ? Math.min(most - loaned[i], pace) : most - loaned[i];
      spare[i] = Math.min(able[i], Math.max(0, physical(i, tiers) - kept(i, tiers)));
      lendable += spare[i];
      present[i] = tiers.logical[i] > 0;
    }
    if (over > 0) {
      lend(lendable > 0 ? Math.min(1, over / lendable) : 0);
      steal(over - lendable, tiers);
    } else {
      giveBack(-over);
    }
    for (int i = 0; i < loaned.length; i++) {
      // what was stolen in haste is lent instead
      double turned = Math.min(able[i], stolen[i]);
      loaned[i] += turned;
      stolen[i] -= turned;
    }
  }

  double lendable(int i, AmsTiers tiers) {
    return policy[i] == LoanPolicy.OFF ? 0 : rule.lending() * (tiers.logical[i] - kept(i, tiers));
  }

  /** What a member never lends: what it needs, and by policy 2 only what of that is active. */
  private double kept(int i, AmsTiers tiers) {
    double inactive = AmsSharing.INACTIVE_SHARE * (tiers.needed[i] - tiers.floor[i]);
    return tiers.needed[i] - (policy[i] == LoanPolicy.ANY_DATA ? inactive : 0);
  }

  private void lend(double share) {
    for (int i = 0; i < loaned.length; i++) {
      loaned[i] += share * spare[i];
      able[i] -= share * spare[i];
    }
  }

  // There is room: members take back what they lent, and then what was stolen comes back.
  private void giveBack(double room) {
    double lent = Arrays.stream(loaned).sum();
    double taken = Arrays.stream(stolen).sum();
    double back = lent > 0 ? Math.min(1, room / lent) : 0;
    double left = room - back * lent;
    double returned = taken > 0 ? Math.min(1, left / taken) : 0;
    for (int i = 0; i < loaned.length; i++) {
      loaned[i] -= back * loaned[i];
      stolen[i] -= returned * stolen[i];
    }
  }

  private void steal(double wanted, AmsTiers tiers) {
    if (wanted <= NOTHING) {
      return;
    }
    double blind = rule.blindness() * wanted;
    double left = wanted - blind + takeBeyond(tiers.floor, blind, tiers);
    left = takeBeyond(tiers.needed, left, tiers);
    left = takeBeyond(tiers.floor, left, tiers);
    takeBeyond(new double[loaned.length], left, tiers);
  }

  /** Takes what members hold beyond a level, from who has most for its weight; returns the rest. */
  private double takeBeyond(double[] level, double wanted, AmsTiers tiers) {
    if (wanted <= NOTHING) {
      return wanted;
    }
    double sum = 0;
    for (int i = 0; i < held.length; i++) {
      held[i] = Math.max(0, physical(i, tiers) - level[i]);
      sum += held[i];
    }
    double[] left = WaterFilling.fill(sum - wanted, held, weight);
    for (int i = 0; i < held.length; i++) {
      stolen[i] += held[i] - left[i];
    }
    return Math.max(0, wanted - sum);
  }
}
