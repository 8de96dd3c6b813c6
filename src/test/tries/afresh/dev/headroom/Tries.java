package dev.headroom;

/** How properties draw their examples under the profile {@code explore}: afresh, and many more. */
public final class Tries {
  /** No seed: every run draws its own, and prints it where a property fails. */
  public static final String SEED = "";

  /** How many times its own number of tries a property makes. */
  public static final int TIMES = 50;

  private Tries() {}
}
