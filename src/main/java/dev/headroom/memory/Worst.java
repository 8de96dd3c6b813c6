package dev.headroom.memory;

import java.util.function.UnaryOperator;

/**
 * The worst rows of a member within the cells of the grid. A cell shows what was so at one instant
 * of all members; a member that was captured more often may have been worse off at another. One
 * entry for each instant of the grid, {@link Double#NaN} where the cell's own figure is the worst.
 *
 * @param needed most of floor and hot, bytes
 * @param demand most of floor, hot and warm, bytes
 * @param loaned largest loan, bytes
 * @param stolen most that was stolen, bytes
 * @param millisPerPageIn slowest page-ins of a row, milliseconds each
 * @param waited longest wait for page-ins in a row, milliseconds
 */
public record Worst(
    double[] needed,
    double[] demand,
    double[] loaned,
    double[] stolen,
    double[] millisPerPageIn,
    double[] waited) {

  /** Every cell's own figures are the worst. */
  public static Worst none(int instants) {
    double[] none = MemberHistory.absent(instants);
    return new Worst(none, none, none, none, none, none);
  }

  /** The same of what a member asked for; how it was served was not seen. */
  Worst asked() {
    double[] none = MemberHistory.absent(needed.length);
    return new Worst(needed, demand, none, none, none, none);
  }

  /** The same columns, each changed in one way. */
  Worst each(UnaryOperator<double[]> change) {
    return new Worst(
        change.apply(needed),
        change.apply(demand),
        change.apply(loaned),
        change.apply(stolen),
        change.apply(millisPerPageIn),
        change.apply(waited));
  }

  /** The larger one of a cell's own figure and its worst row's. */
  static double of(double own, double worst) {
    return worst > own || Double.isNaN(own) ? worst : own;
  }
}
