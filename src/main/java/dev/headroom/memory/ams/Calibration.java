package dev.headroom.memory.ams;

import dev.headroom.memory.PoolHistory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the hypervisor of a pool was seen to take memory ("A rule fitted to captures" of
 * docs/model.md).
 *
 * @param rule the rule that explains best what was seen
 * @param rivals rules that explain it nearly as well
 * @param paging how fast pages came back
 * @param explained share of the stolen memory that the rule explains, over all that was seen: 1
 *     less the sum of its errors over the sum of what was stolen; absent where nothing was stolen,
 *     and 0 where it explains nothing
 * @param missed largest error of all stolen memory together, bytes
 * @param missedAt the instant of that error
 * @param offPeak by how much the rule missed the peak of stolen memory, bytes
 */
record Calibration(
    TakingRule rule,
    List<TakingRule> rivals,
    PageInRate paging,
    OptionalDouble explained,
    double missed,
    int missedAt,
    double offPeak) {

  /**
   * What a history tells of a pool that is as it was captured; empty where it does not show often
   * enough which members memory was taken from, or not how long that took.
   */
  static Optional<Calibration> of(AmsPool pool, PoolHistory history) {
    if (!history.timed() || !(history.intervalMillis() > 0) || !(pool.available() > 0)) {
      return Optional.empty();
    }
    SeenTaking seen = SeenTaking.of(pool, history);
    return seen.tells() ? Optional.of(of(seen)) : Optional.empty();
  }

  private static Calibration of(SeenTaking seen) {
    TakingFit fit = new TakingFit(seen);
    double[] sums = new double[2]; // of what was stolen, and of what the rule has wrong
    double[] peaks = new double[2];
    double[] missed = new double[1];
    int[] missedAt = new int[1];
    TakingFit.replay(
        seen,
        fit.rule(),
        (instant, taking) -> {
          double total = instant.totalStolen();
          double told = 0;
          for (double value : taking.stolen) {
            told += value;
          }
          double off = Math.abs(told - total);
          sums[0] += total;
          sums[1] += off;
          peaks[0] = Math.max(peaks[0], total);
          peaks[1] = Math.max(peaks[1], told);
          if (off > missed[0]) {
            missed[0] = off;
            missedAt[0] = instant.index();
          }
        });
    return new Calibration(
        fit.rule(),
        fit.rivals(),
        rate(seen),
        sums[0] > 0
            ? OptionalDouble.of(Math.max(0, 1 - sums[1] / sums[0]))
            : OptionalDouble.empty(),
        missed[0],
        missedAt[0],
        Math.abs(peaks[1] - peaks[0]));
  }

  /** Pages come back by what was stolen in the middle of an interval. */
  private static PageInRate rate(SeenTaking seen) {
    int count = seen.instants.size();
    double[] pages = new double[count];
    double[] missing = new double[count];
    double[] stolen = new double[count];
    for (int i = 0; i < count; i++) {
      SeenTaking.Instant instant = seen.instants.get(i);
      SeenTaking.Instant before = instant.fresh() ? instant : seen.instants.get(i - 1);
      pages[i] = instant.fresh() ? Double.NaN : instant.pages();
      missing[i] = (before.missing() + instant.missing()) / 2;
      stolen[i] = (before.totalStolen() + instant.totalStolen()) / 2;
    }
    return PageInRate.of(pages, missing, stolen);
  }
}
