package dev.headroom.sizing;

/**
 * Makes of what is measured of a pool the distribution of its largest demand within a horizon.
 *
 * <p><b>Record chance.</b> Exchangeable periods would pass the past's peak with chance 1 / (k + 1)
 * after k of them ("The law" of docs/recommendation.md). Periods are not quite exchangeable: what
 * changes for good makes old ones count less. So k enters as {@code k^0.8}, between the 1 of
 * exchangeable periods and the 0.5 of a random walk (arcsine law); and a peak that stood long is
 * passed less easily than one of yesterday: times the root of its age and a tenth.
 *
 * <p><b>Scale.</b> A pool passes its past's peak because members do what they did not do before.
 * How far one can go is its room; how likely it uses it shows in how little its daily peaks are
 * alike ({@link Unrest}). So the scale is the members' room, each weighed by the root of its
 * unrest. What follows the clock is known, and counts three tenths. What has not seen four days
 * does not know its clock. Or all members rise together, which the mean excess of the pool's own
 * daily peaks shows, and which counts only where the peak of the sum is nearly the sum of the
 * peaks. The two are independent: root of the sum of squares.
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
  private static final double RECENT = 0.1;
  private static final double SCALE = 0.7;
  private static final double CLOCK = 0.7;

  /** Of the past's peak: members that are all alike are known to this only. */
  private static final double LEAST = 0.005;

  private static final double YOUNG = 0.5;
  private static final double YOUNG_DAYS = 4;
  private static final int COMMON_RISE_POWER = 12;
  private static final double EVIDENCE_SHARE = 0.5;

  /** Overloads shorter than this are not looked for: what the field samples at best for weeks. */
  private static final double FINE_MILLIS = 300_000;

  private static final double UNSEEN_POWER = 0.8;

  private PooledTails() {}

  /**
   * The distribution.
   *
   * @param least what was seen to be needed, bytes; it takes the place of the past's peak where it
   *     is more
   * @param evidence how much of the history counts
   * @param horizonDays how far ahead
   * @param intervalMillis the interval of sampling
   */
  static RecordTail of(
      PoolBehaviour pool,
      double least,
      HistoryEvidence evidence,
      double horizonDays,
      double intervalMillis) {
    double periods = evidence.days() / horizonDays;
    double peak = Math.max(least, pool.peak());
    double odds =
        Math.pow(periods, -MEMORY_OF_RECORDS)
            * unseen(pool, intervalMillis)
            / Math.sqrt(evidence.age() + RECENT);
    return new RecordTail(
        odds / (1 + odds),
        scale(pool, peak) * (1 + evidence.censored()),
        1 + EVIDENCE_SHARE * pool.members().breadth() * periods,
        peak);
  }

  /**
   * How many times more stretches of overload are reckoned with than were seen. One that is seen
   * once only may be shorter than the interval, and others like it may have fallen between two
   * samples.
   */
  static double unseen(PoolBehaviour pool, double intervalMillis) {
    return Math.pow(Math.max(1, intervalMillis / FINE_MILLIS), UNSEEN_POWER * pool.isolated());
  }

  private static double scale(PoolBehaviour pool, double peak) {
    double young = 1 + YOUNG * Math.max(0, 1 - pool.days() / YOUNG_DAYS);
    double apart =
        SCALE * (pool.members().stir() / peak + LEAST * peak) * (1 - CLOCK * pool.clock()) * young;
    double together = Math.min(1, peak / pool.members().sum());
    return Math.hypot(apart, pool.maxima().meanExcess() * Math.pow(together, COMMON_RISE_POWER));
  }
}
