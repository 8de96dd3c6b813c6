package dev.headroom.capture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Takes out of recorded terminal text what only a terminal understands: escape sequences, charset
 * shifts, bells; a no-break space becomes a blank. A motion of the cursor to another row becomes a
 * {@link #BREAK}, since a screen drawn by position has no line ends; a backspace takes the
 * character before it, save at a figure, where it stands in the place of a digit. What no terminal
 * is sent stays, such as a sequence that is cut, or a bell in the place of a digit: the cell that
 * it stands in then is no figure.
 */
final class TerminalText {
  /** Ends a screen row inside one line of the recording. */
  static final byte BREAK = 0x0B;

  static final byte ESC = 0x1B;

  /** Stands for a control character in the place of a digit: no figure holds it. */
  static final byte STRANGE = 0x1A;

  /** The no-break space of pages and word processors, in UTF-8. */
  private static final byte NO_BREAK_LEAD = (byte) 0xC2;

  private static final byte NO_BREAK = (byte) 0xA0;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long BLANKS = 0x2020202020202020L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
  private static final long LINE_ENDS = 0x0A0A0A0A0A0A0A0AL;

  private TerminalText() {}

  /** Whether a stretch holds anything that {@link #clean} would change. */
  static boolean needed(byte[] bytes, int start, int end) {
    // every byte of every input passes here: eight at a time, line ends let through
    int at = start;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, at);
      long other = eight ^ LINE_ENDS;
      long lineEnds = ~(((other & LOW) + LOW) | other | LOW);
      boolean special = (((eight - BLANKS) & ~eight & HIGH & ~lineEnds) | (eight & HIGH)) != 0;
      if (special && anyNeeded(bytes, at, at + Long.BYTES)) {
        return true;
      }
    }
    return anyNeeded(bytes, at, end);
  }

  private static boolean anyNeeded(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      byte b = bytes[i];
      boolean control = b < ' ' && b >= 0 && b != '\n' && b != '\t' && b != '\r';
      if (control || b == NO_BREAK) {
        return true;
      }
    }
    return false;
  }

  /** Cleans a stretch of whole lines in place; returns its new end. */
  static int clean(byte[] bytes, int start, int end) {
    int to = start;
    int at = start;
    int sequenceEnd = -1;
    while (at < end) {
      byte b = bytes[at];
      if (b == ESC) {
        int next = TerminalPieces.known(bytes, at, end);
        if (next < 0) {
          bytes[to++] = b;
          at++;
          continue;
        }
        if (movesRow(bytes[next - 1], bytes, at)) {
          bytes[to++] = BREAK;
        }
        at = next;
        sequenceEnd = next;
      } else if (b == '\b') {
        boolean typed = at + 2 < end && bytes[at + 1] == ' ' && bytes[at + 2] == '\b';
        boolean within =
            TerminalPieces.isFigure(bytes, to - 1, start, to)
                || TerminalPieces.isFigure(bytes, at + 1, start, end);
        if (!typed && within) {
          bytes[to++] = STRANGE; // no tool prints a figure over another
        } else if (to > start && bytes[to - 1] != '\n' && bytes[to - 1] != BREAK) {
          to--;
        }
        at += typed ? 3 : 1;
      } else if (b == 0x0C) {
        boolean digit = TerminalPieces.isFigure(bytes, to - 1, start, to);
        // a page that follows begins with a word; what stands before a figure or a blank was a
        // digit
        boolean within =
            at + 1 < end
                && (bytes[at + 1] == ' ' || TerminalPieces.isFigure(bytes, at + 1, start, end));
        bytes[to++] = digit && within ? STRANGE : BREAK;
        at++;
      } else if (b == NO_BREAK_LEAD && at + 1 < end && bytes[at + 1] == NO_BREAK) {
        bytes[to++] = ' ';
        at += 2;
      } else if ((b == 0x0E || b == 0x0F || b == 7)
          && (at == sequenceEnd
              || !(TerminalPieces.isFigure(bytes, to - 1, start, to)
                  || TerminalPieces.isFigure(bytes, at + 1, start, end)))) {
        at++;
      } else {
        bytes[to++] = b;
        at++;
      }
    }
    return to;
  }

  /** Cursor position, next and previous line, and screen erased end a row; colours do not. */
  private static boolean movesRow(byte last, byte[] bytes, int esc) {
    if (esc + 1 >= bytes.length || bytes[esc + 1] != '[') {
      return false;
    }
    return last == 'H'
        || last == 'f'
        || last == 'd'
        || last == 'E'
        || last == 'F'
        || last == 'J'
        || last == 'A'
        || last == 'B';
  }
}
