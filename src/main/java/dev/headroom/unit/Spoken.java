package dev.headroom.unit;

import java.util.Locale;

/** Figures as an operator reads them in a sentence. */
public final class Spoken {
  private static final double GIGABYTE = 1L << 30;
  private static final double MILLIS_A_MINUTE = 60_000;
  private static final double MINUTES_AN_HOUR = 60;

  private Spoken() {}

  public static String gigabytes(double bytes) {
    return String.format(Locale.ROOT, "%.2f GB", bytes / GIGABYTE);
  }

  /** Rounded up: what is said to be no more than this must not be more. */
  public static String atMostPercent(double share) {
    return oneDecimal(Math.ceil(share * 1000 - 1e-9) / 10) + " %";
  }

  /** Rounded to the nearest whole one. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  public static String days(double days) {
    String text = days < 1 ? String.format(Locale.ROOT, "%.2f", days) : oneDecimal(days);
    return text + ("1".equals(text) ? " day" : " days");
  }

  /** Hours where it is more than one, minutes where it is less. */
  public static String duration(double millis) {
    double minutes = millis / MILLIS_A_MINUTE;
    return minutes > MINUTES_AN_HOUR
        ? oneDecimal(minutes / MINUTES_AN_HOUR) + " hours"
        : oneDecimal(minutes) + " minutes";
  }

  public static String oneDecimal(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
