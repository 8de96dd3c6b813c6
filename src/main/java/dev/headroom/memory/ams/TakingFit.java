package dev.headroom.memory.ams;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rule that tells best what was seen: the one of least absolute error of stolen memory, of all
 * members together and, half as much, of each, and of the peak. Where the pool is full, an error of
 * all that is lent is the same as one of all that is stolen; who of several lent is left to them.
 *
 * <p>A coarse grid over a part of the instants, then steps along one parameter at a time, halved
 * three times, over all: some hundred replays, each linear in members and instants.
 */
final class TakingFit {
  private static final double[] BLINDNESS = {0, 0.1, 0.4, 1};
  private static final double[] LENDING = {1, 0.97, 0.94, 0.88, 0.75, 0.5};
  private static final double[] MB_A_SECOND = {0.25, 1, 2, 4, 8, 16, 1000};
  private static final double[] STEP = {0.2, 0.04, 0.5, 0.5};
  private static final int HALVINGS = 4;

  /** A quarter of the instants is enough for the grid. */
  private static final int THIN = 4;

  /** Rules that are this much worse, and by this share of all memory, explain it as well. */
  private static final double AS_GOOD = 1.35;

  private static final double UNTOLD = 5e-4;

  /** What the error of the peak weighs beside the mean error of all instants. */
  private static final double OF_PEAK = 0.03;

  /**
   * A loan beyond what the rule lets a member lend weighs little: partitions are slow to end one.
   */
  private static final double OF_LOAN = 0.05;

  /** Loans are printed with two decimals of a GB. */
  private static final double PRINTED = 0.01 * (1L << 30);

  private static final double MB = 1 << 20;

  private final SeenTaking seen;
  private final boolean weighted;
  private final List<Tried> roughly = new ArrayList<>();
  private final List<Tried> tried = new ArrayList<>();
  private Tried best;

  /** A rule, and its mean absolute error in bytes. */
  private record Tried(TakingRule rule, double error) {}

  TakingFit(SeenTaking seen) {
    this.seen = seen;
    weighted = seen.members.stream().mapToDouble(AmsMember::weight).distinct().count() > 1;
    best = new Tried(TakingRule.UNSEEN, error(seen, TakingRule.UNSEEN));
    tried.add(best);
    coarse();
    refine();
  }

  private void coarse() {
    SeenTaking part = seen.thinned(THIN);
    for (double lending : LENDING) {
      for (double blindness : BLINDNESS) {
        for (double pace : MB_A_SECOND) {
          TakingRule rule = new TakingRule(blindness, lending, pace * MB, 1);
          roughly.add(new Tried(rule, error(part, rule)));
        }
      }
    }
    attempt(least(roughly).rule);
  }

  private static Tried least(List<Tried> rules) {
    return rules.stream().min(Comparator.comparingDouble(Tried::error)).orElseThrow();
  }

  private void refine() {
    double scale = 1;
    for (int halving = 0; halving < HALVINGS; halving++) {
      boolean better = true;
      for (int round = 0; better && round < HALVINGS; round++) {
        better = false;
        for (int which = 0; which < (weighted ? STEP.length : STEP.length - 1); which++) {
          better |= attempt(best.rule.moved(which, scale * STEP[which]));
          better |= attempt(best.rule.moved(which, -scale * STEP[which]));
        }
      }
      scale /= 2;
    }
  }

  private boolean attempt(TakingRule rule) {
    Tried another = new Tried(rule, error(seen, rule));
    tried.add(another);
    if (another.error < best.error) {
      best = another;
      return true;
    }
    return false;
  }

  /** The rule of the least error. */
  TakingRule rule() {
    return best.rule;
  }

  /** Its mean absolute error, bytes. */
  double error() {
    return best.error;
  }

  /**
   * Rules that explain what was seen nearly as well: of those that were tried, the ones with the
   * smallest and the largest value of each parameter.
   */
  List<TakingRule> rivals() {
    double promised = 0;
    for (double logical : seen.instants.get(0).tiers().logical) {
      promised += logical;
    }
    List<TakingRule> asGood = new ArrayList<>();
    for (List<Tried> rules : List.of(tried, roughly)) {
      double most = AS_GOOD * least(rules).error + UNTOLD * promised;
      rules.stream().filter(one -> one.error <= most).map(Tried::rule).forEach(asGood::add);
    }
    List<TakingRule> rivals = new ArrayList<>();
    for (int which = 0; which < TakingRule.PARAMETERS; which++) {
      int parameter = which;
      Comparator<TakingRule> by = Comparator.comparingDouble(rule -> rule.parameter(parameter));
      asGood.stream().min(by).ifPresent(rivals::add);
      asGood.stream().max(by).ifPresent(rivals::add);
    }
    return rivals.stream().distinct().filter(rule -> !rule.equals(best.rule)).toList();
  }

  /**
   * Mean absolute error of a rule, bytes: of stolen memory, of its peak, and of what members were
   * seen to lend although the rule says that they cannot.
   */
  static double error(SeenTaking seen, TakingRule rule) {
    double[] sum = new double[3]; // errors, and the peak as told and as seen
    replay(
        seen,
        rule,
        (instant, taking) -> {
          double told = 0;
          double was = 0;
          for (int i = 0; i < taking.stolen.length; i++) {
            told += taking.stolen[i];
            was += instant.stolen()[i];
            double beyond = instant.loaned()[i] - taking.lendable(i, instant.tiers()) - PRINTED;
            sum[0] += Math.abs(taking.stolen[i] - instant.stolen()[i]) / 2;
            sum[0] += OF_LOAN * Math.max(0, beyond);
          }
          sum[0] += Math.abs(told - was);
          sum[1] = Math.max(sum[1], told);
          sum[2] = Math.max(sum[2], was);
        });
    return sum[0] / Math.max(1, seen.instants.size()) + OF_PEAK * Math.abs(sum[1] - sum[2]);
  }

  /** What looks at a replay after every step. */
  interface Look {
    void at(SeenTaking.Instant instant, Taking taking);
  }

  /** Replays what was seen by a rule; each stretch begins as it was seen. */
  static void replay(SeenTaking seen, TakingRule rule, Look look) {
    Taking taking = new Taking(rule, seen.members);
    for (SeenTaking.Instant instant : seen.instants) {
      if (instant.fresh()) {
        for (int i = 0; i < seen.members.size(); i++) {
          taking.seen(i, instant.loaned()[i], instant.stolen()[i]);
        }
      }
      taking.step(seen.available, instant.tiers(), instant.seconds());
      look.at(instant, taking);
    }
  }
}
