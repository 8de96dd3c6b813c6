package dev.headroom.memory.zvm;

import dev.headroom.series.Metric;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What a z/VM guest asks for at one instant, in tiers beside each other, bytes ("Tiers of demand"
 * of docs/model.md). {@link Double#NaN} where its reports show neither working set nor resident
 * pages.
 *
 * <p>Working sets are not capped at the defined size: the control program's own estimates pass it
 * at times, and the study that the sizing rules are from adds them up as they are. What exists of a
 * guest's memory is: a page that was read back may keep its copy on DASD, and is one page.
 *
 * @param floor locked and reserved pages, as far as there are pages to lock or reserve; 0 of a
 *     guest that is idle: what it locks is not taken from it, but it asks for nothing
 * @param hot heaps and database memory where they are known, else the working set, which is an
 *     upper estimate; nothing of a guest that is idle
 * @param warm what the guest has instantiated beyond that: in its working set, resident, or paged
 *     out; all that an idle guest holds
 */
record GuestDemand(double floor, double hot, double warm) {

  /**
   * Derives the tiers.
   *
   * @param figure the value of a metric, {@link Double#NaN} where it is absent
   * @param configuredHot heaps and database memory, where known
   * @param idle whether the guest needs no memory of its own
   */
  static GuestDemand of(
      ToDoubleFunction<Metric> figure, OptionalDouble configuredHot, boolean idle) {
    double workingSet = figure.applyAsDouble(Metric.MEMORY_WORKINGSET);
    double resident = figure.applyAsDouble(Metric.MEMORY_RESIDENT);
    double seen = Double.isNaN(workingSet) ? resident : workingSet;
    if (Double.isNaN(seen)) {
      return new GuestDemand(Double.NaN, Double.NaN, Double.NaN);
    }
    double hotMost = idle ? 0 : configuredHot.orElse(seen);
    double all = Math.max(Math.max(seen, hotMost), instantiated(figure));
    double floor = idle ? 0 : Math.min(held(figure), all);
    double needed = Math.max(floor, hotMost);
    return new GuestDemand(floor, needed - floor, all - needed);
  }

  /**
   * As printed, else what is resident, expanded and auxiliary, as far as reports show it, and no
   * more than the address space.
   */
  private static double instantiated(ToDoubleFunction<Metric> figure) {
    double printed = figure.applyAsDouble(Metric.MEMORY_INSTANTIATED);
    if (!Double.isNaN(printed)) {
      return printed;
    }
    double resident = zeroIfAbsent(figure.applyAsDouble(Metric.MEMORY_RESIDENT));
    double all =
        resident
            + zeroIfAbsent(figure.applyAsDouble(Metric.MEMORY_XSTORE))
            + zeroIfAbsent(figure.applyAsDouble(Metric.MEMORY_AUXILIARY));
    double logical = figure.applyAsDouble(Metric.MEMORY_LOGICAL);
    return all > logical ? Math.max(resident, logical) : all;
  }

  /** Locked and reserved pages, as far as any report shows them. */
  static double held(ToDoubleFunction<Metric> figure) {
    return zeroIfAbsent(figure.applyAsDouble(Metric.MEMORY_LOCKED))
        + zeroIfAbsent(figure.applyAsDouble(Metric.MEMORY_RESERVED));
  }

  static double zeroIfAbsent(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
