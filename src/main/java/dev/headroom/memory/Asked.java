package dev.headroom.memory;

import java.util.function.UnaryOperator;

/**
 * What a member asked for over time: columns of bytes with one entry for each instant of the grid,
 * {@link Double#NaN} where it is not known. The tiers are amounts beside each other, not sums:
 * {@code floor + hot + warm} is the demand, and {@code logical} less that is free. They follow the
 * table of "Tiers of demand" in docs/model.md.
 *
 * @param logical what it believes it has: logical memory, or defined storage
 * @param floor what may not be taken: pinned memory or the I/O entitlement, whichever is larger; of
 *     a guest its locked and reserved pages
 * @param hot beyond the floor, computational memory; of a guest its heaps and database memory where
 *     they are known, else its working set, and nothing where it is idle
 * @param warm file cache; of a guest what it has instantiated beyond that
 */
public record Asked(double[] logical, double[] floor, double[] hot, double[] warm) {

  /** The same columns, each changed in one way. */
  public Asked each(UnaryOperator<double[]> change) {
    return new Asked(
        change.apply(logical), change.apply(floor), change.apply(hot), change.apply(warm));
  }
}
