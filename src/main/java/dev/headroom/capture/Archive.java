package dev.headroom.capture;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The members of an archive, one after another. */
interface Archive {
  /**
   * The next member that is a file; null at the end. What is left of the one before is skipped.
   *
   * @throws DamagedException where the archive is damaged here; it may be asked for the next member
   *     nevertheless
   */
  @Nullable Member next() throws IOException;

  /** Whether what failed is the archive, and not what it is read from. */
  boolean isAtFault();

  /** What it is called. */
  String label();

  /**
   * A member of an archive.
   *
   * @param name its name in the archive
   * @param content its bytes; whoever reads to the end knows that they are sound
   */
  record Member(String name, Content content) {}

  /** The bytes of a member, which remember how reading them failed. */
  abstract class Content extends InputStream {
    private final Budget budget;
    private @Nullable IOException failure;

    Content(Budget budget) {
      this.budget = budget;
    }

    /** As {@link InputStream#read(byte[], int, int)}. */
    abstract int next(byte[] buffer, int offset, int length) throws IOException;

    /** Why it cannot be read at all; empty where it can. */
    String refusal() {
      return "";
    }

    @Override
    public final int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
      if (failure != null) {
        throw failure;
      }
      try {
        int read = length == 0 ? 0 : next(buffer, offset, length);
        budget.unpacked(Math.max(0, read));
        return read;
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    /** Whether reading failed so. */
    final boolean failedWith(IOException e) {
      return failure == e;
    }
  }
}
