package dev.headroom.backtest;

/**
 * Random pools to judge by, for an estate that is larger than one pool.
 *
 * @param pools how many in each period
 * @param members how many members each has
 * @param seed where the random numbers begin
 */
public record Draws(int pools, int members, long seed) {
  /** Checks that there is something to draw. */
  public Draws {
    if (pools < 1 || members < 1) {
      throw new IllegalArgumentException("draw at least one pool of at least one member");
    }
  }
}
