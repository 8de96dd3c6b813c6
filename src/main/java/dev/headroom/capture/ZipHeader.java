package dev.headroom.capture;

import java.util.Arrays;

/**
 * What stands before a member of a zip archive.
 *
 * @param name its name as bytes
 * @param flags its flags
 * @param method how it is packed
 * @param crc its checksum; 0 where that stands behind the member
 * @param packed its packed size; likewise
 * @param size its size; likewise
 */
record ZipHeader(byte[] name, int flags, int method, int crc, long packed, long size) {
  /** What stands in front of the name, without the signature. */
  static final int LENGTH = 26;

  static final int STORED = 0;
  static final int DEFLATED = 8;
  private static final int ENCRYPTED = 1;
  private static final int SIZES_BEHIND = 8;
  private static final long IN_EXTRA = 0xFFFFFFFFL;

  static int nameLength(byte[] fixed) {
    return u16(fixed, 22);
  }

  static int extraLength(byte[] fixed) {
    return u16(fixed, 24);
  }

  static ZipHeader of(byte[] fixed, byte[] name, byte[] extra) {
    long packed = u32(fixed, 14);
    long size = u32(fixed, 18);
    int at = 0;
    while (at + 4 <= extra.length) {
      int end = at + 4 + u16(extra, at + 2);
      if (u16(extra, at) == 1) {
        int next = at + 4;
        if (size == IN_EXTRA && next + 8 <= Math.min(end, extra.length)) {
          size = u64(extra, next);
          next += 8;
        }
        if (packed == IN_EXTRA && next + 8 <= Math.min(end, extra.length)) {
          packed = u64(extra, next);
        }
      }
      at = end;
    }
    return new ZipHeader(name, u16(fixed, 2), u16(fixed, 4), (int) u32(fixed, 10), packed, size);
  }

  boolean isEncrypted() {
    return (flags & ENCRYPTED) != 0;
  }

  /** Whether checksum and sizes stand behind the member. */
  boolean hasSizesBehind() {
    return (flags & SIZES_BEHIND) != 0;
  }

  /** Whether checksum and sizes are not known before the member is read. */
  boolean sizesBehind() {
    return hasSizesBehind() && packed == 0;
  }

  /** The name as text; some machines part folders by a backslash. */
  String text() {
    String text = FileNames.text(name);
    return text.indexOf('/') < 0 ? text.replace('\\', '/') : text;
  }

  /** What must be the same in the archive's list of members. */
  static String key(byte[] name, int crc) {
    return Integer.toHexString(crc) + ' ' + Arrays.hashCode(name) + ' ' + name.length;
  }

  static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  static long u32(byte[] bytes, int at) {
    return u16(bytes, at) | (long) u16(bytes, at + 2) << 16;
  }

  static long u64(byte[] bytes, int at) {
    return u32(bytes, at) | u32(bytes, at + 4) << 32;
  }
}
