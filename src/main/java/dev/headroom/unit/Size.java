package dev.headroom.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size as people write it: {@code 12GB}, {@code 77MB}, {@code 1.5 GB}. Units are binary: 1 GB is
 * 2^30 bytes.
 *
 * @param bytes the size in bytes
 */
public record Size(double bytes) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?) ?(B|KB|MB|GB|TB|K|M|G|T|KiB|MiB|GiB|TiB)");

  /**
   * Reads a size.
   *
   * @throws IllegalArgumentException where the text is none; the message says what one looks like
   */
  @JsonCreator
  public static Size of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no size; write a number and a unit, such as 12GB or 77MB");
    }
    int power = "BKMGT".indexOf(form.group(2).toUpperCase(Locale.ROOT).charAt(0));
    return new Size(
        new BigDecimal(form.group(1))
            .multiply(BigDecimal.valueOf(1L << (10 * power)))
            .setScale(0, RoundingMode.HALF_UP)
            .doubleValue());
  }
}
