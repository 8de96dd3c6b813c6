package dev.headroom.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.ScreenTerminal;

/**
 * The screen of a terminal that a recording is played on. It is larger than any that programs were
 * recorded on: what they draw stands where they put it, and nothing wraps.
 */
final class RecordedScreen {
  private static final int COLUMNS = 250;
  private static final int ROWS = 100;
  private static final int TAB = 8;

  /** Motions, erasures, insertions, deletions, scrolling; no colours, modes or questions. */
  private static final String PLAYED = "ABCDEFGHIZ@JKLMPSTX`abdefrsu";

  private static final Pattern FIGURE = Pattern.compile("\\d+");
  private static final Pattern SHORT = Pattern.compile("\u001b(?:[78DEM]|[()][0AB])");
  private static final Pattern C1 = Pattern.compile("[\\u0080-\\u009f]");

  private final ScreenTerminal terminal = new ScreenTerminal(COLUMNS, ROWS);
  private final long[] cells = new long[COLUMNS * ROWS];
  private final int[] cursor = new int[2];

  /** The rows that were written since the screen was last taken. */
  private final BitSet written = new BitSet();

  private int lastRow;
  private int lastColumn;
  private int lowest;
  private boolean jumped;
  private boolean indented;

  /** Whether a whole picture was taken: the next has no more rows. */
  private boolean settled;

  RecordedScreen() {
    // what scrolls off an alternate screen is not kept
    terminal.write("\u001b[?1049h");
    clear();
  }

  /** Makes the screen empty, as a terminal is before a program draws on it. */
  void clear() {
    terminal.write("\u001b[r\u001b(B\u000f\u001b[H\u001b[2J");
    written.clear();
    lowest = 0;
    indented = false;
    jumped = false;
    settled = false;
  }

  /** Writes text where the cursor is. */
  void print(byte[] bytes, int start, int end) {
    terminal.write(decoded(bytes, start, end));
    findCursor();
    written.set(row());
    lastRow = row();
    lastColumn = column();
    lowest = Math.max(lowest, row());
    jumped = false;
  }

  private static String decoded(byte[] bytes, int start, int end) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, start, end - start))
              .toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
    return C1.matcher(text).replaceAll("?");
  }

  /** Obeys a control byte; a tab goes to the next of every eighth column. */
  void control(byte b) {
    switch (b) {
      case '\t' -> {
        findCursor();
        terminal.write("\u001b[" + (TAB - column() % TAB) + "C");
      }
      case '\n', 0x0B, 0x0C -> terminal.write("\n");
      case '\r', '\b', 0x0E, 0x0F -> terminal.write(String.valueOf((char) b));
      default -> {}
    }
  }

  /** Obeys an escape sequence. */
  void sequence(String sequence) {
    char last = sequence.charAt(sequence.length() - 1);
    if (!sequence.startsWith("\u001b[")) {
      if (SHORT.matcher(sequence).matches()) {
        terminal.write(sequence);
      }
      return;
    }
    if (PLAYED.indexOf(last) < 0 || sequence.indexOf('?') > 0) {
      return;
    }
    // a count beyond the screen's size only costs time
    Matcher figures = FIGURE.matcher(sequence);
    terminal.write(
        figures.replaceAll(
            figure ->
                figure.group().length() > 3 || Integer.parseInt(figure.group()) > COLUMNS
                    ? String.valueOf(COLUMNS)
                    : figure.group()));
    if (isAddress(sequence)) {
      findCursor();
      jumped = true;
      indented |= column() > 0;
      lowest = Math.max(lowest, row());
    }
  }

  /** Whether a sequence puts the cursor at a place of the screen. */
  static boolean isAddress(String sequence) {
    char last = sequence.charAt(sequence.length() - 1);
    return sequence.startsWith("\u001b[") && (last == 'H' || last == 'f' || last == 'd');
  }

  private void findCursor() {
    terminal.dump(cells, 0, 0, 0, COLUMNS, cursor); // no row of it
  }

  private int row() {
    return cursor[1];
  }

  private int column() {
    return cursor[0];
  }

  /**
   * Whether a line end here goes below the picture, where a shell goes on: below the lowest row of
   * an earlier picture, or one that the cursor was put in without writing.
   */
  boolean isAtEnd() {
    findCursor();
    return (row() >= lowest && (settled || jumped)) || row() >= ROWS - 1;
  }

  /** Whether anything was written since the screen was last taken. */
  boolean isWritten() {
    return !written.isEmpty();
  }

  /** Whether text was put elsewhere than in the first column of its row. */
  boolean isIndented() {
    return indented;
  }

  /**
   * Whether the cursor was put back into a row that was written before: programs draw from top to
   * bottom, so that what is drawn now is the next picture.
   */
  boolean goesBack() {
    findCursor();
    boolean before = row() < lastRow || (row() == lastRow && column() < lastColumn);
    return jumped && before && written.get(row());
  }

  /** Whether the row written last is the last of the screen that holds anything. */
  boolean endsWithLastWritten() {
    terminal.dump(cells, cursor);
    for (int row = lastRow + 1; row < ROWS; row++) {
      if (!rowText(row).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Takes the screen: its rows, each with a break in front; empty where it holds nothing. */
  byte[] take() {
    terminal.dump(cells, 0, 0, lowest + 1, COLUMNS, cursor);
    written.clear();
    settled = true;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    boolean any = false;
    for (int row = 0; row <= lowest; row++) {
      String shown = rowText(row);
      any |= !shown.isEmpty();
      text.write(TerminalText.BREAK);
      text.writeBytes(shown.getBytes(StandardCharsets.UTF_8));
    }
    return any ? text.toByteArray() : new byte[0];
  }

  private String rowText(int row) {
    int start = row * COLUMNS;
    int end = start + COLUMNS;
    // most of a row is blank behind its text, and each of a recording's screens is asked for all
    // rows
    while (end > start && shown(ScreenTerminal.cellCodePoint(cells[end - 1])) == ' ') {
      end--;
    }
    StringBuilder text = new StringBuilder(end - start);
    for (int at = start; at < end; at++) {
      text.appendCodePoint(shown(ScreenTerminal.cellCodePoint(cells[at])));
    }
    return text.toString().stripTrailing();
  }

  /** Of drawn lines the level ones are dashes, as tools print them; the others part columns. */
  private static int shown(int codePoint) {
    if (codePoint < ' ') {
      return ' ';
    }
    boolean drawn = codePoint >= 0x2500 && codePoint < 0x2580;
    return !drawn ? codePoint : codePoint == 0x2500 ? '-' : ' ';
  }
}
