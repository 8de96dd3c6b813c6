package dev.headroom.format.vmstat;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table that a terminal wrapped at its right edge: header and rows go on in the next line, and
 * the edge may fall inside a number. Only a header whose next line holds nothing but headings shows
 * that a table is wrapped; then each row is read with its tail.
 *
 * <pre>
 *  r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec
 *   hpi  hpit  pmem   loan hr mi se
 * </pre>
 */
final class WrappedLines {
  /** No terminal is narrower. */
  private static final int NARROWEST = 60;

  private @Nullable Line header;

  /** Where the header at hand was wrapped. */
  private int wrappedAt;

  /** How many cells stand before the edge; of a row one more may, or one less. */
  private int before;

  /** Where rows are wrapped; 0 where they are not. */
  private int width;

  /** A header was read; whether it was wrapped is not known yet. */
  void header(Line line) {
    header = line.copy();
    width = 0;
  }

  /** The header was read whole: what is wrapped below it are rows. */
  void settled() {
    header = null;
    width = wrappedAt;
  }

  /** The header with its tail, where the next line is one; the line is looked at and not taken. */
  Optional<Line> wholeHeader(Lines lines) throws IOException {
    Line first = header;
    header = null;
    if (first == null || first.length() < NARROWEST || lines.position() >= lines.limit()) {
      return Optional.empty();
    }
    Line tail = lines.ahead(1);
    if (tail == null || !follows(first, tail) || !isTail(first, tail)) {
      return Optional.empty();
    }
    Line row = lines.ahead(2);
    int edge = first.length();
    if (row != null && row.number() == tail.number() + 1 && row.length() <= edge + 2) {
      edge = Math.max(edge, row.length()); // blanks at the header's end may be lost
    }
    Line joined = join(first, edge, tail);
    if (!areHeadings(joined)) {
      joined = join(first, first.length() + 1, tail);
    }
    if (!areHeadings(joined)) {
      return Optional.empty();
    }
    wrappedAt = edge;
    before = words(first).size();
    return Optional.of(joined);
  }

  private static boolean follows(Line first, Line tail) {
    return tail.number() == first.number() + 1 && !tail.isBlank();
  }

  /** Whether the tail ends with a heading that its header lacks, and is not a header itself. */
  private static boolean isTail(Line first, Line tail) {
    List<String> words = words(tail);
    String last = words.get(words.size() - 1);
    return !Vmstat.isHeader(tail) && VmstatLayout.isHeading(last) && !words(first).contains(last);
  }

  private static boolean areHeadings(Line line) {
    return words(line).stream().allMatch(VmstatLayout::isHeading);
  }

  private static List<String> words(Line line) {
    return Arrays.asList(line.text().strip().split("[ \t]+"));
  }

  /** The next row with its tail, where together they have this many cells; neither is taken. */
  Optional<Line> wholeRow(Lines lines, int cells) throws IOException {
    if (width == 0 || lines.position() >= lines.limit()) {
      return Optional.empty();
    }
    Line first = lines.ahead(1);
    Line tail = lines.ahead(2);
    if (first == null || tail == null || first.length() > width || !follows(first, tail)) {
      return Optional.empty();
    }
    if (Math.abs(words(first).size() - before) > 1
        || words(tail).stream().anyMatch(word -> Character.isLetter(word.charAt(0)))) {
      return Optional.empty(); // the tail of a row whose beginning was lost, or no tail
    }
    Line joined = join(first, width, tail);
    return !first.isBlank() && words(joined).size() == cells && end(lines, tail) > 0
        ? Optional.of(joined)
        : Optional.empty();
  }

  /** Whether a line goes on beyond the edge, so that two lines grew together. */
  boolean goesBeyond(Line line) {
    return width > 0 && line.length() > width + 2;
  }

  private static Line join(Line first, int edge, Line tail) {
    byte[] whole = new byte[edge + tail.length()];
    Arrays.fill(whole, (byte) ' ');
    System.arraycopy(first.bytes(), first.start(), whole, 0, first.length());
    System.arraycopy(tail.bytes(), tail.start(), whole, edge, tail.length());
    return new Line(whole, 0, whole.length, first.number());
  }

  /** Takes lines that were looked at. */
  static long take(Lines lines, int count) {
    Line last = lines.ahead(count);
    int upTo = last == null ? 0 : end(lines, last);
    if (upTo == 0) {
      return 0;
    }
    lines.take(upTo, count);
    return count;
  }

  /** Where the line after this one begins; 0 where it has no line end of its own. */
  private static int end(Lines lines, Line line) {
    byte[] window = lines.window();
    int at = line.end();
    while (at < lines.limit() && window[at] == '\r') {
      at++;
    }
    return at < lines.limit() && window[at] == '\n' ? at + 1 : 0;
  }
}
