package dev.headroom.series;

/**
 * How fine a grid may be. Months of rows of ten seconds say no more of a pool than a grid of some
 * thousands of instants does, as long as the worst moment of each cell stands for it; what follows
 * a grid costs by the instant.
 *
 * @param step the least width of a cell, in the unit of places (milliseconds where they are times);
 *     0 where only {@code most} bounds it
 * @param most about how many instants a grid may have before its cells are widened
 */
public record Fineness(double step, int most) {
  /** Cells of the coarsest native interval, however many there are. */
  public static final Fineness FULL = new Fineness(0, Integer.MAX_VALUE);

  /** As fine as the captures, up to some twenty thousand instants: ten weeks of five minutes. */
  public static final Fineness DEFAULT = new Fineness(0, 20_000);

  /** Widths that clocks and days divide into, in milliseconds. */
  private static final double[] ROUND = {
    1e3, 2e3, 5e3, 10e3, 15e3, 20e3, 30e3, 60e3, 120e3, 300e3, 600e3, 900e3, 1200e3, 1800e3, 3600e3,
    7200e3, 10_800e3, 14_400e3, 21_600e3, 43_200e3, 86_400e3
  };

  /** Cells of this width, or of the coarsest native interval where that is wider. */
  public static Fineness every(double millis) {
    return new Fineness(millis, Integer.MAX_VALUE);
  }

  /**
   * The width of a grid's cells.
   *
   * @param step the coarsest native interval
   * @param instants how many instants a grid of that width has
   */
  double widened(double step, int instants) {
    double wanted = Math.max(step, this.step);
    if (instants <= most) {
      return wanted;
    }
    double least = Math.max(wanted, step * instants / most);
    for (double round : ROUND) {
      if (round >= least) {
        return round;
      }
    }
    return least;
  }
}
