package dev.headroom.format;

import dev.headroom.capture.Line;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** The bytes of one line as ANTLR sees characters: one byte, one character, nothing copied. */
final class LineStream implements CharStream {
  private byte[] bytes = new byte[0];
  private int start;
  private int end;
  private int at;

  /** Points at another line. */
  void set(Line line) {
    bytes = line.bytes();
    start = line.start();
    end = line.end();
    at = start;
  }

  @Override
  public void consume() {
    if (at >= end) {
      throw new IllegalStateException("cannot consume EOF");
    }
    at++;
  }

  @Override
  public int LA(int offset) {
    int place = offset > 0 ? at + offset - 1 : at + offset;
    return offset == 0 ? 0 : place < start || place >= end ? IntStream.EOF : bytes[place] & 0xFF;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return at - start;
  }

  @Override
  public void seek(int index) {
    at = Math.min(start + index, end);
  }

  @Override
  public int size() {
    return end - start;
  }

  @Override
  public String getSourceName() {
    return IntStream.UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    int from = start + interval.a;
    int to = Math.min(start + interval.b + 1, end);
    return to <= from
        ? ""
        : new String(bytes, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
