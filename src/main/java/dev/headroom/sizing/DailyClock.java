package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;

/**
 * How much of a pool's ups and downs follows the time of the day: the share of the variance that
 * the mean of each time of the day explains, less what chance would. It is measured on the loud
 * days alone, those whose largest demand is near the usual one of the louder half: a quiet weekend
 * has the clock of the week, and not the one of the day.
 */
final class DailyClock {
  /** Of the median of the louder half of the days. */
  private static final double LOUD = 0.9;

  /** Demand that moves less than this, as a share of its mean, has no clock. */
  private static final double STILL = 1e-6;

  private DailyClock() {}

  /** The share, 0 to 1; 0 where fewer than two loud days were seen. */
  static double share(PoolHistory history, SharedDemand demand) {
    Blocks days = Blocks.of(history, demand, Blocks.DAY);
    boolean[] loud = loud(days.maxima(instant -> demand.used(instant) ? demand.total(instant) : 0));
    int places = (int) Math.max(1, Math.round(Blocks.DAY / history.intervalMillis()));
    double[] sums = new double[places];
    int[] counts = new int[places];
    double sum = 0;
    int count = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      if (counts(days, loud, demand, instant)) {
        int place = place(history, instant, places);
        sums[place] += demand.total(instant);
        counts[place]++;
        sum += demand.total(instant);
        count++;
      }
    }
    if (count == 0) {
      return 0;
    }
    double mean = sum / count;
    double within = 0;
    double all = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      if (counts(days, loud, demand, instant)) {
        int place = place(history, instant, places);
        double usual = sums[place] / counts[place];
        within += (demand.total(instant) - usual) * (demand.total(instant) - usual);
        all += (demand.total(instant) - mean) * (demand.total(instant) - mean);
      }
    }
    double seen = (double) count / Arrays.stream(counts).filter(each -> each > 0).count();
    return seen > 1 && all > count * STILL * STILL * mean * mean
        ? Math.max(0, 1 - within / all * seen / (seen - 1))
        : 0;
  }

  private static boolean counts(Blocks days, boolean[] loud, SharedDemand demand, int instant) {
    return days.of()[instant] >= 0 && loud[days.of()[instant]] && demand.used(instant);
  }

  private static int place(PoolHistory history, int instant, int places) {
    double ofDay = history.instants()[instant] % Blocks.DAY;
    double positive = ofDay < 0 ? ofDay + Blocks.DAY : ofDay;
    return (int) (positive / Blocks.DAY * places) % places;
  }

  /** Which days are loud; none where fewer than two are. */
  private static boolean[] loud(double[] maxima) {
    boolean[] loud = new boolean[maxima.length];
    if (maxima.length < 2) {
      return loud;
    }
    double[] rising = maxima.clone();
    Arrays.sort(rising);
    double[] louder = Arrays.copyOfRange(rising, rising.length / 2, rising.length);
    double usual = Median.withDefaults().evaluate(louder);
    int count = 0;
    for (int day = 0; day < maxima.length; day++) {
      loud[day] = maxima[day] >= LOUD * usual;
      count += loud[day] ? 1 : 0;
    }
    return count < 2 ? new boolean[maxima.length] : loud;
  }
}
