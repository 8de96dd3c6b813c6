package dev.headroom.capture;

import dev.headroom.unit.PrintedDate;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a script or a collector put in front of every line of a text, in front of every row, or
 * behind every row: a time stamp ({@code 2024-03-04 12:00:05 }, {@code 09:58:14 }), or the host's
 * name ({@code db01: }), or both as a system log has them ({@code Mar 4 12:00:05 db01 }). It
 * belongs to the line, not to the tool's text, and is taken off before a format sees the line.
 *
 * <p>It is one only where at least nine of ten lines that are not blank have it, and at least three
 * do. Seconds since 1970 are taken off and not used: nothing tells the zone.
 */
public final class LinePrefix {
  private static final int LOOKED_AT = 400;
  private static final int LEAST = 3;
  private static final int LONGEST = 100;

  /** A row has at least this number of figures. */
  private static final int FIGURES = 5;

  private static final String END =
      "[\\])>]?(?:[ \\t]?[:|,;-])?(?:[ \\t]|$)"
          // a table of blanks behind a stamp with a comma, but no table of commas
          + "|[,;|](?=[^,;|]*$)";
  private static final Pattern STAMP_END = Pattern.compile(END);
  private static final Pattern EPOCH =
      Pattern.compile("[\\[(]?1[0-9]{9}(?:[0-9]{3}|[.,][0-9]{1,9})?(?:" + END + ")");
  private static final Pattern HOST_FRONT = Pattern.compile("([A-Za-z][\\w.-]{0,62}):(?:[ \\t]|$)");
  private static final Pattern HOST_BEHIND =
      Pattern.compile("([A-Za-z][\\w.-]{0,62}):?(?:[ \\t][\\w./-]+(?:\\[\\d+\\])?:)?(?:[ \\t]|$)");
  private static final Pattern MONTH = Pattern.compile("[\\[(<]?[A-Za-z]{3}");
  private static final Pattern COLON = Pattern.compile("\\d:\\d\\d");

  /** What kind of thing stands at every line. */
  private enum Kind {
    DATED_FRONT,
    CLOCK_FRONT,
    EPOCH_FRONT,
    HOST_FRONT,
    DATED_ROWS,
    DATED_BACK
  }

  private final Kind kind;
  private final PrintedDate.Order order;

  /** The host behind the stamp in front of every line; null where none or several stand there. */
  private final @Nullable String host;

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

  /** A stamp in front of a line, and where the tool's text begins. */
  private record Front(PrintedDate.Found stamp, int end) {}

  /** Whether names of several hosts stand behind the stamps. */
  private final boolean hosts;

  private LinePrefix(Kind kind, PrintedDate.Order order, @Nullable String host, boolean hosts) {
    this.kind = kind;
    this.order = order;
    this.host = host;
    this.hosts = hosts;
  }

  /** What stands at every line of a text, told by its first lines; empty where nothing does. */
  static Optional<LinePrefix> of(List<Line> first) {
    List<Line> lines = first.stream().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
    PrintedDate.Order order = order(lines);
    for (Kind kind : Kind.values()) {
      LinePrefix found = new LinePrefix(kind, order, null, false);
      boolean all =
          switch (kind) {
            case DATED_ROWS, DATED_BACK -> found.atRows(lines);
            default -> found.inFront(lines);
          };
      if (all) {
        Set<String> behind = found.hostsBehind(lines);
        return Optional.of(
            new LinePrefix(
                kind,
                order,
                behind.size() == 1 ? behind.iterator().next() : null,
                behind.size() > 1));
      }
    }
    return Optional.empty();
  }

  /** Which figure of a date with strokes is the month, where any stamp tells. */
  private static PrintedDate.Order order(List<Line> lines) {
    for (Line line : lines) {
      if (!hasStroke(line)) {
        continue;
      }
      for (String text : List.of(head(line), tail(line))) {
        PrintedDate.Order order = PrintedDate.order(text);
        if (order != PrintedDate.Order.UNKNOWN) {
          return order;
        }
      }
    }
    return PrintedDate.Order.UNKNOWN;
  }

  private static boolean hasStroke(Line line) {
    for (int at = line.start(); at < line.end(); at++) {
      if (line.bytes()[at] == '/') {
        return true;
      }
    }
    return false;
  }

  private boolean inFront(List<Line> lines) {
    int with = 0;
    int without = 0;
    int bare = 0;
    boolean headed = kind != Kind.CLOCK_FRONT;
    Map<String, Integer> hosts = new HashMap<>();
    for (Line line : lines) {
      String head = head(line);
      int end = frontEnd(head);
      if (end > 0) {
        with++;
        bare += end >= line.length() ? 1 : 0;
        headed = headed || beginsWithLetter(head, end);
        Matcher named = HOST_FRONT.matcher(head);
        if (kind == Kind.HOST_FRONT && named.lookingAt()) {
          hosts.merge(named.group(1), 1, Integer::sum);
        }
      } else if (++without * 10 > lines.size()) {
        return false; // most captures have nothing in front: a few lines tell
      }
    }
    // where only rows of figures have a time in front, it is the first column of their table
    if (kind == Kind.HOST_FRONT) {
      // labels in front of every line are no hosts: a host stands there again and again
      with = hosts.values().stream().filter(count -> count >= LEAST).mapToInt(c -> c).sum();
    }
    return headed && with >= LEAST && with * 10 >= lines.size() * 9 && bare < with;
  }

  private static boolean beginsWithLetter(String head, int from) {
    String rest = head.substring(from).stripLeading();
    return !rest.isEmpty() && Character.isLetter(rest.charAt(0));
  }

  /** Where the tool's text begins; 0 where nothing of the kind stands before it. */
  private int frontEnd(String head) {
    switch (kind) {
      case HOST_FRONT, EPOCH_FRONT -> {
        Matcher found = (kind == Kind.HOST_FRONT ? HOST_FRONT : EPOCH).matcher(head);
        return found.lookingAt() ? found.end() : 0;
      }
      default -> {
        return front(head).map(Front::end).orElse(0);
      }
    }
  }

  private Optional<Front> front(String head) {
    boolean opens = !head.isEmpty() && "[(<".indexOf(head.charAt(0)) >= 0;
    Optional<PrintedDate.Found> stamp = PrintedDate.front(head, order);
    if (stamp.isEmpty() || stamp.get().start() != (opens ? 1 : 0)) {
      return Optional.empty();
    }
    PrintedDate.Found found = stamp.get();
    boolean clock = kind == Kind.CLOCK_FRONT;
    String text = head.substring(found.start(), found.end());
    boolean dated = found.day() != null;
    if (clock ? !COLON.matcher(text).find() : !dated) {
      return Optional.empty();
    }
    Matcher end = STAMP_END.matcher(head).region(found.end(), head.length());
    return end.lookingAt() ? Optional.of(new Front(found, end.end())) : Optional.empty();
  }

  /** The names that stand behind the dated stamp of every line, as in a system log. */
  private Set<String> hostsBehind(List<Line> lines) {
    if (kind != Kind.DATED_FRONT && kind != Kind.CLOCK_FRONT) {
      return Set.of();
    }
    Map<String, Integer> behind = new TreeMap<>();
    for (Line line : lines) {
      String head = head(line);
      int end = frontEnd(head);
      if (end == 0 || end >= head.length()) {
        continue;
      }
      Matcher named = HOST_BEHIND.matcher(head).region(end, head.length());
      // behind a time of the day without a month stands the user on a console of z/VM
      if (!named.lookingAt() || (kind == Kind.CLOCK_FRONT && !MONTH.matcher(head).lookingAt())) {
        return Set.of();
      }
      behind.merge(named.group(1), 1, Integer::sum);
    }
    return behind.values().stream().allMatch(count -> count >= LEAST) ? behind.keySet() : Set.of();
  }

  /** Rows begin with a figure; titles and headings may end with a date of their own. */
  private boolean atRows(List<Line> lines) {
    int rows = 0;
    int with = 0;
    for (Line line : lines) {
      if (kind == Kind.DATED_ROWS) {
        int end = frontEnd(head(line));
        boolean stamped = end > 0 && isRow(head(line).substring(end));
        with += stamped ? 1 : 0;
        rows += stamped || (end == 0 && isRow(head(line))) ? 1 : 0;
      } else if (startsWithDigit(line)) {
        rows++;
        with += back(line).isPresent() ? 1 : 0;
      }
      if ((rows - with) * 10 > lines.size()) {
        return false;
      }
    }
    int least = kind == Kind.DATED_ROWS ? LEAST : 2;
    return with >= least && with * 10 >= rows * 9;
  }

  private static boolean isRow(String text) {
    String[] words = text.strip().split("\\s+", -1);
    int figures = 0;
    for (String word : words) {
      figures += !word.isEmpty() && Character.isDigit(word.charAt(0)) ? 1 : 0;
    }
    return figures >= FIGURES && Character.isDigit(words[0].charAt(0));
  }

  private static boolean startsWithDigit(Line line) {
    int at = line.start() + line.indent();
    return at < line.end() && line.bytes()[at] >= '0' && line.bytes()[at] <= '9';
  }

  private Optional<PrintedDate.Found> back(Line line) {
    String tail = tail(line);
    return PrintedDate.back(tail, order)
        .filter(found -> found.day() != null)
        .filter(found -> tail.substring(found.end()).matches("[\\])>]?[ \\t:,;|-]*"));
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
    return kind == Kind.HOST_FRONT || hosts;
  }

  /** The host behind the stamp in front of every line; null where none stands there. */
  @Nullable String host() {
    return host;
  }

  /** The same, but for names, which stay at the line; empty where it is but a name. */
  Optional<LinePrefix> withoutHosts() {
    return kind == Kind.HOST_FRONT
        ? Optional.empty()
        : Optional.of(new LinePrefix(kind, order, null, false));
  }

  /** The line without it; a line that does not have it stays as it is. */
  Bare strip(Line line) {
    if (kind == Kind.DATED_BACK) {
      return stripBack(line);
    }
    String head = head(line);
    int end = frontEnd(head);
    boolean taken = end > 0 && (kind != Kind.DATED_ROWS || isRow(head.substring(end)));
    if (!taken) {
      return new Bare(line, null, null, null);
    }
    if (hosts) {
      return withoutHost(line, head, end);
    }
    if (host != null) {
      Matcher named = HOST_BEHIND.matcher(head).region(end, head.length());
      end = named.lookingAt() ? named.end() : end;
    }
    Line rest =
        new Line(line.bytes(), Math.min(line.end(), line.start() + end), line.end(), line.number());
    Matcher named = HOST_FRONT.matcher(head);
    if (kind == Kind.HOST_FRONT && named.lookingAt()) {
      return new Bare(rest, null, null, named.group(1));
    }
    return front(head)
        .map(Front::stamp)
        .map(stamp -> new Bare(rest, stamp.time().orElse(null), stamp.clock(), null))
        .orElseGet(() -> new Bare(rest, null, null, null));
  }

  /** The line with its stamp and without the host behind it: the stamp is taken off later. */
  private static Bare withoutHost(Line line, String head, int end) {
    Matcher named = HOST_BEHIND.matcher(head).region(end, head.length());
    if (!named.lookingAt()) {
      return new Bare(line, null, null, null);
    }
    int rest = line.start() + named.end();
    byte[] joined = new byte[end + Math.max(0, line.end() - rest)];
    System.arraycopy(line.bytes(), line.start(), joined, 0, end);
    System.arraycopy(line.bytes(), rest, joined, end, joined.length - end);
    return new Bare(new Line(joined, 0, joined.length, line.number()), null, null, named.group(1));
  }

  private Bare stripBack(Line line) {
    Optional<PrintedDate.Found> found = startsWithDigit(line) ? back(line) : Optional.empty();
    if (found.isEmpty()) {
      return new Bare(line, null, null, null);
    }
    String tail = tail(line);
    int start = found.get().start();
    while (start > 0 && " \t|,;[(<".indexOf(tail.charAt(start - 1)) >= 0) {
      start--;
    }
    Line rest =
        new Line(line.bytes(), line.start(), line.end() - (tail.length() - start), line.number());
    return new Bare(rest, found.get().time().orElse(null), found.get().clock(), null);
  }
}
