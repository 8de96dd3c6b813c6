package dev.headroom.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers for machines: the shortest plain decimal that reads back as the same number, never with
 * an exponent. {@link Double#toString(double)} is not used, since its digits differ by Java
 * version.
 */
public final class PlainNumber {
  private static final double EXACT = 1L << 53;
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
  private static final MathContext RATE_DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

  private PlainNumber() {}

  /** Whether the value is a whole number that a {@code long} holds exactly. */
  static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < EXACT;
  }

  /** The shortest plain decimal; whole numbers without decimals. */
  public static String of(double value) {
    if (isWhole(value)) {
      return Long.toString((long) value);
    }
    int decimals = decimals(value);
    return decimals < 0
        ? shortest(new BigDecimal(value), value).toPlainString()
        : BigDecimal.valueOf((long) Math.rint(value * POWERS[decimals]), decimals).toPlainString();
  }

  /** The decimals of the shortest plain decimal; -1 where there are more than a few. */
  public static int decimals(double value) {
    for (int decimals = 0; decimals < POWERS.length; decimals++) {
      double scaled = Math.rint(value * POWERS[decimals]);
      // both are exact, so the quotient is the number that the decimal text stands for
      if (Math.abs(scaled) < EXACT && scaled / POWERS[decimals] == value) {
        return decimals;
      }
    }
    return -1;
  }

  /** Ten to the power of some decimals, at most as many as {@link #decimals} gives. */
  public static long power(int decimals) {
    return POWERS[decimals];
  }

  /**
   * A rate, ratio or probability with nine significant digits and at least one decimal: enough for
   * every reader, few enough that the last bit of a logarithm does not show.
   */
  public static String rate(double value) {
    if (value == 0) {
      return "0.0";
    }
    BigDecimal rounded = new BigDecimal(value).round(RATE_DIGITS).stripTrailingZeros();
    return (rounded.scale() < 1 ? rounded.setScale(1) : rounded).toPlainString();
  }

  private static BigDecimal shortest(BigDecimal exact, double value) {
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }
}
