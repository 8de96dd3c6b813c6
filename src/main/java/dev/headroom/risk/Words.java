package dev.headroom.risk;

import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Table;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Figures as sentences carry them. */
public final class Words {
  static final double GB = 1L << 30;
  private static final double SECOND = 1000;
  private static final double MINUTE = 60 * SECOND;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final int NAMES = 5;
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private Words() {}

  /** Bytes as {@code 1.43 GB}; what two decimals would show as nothing, in MB. */
  public static String gb(double bytes) {
    boolean vanishes = bytes > 0 && bytes < 0.005 * GB;
    return vanishes
        ? String.format(Locale.ROOT, "%.2f MB", bytes / (1 << 20))
        : String.format(Locale.ROOT, "%.2f GB", bytes / GB);
  }

  /** A share as {@code 0.21 %}; what is too small for that is not shown as nothing. */
  public static String percent(double share) {
    double percent = share * 100;
    if (percent > 0 && percent < 0.005) {
      return "less than 0.01 %";
    }
    return plain(String.format(Locale.ROOT, "%.2f", percent)) + " %";
  }

  /** A chance that is no more than this: rounded up to one decimal. */
  static String chance(double share) {
    double percent = Math.ceil(share * 1000 - 1e-9) / 10;
    return plain(String.format(Locale.ROOT, "%.1f", percent)) + " %";
  }

  /** Processors as {@code 4.47}. */
  public static String processors(double processors) {
    return String.format(Locale.ROOT, "%.2f", processors);
  }

  public static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f ms", millis);
  }

  /** A count and its noun, such as {@code 1 interval} and {@code 1,440 intervals}. */
  public static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** Such as {@code 3 of 1,440 intervals (3 min)}; samples where times are not known. */
  public static String intervals(PoolHistory history, int count, int of) {
    String noun = history.timed() ? "interval" : "sample";
    String text = String.format(Locale.ROOT, "%,d of %s", count, count(of, noun));
    return history.timed() && !Double.isNaN(history.intervalMillis())
        ? text + " (" + duration(count * history.intervalMillis()) + ")"
        : text;
  }

  /** Such as {@code 20 s}, {@code 3 min}, {@code 3.5 hours} and {@code 2 days}. */
  static String duration(double millis) {
    if (millis < MINUTE) {
      return number(millis / SECOND) + " s";
    }
    if (millis < 2 * HOUR) {
      return number(millis / MINUTE) + " min";
    }
    return millis < 2 * DAY ? number(millis / HOUR) + " hours" : number(millis / DAY) + " days";
  }

  /** Days as {@code 7 days}, {@code 1 day} and {@code 0.25 days}. */
  public static String days(double days) {
    String text = days < 1 ? plain(String.format(Locale.ROOT, "%.2f", days)) : number(days);
    return text + ("1".equals(text) ? " day" : " days");
  }

  /** A number with at most one decimal. */
  public static String number(double value) {
    return plain(String.format(Locale.ROOT, "%.1f", value));
  }

  /** A local time in milliseconds as {@code 2009-06-30 16:20}. */
  public static String time(double millis) {
    LocalDateTime time = Table.localTime(millis);
    return time == null
        ? "an unknown time"
        : time.format(time.getSecond() == 0 ? MINUTES : SECONDS);
  }

  /** An instant as {@code 2009-06-30 16:20}, or {@code sample 13} where times are not known. */
  static String when(PoolHistory history, int instant) {
    double place = history.instants()[instant];
    LocalDateTime time = history.timed() ? Table.localTime(place) : null;
    if (time == null) {
      return String.format(Locale.ROOT, "sample %,d", (long) place + 1);
    }
    return time.format(time.getSecond() == 0 ? MINUTES : SECONDS);
  }

  /** Such as {@code at 2009-06-30 16:20} and {@code in sample 13}. */
  public static String at(PoolHistory history, int instant) {
    return (history.timed() ? "at " : "in ") + when(history, instant);
  }

  /** Names as {@code a, b and c}; of many, the first few and how many more. */
  public static String names(List<String> names) {
    if (names.size() > NAMES) {
      return String.join(", ", names.subList(0, NAMES))
          + String.format(Locale.ROOT, " and %,d more", names.size() - NAMES);
    }
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static String plain(String decimal) {
    int end = decimal.length();
    while (decimal.charAt(end - 1) == '0') {
      end--;
    }
    return decimal.substring(0, decimal.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
