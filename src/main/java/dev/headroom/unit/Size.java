package dev.headroom.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size as people read and write it: {@code 12GB}, {@code 77MB}, {@code 1.5 GB}. Units are binary:
 * 1 GB is 2^30 bytes.
 *
 * @param bytes the size in bytes
 */
public record Size(double bytes) {
  /** Bytes of a megabyte. */
  public static final double MB = 1 << 20;

  /** Bytes of a gigabyte. */
  public static final double GB = 1 << 30;

  private static final double LARGEST = 1024 * 1024 * GB;

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?) ?(B|KB|MB|GB|TB|K|M|G|T|KiB|MiB|GiB|TiB)");

  /**
   * Reads a size.
   *
   * @throws IllegalArgumentException where the text is not one; the message says what one looks
   *     like
   */
  @JsonCreator
  public static Size of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a size; write a number and a unit, such as 12GB or 77MB");
    }
    return new Size(bytes(form.group(1), form.group(2).substring(0, 1)));
  }

  /** Whether no machine has that much, so that it is written by mistake. */
  public boolean isBeyondAnyMachine() {
    return bytes > LARGEST;
  }

  /**
   * The bytes of a unit as tools print it, such as {@code K}, {@code MB}, {@code gb}; 1 for no
   * unit, 0 where the text is not one.
   */
  public static long factor(String unit) {
    return switch (unit.toUpperCase(Locale.ROOT)) {
      case "", "B" -> 1;
      case "K", "KB" -> 1L << 10;
      case "M", "MB" -> 1L << 20;
      case "G", "GB" -> 1L << 30;
      case "T", "TB" -> 1L << 40;
      default -> 0;
    };
  }

  /** A printed number of units, to the nearest byte. */
  public static double bytes(String number, String unit) {
    return new BigDecimal(number)
        .multiply(BigDecimal.valueOf(factor(unit)))
        .setScale(0, RoundingMode.HALF_UP)
        .doubleValue();
  }

  /** Bytes as a number of a printed unit, such as {@code 76.50 MB}. */
  public static String in(String unit, double bytes) {
    return Decimal.fixed(bytes / factor(unit), 2) + " " + unit;
  }

  /** Bytes as {@code 12.00 GB}: for a cell of a table, or where several sizes are compared. */
  public static String gb(double bytes) {
    return in("GB", bytes);
  }

  /** For a sentence: bytes as {@code 1.43 GB}; what that would show as nothing, in MB. */
  public static String text(double bytes) {
    boolean vanishes = bytes > 0 && bytes < 0.005 * GB;
    return vanishes ? in("MB", bytes) : gb(bytes);
  }

  /** Bytes as {@code 1048576 KB}, as {@code svmon} prints them. */
  public static String kb(double bytes) {
    return Decimal.fixed(bytes / factor("KB"), 0) + " KB";
  }

  /** Bytes as {@code 10,240 MB} or {@code 76.5 MB}, as z/VM and entitlements count memory. */
  public static String mb(double bytes) {
    return Decimal.grouped(bytes / MB) + " MB";
  }
}
