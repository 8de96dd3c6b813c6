package dev.headroom.unit;

import java.util.Locale;

/** How many there are, as people read it. */
public final class Count {
  private Count() {}

  /** A whole number with its thousands apart, such as {@code 1,440}. */
  public static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number and its noun, such as {@code 1 interval} and {@code 1,440 intervals}. */
  public static String of(long number, String noun) {
    return of(number) + " " + noun + (number == 1 ? "" : "s");
  }
}
