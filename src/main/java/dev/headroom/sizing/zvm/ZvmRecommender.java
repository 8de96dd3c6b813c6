package dev.headroom.sizing.zvm;

import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.sizing.Assurance;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.RecordLaw;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.WorkingSetBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Recommends how much real memory a z/VM system should have.
 *
 * <ul>
 *   <li>Best is the sum of the working sets of all guests that are not idle, from when no guest
 *       waited for pages: beyond it nothing gets faster.
 *   <li>Minimum is all Java heaps at their maximum and database memory, and a tenth of that on top,
 *       once. Without them in the site file it is estimated as half of the working sets: in the one
 *       published study that gives both it was 43 %, and one study is not the rule.
 *   <li>Recommended is the minimum, the control program's own, and what lets any one guest have all
 *       of its working set at a time ("Sizes of a z/VM system" of docs/model.md); guests that the
 *       site file does not describe keep theirs.
 * </ul>
 */
public final class ZvmRecommender {
  /** Of the working sets, what is taken to be hot and a tenth where nothing else is known. */
  static final double ESTIMATED_SHARE = 0.5;

  /**
   * Recommends a size.
   *
   * @return empty where no report shows working sets or resident pages of guests that are not idle
   */
  public Optional<Sizing> recommend(ZvmHistory history, ZvmSystem system, Goal goal) {
    ZvmNeeds needs = ZvmNeeds.of(system, history);
    PoolTotals totals = PoolTotals.of(history.pool(), system);
    if (needs.enough().isEmpty()) {
      return Optional.empty();
    }
    double sets = needs.enough().getAsDouble();
    double minimum =
        needs.hot().isPresent()
            ? needs.hot().getAsDouble() * ZvmNeeds.MARGIN
            : ESTIMATED_SHARE * sets;
    double best = Math.max(sets, minimum);
    GuestStep step = GuestStep.of(history, needs);
    // Without heaps and database memory it is not known which part of the working sets is hot, and
    // an estimate is no ground to advise less than all of them.
    double recommended =
        needs.hot().isPresent()
            ? Math.min(best, minimum + system.reserve() + step.unconfigured() + step.bytes())
            : best;

    int evidence = evidence(history, totals);
    RecordLaw law = RecordLaw.of(history.pool(), evidence, goal.horizonDays());
    Optional<Slowdown> slowdown =
        needs.hot().isPresent()
            ? Optional.of(new Slowdown(needs.hot().getAsDouble(), system.reserve()))
            : Optional.empty();
    ZvmCurve curve = new ZvmCurve(totals, system, slowdown, minimum, law.bound());
    OptionalDouble breach = curve.breachProbability(recommended);
    WorkingSetBasis basis =
        new WorkingSetBasis(
            needs,
            new WorkingSetBasis.Step(step.guest(), step.bytes(), step.unconfigured()),
            minimum,
            recommended,
            best,
            system.reserve(),
            new Assurance(law, breach, goal));
    return Optional.of(
        new Sizing(
            new Sizing.Sizes(minimum, recommended, best),
            new Sizing.Chance(breach, goal.horizonDays(), law.evidenceDays()),
            basis,
            curve.through(sizes(history, system, recommended, best))));
  }

  /** The sizes that matter: those advised, the present one, and those at which a run was seen. */
  private static List<Double> sizes(
      ZvmHistory history, ZvmSystem system, double recommended, double best) {
    List<Double> sizes = new ArrayList<>(List.of(recommended, best, system.size()));
    for (double real : history.real()) {
      sizes.add(real);
    }
    return sizes;
  }

  private static int evidence(ZvmHistory history, PoolTotals totals) {
    int evidence = 0;
    for (int instant = 0; instant < history.pool().size(); instant++) {
      boolean counts = !Double.isNaN(totals.needed(instant)) && history.uncommitted(instant);
      evidence += counts ? 1 : 0;
    }
    return evidence;
  }
}
