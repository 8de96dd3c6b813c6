package dev.headroom.sizing;

/**
 * Makes of what is measured of a pool the distribution of its largest demand within a horizon.
 *
 * <p><b>Record chance.</b> Exchangeable periods would pass the past's peak with chance 1 / (k + 1)
 * after k of them ("The law" of docs/recommendation.md). Periods are not quite exchangeable: what
 * changes for good makes old ones count less. So k enters as {@code k^0.8}, between the 1 of
 * exchangeable periods and the 0.5 of a random walk (arcsine law).
 *
 * <p><b>Scale.</b> Two things can carry demand beyond the past's peak. Members may peak together
 * that did not so far: how far that reaches is measured, but much of it never comes. Two discounts
 * say how much, and the smaller remainder counts (softly: root of the sum of inverse squares). One
 * asks how far the past's peak stands alone above the rest already (99th percentile over peak,
 * squared): a lone spike has used up a coincidence. The other asks how much the pool's daily peaks
 * differ at all (geometric mean of reach and spread): what hardly moves moves little further. Or
 * all members rise together, which the mean excess of the pool's own daily peaks shows, the more
 * the nearer the pool's peak is to the sum of its members' peaks. The two are independent: root of
 * the sum of squares.
 *
 * <p><b>Evidence.</b> The scale is estimated from as many pieces of evidence as members matter and
 * periods were seen; halved, since neither members nor weeks are strangers to each other. Intervals
 * in which a member was short of memory show less than was wanted: their share widens the scale.
 *
 * <p>The constants are dimensionless, few, and round. They were chosen on one half of the machines
 * of a public trace, and held on the other half, on another kind of memory, and on simulated pools;
 * figures in the documentation.
 */
final class PooledTails {
  private static final double MEMORY_OF_RECORDS = 0.8;
  private static final double LONE_PEAK_WEIGHT = 1.2;
  private static final double SPREAD_WEIGHT = 0.8;

  /** Demand that never moved is known to this share of its peak only. */
  private static final double LEAST_SPREAD = 0.01;

  /** However lone a peak is, it has not used up all that can come. */
  private static final double LEAST_REST = 0.25;

  private static final int COMMON_RISE_POWER = 4;
  private static final double EVIDENCE_SHARE = 0.5;

  /** Overloads shorter than this are not looked for: what the field samples at best for weeks. */
  private static final double FINE_MILLIS = 300_000;

  private static final double MORE_A_DOUBLING = 0.25;

  private PooledTails() {}

  /**
   * The distribution.
   *
   * @param periods how many horizons long the evidence is, above 0
   * @param intervalMillis the interval of sampling
   * @param censored share of the intervals in which a member was short of memory
   */
  static RecordTail of(PoolBehaviour pool, double periods, double intervalMillis, double censored) {
    double odds = Math.pow(periods, -MEMORY_OF_RECORDS) * unseen(pool, intervalMillis);
    return new RecordTail(
        odds / (1 + odds),
        scale(pool) * (1 + censored),
        Math.max(1, EVIDENCE_SHARE * pool.breadth() * periods),
        pool.maxima());
  }

  /**
   * How many times more stretches of overload are reckoned with than were seen. One that is seen
   * once only may be shorter than the interval, and others like it may have fallen between two
   * samples: a quarter more for each doubling of the interval beyond five minutes.
   */
  static double unseen(PoolBehaviour pool, double intervalMillis) {
    double doublings = Math.log(Math.max(1, intervalMillis / FINE_MILLIS)) / Math.log(2);
    return 1 + MORE_A_DOUBLING * pool.isolated() * doublings;
  }

  private static double scale(PoolBehaviour pool) {
    double spread = pool.maxima().spread() + LEAST_SPREAD * pool.peak();
    double rest = Math.max(LEAST_REST, pool.high() / pool.peak());
    double byLonePeak = LONE_PEAK_WEIGHT * pool.reach() * rest * rest;
    double bySpread = SPREAD_WEIGHT * Math.sqrt(pool.reach() * spread);
    double coincidence = byLonePeak * bySpread / Math.hypot(byLonePeak, bySpread);
    double common = pool.maxima().meanExcess() * Math.pow(pool.coincidence(), COMMON_RISE_POWER);
    return Math.hypot(coincidence, common);
  }
}
