package dev.headroom.site;

import dev.headroom.unit.VisibleText;
import java.util.List;

/**
 * The text of a site file, for messages that show the line.
 *
 * @param source the file as the user named it
 * @param lines its lines
 */
record SiteText(String source, List<String> lines) {
  private static final int WIDTH = 160;

  /** The text of a file. */
  static SiteText of(String source, String text) {
    return new SiteText(source, text.lines().toList());
  }

  /** That the file cannot be used: the place, the sentence, the line and a caret. */
  SiteFile.UnusableException fault(SiteNode.Place at, String sentence) {
    StringBuilder message = new StringBuilder();
    message.append(source).append(':').append(at.line()).append(':').append(at.column());
    message.append(": ").append(sentence);
    message = new StringBuilder(VisibleText.line(message.toString()));
    String line = line(at.line());
    if (!line.isBlank() && at.column() <= Math.min(line.length(), WIDTH) + 1) {
      message.append('\n').append(line).append('\n');
      for (int i = 0; i < at.column() - 1; i++) {
        message.append(line.charAt(i) == '\t' ? '\t' : ' ');
      }
      message.append('^');
    }
    return new SiteFile.UnusableException(message.toString());
  }

  /** A line as it may be shown: cut to a readable width, without what a terminal would obey. */
  String line(int number) {
    if (number < 1 || number > lines.size()) {
      return "";
    }
    String line = lines.get(number - 1);
    return line.length() > WIDTH
        ? VisibleText.line(line.substring(0, WIDTH)) + "…"
        : VisibleText.line(line);
  }
}
