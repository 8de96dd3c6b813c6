package dev.headroom.cli;

import dev.headroom.unit.Count;
import java.util.regex.Pattern;

/** A whole number that an option takes. */
final class WholeNumber {
  private static final Pattern DIGITS = Pattern.compile("\\+?\\d{1,18}");

  private WholeNumber() {}

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException where the text is no such number; the message is a sentence
   */
  static long of(String option, String text, long least, long most) {
    String digits = text.strip();
    if (DIGITS.matcher(digits).matches()) {
      long number = Long.parseLong(digits);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        option
            + ": '"
            + text
            + "' is not a whole number from "
            + Count.of(least)
            + " to "
            + Count.of(most));
  }
}
