package dev.headroom.format.hmc;

import dev.headroom.unit.PrintedDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times of an answer, printed as the console's locale has them: {@code 12/25/2013 16:23:25}
 * unless it was told otherwise. Where any line has a day above 12 in the first place, the day
 * stands first in all.
 */
final class HmcDates {
  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}) (\\d{1,2}):(\\d\\d):(\\d\\d)");

  private boolean dayFirst;
  private boolean monthFirst;

  /**
   * A time as printed.
   *
   * @param monthFirst the time if its first figure is the month; empty where there is no such month
   * @param dayFirst the time if its first figure is the day, likewise
   */
  record Stamp(Optional<LocalDateTime> monthFirst, Optional<LocalDateTime> dayFirst) {}

  /** Reads a time; empty where the text is no time. */
  Optional<Stamp> read(String text) {
    Matcher slashed = SLASHED.matcher(text);
    if (!slashed.matches()) {
      return PrintedDate.of(text).map(time -> new Stamp(Optional.of(time), Optional.of(time)));
    }
    int first = Integer.parseInt(slashed.group(1));
    int second = Integer.parseInt(slashed.group(2));
    Stamp stamp = new Stamp(time(slashed, first, second), time(slashed, second, first));
    if (stamp.monthFirst.isEmpty() && stamp.dayFirst.isEmpty()) {
      return Optional.empty();
    }
    dayFirst |= stamp.monthFirst.isEmpty();
    monthFirst |= stamp.dayFirst.isEmpty();
    return Optional.of(stamp);
  }

  private static Optional<LocalDateTime> time(Matcher printed, int month, int day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(printed.group(3)), month, day)
              .atTime(
                  LocalTime.of(
                      Integer.parseInt(printed.group(4)),
                      Integer.parseInt(printed.group(5)),
                      Integer.parseInt(printed.group(6)))));
    } catch (DateTimeException e) {
      return Optional.empty(); // there is no month 13, and no hour 25
    }
  }

  /** The time that a stamp is, now that all were read; empty where the others contradict it. */
  Optional<LocalDateTime> time(Stamp stamp) {
    return dayFirst && !monthFirst ? stamp.dayFirst : stamp.monthFirst;
  }
}
