package dev.headroom.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a decompressor reads. They remember whether they ended and whether reading them
 * failed, so that what a decompressor throws can be judged: it wanted more than there is, or the
 * fault lies below it, or what it read is damaged.
 */
final class PackedBytes extends FilterInputStream {
  private final long limit;
  private long count;
  private long marked;
  private boolean ended;
  private @Nullable IOException failure;

  /** All bytes from here on. */
  PackedBytes(InputStream in) {
    this(in, Long.MAX_VALUE);
  }

  /** A number of bytes from here on, of a stream that can go back to a mark. */
  PackedBytes(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  /** Whether more was asked for than the input has. */
  boolean ended() {
    return ended;
  }

  /** How many bytes were taken. */
  long count() {
    return count;
  }

  @Nullable IOException failure() {
    return failure;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (count >= limit) {
      return -1;
    }
    try {
      int read = super.read(buffer, offset, (int) Math.min(length, limit - count));
      ended |= read < 0;
      count += Math.max(0, read);
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public long skip(long bytes) throws IOException {
    try {
      long skipped = super.skip(Math.min(bytes, limit - count));
      count += skipped;
      return skipped;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public synchronized void mark(int readLimit) {
    super.mark(readLimit);
    marked = count;
  }

  @Override
  public synchronized void reset() throws IOException {
    super.reset();
    count = marked;
    ended = false;
  }

  /** Up to this number of the next bytes, which stay to be read. */
  byte[] peek(int length) throws IOException {
    mark(length);
    byte[] next = readNBytes(length);
    reset();
    return next;
  }

  /** Closing a stream in the middle must not close what lies around it. */
  @Override
  public void close() {}
}
