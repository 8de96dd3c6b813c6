package dev.headroom.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.SingleXZInputStream;

/** How a single stream may be compressed; told by its first bytes. */
enum Packing {
  GZIP("gzip", 0x1F, 0x8B) {
    @Override
    InputStream open(PackedBytes packed) throws IOException {
      return new GzipStream(packed);
    }
  },
  BZIP2("bzip2", 'B', 'Z', 'h') {
    @Override
    InputStream open(PackedBytes packed) throws IOException {
      return new BZip2CompressorInputStream(packed);
    }
  },
  XZ("xz", 0xFD, '7', 'z', 'X', 'Z', 0) {
    @Override
    InputStream open(PackedBytes packed) throws IOException {
      try {
        return new SingleXZInputStream(packed, XZ_KIB);
      } catch (MemoryLimitException e) {
        throw new LimitException(
            "the xz stream needs more than "
                + (XZ_KIB >> 10)
                + " MB of memory to be unpacked; it is left out");
      }
    }
  },
  COMPRESS("compress", 0x1F, 0x9D) {
    @Override
    InputStream open(PackedBytes packed) throws IOException {
      return new CompressStream(packed);
    }
  };

  /** Twice what the strongest level of xz needs. */
  private static final int XZ_KIB = 128 << 10;

  private final String label;
  private final int[] magic;

  Packing(String label, int... magic) {
    this.label = label;
    this.magic = magic.clone();
  }

  /** The packing of what begins like this; empty where it is not compressed. */
  static Optional<Packing> of(byte[] head) {
    return Stream.of(values()).filter(packing -> packing.begins(head)).findFirst();
  }

  boolean begins(byte[] head) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Opens one stream, which ends before the next. */
  abstract InputStream open(PackedBytes packed) throws IOException;

  /** Whether a stream says where it ends, so that another may follow. */
  boolean hasEnd() {
    return this != COMPRESS;
  }

  /** Its name. */
  String label() {
    return label;
  }
}
