package dev.headroom.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.MemoryLimitException;

/**
 * What compressed streams unpack to; streams one after another are one text, as gzip and cat make
 * them. Whatever a decompressor throws, this throws what it means: the input below is at fault, or
 * a limit was passed, or the stream is cut or damaged.
 */
final class Unpacked extends InputStream {
  private final Packing packing;
  private final PackedBytes packed;
  private final Budget budget;
  private @Nullable InputStream current;
  private boolean opened;
  private boolean trailing;
  private @Nullable IOException failure;

  Unpacked(Packing packing, BufferedInputStream in, Budget budget) {
    this.packing = packing;
    this.packed = new PackedBytes(in);
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      int read = length == 0 ? 0 : next(buffer, offset, length);
      budget.unpacked(Math.max(0, read));
      return read;
    } catch (IOException | RuntimeException e) {
      failure = meaning(e);
      throw failure;
    }
  }

  private int next(byte[] buffer, int offset, int length) throws IOException {
    while (true) {
      InputStream stream = current;
      if (stream == null) {
        if (!follows()) {
          return -1;
        }
        opened = true;
        stream = packing.open(packed);
        current = stream;
      }
      int read =
          packing.losesOnFault()
              ? oneByOne(stream, buffer, offset, length)
              : stream.read(buffer, offset, length);
      if (read >= 0) {
        return read;
      }
      current = null;
    }
  }

  private int oneByOne(InputStream stream, byte[] buffer, int offset, int length)
      throws IOException {
    int read = 0;
    try {
      while (read < length) {
        int next = stream.read();
        if (next < 0) {
          break;
        }
        buffer[offset + read++] = (byte) next;
      }
    } catch (IOException | RuntimeException e) {
      if (read == 0) {
        throw e;
      }
      failure = meaning(e); // what came before is handed out first
    }
    return read == 0 ? -1 : read;
  }

  /** Whether a stream begins here; zeros behind the last one are what tapes and tar pad with. */
  private boolean follows() throws IOException {
    if (!opened) {
      return true;
    }
    if (!packing.hasEnd()) {
      return false;
    }
    byte[] next = packed.peek(1);
    while (next.length > 0 && next[0] == 0) {
      packed.skipNBytes(1);
      next = packed.peek(1);
    }
    boolean another = packing.begins(packed.peek(8));
    trailing |= next.length > 0 && !another;
    return another;
  }

  private IOException meaning(Exception e) {
    IOException below = packed.failure();
    if (below != null) {
      return below;
    }
    if (e instanceof MemoryLimitException) {
      return new Budget.LimitException(
          "the xz stream needs more than "
              + (Packing.XZ_KIB >> 10)
              + " MB of memory to be unpacked; it is left out");
    }
    if (e instanceof DamagedException || e instanceof Budget.LimitException) {
      return (IOException) e;
    }
    return packed.ended()
        ? DamagedException.cut("breaks off")
        : DamagedException.corrupt("is damaged");
  }

  /** Whether it was this stream that failed so, and not one around it or in it. */
  boolean failedWith(IOException e) {
    return failure == e && packed.failure() == null;
  }

  /** Whether something that is no such stream stands behind the last one. */
  boolean hasTrailing() {
    return trailing;
  }
}
