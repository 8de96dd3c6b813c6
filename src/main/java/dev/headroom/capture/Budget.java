package dev.headroom.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What one input has cost so far, over all levels of archives in it together. */
final class Budget {
  /** A limit was passed; what was read before it stays. */
  static final class LimitException extends IOException {
    private static final long serialVersionUID = 1L;

    LimitException(String message) {
      super(message);
    }
  }

  private final Limits limits;
  private long packed;
  private long unpacked;
  private int members;

  Budget(Limits limits) {
    this.limits = limits;
  }

  /** The input's own bytes, which are what everything else is measured by. */
  InputStream counted(InputStream raw) {
    return new FilterInputStream(raw) {
      @Override
      public int read() throws IOException {
        int b = super.read();
        packed += b < 0 ? 0 : 1;
        return b;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        packed += Math.max(0, read);
        return read;
      }
    };
  }

  /** Counts bytes that came out of a compressed stream or an archive. */
  void unpacked(long bytes) throws LimitException {
    unpacked += bytes;
    if (unpacked > limits.ratioFrom() && unpacked / limits.ratio() > packed) {
      throw new LimitException(
          "the archive unpacks to more than "
              + limits.ratio()
              + " times its size; what came before is kept, the rest is left out");
    }
    if (unpacked > limits.unpacked()) {
      throw new LimitException(
          "the archive unpacks to more than "
              + limits.unpacked()
              + " bytes; what came before is kept, the rest is left out");
    }
  }

  /** Counts one more member. */
  void member() throws LimitException {
    if (++members > limits.members()) {
      throw new LimitException(
          "the archive has more than " + limits.members() + " members; the rest is left out");
    }
  }

  /** Goes one level deeper. */
  void deeper(int depth) throws LimitException {
    if (depth >= limits.depth()) {
      throw new LimitException(
          "archives are nested more than " + limits.depth() + " deep; the rest is left out");
    }
  }
}
