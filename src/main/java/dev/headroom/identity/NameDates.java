package dev.headroom.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates in the names of files and folders: {@code 2024-03-04_1203}, {@code 04.03.2024}, {@code
 * Mar-04-2024}, {@code 04Mar2024}, {@code 240304_1203}, {@code Mar4}. All of them are no part of a
 * machine's name; only one whose day, month and year are certain tells when a capture was taken.
 */
final class NameDates {
  private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";
  private static final String MONTH =
      "(?<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final int FIRST_YEAR = 1900;
  private static final String YEAR = "(?<y>(?:19|20)\\d\\d)";
  private static final String FULL_DAY = "(?<d>[0-3]\\d)";
  private static final String ANY_DAY = "(?<d>[0-3]?\\d)";
  private static final String NUMBER = "(?<m>[01]\\d)";

  /** A year of two figures that may be meant. */
  private static final String SHORT_YEAR = "(?<y>1[5-9]|[23]\\d)";

  private static final String SEPARATOR = "(?<sep>[-_. ])";
  private static final String CLOCK =
      "(?<h>[0-2]\\d)h?(?<parted>[-_.:]?)(?<min>[0-5]\\d)m?(?:\\k<parted>(?<s>[0-5]\\d)(?![A-Ya-y0-9]))?";
  private static final String TIME = "(?:[-_.T ]?" + CLOCK + "Z?)?";

  /** Stands where a date stood: no name holds it. */
  static final char DATED = '\u0000';

  /**
   * A form of dates.
   *
   * @param pattern where it stands
   * @param day the day, null where the form leaves it open; fails with {@link DateTimeException}
   *     where there is no such day
   * @param yearless whether it may as well be a machine's name, as {@code mar01}
   */
  private record Form(
      Pattern pattern, Function<Matcher, @Nullable LocalDate> day, boolean yearless) {}

  /** The forms, what they take first before what may be a part of it. */
  private static final List<Form> FORMS =
      List.of(
          form(
              "(?<!\\d)" + YEAR + "(?<sep>[-_.]?)" + NUMBER + "\\k<sep>" + FULL_DAY,
              NameDates::ymd),
          form(
              border(SHORT_YEAR + NUMBER + FULL_DAY)
                  + "(?=_[0-2]\\d[0-5]\\d(?:[0-5]\\d)?(?![A-Za-z0-9]))",
              NameDates::ymd),
          form(border(ANY_DAY + "\\.(?<m>[01]?\\d)\\." + YEAR), NameDates::ymd),
          form(border("(?<d>\\d\\d)(?<sep>[-_]?)(?<m>\\d\\d)\\k<sep>" + YEAR), NameDates::sure),
          form(border(ANY_DAY + "[-_. ]?" + MONTH + "[-_. ]?" + YEAR), NameDates::named),
          form(
              border(MONTH + "[-_. ]?" + ANY_DAY + "(?:st|nd|rd|th)?[-_., ]+" + YEAR),
              NameDates::named),
          new Form(
              Pattern.compile(
                  border(MONTH + "[-_ ]+" + ANY_DAY + "[-_ ]" + CLOCK)
                      + "[-_ ](?:[A-Z]{3,5}[-_ ])?"
                      + YEAR
                      + "(?!\\d)",
                  Pattern.CASE_INSENSITIVE),
              NameDates::named,
              false),
          undated(ANY_DAY + "[-_. ]" + MONTH + "[-_. ]\\d\\d"),
          undated("[0-3]\\d" + MONTH + SHORT_YEAR),
          undated(SHORT_YEAR + SEPARATOR + NUMBER + "\\k<sep>" + FULL_DAY),
          undated(FULL_DAY + SEPARATOR + NUMBER + "\\k<sep>" + SHORT_YEAR),
          undated(SHORT_YEAR + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"),
          undated(YEAR + "[-_.]?(?:0[1-9]|1[0-2])"),
          yearless(MONTH + "[-_ ]?(?:0?[1-9]|[12]\\d|3[01])"),
          yearless("(?:0?[1-9]|[12]\\d|3[01])[-_ ]?" + MONTH));

  private NameDates() {}

  /**
   * A date in a name.
   *
   * @param day the day; null where the name leaves it open
   * @param time the time of the day behind it; null where it gives no time
   */
  record Found(@Nullable LocalDate day, @Nullable LocalTime time) {}

  private static Form form(String text, Function<Matcher, @Nullable LocalDate> day) {
    return new Form(Pattern.compile(text + TIME + "(?!\\d)", Pattern.CASE_INSENSITIVE), day, false);
  }

  private static Form undated(String text) {
    return new Form(
        Pattern.compile(border(text) + TIME + "(?![A-Za-z0-9])", Pattern.CASE_INSENSITIVE),
        found -> null,
        false);
  }

  private static Form yearless(String text) {
    return new Form(undated(text).pattern(), found -> null, true);
  }

  private static String border(String text) {
    return "(?<![A-Za-z0-9])" + text;
  }

  /** The first day that the name gives for certain, in the order of the forms; null if none. */
  static @Nullable Found in(String name) {
    for (Form form : FORMS) {
      Matcher found = form.pattern().matcher(name);
      while (found.find()) {
        try {
          LocalDate day = form.day().apply(found);
          if (day != null) {
            return new Found(day, time(found));
          }
        } catch (DateTimeException e) {
          // figures that are no date: look further
        }
      }
    }
    return null;
  }

  /** The name with {@link #DATED} for each date. */
  static String without(String name) {
    return without(name, true);
  }

  /** The same, but for dates without a year: a word alone may be such a name. */
  static String withoutYears(String name) {
    return without(name, false);
  }

  private static String without(String name, boolean yearless) {
    String text = name;
    for (Form form : FORMS) {
      if (yearless || !form.yearless()) {
        text = form.pattern().matcher(text).replaceAll(found -> replaced(form, found.group()));
      }
    }
    return text;
  }

  private static String replaced(Form form, String text) {
    return isDate(form, text) ? "." + DATED + "." : Matcher.quoteReplacement(text);
  }

  /** Whether a text of this form may be a day: February has no 30th. */
  private static boolean isDate(Form form, String text) {
    // borders were looked at where it stood; here it stands alone
    Matcher alone = form.pattern().matcher(text);
    try {
      LocalDate day = alone.find() ? form.day().apply(alone) : null;
      return day == null || day.getYear() >= FIRST_YEAR;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static @Nullable LocalTime time(Matcher found) {
    if (found.group("h") == null) {
      return null;
    }
    String second = found.group("s") == null ? "0" : found.group("s");
    return LocalTime.of(
        Integer.parseInt(found.group("h")),
        Integer.parseInt(found.group("min")),
        Integer.parseInt(second));
  }

  private static int figure(Matcher found, String group) {
    return Integer.parseInt(found.group(group));
  }

  private static int year(Matcher found) {
    int year = figure(found, "y");
    return year < 100 ? 2000 + year : year;
  }

  private static LocalDate ymd(Matcher found) {
    return LocalDate.of(year(found), figure(found, "m"), figure(found, "d"));
  }

  private static LocalDate named(Matcher found) {
    String month = found.group("mon").substring(0, 3).toLowerCase(Locale.ROOT);
    return LocalDate.of(year(found), MONTHS.indexOf(month) / 4 + 1, figure(found, "d"));
  }

  /** Of two figures the one above 12 is the day; null where none, or both alike, tell. */
  private static @Nullable LocalDate sure(Matcher found) {
    int first = figure(found, "d");
    int second = figure(found, "m");
    if (second > 12) {
      return LocalDate.of(year(found), first, second);
    }
    LocalDate dayFirst = LocalDate.of(year(found), second, first);
    return first > 12 || first == second ? dayFirst : null;
  }
}
