package dev.headroom.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * Parts the long lines of a JSON text, which may be one line of a gigabyte, into pieces that a
 * window holds: a CR, which is a blank to JSON and ends a screen row here, behind a comma that
 * stands in no string. A text that does not begin with a brace passes as it is.
 */
final class JsonPieces extends InputStream {
  private static final int CHUNK = 1 << 15;

  /** A piece of this many bytes is parted at the next comma. */
  private static final int PIECE = 1 << 13;

  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int filled;
  private boolean begun;
  private boolean json;
  private boolean string;
  private boolean escaped;
  private int length;

  /** Whether a CR follows the byte handed out last. */
  private boolean due;

  JsonPieces(InputStream in) {
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
    if (begun && !json) {
      return at < filled ? rest(into, from, size) : in.read(into, from, size);
    }
    if (at == filled && !due && !fill()) {
      return -1;
    }
    if (!begun) {
      begun = true;
      json = opens();
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

  private boolean opens() {
    int first = at;
    while (first < filled && chunk[first] <= ' ' && chunk[first] >= 0) {
      first++;
    }
    return first < filled && chunk[first] == '{';
  }

  private byte next() {
    byte b = chunk[at++];
    length = b == '\n' ? 0 : length + 1;
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
