package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * How the level of a pool's demand changed over its days: at once, or bit by bit. Both take two
 * weeks to be told from the days of one week.
 *
 * @param shiftedAt when demand went to another level for good, as instants of the history; not a
 *     number where it did not. Only what follows shows how demand moves now
 * @param shift by how much, bytes; negative for less
 * @param rise how much the largest demand of a day rose a day, bytes; negative for a fall, 0 where
 *     there is no trend
 */
public record Drift(double shiftedAt, double shift, double rise) {
  /** Neither. */
  static final Drift NONE = new Drift(Double.NaN, 0, 0);

  /** The days on either side of a shift, and half of those that show a trend. */
  private static final int WEEK = 7;

  /** A smaller share of the level than this is no change. */
  private static final double WORTH_SAYING = 0.1;

  /** The share of the differences between days that a trend has to explain. */
  private static final double EXPLAINED = 0.5;

  /** Whether demand went to another level. */
  public boolean shifted() {
    return !Double.isNaN(shiftedAt);
  }

  static Drift of(PoolHistory history, SharedDemand demand) {
    Blocks days = Blocks.of(history, demand, Blocks.DAY);
    int count = days.count();
    if (count < 2 * WEEK) {
      return NONE;
    }
    double[] levels = new double[count];
    double[] maxima = new double[count];
    double[] starts = new double[count];
    int from = 0;
    while (from < history.size()) {
      int block = days.of()[from];
      int until = from;
      while (until < history.size() && days.of()[until] == block) {
        until++;
      }
      if (block >= 0) {
        // blocks are counted back from the end; here the first day comes first
        int day = count - 1 - block;
        double[] totals =
            IntStream.range(from, until).filter(demand::used).mapToDouble(demand::total).toArray();
        levels[day] = Median.withDefaults().withCopy(true).evaluate(totals);
        maxima[day] = Arrays.stream(totals).max().orElse(0);
        starts[day] = history.instants()[from];
      }
      from = until;
    }
    return of(levels, maxima, starts);
  }

  private static Drift of(double[] levels, double[] maxima, double[] starts) {
    for (int day = levels.length - WEEK; day >= WEEK; day--) {
      double[] before = sorted(levels, 0, day);
      double[] after = sorted(levels, day, levels.length);
      double spread = Math.max(spread(before), spread(after));
      double up = after[0] - before[before.length - 1];
      double down = before[0] - after[after.length - 1];
      double least = Math.max(spread, WORTH_SAYING * after[after.length - 1]);
      if (Math.max(up, down) > least) {
        return new Drift(starts[day], middle(after) - middle(before), 0);
      }
    }
    return new Drift(Double.NaN, 0, trend(maxima));
  }

  private static double[] sorted(double[] values, int from, int until) {
    double[] part = Arrays.copyOfRange(values, from, until);
    Arrays.sort(part);
    return part;
  }

  private static double middle(double[] sorted) {
    return Median.withDefaults().withCopy(true).evaluate(sorted);
  }

  private static double spread(double[] sorted) {
    return sorted[sorted.length - 1] - sorted[0];
  }

  /** The slope of the line through the days' maxima, where it explains most of them. */
  private static double trend(double[] maxima) {
    double days = (maxima.length - 1) / 2.0;
    double mean = Arrays.stream(maxima).average().orElse(0);
    double together = 0;
    double ofDays = 0;
    double ofMaxima = 0;
    for (int day = 0; day < maxima.length; day++) {
      together += (day - days) * (maxima[day] - mean);
      ofDays += (day - days) * (day - days);
      ofMaxima += (maxima[day] - mean) * (maxima[day] - mean);
    }
    double slope = together / ofDays;
    boolean explains = together * together > EXPLAINED * ofDays * ofMaxima;
    return explains && Math.abs(slope) * maxima.length > WORTH_SAYING * mean ? slope : 0;
  }
}
