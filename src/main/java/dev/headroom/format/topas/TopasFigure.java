package dev.headroom.format.topas;

import dev.headroom.unit.Size;

/**
 * A number as printed, and how closely.
 *
 * @param value the number; {@link Double#NaN} where it is absent
 * @param decimals how many decimals it was printed with
 * @param half what rounding may hide: half of its last digit, of a sum half of each term's
 */
record TopasFigure(double value, int decimals, double half) {
  static final TopasFigure ABSENT = new TopasFigure(Double.NaN, Integer.MAX_VALUE, 0);

  /** More digits than any column of the screen has. */
  private static final int MOST_DIGITS = 12;

  /** A printed number; absent where it has more digits than any column, or none at its front. */
  static TopasFigure of(String text) {
    if (text.length() > MOST_DIGITS || text.startsWith(".")) {
      return ABSENT;
    }
    int point = text.indexOf('.');
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    return new TopasFigure(Double.parseDouble(text), decimals, 0.5 * Math.pow(10, -decimals));
  }

  boolean isAbsent() {
    return Double.isNaN(value);
  }

  /** The value as gigabytes in bytes, to the nearest byte. */
  double gigabytes() {
    return isAbsent() ? value : Math.rint(value * Size.GB);
  }

  /** Both together; absent where one of them is. */
  TopasFigure plus(TopasFigure other) {
    return new TopasFigure(
        value + other.value, Math.min(decimals, other.decimals), half + other.half);
  }

  /** Whether both may be the same number, rounded; so they may where one is absent. */
  boolean agrees(TopasFigure other) {
    return !(Math.abs(value - other.value) > half + other.half + 1e-9);
  }
}
