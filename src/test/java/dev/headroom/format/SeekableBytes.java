package dev.headroom.format;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * A file in memory that is written from its beginning, and in which what was written can change.
 */
final class SeekableBytes implements SeekableByteChannel {
  private byte[] bytes = new byte[0];
  private int position;

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public int write(ByteBuffer from) {
    int count = from.remaining();
    bytes = Arrays.copyOf(bytes, Math.max(bytes.length, position + count));
    from.get(bytes, position, count);
    position += count;
    return count;
  }

  @Override
  public int read(ByteBuffer to) {
    int count = Math.min(to.remaining(), bytes.length - position);
    to.put(bytes, position, count);
    position += count;
    return count == 0 ? -1 : count;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long place) {
    position = (int) place;
    return this;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length, size));
    return this;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
