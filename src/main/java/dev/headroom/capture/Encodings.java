package dev.headroom.capture;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.io.input.ReaderInputStream;

/**
 * Turns the bytes of a text into bytes in which every ASCII character is one byte: UTF-8 and
 * ISO-8859-1 pass as they are, UTF-16 with a byte-order mark becomes UTF-8, EBCDIC (cp1047) becomes
 * ISO-8859-1 with NEL and LF as line ends. The encoding is told by content.
 */
final class Encodings {
  private static final int HEAD = 8192;

  private Encodings() {}

  /**
   * The text of a stream in one-byte ASCII; empty where the content is not text.
   *
   * @throws IOException where the stream cannot be read
   */
  static Optional<InputStream> text(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 2 * HEAD);
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
      return Optional.of(in);
    }
    if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
      return Optional.of(
          ReaderInputStream.builder()
              .setReader(new InputStreamReader(in, StandardCharsets.UTF_16))
              .setCharset(StandardCharsets.UTF_8)
              .get());
    }
    if (isEbcdic(head)) {
      return Optional.of(new EbcdicStream(in));
    }
    return isText(head) ? Optional.of(in) : Optional.empty();
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Text has no NUL, and few control characters beside those of terminals and printers. */
  private static boolean isText(byte[] head) {
    int odd = 0;
    for (byte b : head) {
      if (b == 0) {
        return false;
      }
      if (b > 0 && b < ' ' && (b < 7 || b > 15) && b != 0x1B) {
        odd++;
      }
    }
    return odd * 20 <= head.length;
  }

  /**
   * Letters, digits and blanks of cp1047 nearly alone, and no ASCII line end among them. National
   * letters stand elsewhere; a short text may have many.
   */
  private static boolean isEbcdic(byte[] head) {
    if (head.length < 8) {
      return false;
    }
    int usual = 0;
    int blanks = 0;
    int high = 0;
    for (byte b : head) {
      int v = b & 0xFF;
      if (v == 0x0A) {
        return false;
      }
      boolean letter = (v >= 0x81 && v <= 0xE9 && (v & 0x0F) <= 9) || (v >= 0xF0 && v <= 0xF9);
      boolean mark = (v >= 0x40 && v <= 0x7F) || v == 0x15 || v == 0x25 || v == 0x0D || v == 0x05;
      usual += letter || mark ? 1 : 0;
      blanks += v == 0x40 ? 1 : 0;
      high += letter ? 1 : 0;
    }
    return usual * 100L >= head.length * 90L
        && blanks * 50 >= head.length
        && high * 10 >= head.length;
  }

  /** Maps every byte of cp1047 to ISO-8859-1. */
  private static final class EbcdicStream extends FilterInputStream {
    private static final byte[] TABLE = table();

    EbcdicStream(InputStream in) {
      super(in);
    }

    private static byte[] table() {
      byte[] all = new byte[256];
      for (int i = 0; i < all.length; i++) {
        all[i] = (byte) i;
      }
      String decoded = new String(all, Charset.forName("IBM1047"));
      byte[] table = new byte[256];
      for (int i = 0; i < all.length; i++) {
        char c = decoded.charAt(i);
        table[i] = c < 256 ? (byte) c : (byte) '?';
      }
      table[0x15] = '\n';
      table[0x25] = '\n';
      return table;
    }

    @Override
    public int read() throws IOException {
      int v = super.read();
      return v < 0 ? v : TABLE[v] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      for (int i = offset; i < offset + count; i++) {
        buffer[i] = TABLE[buffer[i] & 0xFF];
      }
      return count;
    }
  }
}
