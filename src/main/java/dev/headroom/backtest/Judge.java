package dev.headroom.backtest;

import dev.headroom.memory.PoolTotals;

/**
 * What followed, to judge sizes by. An instant at which a member was short of memory counts only
 * against a size: more than it was needed, who knows how much more.
 *
 * @param followed what was needed
 * @param intervalMillis between two instants
 */
record Judge(CarriedDemand followed, double intervalMillis) {

  /** How many instants can speak for a size: the sum is known, and no member is short. */
  int witnesses() {
    int witnesses = 0;
    for (int instant = 0; instant < followed.size(); instant++) {
      boolean known = !Double.isNaN(followed.sum(instant));
      witnesses += known && !followed.censored(instant) ? 1 : 0;
    }
    return witnesses;
  }

  /** The smallest size that would have held. */
  double oracle() {
    double peak = 0;
    for (double sum : followed.counted()) {
      peak = Math.max(peak, sum);
    }
    return peak;
  }

  /** Judges a size, bytes without reserve. */
  Score of(double size) {
    int above = 0;
    int counted = 0;
    int run = 0;
    int longest = 0;
    double severity = 0;
    for (int instant = 0; instant < followed.size(); instant++) {
      double sum = followed.sum(instant);
      boolean passed = !Double.isNaN(sum) && PoolTotals.exceeds(sum, size);
      boolean witness = !Double.isNaN(sum) && !followed.censored(instant);
      counted += passed || witness ? 1 : 0;
      above += passed ? 1 : 0;
      run = passed ? run + 1 : 0;
      longest = Math.max(longest, run);
      severity = passed ? Math.max(severity, (sum - size) / size) : severity;
    }
    return new Score(size, above, counted, severity, longest == 0 ? 0 : longest * intervalMillis);
  }
}
