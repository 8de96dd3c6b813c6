package dev.headroom.unit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Local times as all outputs print them: ISO 8601, seconds always, fractions only where any. A time
 * of {@link #NO_DAY}, or of the days after it, is printed without a day.
 */
public final class IsoTime {
  /** The day that stands for one that no capture tells, so long ago that no true one is near. */
  public static final LocalDate NO_DAY = LocalDate.of(-9999, 1, 1);

  /** Captures are of no other years, and times of others would pass what is counted in. */
  private static final int FIRST_YEAR = 1970;

  private static final int LAST_YEAR = 2199;

  /** A time as most write it, with any digit for 0. */
  private static final String PLAIN = "0000-00-00T00:00:00";

  private IsoTime() {}

  /** Whether a time that somebody wrote can be one of a capture. */
  public static boolean isPlausible(LocalDateTime time) {
    return time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR;
  }

  /** The years of captures, for a sentence: {@code 1970 to 2199}. */
  public static String years() {
    return FIRST_YEAR + " to " + LAST_YEAR;
  }

  /** Whether the day of a time is known. */
  public static boolean hasDay(LocalDateTime time) {
    return time.getYear() >= 0;
  }

  /** A time of the day, with how many days after the first one it is. */
  private static String ofDay(LocalDateTime time) {
    long days = ChronoUnit.DAYS.between(NO_DAY, time.toLocalDate());
    String clock = time.toLocalTime().withNano(0).toString();
    return days == 0 ? clock : clock + (days == 1 ? " a day later" : " " + days + " days later");
  }

  /** The time as text, such as {@code 2009-06-30T12:03:00}. */
  public static String of(LocalDateTime time) {
    String text = time.toString();
    // LocalDateTime leaves out seconds that are zero
    return time.getSecond() == 0 && time.getNano() == 0 ? text + ":00" : text;
  }

  /**
   * For a sentence: {@code 2009-06-30 16:20}, or {@code 16:20} where no day is known; with its
   * seconds where they are not zero.
   */
  public static String text(LocalDateTime time) {
    if (!hasDay(time)) {
      return ofDay(time);
    }
    // LocalDateTime leaves out seconds that are zero
    return time.withNano(0).toString().replace('T', ' ');
  }

  /** For a cell of a table: {@code 2009-06-30 12:03:00}, and fractions where any. */
  public static String cell(LocalDateTime time) {
    return hasDay(time) ? of(time).replace('T', ' ') : ofDay(time);
  }

  /** Whether a text is {@code 2009-06-30T12:00:00}, or has a space for the T, by its characters. */
  public static boolean isPlain(String text) {
    if (text.length() != PLAIN.length()) {
      return false;
    }
    for (int i = 0; i < PLAIN.length(); i++) {
      char c = text.charAt(i);
      char wanted = PLAIN.charAt(i);
      boolean right =
          wanted == '0' ? c >= '0' && c <= '9' : c == wanted || (wanted == 'T' && c == ' ');
      if (!right) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a text that {@link #isPlain}: a series of months has millions of these, for which the
   * library's parser takes longer than for all else of their rows.
   *
   * @throws DateTimeException where there is no such day or time
   */
  public static LocalDateTime plain(String text) {
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19));
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /**
   * Reads a local time as somebody wrote it: {@code 2009-06-30T12:00:00}, with a space for the T,
   * or a date alone, which is its first instant.
   *
   * @throws DateTimeException where the text is not one
   */
  public static LocalDateTime parse(String text) {
    String iso = text.strip().replace(' ', 'T');
    return LocalDateTime.parse(iso.indexOf('T') < 0 ? iso + "T00:00:00" : iso);
  }
}
