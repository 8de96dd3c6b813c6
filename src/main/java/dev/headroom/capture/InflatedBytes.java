package dev.headroom.capture;

import java.io.Closeable;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a deflated stretch unpacks to, and its check. At its end the packed bytes stand right behind
 * it.
 */
final class InflatedBytes implements Closeable {
  private static final int CHUNK = 8192;

  private final PackedBytes packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] chunk = new byte[CHUNK];
  private int inChunk;
  private long count;

  /** The last four bytes that were taken, the newest on top. */
  private int last;

  InflatedBytes(PackedBytes packed) {
    this.packed = packed;
  }

  int read(byte[] buffer, int offset, int length) throws IOException {
    while (!inflater.finished()) {
      int read;
      try {
        read = inflater.inflate(buffer, offset, length);
      } catch (DataFormatException e) {
        throw DamagedException.corrupt("is damaged");
      }
      if (read > 0) {
        crc.update(buffer, offset, read);
        count += read;
        return read;
      }
      if (inflater.needsDictionary()) {
        throw DamagedException.corrupt("is damaged");
      }
      if (inflater.needsInput() && !inflater.finished()) {
        fill();
      }
    }
    if (inChunk > 0) {
      packed.reset();
      packed.skipNBytes(inChunk - inflater.getRemaining());
      inChunk = 0;
    }
    return -1;
  }

  private void fill() throws IOException {
    packed.mark(CHUNK);
    inChunk = packed.read(chunk, 0, CHUNK);
    if (inChunk < 0) {
      inChunk = 0;
      throw DamagedException.cut("breaks off");
    }
    inflater.setInput(chunk, 0, inChunk);
    for (int i = Math.max(0, inChunk - 4); i < inChunk; i++) {
      last = last >>> 8 | chunk[i] << 24;
    }
  }

  long crc() {
    return crc.getValue();
  }

  /** How many bytes came out. */
  long count() {
    return count;
  }

  /** The last four packed bytes as a number; the length stands there where a stream is whole. */
  int last() {
    return last;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
