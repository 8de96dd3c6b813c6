package dev.headroom.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that breaks off while its first bytes are looked at seems to end there until it is known
 * what they are: the lines before the break are read.
 */
final class HeldFailure extends FilterInputStream {
  private boolean known;
  private @Nullable IOException failure;

  HeldFailure(InputStream in) {
    super(in);
  }

  /** It is known what the first bytes are: from now on a failure is thrown. */
  void release() {
    known = true;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    IOException broken = failure;
    if (broken == null) {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        broken = e;
        failure = e;
      }
    }
    if (known) {
      throw broken;
    }
    return -1;
  }
}
