package dev.headroom.format.perfkit;

import dev.headroom.capture.Line;
import java.nio.charset.StandardCharsets;

/**
 * A line as the report's columns count it: without a carriage-control byte, tabs as blanks.
 *
 * @param original as it was read
 * @param line as the grammar sees it
 * @param shift how many places of the original stand before the first of these
 */
record PrintedLine(Line original, Line line, int shift) {
  private static final int TAB = 8;

  /** A line of a report that has carriage control, or has none. */
  static PrintedLine of(Line line, boolean control) {
    boolean dropped = control && hasControl(line);
    int start = dropped ? line.start() + 1 : line.start();
    for (int at = start; at < line.end(); at++) {
      if (line.bytes()[at] == '\t') {
        byte[] bytes = expanded(text(line.bytes(), start, line.end()));
        return new PrintedLine(
            line, new Line(bytes, 0, bytes.length, line.number()), start - line.start());
      }
    }
    return new PrintedLine(
        line, new Line(line.bytes(), start, line.end(), line.number()), start - line.start());
  }

  /**
   * Whether a printer would take the first character as a command: new page, skip a line. Transfers
   * strip it from some lines only; a time of day shows that nothing stands before it.
   */
  private static boolean hasControl(Line line) {
    if (line.length() == 0) {
      return false;
    }
    char first = (char) line.bytes()[line.start()];
    boolean time = line.length() > 2 && line.bytes()[line.start() + 2] == ':';
    return first == ' '
        || (!time && (first == '1' || first == '0' || first == '-' || first == '+'));
  }

  private static byte[] expanded(String text) {
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\t') {
        wide.append(" ".repeat(TAB - wide.length() % TAB));
      } else {
        wide.append(text.charAt(i));
      }
    }
    return wide.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Its characters, one a place. */
  String text() {
    return text(line.bytes(), line.start(), line.end());
  }
}
