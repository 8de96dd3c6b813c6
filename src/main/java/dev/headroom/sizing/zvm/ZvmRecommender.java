package dev.headroom.sizing.zvm;

import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.sizing.Assurance;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.HotChance;
import dev.headroom.sizing.PoolSizes;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.WorkingSetBasis;
import dev.headroom.sizing.WorkingSetBasis.Decided;
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
 *   <li>Recommended is the minimum and what lets any one guest have all of its working set at a
 *       time, or what hot demand passes with no more than the wanted chance where that is more; no
 *       more than best ("Sizes of a z/VM system" of docs/model.md). It is best where the minimum is
 *       not known.
 * </ul>
 *
 * <p>Where busy guests were seen to read pages back too often, neither recommended nor best is
 * below the size at which they did, and what they had paged out at the worst such time. The control
 * program's own is added to all, all are rounded up to whole blocks, and nothing is above what is
 * defined, where that is known.
 */
public final class ZvmRecommender {
  private static final double HALF_A_BYTE = 0.5;

  /**
   * Recommends a size.
   *
   * @return empty where no report shows working sets of all guests that are not idle while none of
   *     them read pages back; the minimum is {@link Double#NaN} where it is not known
   */
  public Optional<Sizing> recommend(ZvmHistory history, ZvmSystem system, Goal wanted) {
    ZvmNeeds needs = ZvmNeeds.of(system, history);
    if (needs.workingSets().isEmpty()) {
      return Optional.empty();
    }
    PoolTotals totals = PoolTotals.of(history.pool(), system);
    double least = needs.minimum(ZvmNeeds.MARGIN - 1).orElse(Double.NaN);
    GuestStep step = GuestStep.of(history, needs);
    HotChance hot = HotChance.of(history.pool(), least, history::uncommitted, wanted);
    Advice advice = Advice.of(needs, system, totals, least + step.bytes(), hot);
    PoolSizes sizes = advice.sizes;

    ZvmCurve curve =
        new ZvmCurve(
            totals,
            sizes,
            needs.pressure(),
            Slowdown.of(needs, system.reserve()),
            available -> chance(available, sizes, hot));
    OptionalDouble breach = curve.breachProbability(sizes.advised());
    WorkingSetBasis basis =
        new WorkingSetBasis(
            needs,
            new WorkingSetBasis.Step(step.guest(), step.bytes(), needs.unconfigured().orElse(0)),
            sizes,
            advice.decided,
            new Assurance(breach, hot.missing(), hot.historyDays(), hot.drift(), hot.goal()));
    return Optional.of(
        new Sizing(
            sizes.whole(),
            new Sizing.Chance(
                breach, curve.breachProbability(system.size()), hot.goal(), hot.historyDays()),
            new Sizing.Exact(sizes.exact(), chance(sizes.exact() - system.reserve(), sizes, hot)),
            basis,
            curve.through(sizes(history, system, sizes))));
  }

  /**
   * The least that a system should have, in whole blocks, the control program's own included;
   * absent where its heaps and databases are not known.
   *
   * @param promised all that guests define, where known
   */
  public static OptionalDouble minimum(ZvmNeeds needs, ZvmSystem system, OptionalDouble promised) {
    OptionalDouble least = needs.minimum(ZvmNeeds.MARGIN - 1);
    if (least.isEmpty()) {
      return least;
    }
    double size =
        system.reserve() + Math.min(least.getAsDouble(), promised.orElse(Double.POSITIVE_INFINITY));
    return OptionalDouble.of(MemoryBlocks.up(size, system.block()));
  }

  /** The sizes, and what decided the one advised. */
  private record Advice(PoolSizes sizes, Decided decided) {
    /**
     * Settles them.
     *
     * @param stepped the minimum and the step of one guest, without reserve; {@link Double#NaN}
     *     where the minimum is not known
     */
    static Advice of(
        ZvmNeeds needs, ZvmSystem system, PoolTotals totals, double stepped, HotChance hot) {
      double reserve = system.reserve();
      double sets = needs.workingSets().orElseThrow();
      double chosen = hot.enough().orElse(0);
      Decided decided = chosen > stepped + HALF_A_BYTE ? Decided.CHANCE : Decided.STEP;
      double wanted = Math.max(stepped, chosen);
      // Without heaps and database memory it is not known which part of the working sets is hot.
      if (Double.isNaN(wanted) || wanted > sets - HALF_A_BYTE) {
        wanted = sets;
        decided = Decided.WORKING_SETS;
      }
      double pressed = needs.pressure().often() ? needs.pressure().enough() : 0;
      pressed = Double.isNaN(pressed) ? 0 : pressed;
      if (pressed > wanted + reserve + HALF_A_BYTE) {
        decided = Decided.PRESSURE;
      }
      double most = totals.promised().orElse(Double.POSITIVE_INFINITY) + reserve;
      double advised = Math.max(wanted + reserve, pressed);
      if (advised > most + HALF_A_BYTE) {
        decided = Decided.DEFINED;
      }
      double least = needs.minimum(ZvmNeeds.MARGIN - 1).orElse(Double.NaN) + reserve;
      return new Advice(
          new PoolSizes(
              Math.min(most, least),
              Math.min(most, advised),
              Math.min(most, Math.max(sets + reserve, pressed)),
              reserve,
              most,
              system.block()),
          decided);
    }
  }

  /** The chance of passing what a size leaves for guests, as the size was chosen by it. */
  private static OptionalDouble chance(double available, PoolSizes sizes, HotChance hot) {
    return available + sizes.reserve() > sizes.most() - HALF_A_BYTE
        ? OptionalDouble.of(0)
        : hot.above(available);
  }

  /** The sizes that matter: those advised, the present one, and those at which a run was seen. */
  private static List<Double> sizes(ZvmHistory history, ZvmSystem system, PoolSizes sizes) {
    Sizing.Sizes whole = sizes.whole();
    List<Double> exactly = new ArrayList<>();
    exactly.add(whole.recommended());
    exactly.add(whole.best());
    exactly.add(system.size());
    for (double real : history.real()) {
      exactly.add(real);
    }
    return exactly;
  }
}
