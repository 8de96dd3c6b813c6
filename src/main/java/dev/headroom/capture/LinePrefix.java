package dev.headroom.capture;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a script or a collector put in front of every line of a text, or behind every row: a time
 * stamp ({@code 2024-03-04 12:00:05 }, {@code 09:58:14 }), or the host's name ({@code db01: }). It
 * belongs to the line, not to the tool's text, and is taken off before a format sees the line.
 *
 * <p>It is one only where at least nine of ten lines that are not blank have it, and at least three
 * do.
 */
public final class LinePrefix {
  private static final int LOOKED_AT = 400;
  private static final int LEAST = 3;
  private static final int LONGEST = 100;

  private static final String CLOCK = "(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,]\\d{1,9})?)?";
  private static final String ISO =
      "(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[T _]" + CLOCK + "(?:Z|[+-]\\d\\d:?\\d\\d)?";
  private static final String UNIX =
      "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\\d{1,2}) "
          + CLOCK
          + "(?: [A-Z]{2,5})? (\\d{4})";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private static final Pattern ISO_FRONT =
      Pattern.compile("\\[?" + ISO + "\\]?(?:[ \\t]?[:|,;-])?(?:[ \\t]|$)");
  private static final Pattern UNIX_FRONT =
      Pattern.compile("\\[?" + UNIX + "\\]?(?:[ \\t]?[:|,;-])?(?:[ \\t]|$)");
  private static final Pattern CLOCK_FRONT =
      Pattern.compile("\\[?(\\d\\d):(\\d\\d):(\\d\\d)\\]?(?:[ \\t]|$)");
  private static final Pattern HOST_FRONT = Pattern.compile("([A-Za-z][\\w.-]{0,62}):(?:[ \\t]|$)");
  private static final Pattern ISO_BACK = Pattern.compile("[ \\t|,;]\\[?" + ISO + "\\]?[ \\t]*$");
  private static final Pattern UNIX_BACK = Pattern.compile("[ \\t|,;]\\[?" + UNIX + "\\]?[ \\t]*$");

  /** What kind of thing stands at every line. */
  private enum Kind {
    ISO_FRONT(LinePrefix.ISO_FRONT, false),
    UNIX_FRONT(LinePrefix.UNIX_FRONT, false),
    CLOCK_FRONT(LinePrefix.CLOCK_FRONT, false),
    HOST_FRONT(LinePrefix.HOST_FRONT, false),
    ISO_BACK(LinePrefix.ISO_BACK, true),
    UNIX_BACK(LinePrefix.UNIX_BACK, true);

    private final Pattern pattern;
    private final boolean behind;

    Kind(Pattern pattern, boolean behind) {
      this.pattern = pattern;
      this.behind = behind;
    }
  }

  private final Kind kind;

  /**
   * A line without what stands in front of it or behind it.
   *
   * @param line the tool's text
   * @param time the stamp, where it has a date; null where it has none
   * @param clock the stamp's time of the day; null where the line has no stamp
   * @param host the host in front of the line; null if absent
   */
  public record Bare(
      Line line, @Nullable LocalDateTime time, @Nullable LocalTime clock, @Nullable String host) {}

  private LinePrefix(Kind kind) {
    this.kind = kind;
  }

  /** What stands at every line of a text, told by its first lines; empty where nothing does. */
  static Optional<LinePrefix> of(List<Line> first) {
    List<Line> lines = first.stream().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
    for (Kind kind : Kind.values()) {
      if (kind.behind ? behindRows(kind, lines) : inFront(kind, lines)) {
        return Optional.of(new LinePrefix(kind));
      }
    }
    return Optional.empty();
  }

  private static boolean inFront(Kind kind, List<Line> lines) {
    int with = 0;
    int bare = 0;
    Map<String, Integer> hosts = new HashMap<>();
    for (Line line : lines) {
      Matcher found = kind.pattern.matcher(head(line));
      if (found.lookingAt()) {
        with++;
        bare += found.end() >= line.length() ? 1 : 0;
        if (kind == Kind.HOST_FRONT) {
          hosts.merge(found.group(1), 1, Integer::sum);
        }
      }
    }
    boolean most = with >= LEAST && with * 10 >= lines.size() * 9 && bare < with;
    // labels in front of every line are no hosts: a host stands there again and again
    return most && hosts.values().stream().allMatch(count -> count >= LEAST);
  }

  /** Rows begin with a figure; titles and headings may end with a date of their own. */
  private static boolean behindRows(Kind kind, List<Line> lines) {
    int rows = 0;
    int with = 0;
    for (Line line : lines) {
      if (startsWithDigit(line)) {
        rows++;
        with += kind.pattern.matcher(tail(line)).find() ? 1 : 0;
      }
    }
    return with >= 2 && with * 10 >= rows * 9;
  }

  private static boolean startsWithDigit(Line line) {
    int at = line.start() + line.indent();
    return at < line.end() && line.bytes()[at] >= '0' && line.bytes()[at] <= '9';
  }

  private static String head(Line line) {
    int end = Math.min(line.end(), line.start() + LONGEST);
    return new String(line.bytes(), line.start(), end - line.start(), StandardCharsets.ISO_8859_1);
  }

  private static String tail(Line line) {
    int start = Math.max(line.start(), line.end() - LONGEST);
    return new String(line.bytes(), start, line.end() - start, StandardCharsets.ISO_8859_1);
  }

  /** Whether hosts' names stand in front of the lines. */
  boolean namesHosts() {
    return kind == Kind.HOST_FRONT;
  }

  /** The line without it; a line that does not have it stays as it is. */
  Bare strip(Line line) {
    if (kind.behind) {
      String tail = startsWithDigit(line) ? tail(line) : "";
      Matcher found = kind.pattern.matcher(tail);
      if (!found.find()) {
        return new Bare(line, null, null, null);
      }
      int cut = tail.length() - found.start();
      return stamped(new Line(line.bytes(), line.start(), line.end() - cut, line.number()), found);
    }
    Matcher found = kind.pattern.matcher(head(line));
    if (!found.lookingAt()) {
      return new Bare(line, null, null, null);
    }
    Line rest =
        new Line(
            line.bytes(),
            Math.min(line.end(), line.start() + found.end()),
            line.end(),
            line.number());
    return kind == Kind.HOST_FRONT
        ? new Bare(rest, null, null, found.group(1))
        : stamped(rest, found);
  }

  private Bare stamped(Line rest, Matcher found) {
    try {
      switch (kind) {
        case ISO_FRONT, ISO_BACK -> {
          LocalDate day = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
          return dated(rest, day, clock(found, 4));
        }
        case UNIX_FRONT, UNIX_BACK -> {
          int month = MONTHS.indexOf(found.group(1)) / 3 + 1;
          return dated(
              rest, LocalDate.of(number(found, 6), month, number(found, 2)), clock(found, 3));
        }
        default -> {
          return new Bare(rest, null, clock(found, 1), null);
        }
      }
    } catch (DateTimeException e) {
      return new Bare(rest, null, null, null); // the thirtieth of February is no date
    }
  }

  private static Bare dated(Line rest, LocalDate day, LocalTime clock) {
    return new Bare(rest, day.atTime(clock), clock, null);
  }

  private static LocalTime clock(Matcher found, int group) {
    int second = found.group(group + 2) == null ? 0 : number(found, group + 2);
    return LocalTime.of(number(found, group), number(found, group + 1), second);
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
