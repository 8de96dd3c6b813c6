package dev.headroom.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(20\\d\\d|19\\d\\d)([-_.]?)([01]\\d)\\2([0-3]\\d)"
              + "(?:[-_.T]?([0-2]\\d)[-_.:h]?([0-5]\\d)(?:[-_.:m]?([0-5]\\d))?)?(?!\\d)");

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
    return dated(subject, last);
  }

  private static FileName dated(String subject, String name) {
    Matcher found = DATE.matcher(name);
    while (found.find()) {
      try {
        LocalDate date =
            LocalDate.of(
                Integer.parseInt(found.group(1)),
                Integer.parseInt(found.group(3)),
                Integer.parseInt(found.group(4)));
        String second = found.group(7) == null ? "0" : found.group(7);
        LocalTime time =
            found.group(5) == null
                ? null
                : LocalTime.of(
                    Integer.parseInt(found.group(5)),
                    Integer.parseInt(found.group(6)),
                    Integer.parseInt(second));
        return new FileName(subject, date, time);
      } catch (DateTimeException e) {
        // eight digits that are no date: look further
      }
    }
    return new FileName(subject, null, null);
  }

  private static String stem(String name) {
    int end = 0;
    while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '_') {
      end++;
    }
    return name.substring(0, end);
  }
}
