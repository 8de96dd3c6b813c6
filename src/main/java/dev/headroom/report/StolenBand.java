package dev.headroom.report;

import java.util.OptionalDouble;

/**
 * Between which bounds the modelled stolen memory of a pool lies, bytes, each absent where it is
 * not known.
 *
 * @param low where the hypervisor takes what is cold first, tier by tier
 * @param high where it takes without knowing what is hot
 */
public record StolenBand(OptionalDouble low, OptionalDouble high) {
  /** Nothing is known. */
  public static final StolenBand UNKNOWN =
      new StolenBand(OptionalDouble.empty(), OptionalDouble.empty());
}
