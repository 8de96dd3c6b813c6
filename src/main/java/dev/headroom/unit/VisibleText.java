package dev.headroom.unit;

/**
 * Characters that a reader cannot see but that change what is seen: controls, direction overrides,
 * zero-width characters, halves of surrogate pairs. They come from outside and must show.
 *
 * <p>The ranges are written out: what the platform calls a format character differs by its version.
 */
public final class VisibleText {
  private static final int LONGEST = 400;
  private static final char REPLACEMENT = '\uFFFD';
  private static final char CONTROL_PICTURES = '\u2400';
  private static final char LINE_END_PICTURE = CONTROL_PICTURES + '\n';
  private static final char DELETE_PICTURE = '\u2421';

  private VisibleText() {}

  /**
   * The text with every hidden character replaced by a visible one, one for one, so that columns
   * stay where they are. Line ends and tabs remain.
   */
  public static String of(String text) {
    StringBuilder visible = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char shown = paired(text, i) ? c : shown(c);
      if (shown != c && visible == null) {
        visible = new StringBuilder(text);
      }
      if (visible != null) {
        visible.setCharAt(i, shown);
      }
    }
    return visible == null ? text : visible.toString();
  }

  /**
   * The text as one line: what a reader could not see and every line end shown as a character of
   * its own, so that a name from outside cannot begin a line of its own. Tabs remain.
   */
  public static String line(String text) {
    String visible = of(text);
    return visible.indexOf('\n') < 0 ? visible : visible.replace('\n', LINE_END_PICTURE);
  }

  /** The text, or where it is very long, its start and how much more there is. */
  public static String excerpt(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "… (" + Count.of(text.length() - end) + " more characters)";
  }

  /**
   * Whether a character, other than a line end or a tab, cannot be seen or alters its neighbours.
   */
  public static boolean hidden(char c) {
    return (c < ' ' && c != '\n' && c != '\t')
        || (c >= 0x7F && c <= 0x9F)
        || c == 0xAD
        || c == 0x61C
        || c == 0x180E
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFB)
        || c >= 0xFFFE
        || Character.isSurrogate(c);
  }

  private static char shown(char c) {
    if (!hidden(c)) {
      return c;
    }
    if (c < ' ') {
      return (char) (CONTROL_PICTURES + c);
    }
    return c == 0x7F ? DELETE_PICTURE : REPLACEMENT;
  }

  /** Whether the character is half of a whole pair, other than one of the invisible tags. */
  private static boolean paired(String text, int at) {
    char c = text.charAt(at);
    int start = Character.isLowSurrogate(c) ? at - 1 : at;
    if (start < 0 || start + 1 >= text.length()) {
      return false;
    }
    char high = text.charAt(start);
    char low = text.charAt(start + 1);
    return Character.isSurrogatePair(high, low) && high != '\uDB40';
  }
}
