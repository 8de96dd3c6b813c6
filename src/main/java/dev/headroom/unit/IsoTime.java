package dev.headroom.unit;

import java.time.LocalDateTime;

/** Local times as the contract prints them: ISO 8601, seconds always, fractions only where any. */
public final class IsoTime {
  private IsoTime() {}

  /** The time as text, such as {@code 2009-06-30T12:03:00}. */
  public static String of(LocalDateTime time) {
    String text = time.toString();
    // LocalDateTime leaves out seconds that are zero
    return time.getSecond() == 0 && time.getNano() == 0 ? text + ":00" : text;
  }
}
