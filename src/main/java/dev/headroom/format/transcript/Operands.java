package dev.headroom.format.transcript;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a tool was called, as far as its times hang on it: {@code vmstat -ht 10 6}, {@code svmon -G
 * -i 5 2}.
 *
 * @param intervalMillis the interval asked for; {@link Double#NaN} where there was none
 */
public record Operands(double intervalMillis) {
  private static final Pattern CALL = Pattern.compile("\\b([a-z][a-z0-9_]{2,15})\\b([^|;&<>]*)");
  private static final Pattern NUMBER = Pattern.compile("(?<=\\s)(\\d{1,6})(?=\\s|$)");

  /** The operands of the first call of this tool in a command line. */
  static Optional<Operands> of(String command, String tool) {
    Matcher call = CALL.matcher(command);
    while (call.find()) {
      if (call.group(1).equals(tool)) {
        Matcher number = NUMBER.matcher(call.group(2));
        return Optional.of(
            new Operands(number.find() ? Integer.parseInt(number.group(1)) * 1000.0 : Double.NaN));
      }
    }
    return Optional.empty();
  }
}
