package dev.headroom.format.perfkit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A printed figure: {@code .8}, {@code 1'024}, {@code 1'024MB}, {@code 256 M}, {@code 12M}; dots
 * and dashes stand for what is not there.
 *
 * <p>The letters count in powers of 1024, as the control program's own answers do; the exact value
 * of an abbreviated figure is not known, only its {@code quantum}.
 *
 * @param value in the unit of the samples; {@link Double#NaN} where the cell says that it has none
 * @param quantum what one of its last digit is worth
 */
record PrintedNumber(double value, double quantum) {
  static final PrintedNumber ABSENT = new PrintedNumber(Double.NaN, 0);

  /** As many digits as this before decimals are two figures that grew together. */
  private static final String TOGETHER = "\\d{8,}";

  private static final Pattern NOTHING = Pattern.compile("\\.+|-+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "((?:0|[1-9]\\d{0,14}|[1-9]\\d{0,2}(?:'\\d{3}){1,4})?)(?:\\.(\\d{1,9}))?"
              + "(?: {0,3}([kKMGT]?)(B?)|(%|/s|s))");

  /** The figure in a cell, without the blanks around it; empty where it is not one. */
  static Optional<PrintedNumber> of(String cell, PrintedUnit unit) {
    if (cell.isEmpty() || NOTHING.matcher(cell).matches()) {
      return Optional.of(ABSENT);
    }
    Matcher found = NUMBER.matcher(cell);
    if (!found.matches() || (found.group(1).isEmpty() && found.group(2) == null)) {
      return Optional.empty();
    }
    if (found.group(2) != null && found.group(1).matches(TOGETHER)) {
      return Optional.empty();
    }
    String letter = found.group(3) == null ? "" : found.group(3);
    boolean bytes = found.group(4) != null && !found.group(4).isEmpty();
    String decimals = found.group(2) == null ? "" : found.group(2);
    double printed =
        Double.parseDouble("0" + found.group(1).replace("'", "") + "." + decimals + "0");
    boolean unitless = letter.isEmpty();
    if ((unit == PrintedUnit.BYTES && unitless && printed != 0)
        || (unit == PrintedUnit.PLAIN && bytes)
        || (unit != PrintedUnit.PLAIN && found.group(5) != null)) {
      return Optional.empty();
    }
    double factor = power(letter) * (bytes ? 1 : unit.factor());
    return Optional.of(
        new PrintedNumber(printed * factor, factor * Math.pow(10, -decimals.length())));
  }

  private static double power(String letter) {
    return switch (letter) {
      case "k", "K" -> 1 << 10;
      case "M" -> 1 << 20;
      case "G" -> 1 << 30;
      case "T" -> 1L << 40;
      default -> 1;
    };
  }

  boolean isAbsent() {
    return Double.isNaN(value);
  }
}
