package dev.headroom.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as {@code date}, logs and screens print it: {@code Tue Jun 30 12:03:33 CEST
 * 2009}, {@code Tue Jun 30 12:03:33 2009}, {@code 2009-06-30 12:03:33}. The zone is not kept: times
 * are local to the capture.
 */
public final class PrintedDate {
  /** Longer texts only mention a date. */
  private static final int LONGEST = 80;

  private static final Pattern UNIX =
      Pattern.compile(
          "(?:^|[^A-Za-z])(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct"
              + "|Nov|Dec) {1,2}(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d)(?: ([AP]M))?"
              + "(?: [A-Z0-9+:-]{1,9})? (\\d{4})(?:$|\\D)");
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[ T](\\d\\d):(\\d\\d)(?::(\\d\\d))?(?:$|[^\\d].*)");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private PrintedDate() {}

  /** The date and time that a short text holds; empty where it holds none that exists. */
  public static Optional<LocalDateTime> in(String text) {
    if (text.length() >= LONGEST) {
      return Optional.empty();
    }
    try {
      Matcher unix = UNIX.matcher(text);
      if (unix.find()) {
        LocalDate day =
            LocalDate.of(number(unix, 7), MONTHS.indexOf(unix.group(1)) + 1, number(unix, 2));
        int hour = hour(number(unix, 3), unix.group(6));
        return Optional.of(day.atTime(LocalTime.of(hour, number(unix, 4), number(unix, 5))));
      }
      Matcher iso = ISO.matcher(text);
      if (iso.matches() && text.length() < LONGEST / 2) {
        LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        int second = iso.group(6) == null ? 0 : number(iso, 6);
        return Optional.of(day.atTime(LocalTime.of(number(iso, 4), number(iso, 5), second)));
      }
    } catch (DateTimeException e) {
      return Optional.empty(); // the thirtieth of February is no date
    }
    return Optional.empty();
  }

  /** Some locales print hours of half a day: 12 AM is midnight, 12 PM noon. */
  private static int hour(int printed, @Nullable String half) {
    if (half == null) {
      return printed;
    }
    if (printed < 1 || printed > 12) {
      throw new DateTimeException("no hour of half a day: " + printed);
    }
    return printed % 12 + (half.equals("PM") ? 12 : 0);
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
