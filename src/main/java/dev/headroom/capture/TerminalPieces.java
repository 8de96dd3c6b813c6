package dev.headroom.capture;

/**
 * Parts a recording of a terminal into pieces: runs of text, single control bytes, escape
 * sequences. A sequence never goes past a line end, and is never longer than {@link #LONGEST}.
 */
final class TerminalPieces {
  static final int LONGEST = 4096;

  private static final byte ESC = TerminalText.ESC;

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
      if (b == 7) {
        return at + 1;
      }
      if (b == ESC) {
        return at + 1 == end ? -1 : bytes[at + 1] == '\\' ? at + 2 : at;
      }
    }
    return -1;
  }
}
