package dev.headroom.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers for people, rounded half up from their shortest decimal: 1.005 is 1.01, as a reader of
 * {@code report.json} rounds it. {@link String#format} does so too, but its shortest decimal
 * differs by Java version. A number that is not finite is an en dash.
 */
public final class Decimal {
  /** Stands where a number is not known. */
  public static final String DASH = "–";

  private static final MathContext SIX_DIGITS = new MathContext(6);

  private Decimal() {}

  /** A number with this many decimals, such as {@code 4.50} with two. */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return DASH;
    }
    BigDecimal rounded =
        new BigDecimal(PlainNumber.of(value)).setScale(decimals, RoundingMode.HALF_UP);
    return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
  }

  /** A number with at most this many decimals, such as {@code 4.5} with two. */
  public static String upTo(double value, int decimals) {
    return stripped(fixed(value, decimals));
  }

  /** A number as somebody wrote it, to six significant digits, such as {@code 1.5}. */
  public static String written(double value) {
    if (!Double.isFinite(value)) {
      return DASH;
    }
    BigDecimal digits = new BigDecimal(value).round(SIX_DIGITS);
    return digits.signum() == 0 ? "0" : digits.stripTrailingZeros().toPlainString();
  }

  /** A number with at most one decimal and its thousands apart, such as {@code 10,240.5}. */
  static String grouped(double value) {
    String text = upTo(value, 1);
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    return String.format(Locale.ROOT, "%,d", Long.parseLong(whole))
        + (point < 0 ? "" : text.substring(point));
  }

  private static String stripped(String decimal) {
    if (decimal.indexOf('.') < 0) {
      return decimal;
    }
    int end = decimal.length();
    while (decimal.charAt(end - 1) == '0') {
      end--;
    }
    return decimal.substring(0, decimal.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
