package dev.headroom.identity;

import dev.headroom.unit.PrintedDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that holds what {@code date} prints and nothing else, as {@link PrintedDate} reads it. A
 * label may stand in front that says when what follows began: {@code Time before run: Tue Oct 5
 * 23:57:10 CDT 2010}; and strokes around it: {@code === 2009-06-30 12:03:33 ===}.
 *
 * <p>A date among other words dates nothing: {@code Last login: …}, {@code Time after run : …}, an
 * entry of an error log.
 */
public final class DateLine {
  /** Longer lines are prose. */
  private static final int LONGEST = 80;

  private static final String STROKES = " \t\n\u000b\f\r#*=_<>[]|~-";
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:(?:time before run|date/time|date|today|timestamp|current (?:date|time)"
              + "|(?:run )?start(?:ed|ing)?(?: (?:time|date|at|on))?|begin|time)\\s*[:=]\\s*"
              + "|(?:started|starting|start|begin) at\\s+|zzz\\s+\\**)(?=\\S)");

  /** The head of a mail says when it was sent: {@code Date: Tue, 5 Mar 2024 08:00:00 +0100}. */
  private static final Pattern OF_MAIL =
      Pattern.compile("(?i)date:\\s+[a-z]{3},\\s+\\d{1,2}\\s+[a-z]{3}\\s+\\d{4}\\s.*");

  private DateLine() {}

  /** The date and time that the line is; empty where it is anything else, or names no real day. */
  public static Optional<LocalDateTime> in(String line) {
    return line.length() >= LONGEST ? Optional.empty() : PrintedDate.of(bare(line));
  }

  /** The time of the day that the line is; empty where it is anything else, a date too. */
  public static Optional<LocalTime> clockIn(String line) {
    return line.length() >= LONGEST ? Optional.empty() : PrintedDate.clockOf(bare(line));
  }

  private static String bare(String line) {
    String text = withoutStrokes(line);
    if (OF_MAIL.matcher(text).matches()) {
      return "";
    }
    Matcher label = LABEL.matcher(text);
    return label.lookingAt() ? text.substring(label.end()) : text;
  }

  /** A plus belongs to a zone behind a time, and to the strokes in front. */
  private static String withoutStrokes(String line) {
    int start = 0;
    while (start < line.length()
        && (line.charAt(start) == '+' || STROKES.indexOf(line.charAt(start)) >= 0)) {
      start++;
    }
    int end = line.length();
    while (end > start && STROKES.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(start, end);
  }
}
