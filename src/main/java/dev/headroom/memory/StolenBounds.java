package dev.headroom.memory;

/**
 * Peak of the pool's stolen memory under the two sharing rules, bytes. The hypervisor's own rule is
 * not published, so that one number would claim too much; where all is seen, both are the same.
 *
 * @param low the smaller: the tiered rule's, except where loan policies differ much between members
 * @param high the larger
 */
public record StolenBounds(double low, double high) {
  /** The bounds between two figures in any order, bytes. */
  public static StolenBounds of(double one, double other) {
    return new StolenBounds(Math.min(one, other), Math.max(one, other));
  }
}
