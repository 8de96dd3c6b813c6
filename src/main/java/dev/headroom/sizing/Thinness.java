package dev.headroom.sizing;

/**
 * What a history lacks for a chance to be stated.
 *
 * @param kind what is missing
 * @param seen how much there is, in days or intervals; 0 where that is not the matter
 * @param least how much there should be
 */
public record Thinness(Kind kind, double seen, double least) {
  /** What is missing. */
  public enum Kind {
    /** The captures carry no times. */
    NO_TIMES,
    /** A member was short of memory in every interval. */
    ALWAYS_SHORT,
    /** There are too few days. */
    FEW_DAYS,
    /** There are too few intervals. */
    FEW_INTERVALS,
    /** Nothing was needed at any time. */
    NOTHING_NEEDED
  }

  static Thinness of(Kind kind) {
    return new Thinness(kind, 0, 0);
  }
}
