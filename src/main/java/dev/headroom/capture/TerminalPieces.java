package dev.headroom.capture;

/**
 * Parts a recording of a terminal into pieces: runs of text, single control bytes, escape
 * sequences. A sequence never goes past a line end, and is never longer than {@link #LONGEST}.
 */
final class TerminalPieces {
  static final int LONGEST = 4096;

  private static final byte ESC = TerminalText.ESC;

  private static final byte BEL = 7;

  /**
   * Characters that follow ESC alone: keypad, cursor kept and put back, tabs, scrolling, resets.
   */
  private static final String ALONE = "=>78cDEHMNOZ<lmno|}~\\";

  /** The sets of characters that may be chosen; those of other countries have letters too. */
  private static final String SETS = "AB0UKCEHQRYZ<%>`";

  private TerminalPieces() {}

  /** Whether text that a terminal shows begins here. */
  static boolean isText(byte b) {
    return (b >= ' ' || b < 0) && b != 0x7F;
  }

  /** The end of the piece that begins here; -1 where it may go on beyond the bytes at hand. */
  static int end(byte[] bytes, int at, int end) {
    if (bytes[at] == ESC) {
      int found = sequence(bytes, at, end);
      return found < 0 && end - at > LONGEST ? at + 1 : found;
    }
    int next = at + 1;
    if (isText(bytes[at])) {
      while (next < end && isText(bytes[next])) {
        next++;
      }
    }
    return next;
  }

  private static int sequence(byte[] bytes, int esc, int end) {
    int at = esc + 1;
    if (at >= end) {
      return -1;
    }
    byte kind = bytes[at];
    if (kind < ' ') {
      return at;
    }
    at++;
    if (kind == '[') {
      while (at < end && bytes[at] >= 0x20 && bytes[at] < 0x40) {
        at++;
      }
      return at == end ? -1 : bytes[at] >= 0x40 ? at + 1 : at;
    }
    if (kind == ']' || kind == 'P' || kind == '_' || kind == '^') {
      return string(bytes, at, end);
    }
    boolean another = kind >= 0x20 && kind < 0x30;
    if (another) {
      return at == end ? -1 : bytes[at] < ' ' ? at : at + 1;
    }
    return at;
  }

  /** The end of a string to the terminal, such as a window's title: BEL, or ESC and a backslash. */
  private static int string(byte[] bytes, int from, int end) {
    for (int at = from; at < end; at++) {
      byte b = bytes[at];
      if (b == '\n') {
        return at;
      }
      if (b == BEL) {
        return at + 1;
      }
      if (b == ESC) {
        return at + 1 == end ? -1 : bytes[at + 1] == '\\' ? at + 2 : at;
      }
    }
    return -1;
  }

  /**
   * The end of the sequence that begins here, within its line; -1 where terminals are sent no such
   * sequence. One that is cut, or that no terminal knows, is damage: without it, the text behind it
   * loses its first character.
   */
  static int known(byte[] bytes, int esc, int end) {
    int at = esc + 1;
    if (at >= end) {
      return -1;
    }
    byte kind = bytes[at];
    return switch (kind) {
      case '[' -> control(bytes, at + 1, end);
      case ']', 'P', '_', '^', 'X', 'k' -> closed(bytes, at + 1, end);
      case '(', ')', '*', '+' -> isTorn(bytes, esc, end) ? -1 : one(bytes, at + 1, end, SETS);
      case '%' -> one(bytes, at + 1, end, "G@");
      case '#' -> one(bytes, at + 1, end, "34568");
      case ' ' -> one(bytes, at + 1, end, "FG");
      default -> one(bytes, at, end, ALONE);
    };
  }

  /** Whether the digit of a set of characters is the last of the figure that it stands in. */
  private static boolean isTorn(byte[] bytes, int esc, int end) {
    int next = esc + 3;
    return isFigure(bytes, esc - 1, 0, end)
        && isFigure(bytes, esc + 2, esc, end)
        && (next >= end || bytes[next] == ' ' || bytes[next] == '\n' || bytes[next] == '\r');
  }

  /** The end of one of these characters; a digit that a figure follows is the figure's. */
  private static int one(byte[] bytes, int at, int end, String known) {
    boolean found = at < end && known.indexOf(bytes[at]) >= 0;
    boolean digit = found && bytes[at] >= '0' && bytes[at] <= '9';
    return found && !(digit && isFigure(bytes, at + 1, at, end)) ? at + 1 : -1;
  }

  /**
   * Figures and their signs, at most one sign of a kind before the end, and a letter. What erases a
   * line has one figure: in front of more stood the beginning of another sequence.
   */
  private static int control(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] >= '0' && bytes[at] < '@') {
      at++;
    }
    if (at < end && bytes[at] == 'K' && at > from + (bytes[from] == '?' ? 2 : 1)) {
      return -1;
    }
    if (at < end && bytes[at] >= ' ' && bytes[at] < '0') {
      at++;
    }
    return at < end && bytes[at] >= '@' && bytes[at] <= '~' ? at + 1 : -1;
  }

  /** The end of a string to the terminal, such as a window's title: BEL, or ESC and a backslash. */
  private static int closed(byte[] bytes, int from, int end) {
    for (int at = from; at < end && bytes[at] != '\n'; at++) {
      if (bytes[at] == BEL) {
        return at + 1;
      }
      if (bytes[at] == ESC) {
        return at + 1 < end && bytes[at + 1] == '\\' ? at + 2 : -1;
      }
    }
    return -1;
  }

  /** Whether a character of a figure stands there. */
  static boolean isFigure(byte[] bytes, int at, int start, int end) {
    return at >= start && at < end && (bytes[at] == '.' || (bytes[at] >= '0' && bytes[at] <= '9'));
  }
}
