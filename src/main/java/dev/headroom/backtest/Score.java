package dev.headroom.backtest;

/**
 * What became of one size in one judged period.
 *
 * @param size bytes, without reserve
 * @param above how many instants needed more
 * @param counted how many instants count
 * @param severity by what share of the size the largest excess passed it; 0 where none did
 * @param longestRunMillis the longest time above without a break; 0 where nothing was, {@link
 *     Double#NaN} where the interval is not known
 */
public record Score(double size, int above, int counted, double severity, double longestRunMillis) {
  /** Whether it was exceeded at least once. */
  public boolean breached() {
    return above > 0;
  }
}
