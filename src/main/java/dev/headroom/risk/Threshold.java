package dev.headroom.risk;

import dev.headroom.unit.Size;

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

  public static Threshold of(String name, String unit, double defaultValue, String meaning) {
    return new Threshold(name, unit, defaultValue, defaultValue, meaning);
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
