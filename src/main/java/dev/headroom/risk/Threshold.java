package dev.headroom.risk;

import dev.headroom.unit.Size;
import java.math.BigDecimal;

/**
 * A limit that a rule judges by.
 *
 * @param name its stable name, such as {@code stalled-share}
 * @param unit {@code %}, {@code MB}, {@code days}, {@code s}, {@code ms}, {@code pages/s} or {@code
 *     count}
 * @param defaultValue the value unless it is changed, in the unit
 * @param value the value that counts, in the unit
 * @param meaning what happens at it
 */
public record Threshold(
    String name, String unit, double defaultValue, double value, String meaning) {
  /** Checks that the value is a number. */
  public Threshold {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be a number");
    }
  }

  /** A threshold with its default. */
  public static Threshold of(String name, String unit, double defaultValue, String meaning) {
    return new Threshold(name, unit, defaultValue, defaultValue, meaning);
  }

  /** Whether it was changed. */
  public boolean changed() {
    return value != defaultValue;
  }

  /**
   * Whether a value in its unit is one that figures can reach: a share is 0 to 100 %, a count is
   * whole and at least 1, all else is not negative.
   */
  public boolean allows(double other) {
    return switch (unit) {
      case "%" -> other >= 0 && other <= 100;
      case "count" -> other >= 1 && other == Math.rint(other);
      default -> other >= 0 && Double.isFinite(other);
    };
  }

  /** A value in its unit as people read it, such as {@code 5 %}; a count has no unit. */
  public String text(double other) {
    String number = BigDecimal.valueOf(other).stripTrailingZeros().toPlainString();
    return unit.equals("count") ? number : number + " " + unit;
  }

  /** The value as figures are compared with it: per cents as a share, MB as bytes. */
  public double amount() {
    return switch (unit) {
      case "%" -> value / 100;
      case "MB" -> value * Size.MB;
      default -> value;
    };
  }
}
