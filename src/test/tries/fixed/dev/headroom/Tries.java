package dev.headroom;

/**
 * How properties draw their examples: from a fixed seed, so that the same sources give the same
 * verdict on any machine. The profile {@code explore} puts another class of this name in its place.
 */
public final class Tries {
  /** The seed of every property. */
  public static final String SEED = "20261130";

  /** How many times its own number of tries a property makes. */
  public static final int TIMES = 1;

  private Tries() {}
}
