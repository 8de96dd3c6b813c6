package dev.headroom.memory;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Page-ins of all members of a pool together, as a console counts them. Whose they are it does not
 * tell.
 *
 * @param counts page-ins in the cell of each instant, {@link Double#NaN} where they were not
 *     counted; empty where no console counts them
 * @param millis milliseconds that all members together spent on them, likewise
 * @param rows where the counts stand
 */
public record PoolPageIns(double[] counts, double[] millis, Provenance rows) {
  /** No console counts them. */
  public static final PoolPageIns NONE =
      new PoolPageIns(new double[0], new double[0], Provenance.NONE);

  /** Whether they were counted at an instant. */
  public boolean known(int instant) {
    return instant < counts.length && !Double.isNaN(counts[instant]);
  }

  /** Whether there were any at an instant. */
  public boolean any(int instant) {
    return instant < counts.length && counts[instant] > 0;
  }

  /** Whether they were counted at any instant. */
  public boolean anyKnown() {
    return Arrays.stream(counts).anyMatch(count -> !Double.isNaN(count));
  }

  /** The part that begins at an instant. */
  PoolPageIns part(UnaryOperator<double[]> part, int start) {
    return counts.length == 0
        ? this
        : new PoolPageIns(part.apply(counts), part.apply(millis), rows.from(start));
  }
}
