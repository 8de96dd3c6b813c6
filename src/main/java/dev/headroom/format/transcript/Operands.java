package dev.headroom.format.transcript;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a tool was called, as far as its times hang on it: {@code vmstat -ht 10 6}, {@code svmon -G
 * -i 5 2}.
 *
 * @param intervalMillis the interval asked for; {@link Double#NaN} where none can be read
 * @param once whether the command plainly asks for no interval
 */
public record Operands(double intervalMillis, boolean once) {
  private static final Pattern NUMBER = Pattern.compile("(?<=\\s)(\\d{1,6})(?=['\"\\s]|$)");

  /** A variable of a script may hold an interval. */
  private static final Pattern UNKNOWN = Pattern.compile("[$%]");

  /** The operands of the first call of this tool in a command line. */
  static Optional<Operands> of(String command, String tool) {
    // what stands before the tool hands it on: sudo, time, nohup, ssh with its host
    Matcher call =
        Pattern.compile("(?<![\\w.-])" + Pattern.quote(tool) + "(?![\\w.-])([^|;&<>]*)")
            .matcher(command);
    if (!call.find()) {
      return Optional.empty();
    }
    String behind = call.group(1);
    Matcher number = NUMBER.matcher(behind);
    boolean given = number.find();
    return Optional.of(
        new Operands(
            given ? Integer.parseInt(number.group(1)) * 1000.0 : Double.NaN,
            !given && !UNKNOWN.matcher(behind).find()));
  }
}
