package dev.headroom.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * Parts the long lines of a JSON or XML text, which may be one line of a gigabyte, into pieces that
 * a window holds: a CR, which is a blank to both and ends a screen row here, behind a comma that
 * stands in no string, or behind a tag. A text that begins with neither a brace nor a tag passes as
 * it is.
 */
final class DocumentPieces extends InputStream {
  private static final int CHUNK = 1 << 15;

  /** A piece of this many bytes is parted at the next comma or tag. */
  private static final int PIECE = 1 << 13;

  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int filled;
  private boolean begun;
  private boolean json;
  private boolean xml;
  private boolean string;
  private boolean escaped;
  private int length;

  /** Whether a CR follows the byte handed out last. */
  private boolean due;

  DocumentPieces(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int size) throws IOException {
    if (begun && !json && !xml) {
      return at < filled ? rest(into, from, size) : in.read(into, from, size);
    }
    if (at == filled && !due && !fill()) {
      return -1;
    }
    if (!begun) {
      begun = true;
      json = opensWith('{');
      xml = opensWith('<');
      return read(into, from, size);
    }
    int to = from;
    while (to < from + size && (due || at < filled)) {
      into[to++] = due ? (byte) '\r' : next();
      if (into[to - 1] == '\r') {
        due = false;
        length = 0;
      }
    }
    return to - from;
  }

  private int rest(byte[] into, int from, int size) {
    int count = Math.min(size, filled - at);
    System.arraycopy(chunk, at, into, from, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(chunk, 0, chunk.length));
    return filled > 0;
  }

  private boolean opensWith(char mark) {
    int first = at;
    while (first < filled && chunk[first] <= ' ' && chunk[first] >= 0) {
      first++;
    }
    return first < filled && chunk[first] == mark;
  }

  private byte next() {
    byte b = chunk[at++];
    length = b == '\n' ? 0 : length + 1;
    if (xml) {
      due = b == '>' && length >= PIECE;
      return b;
    }
    if (escaped) {
      escaped = false;
    } else if (b == '"') {
      string = !string;
    } else if (b == '\\') {
      escaped = string;
    } else if (b == '\n') {
      string = false; // no string holds a line end: a lost quote costs its own line
    }
    due = b == ',' && !string && length >= PIECE;
    return b;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
