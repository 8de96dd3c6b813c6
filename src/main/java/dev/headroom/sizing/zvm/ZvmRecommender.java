package dev.headroom.sizing.zvm;

import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.sizing.Assurance;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.HotChance;
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
 *   <li>Best is the sum of the largest working sets of all guests that are not idle, from when none
 *       of them read pages back: beyond it nothing gets faster.
 *   <li>Minimum is all Java heaps at their maximum and database memory, and a tenth of that on top,
 *       once, and the working sets of guests that the site file does not describe; no more than
 *       best. Without heaps and databases in the site file it is not known.
 *   <li>Recommended is the minimum, the control program's own, and what lets any one guest have all
 *       of its working set at a time ("Sizes of a z/VM system" of docs/model.md); best where the
 *       minimum is not known.
 * </ul>
 *
 * <p>Where busy guests were seen to read pages back too often, neither recommended nor best is
 * below the size at which they did, and what they had paged out at the worst such time.
 */
public final class ZvmRecommender {
  /** Where the minimum is not known the curve begins below this share of the working sets. */
  private static final double START = 0.5;

  /**
   * Recommends a size.
   *
   * @return empty where no report shows working sets of all guests that are not idle while none of
   *     them read pages back; the minimum is {@link Double#NaN} where it is not known
   */
  public Optional<Sizing> recommend(ZvmHistory history, ZvmSystem system, Goal wanted) {
    ZvmNeeds needs = ZvmNeeds.of(system, history);
    PoolTotals totals = PoolTotals.of(history.pool(), system);
    if (needs.workingSets().isEmpty()) {
      return Optional.empty();
    }
    double sets = needs.workingSets().getAsDouble();
    double minimum = needs.minimum(ZvmNeeds.MARGIN - 1).orElse(Double.NaN);
    GuestStep step = GuestStep.of(history, needs);
    // Without heaps and database memory it is not known which part of the working sets is hot.
    double advised =
        Double.isNaN(minimum) ? sets : Math.min(sets, minimum + system.reserve() + step.bytes());
    double floor = floor(needs, totals, system);
    double best = Math.max(sets, floor);
    double recommended = Math.max(advised, floor);

    HotChance hot = HotChance.of(history.pool(), minimum, history::uncommitted, wanted);
    Optional<Slowdown> slowdown =
        needs.hot().isPresent()
            ? Optional.of(new Slowdown(needs.hot().getAsDouble(), system.reserve()))
            : Optional.empty();
    double least = Double.isNaN(minimum) ? START * sets : minimum;
    ZvmCurve curve = new ZvmCurve(totals, system, slowdown, least, hot::above);
    OptionalDouble breach = curve.breachProbability(recommended);
    WorkingSetBasis basis =
        new WorkingSetBasis(
            needs,
            new WorkingSetBasis.Step(step.guest(), step.bytes(), needs.unconfigured().orElse(0)),
            minimum,
            recommended,
            best,
            system.reserve(),
            new Assurance(breach, hot.missing(), hot.historyDays(), hot.goal()));
    return Optional.of(
        new Sizing(
            new Sizing.Sizes(minimum, recommended, best),
            new Sizing.Chance(
                breach, curve.breachProbability(system.size()), hot.goal(), hot.historyDays()),
            basis,
            curve.through(sizes(history, system, recommended, best))));
  }

  /** What pages were read back at is too small, but no size is above what is defined. */
  private static double floor(ZvmNeeds needs, PoolTotals totals, ZvmSystem system) {
    double floor = needs.pressure().often() ? needs.pressure().enough() : Double.NaN;
    double promised = totals.promised().orElse(Double.POSITIVE_INFINITY) + system.reserve();
    return Double.isNaN(floor) ? 0 : Math.min(floor, promised);
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
}
