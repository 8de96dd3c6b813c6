package dev.headroom.capture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One block of a tar archive that describes a member, of any kind of tar.
 *
 * @param block its 512 bytes
 */
record TarHeader(byte[] block) {
  static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE = 124;
  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;

  /** Whether a text begins with a header, sound or damaged. */
  static boolean begins(byte[] head) {
    if (head.length < BLOCK) {
      return false;
    }
    TarHeader header = new TarHeader(head);
    return header.isSound() || (header.hasMagic() && head[0] != 0);
  }

  boolean isZero() {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether its checksum fits and its size is a number. Old tars summed signed bytes. */
  boolean isSound() {
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BLOCK; i++) {
      byte b = i >= CHECKSUM && i < CHECKSUM + 8 ? (byte) ' ' : block[i];
      unsigned += b & 0xFF;
      signed += b;
    }
    long stated = number(CHECKSUM, 8);
    return block[0] != 0 && size() >= 0 && (stated == unsigned || stated == signed);
  }

  private boolean hasMagic() {
    return new String(block, MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  /** The kind of the member. */
  char type() {
    return (char) (block[TYPE] & 0xFF);
  }

  /** How many bytes the member has; negative where that cannot be read. */
  long size() {
    return number(SIZE, 12);
  }

  /** The member's name as bytes. */
  byte[] name() {
    byte[] name = field(0, NAME);
    byte[] prefix = hasMagic() && block[MAGIC + 5] == 0 ? field(PREFIX, 155) : new byte[0];
    if (prefix.length == 0) {
      return name;
    }
    byte[] joined = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
    joined[prefix.length] = '/';
    System.arraycopy(name, 0, joined, prefix.length + 1, name.length);
    return joined;
  }

  private byte[] field(int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return Arrays.copyOfRange(block, from, end);
  }

  /** An octal number between blanks, or a binary one; negative where it is neither. */
  private long number(int from, int length) {
    if (block[from] < 0) {
      long value = block[from] & 0x3F;
      for (int i = from + 1; i < from + length; i++) {
        if (value >= 1L << 54 || (block[from] & 0x40) != 0) {
          return -1;
        }
        value = value << 8 | (block[i] & 0xFF);
      }
      return value;
    }
    String digits = new String(field(from, length), StandardCharsets.ISO_8859_1).strip();
    boolean octal = digits.chars().allMatch(c -> c >= '0' && c <= '7');
    return !octal ? -1 : digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }
}
