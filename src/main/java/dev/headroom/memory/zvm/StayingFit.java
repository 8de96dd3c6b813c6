package dev.headroom.memory.zvm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rule that tells best which guests were seen to stay in real memory: the one of least absolute
 * error of what each guest has paged out, and, half as much, of what of it lies in expanded
 * storage. Only parameters that make a difference are moved, and none for little: a rule is worth
 * as much less as it is away from the release's, for a small shortage says little of a large one.
 *
 * <p>A coarse grid, then steps along one parameter at a time, halved four times.
 */
final class StayingFit {
  private static final double[] EVENNESS = {0, 0.1, 0.3, 0.6, 1};
  private static final double[] SHARE = {0, 0.3, 0.6, 1};
  private static final double STEP = 0.2;
  private static final int HALVINGS = 5;

  /** What it costs to move a parameter from one end to the other, of what it is about. */
  private static final double AWAY = 0.05;

  private final SeenStaying seen;
  private final ZvmSystem system;
  private final StayingRule usual;
  private final double[] costs = new double[StayingRule.FITTED];
  private final List<Integer> moving = new ArrayList<>();
  private Tried best;

  /** A rule, its mean absolute error and what it is away from the usual one, in bytes. */
  private record Tried(StayingRule rule, double worth) {}

  StayingFit(ZvmSystem system, SeenStaying seen) {
    this.system = system;
    this.seen = seen;
    usual = StayingRule.of(system).givingUp(0);
    best = new Tried(usual, error(system, seen, usual));
    for (SeenStaying.Instant instant : seen.instants) {
      costs[0] += AWAY * instant.totalOut() / seen.instants.size();
      for (GuestTiers tiers : instant.tiers()) {
        costs[1] += AWAY * (tiers.hot() + tiers.heap()) / seen.instants.size();
      }
    }
    for (int which = 0; which < StayingRule.FITTED; which++) {
      if (moves(which)) {
        moving.add(which);
      }
    }
    grid();
    refine();
  }

  /** Whether a parameter makes any difference. */
  private boolean moves(int which) {
    double least = error(system, seen, usual.moved(which, -1));
    double most = error(system, seen, usual.moved(which, 1));
    return Math.abs(most - least) > 1;
  }

  private void grid() {
    double[] fixed = {usual.evenness(), usual.sweeping(), usual.mixing()};
    for (double evenness : moving.contains(0) ? EVENNESS : new double[] {fixed[0]}) {
      for (double sweeping : moving.contains(1) ? SHARE : new double[] {fixed[1]}) {
        for (double mixing : moving.contains(2) ? SHARE : new double[] {fixed[2]}) {
          attempt(new StayingRule(0, evenness, sweeping, mixing));
        }
      }
    }
  }

  private void refine() {
    double step = STEP;
    for (int halving = 0; halving < HALVINGS; halving++) {
      boolean better = true;
      for (int round = 0; better && round < HALVINGS; round++) {
        better = false;
        for (int which : moving) {
          better |= attempt(best.rule.moved(which, step));
          better |= attempt(best.rule.moved(which, -step));
        }
      }
      step /= 2;
    }
  }

  private boolean attempt(StayingRule rule) {
    double worth =
        error(system, seen, rule)
            + costs[0] * Math.abs(rule.evenness() - usual.evenness())
            + costs[1] * Math.abs(rule.sweeping() - usual.sweeping());
    if (worth < best.worth) {
      best = new Tried(rule, worth);
      return true;
    }
    return false;
  }

  /** The best of those that were tried. */
  StayingRule rule() {
    return best.rule;
  }

  /** Mean absolute error of a rule, bytes. */
  static double error(ZvmSystem system, SeenStaying seen, StayingRule rule) {
    double sum = 0;
    ZvmStealing stealing = new ZvmStealing(system.agesGlobally(), system.expanded(), rule);
    for (SeenStaying.Instant instant : seen.instants) {
      ZvmShares told = stealing.share(instant.available(), instant.tiers());
      for (int i = 0; i < instant.out().length; i++) {
        double out = told.expanded[i] + told.auxiliary[i];
        sum += Math.abs(out - instant.out()[i]);
        sum += Math.abs(told.expanded[i] - instant.expanded()[i]) / 2;
      }
    }
    return sum / Math.max(1, seen.instants.size());
  }

  /**
   * What of the memory that guests could have stays empty while some of theirs is paged out: a
   * share, the middle one of those seen.
   */
  double empty() {
    List<Double> shares =
        seen.instants.stream()
            .map(instant -> instant.left() / (instant.left() + instant.available()))
            .filter(share -> !Double.isNaN(share))
            .sorted(Comparator.naturalOrder())
            .toList();
    return shares.isEmpty() ? 0 : Math.max(0, Math.min(1, shares.get(shares.size() / 2)));
  }
}
