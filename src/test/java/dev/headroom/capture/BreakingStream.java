package dev.headroom.capture;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Arrays;

/** A stream that fails once it has given some bytes, as a worn disk or a lost mount does. */
public final class BreakingStream extends FilterInputStream {
  /** What it says when it fails. */
  public static final String FAILURE = "Input/output error";

  /** Gives so many bytes of these, then fails. */
  public BreakingStream(byte[] bytes, int after) {
    super(new ByteArrayInputStream(Arrays.copyOf(bytes, after)));
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next < 0) {
      throw new IOException(FAILURE);
    }
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read < 0) {
      throw new IOException(FAILURE);
    }
    return read;
  }
}
