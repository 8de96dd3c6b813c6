package dev.headroom.unit;

import java.time.DateTimeException;
import java.time.LocalDateTime;

/** Local times as all outputs print them: ISO 8601, seconds always, fractions only where any. */
public final class IsoTime {
  private IsoTime() {}

  /** The time as text, such as {@code 2009-06-30T12:03:00}. */
  public static String of(LocalDateTime time) {
    String text = time.toString();
    // LocalDateTime leaves out seconds that are zero
    return time.getSecond() == 0 && time.getNano() == 0 ? text + ":00" : text;
  }

  /** For a sentence: {@code 2009-06-30 16:20}; with its seconds where they are not zero. */
  public static String text(LocalDateTime time) {
    // LocalDateTime leaves out seconds that are zero
    return time.withNano(0).toString().replace('T', ' ');
  }

  /** For a cell of a table: {@code 2009-06-30 12:03:00}, and fractions where any. */
  public static String cell(LocalDateTime time) {
    return of(time).replace('T', ' ');
  }

  /**
   * Reads a local time as somebody wrote it: {@code 2009-06-30T12:00:00}, with a space for the T,
   * or a date alone, which is its first instant.
   *
   * @throws DateTimeException where the text is not one
   */
  public static LocalDateTime parse(String text) {
    String iso = text.strip().replace(' ', 'T');
    return LocalDateTime.parse(iso.indexOf('T') < 0 ? iso + "T00:00:00" : iso);
  }
}
