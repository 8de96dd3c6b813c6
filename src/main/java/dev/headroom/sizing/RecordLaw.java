package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import java.util.OptionalDouble;

/**
 * How likely the past's peak is exceeded: after T days of history it is within the next h days with
 * probability h / (T + h), provided that one period is like another; with k = T / h past periods
 * that is 1 / (k + 1) ("Record law" of docs/model.md). For any larger size it is an upper bound.
 *
 * @param evidenceDays how much history counts
 * @param horizonDays how far ahead
 */
public record RecordLaw(OptionalDouble evidenceDays, double horizonDays) {
  private static final double MILLIS_A_DAY = 86_400_000.0;

  /**
   * The law for a history. Only intervals in which enough of the pool reported, and no member was
   * short of memory, are evidence that nothing more was wanted: gaps and censored intervals are
   * not.
   *
   * @param counts how many intervals are such evidence
   */
  public static RecordLaw of(PoolHistory history, int counts, double horizonDays) {
    double days = history.days();
    if (Double.isNaN(days)) {
      return new RecordLaw(OptionalDouble.empty(), horizonDays);
    }
    double millis = counts * history.intervalMillis();
    double evidence =
        Double.isNaN(millis)
            ? days * counts / history.size()
            : Math.min(days, millis / MILLIS_A_DAY);
    return new RecordLaw(OptionalDouble.of(evidence), horizonDays);
  }

  /** The bound; absent where the history's times are not known, or nothing in it is evidence. */
  public OptionalDouble bound() {
    double days = evidenceDays.orElse(0);
    return days > 0
        ? OptionalDouble.of(horizonDays / (days + horizonDays))
        : OptionalDouble.empty();
  }

  /** How many days of history the past's peak needs for its bound to be as low as wanted. */
  public double daysFor(double probability) {
    return horizonDays * (1 - probability) / probability;
  }
}
