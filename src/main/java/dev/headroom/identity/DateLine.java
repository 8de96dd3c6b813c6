package dev.headroom.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that holds what {@code date} prints and nothing else, in any of the usual locales, with a
 * zone or without: {@code Tue Jun 30 12:03:33 CEST 2009}, {@code Di 30. Jun 12:03:33 CEST 2009},
 * {@code 2009-06-30 12:03:33}. A label may stand in front that says when what follows began: {@code
 * Time before run: Tue Oct 5 23:57:10 CDT 2010}.
 *
 * <p>A date among other words dates nothing: {@code Last login: …}, {@code Time after run : …}, an
 * entry of an error log. The zone is not kept: times are local to the capture.
 */
public final class DateLine {
  /** Longer lines are prose. */
  private static final int LONGEST = 80;

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:time before run|date/time|date|today|current (?:date|time)|(?:run )?start(?:ed)?(?:"
              + " (?:time|date|at))?|begin|time)\\s*[:=]\\s*(?=\\S)");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})[:.](\\d\\d)(?:[:.](\\d\\d)(?:[.,]\\d{1,9})?)?");
  private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?)(Z|[+-]\\d\\d:?\\d\\d)?");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:\\.|st|nd|rd|th|er)?");
  private static final Pattern ZONE =
      Pattern.compile("[A-Z]{2,5}(?:[+-]?\\d{1,2}(?:[A-Z]{3,5})?)?|[+-]\\d\\d:?\\d\\d|Z");
  private static final Pattern PARTS = Pattern.compile("[\\s,]+");

  /** Names of months as {@code date} abbreviates or spells them, by their first letters. */
  private static final List<Set<String>> MONTHS =
      List.of(
          Set.of("jan", "janv", "gen", "ene", "sty", "led", "januar", "january", "janvier"),
          Set.of("feb", "févr", "fév", "fev", "lut", "februar", "february", "février"),
          Set.of("mar", "mär", "mrz", "mars", "märz", "maart", "mrt", "march"),
          Set.of("apr", "avr", "abr", "avril", "kwi", "april"),
          Set.of("may", "mai", "mag", "mei", "maj"),
          Set.of("jun", "juin", "giu", "cze", "juni", "june"),
          Set.of("jul", "juil", "lug", "lip", "juli", "july", "juillet"),
          Set.of("aug", "août", "aoû", "ago", "sie", "august"),
          Set.of("sep", "sept", "set", "wrz", "september", "septembre"),
          Set.of("oct", "okt", "ott", "out", "paź", "oktober", "october", "octobre"),
          Set.of("nov", "lis", "november", "novembre"),
          Set.of("dec", "dez", "déc", "dic", "gru", "dezember", "december", "décembre"));

  private static final Set<String> WEEKDAYS =
      Set.of(
          "mon",
          "tue",
          "wed",
          "thu",
          "fri",
          "sat",
          "sun",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "mo",
          "di",
          "mi",
          "do",
          "fr",
          "sa",
          "so",
          "lun",
          "mar",
          "mer",
          "jeu",
          "ven",
          "sam",
          "dim",
          "lu",
          "ma",
          "me",
          "je",
          "ve",
          "mié",
          "mie",
          "jue",
          "vie",
          "sáb",
          "sab",
          "dom",
          "gio",
          "seg",
          "ter",
          "qua",
          "qui",
          "sex",
          "din",
          "woe",
          "don",
          "vrij",
          "zat",
          "zon",
          "wo",
          "vr",
          "za",
          "zo");

  private static final Map<String, Boolean> HALVES = Map.of("AM", false, "PM", true);

  private DateLine() {}

  /** The date and time that the line is; empty where it is anything else, or names no real day. */
  public static Optional<LocalDateTime> in(String line) {
    if (line.length() >= LONGEST) {
      return Optional.empty();
    }
    String text = line.strip();
    Matcher label = LABEL.matcher(text);
    if (label.lookingAt()) {
      text = text.substring(label.end());
    }
    if (text.indexOf(':') < 0 && text.indexOf('.') < 0) {
      return Optional.empty();
    }
    Matcher iso = ISO.matcher(text);
    String spaced = iso.matches() ? iso.group(1) + " " + iso.group(2) : text;
    try {
      return new Parts().read(PARTS.split(spaced));
    } catch (DateTimeException e) {
      return Optional.empty(); // the thirtieth of February is no date
    }
  }

  /** What the words of a line have given so far. */
  private static final class Parts {
    private @Nullable Integer year;
    private @Nullable Integer month;
    private @Nullable Integer day;
    private @Nullable LocalTime time;
    private @Nullable Boolean afternoon;
    private boolean weekday;

    /** The month, from 1, that the day of the week may be instead; 0 where it can be none. */
    private int monthOrDay;

    private boolean zone;

    Optional<LocalDateTime> read(String[] words) {
      if (words.length < 2 || words.length > 8) {
        return Optional.empty();
      }
      for (String word : words) {
        if (!(dayOfYear(word) || clock(word) || number(word) || named(word) || zone(word))) {
          return Optional.empty();
        }
      }
      if (month == null && monthOrDay > 0) {
        month = monthOrDay;
      }
      if (year == null || month == null || day == null || time == null) {
        return Optional.empty();
      }
      return Optional.of(LocalDate.of(year, month, day).atTime(halved(time)));
    }

    private boolean dayOfYear(String word) {
      Matcher found = ISO_DAY.matcher(word);
      if (year != null || month != null || day != null || !found.matches()) {
        return false;
      }
      year = Integer.valueOf(found.group(1));
      month = Integer.valueOf(found.group(3));
      day = Integer.valueOf(found.group(4));
      return true;
    }

    private boolean clock(String word) {
      Matcher found = TIME.matcher(word);
      if (time != null || !found.matches() || (word.indexOf(':') < 0 && found.group(3) == null)) {
        return false;
      }
      int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
      time =
          LocalTime.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), second);
      return true;
    }

    private boolean number(String word) {
      if (year == null && YEAR.matcher(word).matches()) {
        year = Integer.valueOf(word);
        return true;
      }
      Matcher found = DAY.matcher(word);
      if (day == null && found.matches()) {
        day = Integer.valueOf(found.group(1));
        return true;
      }
      return false;
    }

    private boolean named(String word) {
      if (HALVES.containsKey(word) && afternoon == null) {
        afternoon = HALVES.get(word);
        return true;
      }
      String lower = word.toLowerCase(Locale.ROOT);
      String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
      int which = monthOf(bare);
      if (WEEKDAYS.contains(bare) && !weekday) {
        // "mar" is a day of the week in some languages and a month in others
        weekday = true;
        monthOrDay = which + 1;
        return true;
      }
      if (which >= 0 && month == null) {
        month = which + 1;
        return true;
      }
      return false;
    }

    private static int monthOf(String bare) {
      for (int i = 0; i < MONTHS.size(); i++) {
        if (MONTHS.get(i).contains(bare)) {
          return i;
        }
      }
      return -1;
    }

    private boolean zone(String word) {
      if (zone || time == null || !ZONE.matcher(word).matches()) {
        return false;
      }
      zone = true;
      return true;
    }

    /** Some locales print hours of half a day: 12 AM is midnight, 12 PM noon. */
    private LocalTime halved(LocalTime printed) {
      if (afternoon == null) {
        return printed;
      }
      int hour = printed.getHour();
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("no hour of half a day: " + printed);
      }
      return printed.withHour(hour % 12 + (afternoon ? 12 : 0));
    }
  }
}
