package dev.headroom.unit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as {@code date}, logs and scripts print them: {@code Tue Jun 30 12:03:33 CEST
 * 2009}, {@code Di 30. Jun 12:03:33 CEST 2009}, {@code 2009-06-30 12:03:33}, {@code
 * 2009-06-30T12:03:33+02:00}, {@code 30.06.2009 12:03:33}, {@code 06/30/2009 12:03:33}, {@code
 * 20090630_120333}, in the usual languages, with a zone or without. The zone is not kept: times are
 * local to the capture.
 *
 * <p>Of {@code 04/03/2024} nothing tells which figure is the month: it is no date, unless {@link
 * Order} says it.
 */
public final class PrintedDate {
  private static final String BETWEEN_WORDS = " \t\n\u000b\f\r,;|[]()<>";
  private static final Pattern JAPANESE =
      Pattern.compile(
          "(\\d{4})年\\s*(\\d{1,2})月\\s*(\\d{1,2})日\\s*(?:[月火水木金土日]曜日|\\([月火水木金土日]\\)|星期.)?");
  private static final Pattern CHINESE_TIME = Pattern.compile("(\\d{1,2})[时時](\\d\\d)分(\\d\\d)秒");
  private static final Pattern COMMA_FRACTION =
      Pattern.compile("(\\d:\\d\\d),(\\d{3})(?=[\\s\\])]|$)");
  private static final String CLOCK = "(\\d{1,2})[:.](\\d\\d)(?:[:.](\\d\\d)(?:\\.\\d{1,9})?)?";
  private static final Pattern TIME =
      Pattern.compile(CLOCK + "([AaPp][Mm])?(?:Z|[+-]\\d\\d:?\\d\\d)?");
  private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern COMPACT =
      Pattern.compile("((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
  private static final Pattern JOINED =
      Pattern.compile(
          "((?:19|20)\\d\\d-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\\d|3[01]))[T_-]?"
              + "(?:(\\d\\d[:.]\\d\\d(?:[:.]\\d\\d(?:\\.\\d{1,9})?)?)|(\\d\\d)(\\d\\d)(\\d\\d))"
              + "(?:Z|[+-]\\d\\d:?\\d\\d)?");
  private static final Pattern DOTTED =
      Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d)");
  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/((?:19|20)\\d\\d|\\d\\d)");
  private static final Pattern NAMED =
      Pattern.compile("(\\d{1,2})-([^\\d\\s-]{3,})-((?:19|20)\\d\\d)");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:\\.|st|nd|rd|th|er)?");
  private static final Pattern ZONE =
      Pattern.compile(
          "[A-Z]{2,5}(?:[+-]?\\d{1,2}(?::?\\d\\d)?(?:[A-Z]{3,5})?)?|[+-]\\d\\d(?::?\\d\\d)?|Z");
  private static final Pattern SURE_ZONE =
      Pattern.compile(
          "[A-Z]{3,5}[+-]?\\d{1,2}[A-Z]{3,5}|(?:UTC|GMT)[+-]\\d{1,2}(?::?\\d\\d)?|[+-]\\d\\d:?\\d\\d|Z");
  private static final Set<String> ZONES =
      Set.of(
          ("UTC GMT CET CEST MET MEST WET WEST EET EEST BST IST EST EDT CST CDT MST MDT PST PDT MSK"
                  + " JST KST SGT HKT AEST AEDT NZST NZDT")
              .split(" "));

  /** Which figure of {@code 04/03/2024} is the month. */
  public enum Order {
    /** The first. */
    MONTH_FIRST,
    /** The second. */
    DAY_FIRST,
    /** Nothing tells. */
    UNKNOWN
  }

  /**
   * A stamp in a text.
   *
   * @param start where it begins
   * @param end where what follows its last word begins
   * @param day null where it has none, or where nothing tells which
   * @param clock the time of the day
   */
  public record Found(int start, int end, @Nullable LocalDate day, LocalTime clock) {
    /** Date and time; empty where the day is not known. */
    public Optional<LocalDateTime> time() {
      return Optional.ofNullable(day).map(known -> known.atTime(clock));
    }
  }

  private record Word(String text, int start, int end) {}

  private final List<Word> words;
  private final Order order;

  /** Whether the text is nothing but a date, so that a word in capitals can only be a zone. */
  private final boolean alone;

  private @Nullable Integer year;
  private @Nullable Integer month;
  private @Nullable Integer day;
  private @Nullable LocalTime time;
  private @Nullable Boolean afternoon;
  private boolean weekday;
  private boolean zone;

  /** Whether a day is printed of which nothing tells whether it is a month. */
  private boolean unsure;

  /** Whether the word before was the name of a month or of a day of the week. */
  private boolean afterName;

  /** The month, from 1, that the day of the week may be instead; 0 where it can be none. */
  private int monthOrDay;

  private PrintedDate(List<Word> words, Order order, boolean alone) {
    this.words = words;
    this.order = order;
    this.alone = alone;
  }

  /** The date and time that a text is; empty where it is anything else, or names no real day. */
  public static Optional<LocalDateTime> of(String text) {
    boolean eastern = text.indexOf('年') >= 0 || text.indexOf('秒') >= 0;
    String plain =
        eastern
            ? CHINESE_TIME
                .matcher(JAPANESE.matcher(text).replaceAll("$1-$2-$3 "))
                .replaceAll("$1:$2:$3")
            : text;
    List<Word> words = words(plain);
    return words.isEmpty() || words.size() > 8
        ? Optional.empty()
        : read(words, 0, Order.UNKNOWN, true)
            .filter(found -> found.end() == words.get(words.size() - 1).end())
            .flatMap(Found::time);
  }

  /** The time of the day that a text is; empty where it is anything else, a date too. */
  public static Optional<LocalTime> clockOf(String text) {
    List<Word> words = words(text);
    return words.isEmpty() || words.size() > 3
        ? Optional.empty()
        : read(words, 0, Order.UNKNOWN, false)
            .filter(found -> found.end() == words.get(words.size() - 1).end())
            .filter(found -> found.day() == null && words.get(0).text().indexOf(':') > 0)
            .filter(found -> TIME.matcher(words.get(0).text()).matches())
            .map(Found::clock);
  }

  /** The first date with a time that stands anywhere in a text. */
  public static Optional<LocalDateTime> within(String text) {
    List<Word> words = words(text);
    for (int first = 0; first < words.size(); first++) {
      Optional<LocalDateTime> found = read(words, first, Order.UNKNOWN, false).flatMap(Found::time);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The stamp that a text begins with. */
  public static Optional<Found> front(String text, Order order) {
    List<Word> words = words(text);
    return words.isEmpty() ? Optional.empty() : read(words, 0, order, false);
  }

  /** The stamp with a date that a text ends with. */
  public static Optional<Found> back(String text, Order order) {
    List<Word> words = words(text);
    for (int first = 1; first < words.size(); first++) {
      Optional<Found> found = read(words, first, order, false);
      if (found.isPresent() && found.get().end() == words.get(words.size() - 1).end()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Which figure is the month in a date with strokes; unknown where this one does not tell. */
  public static Order order(String text) {
    Matcher found = SLASHED.matcher(text);
    if (!found.find()) {
      return Order.UNKNOWN;
    }
    boolean shortYear = found.group(3).length() == 2;
    if (number(found, 2) > 12) {
      return Order.MONTH_FIRST;
    }
    // 24/03/25 may begin with the year
    return number(found, 1) > 12 && !shortYear ? Order.DAY_FIRST : Order.UNKNOWN;
  }

  private static List<Word> words(String text) {
    String plain = text.indexOf(',') < 0 ? text : COMMA_FRACTION.matcher(text).replaceAll("$1.$2");
    List<Word> words = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= plain.length(); at++) {
      if (at < plain.length() && BETWEEN_WORDS.indexOf(plain.charAt(at)) < 0) {
        continue;
      }
      if (at > start) {
        boolean colon = at > start + 1 && plain.charAt(at - 1) == ':';
        words.add(new Word(plain.substring(start, colon ? at - 1 : at), start, at));
      }
      start = at + 1;
    }
    return words;
  }

  private static Optional<Found> read(List<Word> words, int first, Order order, boolean alone) {
    try {
      return new PrintedDate(words, order, alone).read(first);
    } catch (DateTimeException e) {
      return Optional.empty(); // the thirtieth of February is no date
    }
  }

  private Optional<Found> read(int first) {
    int next = first;
    while (next < words.size() && take(next, next == first)) {
      next++;
    }
    if (month == null && monthOrDay > 0) {
      month = monthOrDay;
    }
    LocalDate date =
        year == null || month == null || day == null ? null : LocalDate.of(year, month, day);
    boolean clockOnly = unsure || (month != null && day != null) || next == first + 1 || dayless();
    if (time == null || next == first || !(date != null || clockOnly)) {
      return Optional.empty();
    }
    return Optional.of(
        new Found(words.get(first).start(), words.get(next - 1).end(), date, halved(time)));
  }

  /** Whether nothing but a time of the day was printed, with its half of the day or its zone. */
  private boolean dayless() {
    return year == null && month == null && day == null && !weekday;
  }

  private boolean take(int at, boolean first) {
    String word = words.get(at).text();
    boolean named = afterName;
    afterName = false;
    if (year != null && month != null && day != null && time != null) {
      return half(word) || zone(at);
    }
    // this is asked of every word of every short capture: patterns only where they can match
    boolean figure = word.charAt(0) >= '0' && word.charAt(0) <= '9';
    return (figure && (wholeDay(word) || clock(word) || number(word, first, named)))
        || (!isNumber(word) && named(word))
        || zone(at);
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** Whether a word may be a day, by its length and by what parts the figures of one. */
  private static boolean mayBeDay(String word) {
    return word.length() >= 8
        || (word.length() >= 6
            && (word.indexOf('/') > 0 || word.indexOf('-') > 0 || word.indexOf('.') > 0));
  }

  private boolean wholeDay(String word) {
    if (!mayBeDay(word) || year != null || month != null || day != null || unsure) {
      return false;
    }
    Matcher iso = ISO_DAY.matcher(word);
    Matcher compact = COMPACT.matcher(word);
    Matcher joined = JOINED.matcher(word);
    Matcher dotted = DOTTED.matcher(word);
    Matcher slashed = SLASHED.matcher(word);
    Matcher named = NAMED.matcher(word);
    if (iso.matches()) {
      day(number(iso, 1), number(iso, 3), number(iso, 4));
    } else if (compact.matches()) {
      day(number(compact, 1), number(compact, 2), number(compact, 3));
    } else if (joined.matches() && time == null) {
      String date = joined.group(1).replace("-", "");
      day(
          Integer.parseInt(date.substring(0, 4)),
          Integer.parseInt(date.substring(4, 6)),
          Integer.parseInt(date.substring(6)));
      if (joined.group(2) == null) {
        time = LocalTime.of(number(joined, 3), number(joined, 4), number(joined, 5));
        return true;
      }
      return clock(joined.group(2));
    } else if (dotted.matches()) {
      day(number(dotted, 3), number(dotted, 2), number(dotted, 1));
    } else if (slashed.matches()) {
      slashed(slashed, word);
    } else if (named.matches() && DateNames.month(named.group(2)) > 0) {
      day(number(named, 3), DateNames.month(named.group(2)), number(named, 1));
    } else {
      return false;
    }
    return true;
  }

  private void slashed(Matcher found, String word) {
    Order own = order(word);
    Order by = own == Order.UNKNOWN ? order : own;
    int printed = number(found, 3);
    int whole = printed < 100 ? 2000 + printed : printed;
    if (by == Order.UNKNOWN) {
      unsure = true;
    } else if (by == Order.MONTH_FIRST) {
      day(whole, number(found, 1), number(found, 2));
    } else {
      day(whole, number(found, 2), number(found, 1));
    }
  }

  private void day(int ofYear, int ofMonth, int ofDay) {
    year = ofYear;
    month = ofMonth;
    day = ofDay;
  }

  private boolean clock(String word) {
    boolean parted = word.indexOf(':') > 0 || word.indexOf('.') > 0;
    Matcher found = TIME.matcher(word);
    if (time != null
        || !parted
        || !found.matches()
        || (word.indexOf(':') < 0 && found.group(3) == null)) {
      return false;
    }
    int second = found.group(3) == null ? 0 : number(found, 3);
    time = LocalTime.of(number(found, 1), number(found, 2), second);
    return found.group(4) == null || half(found.group(4));
  }

  /** A bare number is of a date only beside a month or a day of the week: rows begin with some. */
  private boolean number(String word, boolean first, boolean named) {
    boolean dated = month != null || monthOrDay > 0;
    if (year == null && dated && day != null && YEAR.matcher(word).matches()) {
      year = Integer.valueOf(word);
      return true;
    }
    if (day != null || unsure || !(first || named)) {
      return false;
    }
    Matcher found = DAY.matcher(word);
    if (found.matches()) {
      day = Integer.valueOf(found.group(1));
      return true;
    }
    return false;
  }

  private boolean half(String word) {
    boolean pm = word.equalsIgnoreCase("PM");
    if (time == null || afternoon != null || !(pm || word.equalsIgnoreCase("AM"))) {
      return false;
    }
    afternoon = pm;
    return true;
  }

  private boolean named(String word) {
    if (half(word)) {
      return true;
    }
    int which = DateNames.month(word);
    if (DateNames.isWeekday(word) && !weekday) {
      // "mar" is a day of the week in some languages and a month in others
      weekday = true;
      monthOrDay = which;
      afterName = true;
      return true;
    }
    if (which > 0 && month == null) {
      month = which;
      afterName = true;
      return true;
    }
    return false;
  }

  private boolean zone(int at) {
    if (zone || time == null) {
      return false;
    }
    String word = words.get(at).text();
    boolean yearFollows =
        year == null && at + 1 < words.size() && YEAR.matcher(words.get(at + 1).text()).matches();
    boolean sure = ZONES.contains(word) || SURE_ZONE.matcher(word).matches();
    if (!sure && !((alone || yearFollows) && ZONE.matcher(word).matches())) {
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

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
