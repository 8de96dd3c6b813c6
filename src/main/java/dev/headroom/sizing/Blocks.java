package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;

/**
 * Stretches of equal length, counted back from the end of the last interval that counts. A stretch
 * of which less than half was seen does not count, since its maximum would be a false low; nor does
 * what is left over at the start.
 *
 * @param lengthMillis the length of a block
 * @param of the block of each instant, from 0, the latest first; -1 where it is in none that counts
 * @param count how many blocks count
 */
record Blocks(double lengthMillis, int[] of, int count) {
  static final double DAY = 86_400_000.0;

  /** From this number of days on, blocks are days; a shorter history is cut in twice as many. */
  private static final double WHOLE_DAYS = 4;

  /** Days, or eighths of what was seen where that is less than four days. */
  static Blocks of(PoolHistory history, SharedDemand demand) {
    double days = days(history, demand);
    if (days >= WHOLE_DAYS) {
      return of(history, demand, DAY);
    }
    // whole intervals, or the last block would begin within one; a hair for what division leaves
    double intervals = days * DAY / history.intervalMillis() / (2 * WHOLE_DAYS);
    return of(
        history, demand, Math.max(1, Math.floor(intervals + 1e-9)) * history.intervalMillis());
  }

  /** How long what counts is, in days; time in which too few members reported does not count. */
  static double days(PoolHistory history, SharedDemand demand) {
    int used = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      used += demand.used(instant) ? 1 : 0;
    }
    return Math.min(history.days(), used * history.intervalMillis() / DAY);
  }

  /** Blocks of a length. */
  static Blocks of(PoolHistory history, SharedDemand demand, double lengthMillis) {
    double[] instants = history.instants();
    double interval = history.intervalMillis();
    double begin = Double.NaN;
    double end = Double.NaN;
    for (int instant = 0; instant < instants.length; instant++) {
      if (demand.used(instant)) {
        begin = Double.isNaN(begin) ? instants[instant] : begin;
        end = instants[instant] + interval;
      }
    }
    int[] of = new int[instants.length];
    int count = 0;
    // A clock may jump by years: blocks that nothing falls into are never made.
    int until = instants.length;
    while (until > 0) {
      long block = ordinal(end, instants[until - 1], interval, lengthMillis);
      int from = until;
      int used = 0;
      while (from > 0 && ordinal(end, instants[from - 1], interval, lengthMillis) == block) {
        from--;
        used += demand.used(from) ? 1 : 0;
      }
      double start = end - (block + 1) * lengthMillis;
      boolean whole = begin <= start + interval / 2;
      boolean counts = block >= 0 && whole && 2 * used * interval >= lengthMillis;
      for (int instant = from; instant < until; instant++) {
        of[instant] = counts ? count : -1;
      }
      count += counts ? 1 : 0;
      until = from;
    }
    return new Blocks(lengthMillis, of, count);
  }

  private static long ordinal(double end, double instant, double interval, double length) {
    return (long) Math.floor((end - interval / 2 - instant) / length);
  }

  /** The largest of what is asked of each instant, by block; blocks are in the order of this. */
  double[] maxima(Demand demand) {
    double[] maxima = new double[count];
    for (int instant = 0; instant < of.length; instant++) {
      if (of[instant] >= 0) {
        maxima[of[instant]] = Math.max(maxima[of[instant]], demand.at(instant));
      }
    }
    return maxima;
  }

  /** A demand by instant, bytes; {@link Double#NaN} where it does not count. */
  @FunctionalInterface
  interface Demand {
    double at(int instant);
  }
}
