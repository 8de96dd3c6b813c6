package dev.headroom.format.cp;

/**
 * Numbers as CP prints them: a few digits, perhaps with a unit that is binary even where it counts
 * pages: of 10,016 cylinders, 1,802,880 pages, it says {@code 1761K}.
 */
final class CpCount {
  /** A page. */
  static final double PAGE = 4096;

  /** More digits than any count has. */
  private static final int MOST_DIGITS = 12;

  private CpCount() {}

  /** The number; {@link Double#NaN} where the text is not one. */
  static double of(String text) {
    int end = text.length();
    int power = end == 0 ? -1 : "KMGTP".indexOf(Character.toUpperCase(text.charAt(end - 1)));
    int digits = power < 0 ? end : end - 1;
    if (digits == 0 || digits > MOST_DIGITS) {
      return Double.NaN;
    }
    for (int i = 0; i < digits; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return Double.NaN;
      }
    }
    return Math.scalb(Double.parseDouble(text.substring(0, digits)), 10 * (power + 1));
  }

  /** What one in the last digit is worth. */
  static double step(String text) {
    int power = "KMGTP".indexOf(Character.toUpperCase(text.charAt(text.length() - 1)));
    return Math.scalb(1.0, 10 * (power + 1));
  }
}
