package dev.headroom.identity;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What a source's name tells: {@code lab/bxaix85.2009-06-30_1203.vmstat} is about {@code bxaix85},
 * on that day, from three minutes past noon.
 *
 * @param subject the name up to the first {@code .} or {@code _}, or the folder's where that names
 *     only tools and things; it stands in until names are settled
 * @param date the day; null where the name holds none
 * @param time the time of the day; null where the name holds none
 */
public record FileName(String subject, @Nullable LocalDate date, @Nullable LocalTime time) {
  /** What the name of this source tells. */
  public static FileName of(String source) {
    String path = source.replace("!/", "/");
    if (path.equals("-")) {
      return new FileName("stdin", null, null);
    }
    String[] parts = path.split("/", -1);
    String last = parts[parts.length - 1];
    String subject = stem(last);
    for (int i = parts.length - 2; i >= 0 && FileWords.isCommon(last); i--) {
      if (!stem(parts[i]).isEmpty()) {
        subject = stem(parts[i]);
        break;
      }
    }
    if (subject.isBlank()) {
      subject = last.isBlank() ? "unnamed" : last;
    }
    NameDates.Found found = NameDates.in(last);
    return found == null
        ? new FileName(subject, null, null)
        : new FileName(subject, found.day(), found.time());
  }

  private static String stem(String name) {
    int end = 0;
    while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '_') {
      end++;
    }
    return name.substring(0, end);
  }
}
