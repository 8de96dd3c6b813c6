package dev.headroom.capture;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, one after another, out of a window of fixed size that slides over the input:
 * memory stays the same however long the input is. Some lines ahead can be looked at, and a reader
 * of long tables may take rows straight from the window.
 *
 * <p>A line ends at LF; a CR before it is dropped. A CR elsewhere, a form feed, and a cursor motion
 * to another row part a line into screen rows, which carry the number of the line that holds them.
 * So do the rows of a screen that {@link ScreenReplay} plays.
 */
public final class Lines {
  private static final int WINDOW = 1 << 20;

  /** Most inputs of a large folder are short: the window begins small and grows with its input. */
  private static final int FIRST_WINDOW = 1 << 14;

  /** So much lies ahead at the least: a few lines, though some of them are too long. */
  private static final int AHEAD = 64 << 10;

  private static final int LONG_LINES_AHEAD = 3;
  private static final int LOOKED_AT = 400;
  private static final int LONGEST_ESCAPE = 4096;

  /** What ends a file of old personal computers, and is no text. */
  private static final byte END_OF_FILE = 0x1A;

  /** The line is text where no more than one of this number of bytes is a control byte. */
  private static final int BYTES_TO_ONE_CONTROL = 10;

  private final InputStream in;
  private final int lineLimit;
  private final int ahead;
  private byte[] window = new byte[FIRST_WINDOW];

  /** The next byte to hand out, the end of whole and cleaned lines, the end of what was read. */
  private int position;

  private int ready;
  private int filled;

  /** Past the last line end, once the input has ended. */
  private int lastEnd;

  private boolean ended;

  /** Whether one line fills the rest of the window: nothing is gained before it is next. */
  private boolean full;

  private @Nullable IOException failure;
  private long number;
  private boolean insideLine;
  private boolean tooLong;
  private boolean binary;

  /** What stands at every line and is taken off; null where nothing does, or before it is known. */
  private @Nullable LinePrefix prefix;

  /** The users in front of the lines of a console; null where none stand there. */
  private @Nullable ConsoleUser users;

  /** The line handed out last, as it was taken apart. */
  private LinePrefix.@Nullable Bare bare;

  /** The numbers that the lines have in the input where these are only some of them; else null. */
  private long @Nullable [] numbers;

  /** The lines of a stream of one-byte ASCII text; recorded screens are played on a terminal. */
  public Lines(InputStream in, Limits limits) {
    this(new ScreenReplay(in), limits, null);
  }

  /**
   * Some lines of an input, which keep their numbers.
   *
   * @param numbers the number of each line; null where they count from 1
   */
  Lines(InputStream in, Limits limits, long @Nullable [] numbers) {
    this.in = in;
    this.lineLimit = limits.lineBytes();
    this.ahead = Math.max(AHEAD, Math.min(LONG_LINES_AHEAD * (lineLimit + 1), WINDOW / 2));
    this.numbers = numbers;
  }

  /**
   * Looks at the first lines for what stands at every line, and takes it off from now on. Called
   * before the first line is asked for.
   *
   * @return whether hosts' names stand in front of the lines
   * @throws IOException where the input cannot be read
   */
  public boolean stripPrefixes() throws IOException {
    List<Line> first = firstLines();
    Optional<LinePrefix> found = LinePrefix.of(first);
    LinePrefix stamps = found.flatMap(LinePrefix::withoutHosts).orElse(null);
    users =
        ConsoleUser.of(
                first, line -> stamps == null ? line : stamps.strip(line).line(), stamps != null)
            .orElse(null);
    prefix = users == null ? found.orElse(null) : stamps;
    return prefix != null && prefix.namesHosts();
  }

  /**
   * As {@link #stripPrefixes}, but for hosts' names, which were taken off before.
   *
   * @throws IOException where the input cannot be read
   */
  public void stripStamps() throws IOException {
    prefix = LinePrefix.of(firstLines()).filter(found -> !found.namesHosts()).orElse(null);
  }

  private List<Line> firstLines() throws IOException {
    fillAhead();
    List<Line> first = new ArrayList<>();
    for (int i = 1; i <= LOOKED_AT; i++) {
      Line line = ahead(i);
      if (line == null) {
        break;
      }
      first.add(line);
    }
    return first;
  }

  /** The host that stands behind the stamp of every line; empty where none does. */
  public String hostOfAll() {
    String host = prefix == null ? null : prefix.host();
    return host == null ? "" : host;
  }

  /** The host in front of the line handed out last; null where none stands there. */
  public @Nullable String host() {
    return bare == null ? null : bare.host();
  }

  /** The date and time that stood at the line handed out last; null where none did. */
  public @Nullable LocalDateTime stamp() {
    return bare == null ? null : bare.time();
  }

  /** The time of the day that stood at the line handed out last; null where none did. */
  public @Nullable LocalTime stampOfDay() {
    return bare == null ? null : bare.clock();
  }

  private Line bared(Line line) {
    LinePrefix found = prefix;
    Line inner = unquoted(line);
    bare = found == null ? null : found.strip(inner);
    return withoutUser(bare == null ? inner : bare.line());
  }

  private Line withoutUser(Line line) {
    ConsoleUser found = users;
    return found == null ? line : found.strip(line);
  }

  /**
   * A line as a string of a list, which is how a task runner prints the output of a host: without
   * its quotes and the comma behind them.
   */
  private static Line unquoted(Line line) {
    byte[] bytes = line.bytes();
    int start = line.start() + line.indent();
    int end = line.end();
    if (start >= end || bytes[start] != '"') {
      return line;
    }
    while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == ',')) {
      end--;
    }
    boolean whole = end - start >= 2 && bytes[end - 1] == '"';
    for (int at = start + 1; at < end - 1; at++) {
      whole &= bytes[at] != '"';
    }
    return whole ? new Line(bytes, start + 1, end - 1, line.number()) : line;
  }

  private long numberOf(long counted) {
    return numbers == null || counted > numbers.length ? counted : numbers[(int) counted - 1];
  }

  /**
   * The next line, or screen row of a line; null at the end.
   *
   * @throws IOException where the input cannot be read any further; all whole lines before that
   *     place have been handed out
   */
  public @Nullable Line next() throws IOException {
    fillAhead();
    if (position >= ready) {
      if (failure != null) {
        throw failure;
      }
      return null;
    }
    if (!insideLine) {
      number++;
    }
    int start = position;
    int end = rowEnd(start);
    tooLong = end - start > lineLimit;
    binary = isBinary(start, end);
    advance(end);
    return bared(new Line(window, start, end, numberOf(number)));
  }

  /**
   * Passes over whole lines as far as they lie before one, without a look at what they hold. Where
   * each line has to be taken apart nothing is passed over.
   *
   * @param wanted the number of that line
   * @throws IOException where the input cannot be read
   */
  public void skipTo(long wanted) throws IOException {
    while (true) {
      int at = position();
      if (insideLine || at >= ready || number + 1 >= wanted) {
        return;
      }
      long passed = 0;
      int whole = at;
      for (int i = at; i < ready && number + 1 + passed < wanted; i++) {
        if (window[i] == '\n') {
          passed++;
          whole = i + 1;
        }
      }
      if (passed == 0) {
        return;
      }
      take(whole, passed);
    }
  }

  /** Whether the line handed out last was longer than the limit. */
  public boolean wasTooLong() {
    return tooLong;
  }

  /** Whether the line handed out last holds bytes that no text has. */
  public boolean wasBinary() {
    return binary;
  }

  /**
   * A NUL stands in no text; other control bytes may be one character of it that was damaged, and
   * where they are many, nothing is text.
   */
  private boolean isBinary(int start, int end) {
    int odd = 0;
    for (int at = start; at < end; at++) {
      byte b = window[at];
      if (b == 0) {
        return true;
      }
      boolean control = b > 0 && b < ' ' && b != '\t';
      odd += control ? 1 : 0;
    }
    return odd * BYTES_TO_ONE_CONTROL > end - start
        && !(end - start == 1 && window[start] == END_OF_FILE);
  }

  /** Whether the line handed out last ends its physical line. */
  public boolean lineEnded() {
    return !insideLine;
  }

  /**
   * The line that many lines after the one handed out last, from 1; null where the input ends, or
   * where lines are so long that it lies beyond the window.
   */
  public @Nullable Line ahead(int count) {
    int at = position;
    boolean inside = insideLine;
    long ofLine = number;
    for (int i = 1; ; i++) {
      if (at >= ready) {
        return null;
      }
      if (!inside) {
        ofLine++;
      }
      int end = rowEnd(at);
      if (i == count) {
        Line line = new Line(window, at, end, numberOf(ofLine));
        Line inner = unquoted(line);
        return withoutUser(prefix == null ? inner : prefix.strip(inner).line());
      }
      int next = afterRow(end);
      inside = next > 0 && next <= ready && window[next - 1] != '\n';
      at = next;
    }
  }

  /**
   * Whether the next line is the input's last, and neither it nor its row of a screen has an end,
   * so that it may have been cut.
   *
   * @throws IOException where the input cannot be read
   */
  public boolean nextIsUnended() throws IOException {
    fillAhead();
    return ended && position < ready && position >= lastEnd && rowEnd(position) == ready;
  }

  /** The window's bytes, for a reader of long tables; whole lines stand from position to limit. */
  public byte[] window() {
    return window;
  }

  /**
   * Where the next line begins in the window, filling it first; equal to {@link #limit} at the end
   * of the input and inside a physical line.
   *
   * @throws IOException where the input cannot be read
   */
  public int position() throws IOException {
    fillAhead();
    // rows are not taken from the window where each has to be taken apart first
    return insideLine || prefix != null || users != null || numbers != null ? ready : position;
  }

  /** Where the last whole line in the window ends. */
  public int limit() {
    return ready;
  }

  /**
   * Where the last line with an end ends in the window, not before a place: the input's last line
   * may lack its end.
   */
  public int endedLimit(int from) {
    int limit = ready;
    while (limit > from && window[limit - 1] != '\n') {
      limit--;
    }
    return limit;
  }

  /** The number of the line at {@link #position}. */
  public long nextNumber() {
    return number + 1;
  }

  /** Says that a reader took this many whole lines from the window, up to the given place. */
  public void take(int upTo, long lines) {
    position = upTo;
    number += lines;
  }

  private int rowEnd(int start) {
    int at = start;
    while (at < ready && !endsRow(window[at])) {
      at++;
    }
    return at;
  }

  private void advance(int end) {
    int next = afterRow(end);
    insideLine = next > end && window[next - 1] != '\n' && (next < ready || !ended);
    position = next;
  }

  /** Past the row's end: LF, any CRs before an LF, a lone CR, or a break. */
  private int afterRow(int end) {
    if (end >= ready) {
      return ready;
    }
    if (window[end] != '\r') {
      return end + 1;
    }
    int at = end;
    while (at < ready && window[at] == '\r') {
      at++;
    }
    return at < ready && window[at] == '\n' ? at + 1 : at;
  }

  private void fillAhead() throws IOException {
    if (ready - position < ahead && !ended && !(full && position < ready)) {
      fill();
    }
  }

  private void fill() throws IOException {
    System.arraycopy(window, position, window, 0, filled - position);
    filled -= position;
    ready -= position;
    position = 0;
    int from = ready;
    boolean skipped = false;
    while (!ended) {
      int count;
      try {
        count = in.read(window, filled, window.length - filled);
      } catch (IOException e) {
        // whole lines that came before are handed out; the line that it breaks off in is not
        failure = e;
        filled = Math.max(from, lastLineEnd(from));
        count = -1;
      }
      if (count < 0) {
        ended = true;
        break;
      }
      filled += count;
      if (filled == window.length && filled < WINDOW) {
        window = Arrays.copyOf(window, Math.min(WINDOW, 8 * filled));
      } else if (filled == window.length) {
        if (lastLineEnd(from) > from || (from > 0 && hasRows(from))) {
          break;
        }
        int rows = from > 0 ? 0 : wholeRows();
        if (rows > 0) {
          ready = rows;
          full = false;
          return;
        }
        // one row fills the window: drop its middle, it is over the limit anyway
        skipped = true;
        filled = Math.min(from + lineLimit + 1, window.length - 1);
      }
    }
    int end = ended ? filled : lastLineEnd(from);
    full = end == from;
    if (skipped && end == from) {
      end = filled;
    }
    if (TerminalText.needed(window, from, end)) {
      end = cleaned(from, end);
    }
    ready = shortened(from, end);
    lastEnd = ended ? lastLineEnd(0) : 0;
  }

  /** Whether the line that begins here may be one of several rows of a screen. */
  private boolean hasRows(int from) {
    if (TerminalText.needed(window, from, filled)) {
      return true;
    }
    for (int at = from; at < filled; at++) {
      if (window[at] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Cleans a stretch of whole lines; returns its new end. */
  private int cleaned(int from, int end) {
    boolean open = end > from && window[end - 1] != '\n';
    int cleaned = TerminalText.clean(window, from, end);
    if (open && (cleaned == from || window[cleaned - 1] == '\n')) {
      // a last line of which a terminal shows nothing, such as a cut escape sequence, is a line
      window[cleaned++] = '\n';
    }
    System.arraycopy(window, end, window, cleaned, filled - end);
    filled -= end - cleaned;
    return cleaned;
  }

  /**
   * Cuts rows that are over the limit to just that length, so that what stands below them lies
   * within the window; returns the new end of the stretch.
   */
  private int shortened(int from, int stretchEnd) {
    int end = stretchEnd;
    int start = from;
    while (end - start > lineLimit) {
      int last = start + lineLimit;
      int at = last;
      while (at >= start && !endsRow(window[at])) {
        at--;
      }
      if (at >= start) {
        start = at + 1;
        continue;
      }
      int next = last + 1;
      while (next < end && !endsRow(window[next])) {
        next++;
      }
      System.arraycopy(window, next, window, last + 1, filled - next);
      filled -= next - last - 1;
      end -= next - last - 1;
      start = last + 2;
    }
    return end;
  }

  private static boolean endsRow(byte b) {
    return b == '\n' || b == '\r' || b == TerminalText.BREAK;
  }

  /**
   * A screen recorded for hours may be one line, of many rows: cleans the window and finds where
   * its last whole row ends; 0 where no row does.
   */
  private int wholeRows() {
    int whole = filled; // an escape sequence may be cut where the window ends
    for (int at = filled - 1; at > filled - LONGEST_ESCAPE; at--) {
      if (window[at] == TerminalText.ESC) {
        whole = at;
        break;
      }
    }
    int cleaned = TerminalText.clean(window, 0, whole);
    System.arraycopy(window, whole, window, cleaned, filled - whole);
    filled -= whole - cleaned;
    for (int at = cleaned - 1; at > 0; at--) {
      boolean lone = at + 1 < cleaned && window[at] == '\r' && window[at + 1] != '\r';
      if (window[at] == TerminalText.BREAK || lone) {
        return at + 1;
      }
    }
    return 0;
  }

  private int lastLineEnd(int from) {
    int at = filled;
    while (at > from && window[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  /** Frees the window. */
  public void close() {
    window = Arrays.copyOf(window, 0);
  }
}
