package dev.headroom.unit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans of time, as people read and write them. In milliseconds, where days are not named. */
public final class Span {
  private static final double SECOND = 1000;
  private static final double MINUTE = 60 * SECOND;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final double WEEK = 7 * DAY;

  private static final String NUMBER = "(\\d{1,7}(?:\\.\\d{1,6})?)";
  private static final Pattern FORM =
      Pattern.compile("([+-]?)(?=\\d)(?:Nw)?(?:Nd)?(?:Nh)?(?:Nm)?(?:Ns)?".replace("N", NUMBER));

  private Span() {}

  /**
   * To one decimal, in the unit that suits: {@code 20 s}, {@code 1.5 min}, {@code 3.5 hours},
   * {@code 2 days}.
   */
  public static String text(double millis) {
    if (millis < MINUTE) {
      return Decimal.upTo(millis / SECOND, 1) + " s";
    }
    if (millis < 2 * HOUR) {
      return Decimal.upTo(millis / MINUTE, 1) + " min";
    }
    return millis < 2 * DAY
        ? counted(Decimal.upTo(millis / HOUR, 1), "hour")
        : counted(Decimal.upTo(millis / DAY, 1), "day");
  }

  /**
   * A span that somebody chose, without its sign and to the millisecond: {@code 1 day 12 hours},
   * {@code 20 min}.
   */
  public static String exact(double millis) {
    StringBuilder text = new StringBuilder();
    double rest = Math.rint(Math.abs(millis));
    for (double unit : new double[] {DAY, HOUR, MINUTE, SECOND}) {
      double number = unit == SECOND ? rest / SECOND : Math.floor(rest / unit);
      rest -= number * unit;
      if (number > 0) {
        String digits = Decimal.upTo(number, 3);
        text.append(text.isEmpty() ? "" : " ");
        text.append(
            unit == DAY
                ? counted(digits, "day")
                : unit == HOUR
                    ? counted(digits, "hour")
                    : digits + (unit == MINUTE ? " min" : " s"));
      }
    }
    return text.isEmpty() ? "0 s" : text.toString();
  }

  /** Days as {@code 7 days}, {@code 1 day}, {@code 1.5 days}; below one to two decimals. */
  public static String days(double days) {
    return counted(Decimal.upTo(days, days < 1 ? 2 : 1), "day");
  }

  /** For a cell of a table: hours with one decimal, such as {@code 1.5 h}. */
  public static String hours(double millis) {
    return Decimal.fixed(millis / HOUR, 1) + " h";
  }

  /** Milliseconds with one decimal, such as {@code 7.8 ms}. */
  public static String millis(double millis) {
    return Decimal.fixed(millis, 1) + " ms";
  }

  /** A number of days in milliseconds. */
  public static double ofDays(double days) {
    return days * DAY;
  }

  /** A number of milliseconds in days. */
  public static double inDays(double millis) {
    return millis / DAY;
  }

  /**
   * Reads a span: weeks, days, hours, minutes and seconds in this order, such as {@code 2w}, {@code
   * 1d12h}, {@code -30m} or {@code 1.5h}.
   *
   * @return milliseconds, below 0 after a minus sign
   * @throws IllegalArgumentException where the text is not one; the message says what one looks
   *     like
   */
  public static double of(String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a length of time; write days, hours, minutes, seconds, such as 2h, -30m"
              + " or 1d12h");
    }
    double millis =
        number(form.group(2)) * WEEK
            + number(form.group(3)) * DAY
            + number(form.group(4)) * HOUR
            + number(form.group(5)) * MINUTE
            + number(form.group(6)) * SECOND;
    return "-".equals(form.group(1)) ? -millis : millis;
  }

  private static double number(@Nullable String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }

  private static String counted(String number, String noun) {
    return number + " " + noun + (number.equals("1") ? "" : "s");
  }
}
