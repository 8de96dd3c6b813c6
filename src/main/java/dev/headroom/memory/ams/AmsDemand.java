package dev.headroom.memory.ams;

import dev.headroom.series.Metric;
import java.util.function.ToDoubleFunction;

/**
 * What an AIX partition asks for at one instant, in nested tiers, bytes ("Tiers of demand" of
 * docs/model.md). The tiers are amounts beside each other; {@link #free} is what is left of the
 * logical memory.
 *
 * @param logical logical memory, {@link Double#NaN} where it is not known; then nothing else is
 * @param floor pinned memory or the I/O entitlement, whichever is larger; 0 where neither is known,
 *     since no more than that can be shown to be untouchable
 * @param hot computational memory beyond the floor, {@link Double#NaN} where it is not known
 * @param warm file cache, {@link Double#NaN} where it is not known
 */
public record AmsDemand(double logical, double floor, double hot, double warm) {

  /**
   * Derives the tiers from figures of one instant.
   *
   * @param figure the value of a metric in its own unit, {@link Double#NaN} where it is absent;
   *     asked for {@code memory.} logical, virtual, pinned, entitlement.io, inuse, filecache,
   *     computational, loaned and free
   */
  public static AmsDemand of(ToDoubleFunction<Metric> figure) {
    double logical = figure.applyAsDouble(Metric.MEMORY_LOGICAL);
    double floor =
        Math.min(
            logical,
            Math.max(
                zeroIfAbsent(figure.applyAsDouble(Metric.MEMORY_PINNED)),
                zeroIfAbsent(figure.applyAsDouble(Metric.MEMORY_ENTITLEMENT_IO))));
    double computational = computational(figure, logical);
    double needed = Math.max(floor, Math.min(logical, computational));
    double warm = Math.min(fileCache(figure, logical), logical - needed);
    return new AmsDemand(logical, floor, needed - floor, warm);
  }

  /** Floor and hot together, {@link Double#NaN} where they are not known. */
  public double needed() {
    return floor + hot;
  }

  /** What is left of the logical memory; what is lent is part of it. */
  public double free() {
    return logical - floor - hot - warm;
  }

  /**
   * Computational memory: the virtual pages ({@code avm}, {@code virtual} of svmon), which a
   * partition has whether they are resident or not. Without them what is in use and not file cache,
   * and without that the percentage of {@code vmstat -v}, which is one of all memory pages.
   */
  private static double computational(ToDoubleFunction<Metric> figure, double logical) {
    double virtual = figure.applyAsDouble(Metric.MEMORY_VIRTUAL);
    if (!Double.isNaN(virtual)) {
      return virtual;
    }
    double inUse = figure.applyAsDouble(Metric.MEMORY_INUSE);
    double beyondCache = inUse - figure.applyAsDouble(Metric.MEMORY_FILECACHE);
    return Double.isNaN(beyondCache)
        ? figure.applyAsDouble(Metric.MEMORY_COMPUTATIONAL) / 100 * logical
        : Math.max(0, beyondCache);
  }

  /**
   * File cache: as svmon gives it; else logical memory less what is lent, computational and free
   * (such as 6144 - 583.7 - 2713.5 - 527.7 = 2319 MB); else what is in use and not computational.
   */
  private static double fileCache(ToDoubleFunction<Metric> figure, double logical) {
    double given = figure.applyAsDouble(Metric.MEMORY_FILECACHE);
    if (!Double.isNaN(given)) {
      return given;
    }
    double virtual = figure.applyAsDouble(Metric.MEMORY_VIRTUAL);
    double rest =
        logical
            - figure.applyAsDouble(Metric.MEMORY_LOANED)
            - virtual
            - figure.applyAsDouble(Metric.MEMORY_FREE);
    return Math.max(
        0, Double.isNaN(rest) ? figure.applyAsDouble(Metric.MEMORY_INUSE) - virtual : rest);
  }

  private static double zeroIfAbsent(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
