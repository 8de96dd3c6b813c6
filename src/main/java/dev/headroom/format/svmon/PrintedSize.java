package dev.headroom.format.svmon;

/**
 * A size as it stands in print.
 *
 * @param bytes its value; {@link Double#NaN} where it is absent
 * @param step what one in its last printed digit is worth, in bytes: the true size may lie that far
 *     away; 0 where the print is exact
 */
record PrintedSize(double bytes, double step) {
  /** No size. */
  static final PrintedSize ABSENT = new PrintedSize(Double.NaN, 0);

  /** The sum; absent where a term is. */
  PrintedSize plus(PrintedSize other) {
    return new PrintedSize(bytes + other.bytes, step + other.step);
  }

  /** A multiple of this size. */
  PrintedSize times(double factor) {
    return new PrintedSize(bytes * factor, step * factor);
  }

  boolean isAbsent() {
    return Double.isNaN(bytes);
  }
}
