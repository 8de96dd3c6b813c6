package dev.headroom.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Printed sizes to bytes. Units are binary: 1 GB is 2^30 bytes. */
public final class PrintedUnits {
  private PrintedUnits() {}

  /** The factor of a unit such as {@code K}, {@code MB}, {@code gb}; 0 where it is none. */
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
}
