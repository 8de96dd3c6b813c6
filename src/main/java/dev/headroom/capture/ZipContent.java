package dev.headroom.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a member of a zip archive; its checksum is compared at its end. */
final class ZipContent extends Archive.Content {
  private static final int DEFLATED_64 = 9;
  private static final int BZIP2 = 12;
  private static final int BEHIND = 0x08074B50;

  private final PackedBytes archive;
  private final ZipHeader header;
  private final PackedBytes packed;
  private final CRC32 crc = new CRC32();
  private @Nullable InflatedBytes inflated;
  private @Nullable InputStream other;
  private long count;
  private boolean ended;
  private boolean sound;
  private boolean cut;
  private int stated;

  ZipContent(PackedBytes archive, ZipHeader header, Budget budget) {
    super(budget);
    this.archive = archive;
    this.header = header;
    this.stated = header.crc();
    this.packed = new PackedBytes(archive, header.sizesBehind() ? Long.MAX_VALUE : header.packed());
    if (!header.isEncrypted() && header.method() == ZipHeader.DEFLATED) {
      inflated = new InflatedBytes(packed);
    }
  }

  ZipHeader header() {
    return header;
  }

  /** The checksum that the archive states. */
  int crc() {
    return stated;
  }

  @Override
  String refusal() {
    if (header.isEncrypted()) {
      return "the member is encrypted; it is left out";
    }
    boolean known =
        header.method() == ZipHeader.STORED
            || header.method() == ZipHeader.DEFLATED
            || (!header.sizesBehind()
                && (header.method() == DEFLATED_64 || header.method() == BZIP2));
    return known ? "" : "the member is packed in a way that is not supported; it is left out";
  }

  /** Whether the archive ends inside the member. */
  boolean wasCut() {
    return cut;
  }

  @Override
  int next(byte[] buffer, int offset, int length) throws IOException {
    if (ended) {
      return -1;
    }
    try {
      int read = unpacked(buffer, offset, length);
      if (read >= 0) {
        crc.update(buffer, offset, read);
        count += read;
        return read;
      }
      ended = true;
      check();
      sound = true;
      return -1;
    } catch (DamagedException e) {
      ended = true;
      cut = e.isCut();
      throw e;
    }
  }

  private int unpacked(byte[] buffer, int offset, int length) throws IOException {
    try {
      if (inflated != null) {
        return inflated.read(buffer, offset, length);
      }
      if (header.method() != ZipHeader.STORED) {
        return other().read(buffer, offset, length);
      }
      return header.sizesBehind()
          ? untilSizes(buffer, offset, length)
          : packed.read(buffer, offset, length);
    } catch (IOException | RuntimeException e) {
      throw meaning();
    }
  }

  private InputStream other() throws IOException {
    if (other == null) {
      other =
          header.method() == BZIP2
              ? new BZip2CompressorInputStream(packed)
              : new Deflate64CompressorInputStream(packed);
    }
    return other;
  }

  /** A stored member of unknown size ends where its size stands behind it. */
  private int untilSizes(byte[] buffer, int offset, int length) throws IOException {
    int read = 0;
    while (read < length) {
      packed.mark(16);
      int b = packed.read();
      if (b < 0) {
        throw DamagedException.cut("breaks off");
      }
      if (b == 'P') {
        packed.reset();
        byte[] next = packed.peek(16);
        boolean behind = next.length == 16 && (int) ZipHeader.u32(next, 0) == BEHIND;
        if (behind && ZipHeader.u32(next, 8) == count + read) {
          return read == 0 ? -1 : read;
        }
        packed.skipNBytes(1);
      }
      buffer[offset + read++] = (byte) b;
    }
    return read;
  }

  /** What it means that a decompressor failed. */
  private IOException meaning() {
    IOException below = archive.failure();
    if (below != null) {
      return below;
    }
    if (archive.ended()) {
      return DamagedException.cut("breaks off");
    }
    return DamagedException.corrupt("is damaged");
  }

  private void check() throws IOException {
    if (!header.sizesBehind() && packed.count() < header.packed() && archive.peek(1).length == 0) {
      throw DamagedException.cut("breaks off");
    }
    if (header.hasSizesBehind()) {
      readSizesBehind();
    } else if (count != header.size() || (isExact() && packed.count() != header.packed())) {
      throw DamagedException.corrupt("is damaged: its size does not fit");
    }
    if (stated != (int) crc.getValue()) {
      throw DamagedException.corrupt("is damaged: its checksum does not fit");
    }
  }

  /** Checksum and sizes behind the member, with or without a signature, of 4 or of 8 bytes. */
  private void readSizesBehind() throws IOException {
    byte[] next = archive.peek(24);
    int at = next.length >= 4 && (int) ZipHeader.u32(next, 0) == BEHIND ? 4 : 0;
    if (next.length < at + 12) {
      throw DamagedException.cut("breaks off");
    }
    stated = (int) ZipHeader.u32(next, at);
    boolean small =
        ZipHeader.u32(next, at + 4) == (packed.count() & 0xFFFFFFFFL)
            && ZipHeader.u32(next, at + 8) == (count & 0xFFFFFFFFL);
    boolean large =
        next.length >= at + 20
            && ZipHeader.u64(next, at + 4) == packed.count()
            && ZipHeader.u64(next, at + 12) == count;
    if (!small && !large) {
      throw DamagedException.corrupt("is damaged: its size does not fit");
    }
    boolean longer = large && !(small && nextStands(next, at + 12));
    archive.skipNBytes(at + (longer ? 20 : 12));
  }

  private static boolean nextStands(byte[] next, int at) {
    return next.length < at + 2 || (next[at] == 'P' && next[at + 1] == 'K');
  }

  /** Whether exactly the bytes of the member are taken from the archive to read it. */
  private boolean isExact() {
    return header.method() == ZipHeader.STORED || header.method() == ZipHeader.DEFLATED;
  }

  /**
   * Goes to the end of the member.
   *
   * @return whether it is certain that this is where the next one begins
   */
  boolean finish() throws IOException {
    boolean refused = !refusal().isEmpty();
    if (!ended && header.hasSizesBehind() && !refused) {
      readToEnd();
    }
    if (inflated != null) {
      inflated.close();
    }
    if (!header.sizesBehind()) {
      long rest = header.packed() - packed.count();
      while (rest > 0) {
        long skipped = packed.skip(rest);
        if (skipped <= 0) {
          break;
        }
        rest -= skipped;
      }
    }
    return refused ? !header.hasSizesBehind() : sound || !ended;
  }

  private void readToEnd() throws IOException {
    byte[] buffer = new byte[8192];
    try {
      while (read(buffer, 0, buffer.length) >= 0) {
        // only its checksum is of interest
      }
    } catch (DamagedException e) {
      ended = true;
    }
  }
}
