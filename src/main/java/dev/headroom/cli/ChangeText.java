package dev.headroom.cli;

import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.unit.Size;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change as it is written on the command line: {@code NAME=VALUE}.
 *
 * @param name before the equals sign
 * @param value after it
 */
record ChangeText(String name, String value) {
  private static final Pattern FACTOR = Pattern.compile("\\d{1,4}(?:\\.\\d{1,6})?");
  private static final Pattern WEIGHT = Pattern.compile("\\d{1,3}");
  private static final Pattern SHIFT =
      Pattern.compile(
          "([+-]?)(?=\\d)(?:(\\d{1,4})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,7})s)?");
  private static final int HEAVIEST = 255;

  /** Splits at the last equals sign, since sizes and numbers have none. */
  static ChangeText valued(String text, String form) {
    return split(text, text.lastIndexOf('='), form);
  }

  /** Splits at the first equals sign. */
  static ChangeText named(String text, String form) {
    return split(text, text.indexOf('='), form);
  }

  private static ChangeText split(String text, int equals, String form) {
    if (equals < 1 || equals == text.length() - 1) {
      throw new IllegalArgumentException("'" + text + "' is not " + form);
    }
    return new ChangeText(text.substring(0, equals), text.substring(equals + 1));
  }

  double size() {
    return Size.of(value).bytes();
  }

  LoanPolicy policy() {
    return switch (value) {
      case "0" -> LoanPolicy.OFF;
      case "1" -> LoanPolicy.FILE_CACHE;
      case "2" -> LoanPolicy.ANY_DATA;
      default ->
          throw new IllegalArgumentException(
              "'" + value + "' is no loan policy; there are 0 (off), 1 (file cache), 2 (any data)");
    };
  }

  double weight() {
    if (!WEIGHT.matcher(value).matches() || Integer.parseInt(value) > HEAVIEST) {
      throw new IllegalArgumentException("'" + value + "' is no memory weight; it is 0 to 255");
    }
    return Integer.parseInt(value);
  }

  double factor() {
    return factor(value);
  }

  static double factor(String text) {
    double factor = FACTOR.matcher(text).matches() ? Double.parseDouble(text) : 0;
    if (!(factor > 0)) {
      throw new IllegalArgumentException(
          "'" + text + "' is no factor; write a number above 0, such as 1.5");
    }
    return factor;
  }

  double shift() {
    Matcher form = SHIFT.matcher(value);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'"
              + value
              + "' is no length of time; write days, hours, minutes, seconds, such as 2h,"
              + " -30m or 1d12h");
    }
    Duration length =
        Duration.ofDays(number(form.group(2)))
            .plusHours(number(form.group(3)))
            .plusMinutes(number(form.group(4)))
            .plusSeconds(number(form.group(5)));
    return "-".equals(form.group(1)) ? -(double) length.toMillis() : length.toMillis();
  }

  private static long number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
