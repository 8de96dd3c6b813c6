package dev.headroom.sizing.zvm;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many processors a guest or a whole z/VM system was seen to keep busy at most.
 *
 * @param processors the largest sample, in processors: 4.47 for 447 % of one
 * @param time when, as local milliseconds; absent where the capture carries no times
 * @param samples how many there are
 * @param interval milliseconds over which such a sample is an average, where it is known
 */
public record ProcessorDemand(
    double processors, OptionalDouble time, int samples, OptionalDouble interval) {
  /** What floating point leaves of a sum of per cents is no demand. */
  private static final double ROUNDING = 1e-6;

  private static final double PERCENT = 100;
  private static final double MINUTE = 60_000;

  /** Averages over this long or longer hide peaks. */
  private static final double LONG = 5 * MINUTE;

  /**
   * The larger peak of the samples with times and those without.
   *
   * @param interval milliseconds over which samples with times are averages, {@link Double#NaN}
   *     where that is not known
   * @return empty where there are no samples
   */
  static Optional<ProcessorDemand> of(ProcessorLoad timed, ProcessorLoad untimed, double interval) {
    int peak = timed.peak();
    int other = untimed.peak();
    int samples = timed.size() + untimed.size();
    if (samples == 0) {
      return Optional.empty();
    }
    boolean known = peak >= 0 && (other < 0 || timed.values()[peak] >= untimed.values()[other]);
    double most = known ? timed.values()[peak] : untimed.values()[other];
    return Optional.of(
        new ProcessorDemand(
            most / PERCENT,
            known ? OptionalDouble.of(timed.places()[peak]) : OptionalDouble.empty(),
            samples,
            Double.isNaN(interval) ? OptionalDouble.empty() : OptionalDouble.of(interval)));
  }

  /** The whole number of processors that holds the peak, 1 at least. */
  public int whole() {
    return (int) Math.max(1, Math.ceil(processors - ROUNDING));
  }

  /** Whether shorter and higher peaks may hide in what was measured. */
  public boolean hidesPeaks() {
    return samples == 1 || interval.isEmpty() || interval.getAsDouble() >= LONG;
  }
}
