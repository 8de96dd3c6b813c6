package dev.headroom.capture;

import java.io.IOException;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;

/**
 * A stream of {@code compress}. It has no end mark and no check: where bits are left over that make
 * no code, it was cut.
 */
final class CompressStream extends ZCompressorInputStream {
  private static final int BITS = 0x1F;
  private static final int LEAST_BITS = 9;
  private static final int MOST_BITS = 16;

  CompressStream(PackedBytes packed) throws IOException {
    super(headerChecked(packed));
  }

  private static PackedBytes headerChecked(PackedBytes packed) throws IOException {
    byte[] header = packed.peek(3);
    if (header.length < 3) {
      throw DamagedException.cut("breaks off");
    }
    int bits = header[2] & BITS;
    if (bits < LEAST_BITS || bits > MOST_BITS) {
      throw DamagedException.corrupt("has a damaged header");
    }
    return packed;
  }

  @Override
  protected int readNextCode() throws IOException {
    int code = super.readNextCode();
    if (code < 0) {
      int left = in.bitsCached();
      if (left >= Byte.SIZE || (left > 0 && in.readBits(left) != 0)) {
        throw DamagedException.cut("breaks off");
      }
    }
    return code;
  }
}
