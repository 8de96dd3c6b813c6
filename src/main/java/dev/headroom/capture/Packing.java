package dev.headroom.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.SingleXZInputStream;

/** How a single stream may be compressed; told by its first bytes. */
enum Packing {
  GZIP("gzip", "\u001F\u008B") {
    @Override
    InputStream open(PackedBytes packed) throws IOException {
      return new GzipStream(packed);
    }
  },
  BZIP2("bzip2", "BZh") {
    @Override
    InputStream open(PackedBytes packed) throws IOException {
      return new BZip2CompressorInputStream(packed);
    }
  },
  XZ("xz", "\u00FD7zXZ\0") {
    @Override
    InputStream open(PackedBytes packed) throws IOException {
      return new SingleXZInputStream(packed, XZ_KIB);
    }
  },
  COMPRESS("compress", "\u001F\u009D") {
    @Override
    InputStream open(PackedBytes packed) throws IOException {
      return new CompressStream(packed);
    }
  };

  /** Twice what the strongest level of xz needs. */
  static final int XZ_KIB = 128 << 10;

  private final String label;

  /** The first bytes, each as a character. */
  private final String magic;

  Packing(String label, String magic) {
    this.label = label;
    this.magic = magic;
  }

  /** The packing of what begins like this; empty where it is not compressed. */
  static Optional<Packing> of(byte[] head) {
    return Stream.of(values()).filter(packing -> packing.begins(head)).findFirst();
  }

  boolean begins(byte[] head) {
    for (int i = 0; i < magic.length(); i++) {
      if (i >= head.length || (head[i] & 0xFF) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Opens one stream, which ends before the next. */
  abstract InputStream open(PackedBytes packed) throws IOException;

  /** Whether reading many bytes at once loses those that were read before a fault. */
  boolean losesOnFault() {
    return this != GZIP;
  }

  /** Whether a stream says where it ends, so that another may follow. */
  boolean hasEnd() {
    return this != COMPRESS;
  }

  /** Its name. */
  String label() {
    return label;
  }
}
