package dev.headroom.format.nmon;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates and times of the day as nmon prints them: {@code 10-FEB-2016}, in English whatever the
 * locale, {@code 17:28:10}, and {@code 13:18.31} of Linux.
 */
final class PrintedTimes {
  private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
  private static final int LETTERS = 3;
  private static final int YEAR = 4;

  private PrintedTimes() {}

  /** The second of the day; -1 where the text is no time of the day. */
  static int secondOfDay(String text) {
    String time = text.strip();
    if (time.length() != 8 || time.charAt(2) != ':' || ":.".indexOf(time.charAt(5)) < 0) {
      return -1;
    }
    int hour = digits(time, 0, 2);
    int minute = digits(time, 3, 5);
    int second = digits(time, 6, 8);
    return hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60
        ? -1
        : (hour * 60 + minute) * 60 + second;
  }

  /** The date; empty where the text is no date. */
  static Optional<LocalDate> date(String text) {
    String date = text.strip();
    int dash = date.indexOf('-');
    int second = dash + 1 + LETTERS;
    if (dash < 1 || dash > 2 || date.length() != second + 1 + YEAR || date.charAt(second) != '-') {
      return Optional.empty();
    }
    int day = digits(date, 0, dash);
    int year = digits(date, second + 1, date.length());
    int month = MONTHS.indexOf(date.substring(dash + 1, second).toUpperCase(Locale.ROOT));
    if (day < 0 || year < 0 || month < 0 || month % LETTERS != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month / LETTERS + 1, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int at = from; at < to; at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
