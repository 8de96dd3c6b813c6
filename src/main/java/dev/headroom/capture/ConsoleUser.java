package dev.headroom.capture;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user that a line of a z/VM console comes from, in front of the line and filled up to eight
 * places: {@code MAINT : q storage}, as CP shows the console of a user whose secondary user reads
 * it, and behind a time {@code 09:58:01 MAINT q storage}, as logs of several consoles have it. The
 * user is no system; it is taken off before a format sees the line.
 *
 * <p>It is one only where one of the lines is a command to CP or the message that a command has
 * ended. Before a colon it need not stand at every line, since the reader's own lines have none.
 */
final class ConsoleUser {
  private static final int LONGEST = 100;
  private static final int LEAST = 2;

  private static final String NAME = "[A-Z$#@][A-Z0-9$#@_-]{0,7}";
  private static final Pattern COLON = Pattern.compile(NAME + " {0,7}(?<=^.{8}):(?: |$)");
  private static final Pattern BLANK = Pattern.compile(NAME + " {1,8}(?<=^.{9})");

  /** What a console has that no table has. */
  private static final Pattern OF_CONSOLE =
      Pattern.compile(
          " *(?:(?:#?cp +)?(?:q|que|quer|query|ind|indi|indicate) +[a-z].*"
              + "|R(?:eady)?(?:\\(\\d{1,5}\\))?;.*)",
          Pattern.CASE_INSENSITIVE);

  private final Pattern form;

  private ConsoleUser(Pattern form) {
    this.form = form;
  }

  /**
   * The user in front of the lines of a text, told by its first lines; empty where no user stands
   * there.
   *
   * @param first the lines
   * @param stamps takes the stamps off that stand in front of them
   * @param stamped whether there are any
   */
  static Optional<ConsoleUser> of(List<Line> first, UnaryOperator<Line> stamps, boolean stamped) {
    ConsoleUser colon = new ConsoleUser(COLON);
    ConsoleUser blank = new ConsoleUser(BLANK);
    int colons = 0;
    int blanks = 0;
    int lines = 0;
    boolean toldByColon = false;
    boolean toldByBlank = false;
    for (Line each : first) {
      Line line = stamps.apply(each);
      if (line.isBlank()) {
        continue;
      }
      lines++;
      int end = colon.end(line);
      colons += end > 0 ? 1 : 0;
      toldByColon |= end > 0 && isOfConsole(line, end);
      end = stamped ? blank.end(line) : 0;
      blanks += end > 0 ? 1 : 0;
      toldByBlank |= end > 0 && isOfConsole(line, end);
    }
    if (toldByColon && colons >= LEAST) {
      return Optional.of(colon);
    }
    boolean most = blanks >= LEAST && blanks * 10 >= lines * 9;
    return toldByBlank && most ? Optional.of(blank) : Optional.empty();
  }

  private static boolean isOfConsole(Line line, int from) {
    return OF_CONSOLE.matcher(head(line).substring(from)).matches();
  }

  private static String head(Line line) {
    int end = Math.min(line.end(), line.start() + LONGEST);
    return new String(line.bytes(), line.start(), end - line.start(), StandardCharsets.ISO_8859_1);
  }

  /** Where the text behind the user begins; 0 where no user stands in front. */
  private int end(Line line) {
    Matcher found = form.matcher(head(line));
    return found.lookingAt() ? found.end() : 0;
  }

  /** The line without the user; a line that has none stays as it is. */
  Line strip(Line line) {
    int end = end(line);
    return end == 0
        ? line
        : new Line(
            line.bytes(), Math.min(line.end(), line.start() + end), line.end(), line.number());
  }
}
