package dev.headroom.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plays recordings of programs that send a terminal only the cells that changed, and gives each
 * picture as rows of text, within the line of the recording in which the picture was complete. All
 * else comes through as it is, also screens of which every row is sent: their rows have lines of
 * their own.
 *
 * <p>Programs draw from top to bottom. A picture is complete when the next begins: when the cursor
 * is put back into a row that was written already, when the screen is cleared, or when the program
 * leaves it.
 */
final class ScreenReplay extends InputStream {
  private static final int CHUNK = 1 << 16;

  /** More lines or bytes than a program needs for one picture. */
  private static final int MOST_LINES = 200;

  private static final int MOST_BYTES = 1 << 16;

  private static final long MOST_TEXT = 1L << 28;

  /** The other picture of a terminal is shown, and the first one again. */
  private static final Pattern OTHER = Pattern.compile("\u001b\\[\\?(?:1049|1047|47)h");

  private static final Pattern FIRST = Pattern.compile("\u001b\\[\\?(?:1049|1047|47)l");

  /** What is being read. */
  private enum Mode {
    /** Lines of text. */
    LINES,
    /** What may become a screen: it was cleared, and nothing shows yet that it has to be played. */
    UNSURE,
    /** A screen that has to be played. */
    SCREEN
  }

  private final InputStream in;
  private final ByteArrayOutputStream unsure = new ByteArrayOutputStream();

  /** The screen, once something is drawn; few texts need one. */
  private @Nullable RecordedScreen drawn;

  private Mode mode = Mode.LINES;
  private byte[] held = new byte[0];
  private byte[] out = new byte[0];
  private int outAt;
  private ByteArrayOutputStream ready = new ByteArrayOutputStream();
  private int unsureLines;

  /** Line ends inside the screen at hand, which are not handed out yet. */
  private int screenLines;

  private boolean carriageReturn;
  private boolean returnsAreSent;

  /** Whether the last byte of the lines at hand is of a figure. */
  private boolean inFigure;

  private boolean printed;
  private long shown;
  private boolean ended;
  private @Nullable IOException failure;

  ScreenReplay(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (outAt == out.length) {
      if (ended) {
        if (failure != null) {
          throw failure;
        }
        return -1;
      }
      int count = fetch(buffer, offset, length);
      if (count > 0) {
        return count;
      }
      out = ready.toByteArray();
      outAt = 0;
      ready = new ByteArrayOutputStream();
    }
    int count = Math.min(length, out.length - outAt);
    System.arraycopy(out, outAt, buffer, offset, count);
    outAt += count;
    return count;
  }

  /** Reads on; returns how many bytes went straight into the buffer. */
  private int fetch(byte[] buffer, int offset, int length) {
    try {
      int count = in.read(buffer, offset, Math.min(length, 16 * CHUNK));
      if (count < 0) {
        end();
        return 0;
      }
      boolean plain = mode == Mode.LINES && held.length == 0;
      if (plain && !TerminalText.needed(buffer, offset, offset + count)) {
        return count;
      }
      byte[] bytes = new byte[held.length + count];
      System.arraycopy(held, 0, bytes, 0, held.length);
      System.arraycopy(buffer, offset, bytes, held.length, count);
      play(bytes);
    } catch (IOException e) {
      failure = e;
      ended = true;
      giveUnsure();
      if (mode == Mode.SCREEN) {
        screenLines++; // the screens before it stand in a line that ends here
        giveLines(0);
      }
    }
    return 0;
  }

  private void play(byte[] bytes) throws IOException {
    int at = 0;
    while (at < bytes.length) {
      int end = TerminalPieces.end(bytes, at, bytes.length);
      if (end < 0) {
        break;
      }
      piece(bytes, at, end);
      at = end;
    }
    held = java.util.Arrays.copyOfRange(bytes, at, bytes.length);
  }

  private void piece(byte[] bytes, int at, int end) throws IOException {
    byte b = bytes[at];
    String sequence =
        b == TerminalText.ESC ? new String(bytes, at, end - at, StandardCharsets.ISO_8859_1) : "";
    if (mode == Mode.LINES) {
      if (!begins(sequence)) {
        if (b == TerminalText.BREAK && inFigure) {
          ready.write(TerminalText.STRANGE); // it stands in the place of a digit
        } else {
          ready.write(bytes, at, end - at);
        }
        note(b);
        inFigure = TerminalPieces.isFigure(bytes, end - 1, at, end);
        return;
      }
      beginUnsure();
    } else if (clears(sequence)) {
      giveScreen();
      giveUnsure();
      beginUnsure();
    } else if (FIRST.matcher(sequence).matches()) {
      giveScreen();
      giveUnsure();
      mode = Mode.LINES;
      ready.write(bytes, at, end - at);
      return;
    }
    if (mode == Mode.UNSURE) {
      unsure.write(bytes, at, end - at);
    }
    if (!sequence.isEmpty()) {
      screen().sequence(sequence);
      printed &= sequence.endsWith("m");
    } else if (TerminalPieces.isText(b)) {
      text(bytes, at, end);
    } else {
      control(b);
    }
    note(b);
  }

  private RecordedScreen screen() {
    RecordedScreen known = drawn;
    if (known == null) {
      known = new RecordedScreen();
      drawn = known;
    }
    return known;
  }

  private void note(byte b) {
    returnsAreSent |= carriageReturn && b == '\n';
    carriageReturn = b == '\r';
  }

  /** Whether a sequence is of a program that draws on the screen, where lines were read so far. */
  private static boolean begins(String sequence) {
    return clears(sequence)
        || (sequence.startsWith("\u001b[") && sequence.endsWith("J"))
        || (!sequence.isEmpty() && RecordedScreen.isAddress(sequence));
  }

  private static boolean clears(String sequence) {
    return sequence.equals("\u001b[2J")
        || sequence.equals("\u001bc")
        || OTHER.matcher(sequence).matches();
  }

  private void beginUnsure() {
    mode = Mode.UNSURE;
    unsure.reset();
    unsureLines = 0;
    screen().clear();
    printed = false;
  }

  private void text(byte[] bytes, int at, int end) throws IOException {
    boolean next = screen().goesBack();
    if (mode == Mode.UNSURE && (next || screen().isIndented())) {
      mode = Mode.SCREEN;
      unsure.reset();
      screenLines = unsureLines;
    }
    if (next) {
      giveScreen();
    }
    screen().print(bytes, at, end);
    printed = true;
  }

  private void control(byte b) throws IOException {
    if (b != '\n') {
      screen().control(b);
      printed &= b != '\r';
      return;
    }
    boolean leaves = mode == Mode.SCREEN && screen().isAtEnd();
    if (leaves) {
      giveScreen();
      mode = Mode.LINES;
    } else {
      // a recording without any CR was taken by lines: its line ends begin the next row
      if (!returnsAreSent && !carriageReturn) {
        screen().control((byte) '\r');
      }
      screen().control(b);
    }
    printed = false;
    if (mode == Mode.LINES) {
      ready.write('\n');
    } else if (mode == Mode.SCREEN) {
      screenLines++;
    } else if (++unsureLines > MOST_LINES || unsure.size() > MOST_BYTES) {
      giveUnsure();
      mode = Mode.LINES;
    }
  }

  /** Hands out what was no screen, as it was recorded. */
  private void giveUnsure() {
    if (mode == Mode.UNSURE) {
      ready.writeBytes(unsure.toByteArray());
      unsure.reset();
    }
  }

  /** Hands out the screen, where it has changed since it was last handed out. */
  private void giveScreen() throws IOException {
    if (mode != Mode.SCREEN) {
      return;
    }
    giveLines(0);
    if (!screen().isWritten()) {
      return;
    }
    byte[] rows = screen().take();
    shown += rows.length;
    if (shown > MOST_TEXT) {
      throw new IOException("the recording shows more than 256 MB of screens");
    }
    ready.writeBytes(rows);
    if (rows.length > 0) {
      ready.write(TerminalText.BREAK);
    }
  }

  /** Hands out the line ends inside the screen, but for some of the last. */
  private void giveLines(int kept) {
    for (; screenLines > kept; screenLines--) {
      ready.write('\n');
    }
  }

  private void end() throws IOException {
    ended = true;
    int last = Math.min(screenLines, 1);
    giveLines(last);
    screenLines = 0;
    boolean inside = mode == Mode.SCREEN && screen().isWritten() && (printed || held.length > 0);
    if (!inside) {
      giveScreen();
    } else if (held.length == 0 && screen().endsWithLastWritten()) {
      ready.writeBytes(screen().take()); // only its last figure may have been cut
    } else {
      failure =
          new CutRecordingException(
              "the recording ends while a screen is drawn; that screen is left out");
      ready.write('\n'); // the screens before it stand in a line that ends here
    }
    screenLines = last; // the last screen stands in the last line
    giveLines(0);
    giveUnsure();
    if (mode != Mode.SCREEN) {
      ready.writeBytes(held);
    }
  }
}
