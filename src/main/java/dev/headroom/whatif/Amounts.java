package dev.headroom.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Amounts as the sentences on changes carry them. */
final class Amounts {
  private static final double SECOND = 1000;
  private static final double MINUTE = 60 * SECOND;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final MathContext DIGITS = new MathContext(6);

  private Amounts() {}

  static String gb(double bytes) {
    return String.format(Locale.ROOT, "%.2f GB", bytes / (1L << 30));
  }

  static String mb(double bytes) {
    return plain(bytes / (1 << 20)) + " MB";
  }

  /** A number without needless zeros. */
  static String plain(double value) {
    BigDecimal digits = new BigDecimal(value).round(DIGITS);
    return digits.signum() == 0 ? "0" : digits.stripTrailingZeros().toPlainString();
  }

  /** A length of time such as {@code 30 s}, {@code 20 min}, {@code 2 h} or {@code 1 day}. */
  static String duration(double millis) {
    double length = Math.abs(millis);
    if (length >= DAY && length % DAY == 0) {
      return plain(length / DAY) + (length == DAY ? " day" : " days");
    }
    if (length < 2 * MINUTE) {
      return plain(length / SECOND) + " s";
    }
    return length < 2 * HOUR && length % HOUR != 0
        ? plain(length / MINUTE) + " min"
        : plain(length / HOUR) + " h";
  }
}
