package dev.headroom.capture;

import java.io.IOException;
import java.io.InputStream;

/** One gzip stream: a header, a deflated stretch, its check and its length. */
final class GzipStream extends InputStream {
  private static final int HEADER = 10;
  private static final int DEFLATE = 8;
  private static final int HAS_CHECK = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int RESERVED = 0xE0;

  /** A damaged stretch unpacks to about as many bytes as the sound one. */
  private static final int NEAR = 1 << 16;

  private final PackedBytes packed;
  private final InflatedBytes plain;
  private boolean checked;

  GzipStream(PackedBytes packed) throws IOException {
    this.packed = packed;
    readHeader();
    this.plain = new InflatedBytes(packed);
  }

  private void readHeader() throws IOException {
    byte[] header = whole(HEADER);
    int flags = header[3];
    if (header[2] != DEFLATE || (flags & RESERVED) != 0) {
      throw DamagedException.corrupt("has a damaged header");
    }
    if ((flags & HAS_EXTRA) != 0) {
      byte[] length = whole(2);
      whole((length[0] & 0xFF) | (length[1] & 0xFF) << 8);
    }
    skipText((flags & HAS_NAME) != 0);
    skipText((flags & HAS_COMMENT) != 0);
    if ((flags & HAS_CHECK) != 0) {
      whole(2);
    }
  }

  private byte[] whole(int length) throws IOException {
    byte[] bytes = packed.readNBytes(length);
    if (bytes.length < length) {
      throw DamagedException.cut("breaks off");
    }
    return bytes;
  }

  private void skipText(boolean present) throws IOException {
    int b = present ? 1 : 0;
    while (b != 0) {
      b = packed.read();
      if (b < 0) {
        throw DamagedException.cut("breaks off");
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (checked) {
      return -1;
    }
    int read = unlessDamaged(buffer, offset, length);
    if (read < 0) {
      plain.close();
      checked = true;
      byte[] trailer = whole(8);
      if (number(trailer, 0) != (int) plain.crc() || number(trailer, 4) != (int) plain.count()) {
        throw DamagedException.corrupt("is damaged: its checksum does not fit");
      }
    }
    return read;
  }

  /**
   * A damaged bit may hide the end of the stretch, so that the stream seems to be cut: but then the
   * length still stands at the end of the input.
   */
  private int unlessDamaged(byte[] buffer, int offset, int length) throws IOException {
    try {
      return plain.read(buffer, offset, length);
    } catch (DamagedException e) {
      plain.close();
      checked = true;
      boolean whole = Math.abs(plain.last() - (int) plain.count()) < NEAR && plain.count() > 0;
      throw e.isCut() && whole ? DamagedException.corrupt("is damaged") : e;
    }
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF)
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | (bytes[at + 3] & 0xFF) << 24;
  }
}
