package dev.headroom.memory.ams;

/**
 * How many pages a second a pool reads back, by how much is stolen from it.
 *
 * @param perMissing pages a second for each MB that members need and the pool does not back
 * @param perStolen pages a second for each MB that is stolen, needed or not
 */
record PageInRate(double perMissing, double perStolen) {
  /** Where too few page-ins were seen: 16 MB that are missing make paging hard. */
  static final PageInRate UNSEEN = new PageInRate(4, 0);

  /** More pages a second in a pool are hard paging. */
  static final double HARD = 64;

  /** Fewer intervals with hard paging tell no rate. */
  private static final int FEW = 4;

  /** What an interval too many or too few weighs, in what it takes to make one hard. */
  private static final double COUNT = 4;

  private static final double MB = 1 << 20;

  /** Figures are printed with two decimals of a GB: less is not known to be missing. */
  private static final double ROUNDING = 0.01 * (1L << 30);

  private static final double[] STEPS = {0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8};

  /** Pages a second while bytes are missing and stolen. */
  double pages(double missing, double stolen) {
    return perMissing * Math.max(0, missing - ROUNDING) / MB + perStolen * stolen / MB;
  }

  /**
   * The rate that tells hard paging from other intervals best: least absolute error of pages a
   * second, each counted up to twice what is hard, and of how many intervals are hard.
   *
   * @param pages pages a second as seen; {@link Double#NaN} where they were not
   * @param missing bytes that members needed and were not backed
   * @param stolen bytes that were stolen
   */
  static PageInRate of(double[] pages, double[] missing, double[] stolen) {
    int hard = 0;
    for (double value : pages) {
      hard += value > HARD ? 1 : 0;
    }
    if (hard < FEW) {
      return UNSEEN;
    }
    PageInRate best = UNSEEN;
    double least = Double.POSITIVE_INFINITY;
    for (double perMissing : STEPS) {
      for (double sixteenth : STEPS) {
        PageInRate rate = new PageInRate(perMissing, sixteenth / 16);
        double error = 0;
        int told = 0;
        for (int i = 0; i < pages.length; i++) {
          if (!Double.isNaN(pages[i])) {
            double by = rate.pages(missing[i], stolen[i]);
            error += Math.abs(Math.min(2 * HARD, by) - Math.min(2 * HARD, pages[i]));
            told += by > HARD ? 1 : 0;
          }
        }
        error += COUNT * HARD * Math.abs(told - hard);
        if (error < least) {
          least = error;
          best = rate;
        }
      }
    }
    return best;
  }
}
