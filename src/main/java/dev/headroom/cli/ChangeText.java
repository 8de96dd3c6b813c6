package dev.headroom.cli;

import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
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
  private static final int HEAVIEST = 255;
  private static final double LONGEST_SHIFT = Span.ofDays(366);

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
    Size size = Size.of(value);
    if (size.isBeyondAnyMachine()) {
      throw new IllegalArgumentException("'" + value + "' is more than any machine has");
    }
    return size.bytes();
  }

  LoanPolicy policy() {
    return switch (value) {
      case "0" -> LoanPolicy.OFF;
      case "1" -> LoanPolicy.FILE_CACHE;
      case "2" -> LoanPolicy.ANY_DATA;
      default ->
          throw new IllegalArgumentException(
              "'"
                  + value
                  + "' is not a loan policy; write 0 (off), 1 (file cache) or 2 (any data)");
    };
  }

  double weight() {
    if (!WEIGHT.matcher(value).matches() || Integer.parseInt(value) > HEAVIEST) {
      throw new IllegalArgumentException("'" + value + "' is not a memory weight; write 0 to 255");
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
          "'" + text + "' is not a factor; write a number above 0, such as 1.5");
    }
    return factor;
  }

  double shift() {
    double shift = Span.of(value);
    if (Math.abs(shift) > LONGEST_SHIFT) {
      throw new IllegalArgumentException(
          "'" + value + "' is more than a year; work can be shifted by a year at most");
    }
    return shift;
  }
}
