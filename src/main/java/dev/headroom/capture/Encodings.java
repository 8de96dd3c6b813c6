package dev.headroom.capture;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.input.ReaderInputStream;

/**
 * Turns the bytes of a text into bytes in which every ASCII character is one byte: UTF-8 and
 * ISO-8859-1 pass as they are, UTF-16 with a byte-order mark becomes UTF-8, EBCDIC (cp1047) becomes
 * ISO-8859-1 with NEL and LF as line ends. The encoding is told by content.
 */
final class Encodings {
  private static final int HEAD = 8192;

  /** The content is text where no more than one of this number of bytes is a control byte. */
  private static final int BYTES_TO_ONE_CONTROL = 20;

  /** How files begin that hold texts and are none: programs, pictures, databases, archives. */
  private static final List<int[]> BINARY =
      List.of(
          new int[] {0x7F, 'E', 'L', 'F'},
          new int[] {0x01, 0xDF, 0x00},
          new int[] {0x01, 0xF7, 0x00},
          new int[] {0xCA, 0xFE, 0xBA, 0xBE},
          new int[] {'M', 'Z', 0x90, 0x00},
          new int[] {0xFF, 0xD8, 0xFF},
          new int[] {0x89, 'P', 'N', 'G'},
          new int[] {'G', 'I', 'F', '8'},
          new int[] {'%', 'P', 'D', 'F', '-'},
          new int[] {'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't', ' ', '3', 0},
          new int[] {0xD4, 0xC3, 0xB2, 0xA1},
          new int[] {0xA1, 0xB2, 0xC3, 0xD4},
          new int[] {0x0A, 0x0D, 0x0D, 0x0A},
          new int[] {0xD0, 0xCF, 0x11, 0xE0},
          new int[] {0x28, 0xB5, 0x2F, 0xFD},
          new int[] {'7', 'z', 0xBC, 0xAF},
          new int[] {'R', 'a', 'r', '!', 0x1A});

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

  /**
   * Few of a text's bytes are control characters beside those of terminals and printers. A run of
   * NULs counts as one: so a file system fills a stretch that was lost.
   */
  private static boolean isText(byte[] head) {
    if (BINARY.stream().anyMatch(mark -> startsWith(head, mark))) {
      return false;
    }
    int odd = 0;
    int length = 0;
    for (int i = 0; i < head.length; i++) {
      byte b = head[i];
      if (b == 0 && i > 0 && head[i - 1] == 0) {
        continue;
      }
      length++;
      if (b >= 0 && b < ' ' && (b < 7 || b > 15) && b != TerminalText.ESC) {
        odd++;
      }
    }
    // one damaged byte does not make a short text a binary file
    return odd == 1 ? length > 2 : odd * BYTES_TO_ONE_CONTROL <= length;
  }

  /**
   * Letters, digits and punctuation of cp1047 nearly alone, parted by blanks or line ends. National
   * letters stand elsewhere; a short text may have many.
   */
  private static boolean isEbcdic(byte[] head) {
    if (head.length < 8) {
      return false;
    }
    int usual = 0;
    int blanks = 0;
    int ends = 0;
    int high = 0;
    boolean ascii = false;
    for (byte b : head) {
      int v = b & 0xFF;
      boolean letter = (v >= 0x81 && v <= 0xE9 && (v & 0x0F) <= 9) || (v >= 0xF0 && v <= 0xF9);
      boolean end = v == 0x15 || v == 0x25;
      boolean mark = (v >= 0x40 && v <= 0x7F) || end || v == 0x0D || v == 0x05;
      usual += letter || mark ? 1 : 0;
      blanks += v == 0x40 ? 1 : 0;
      ends += end ? 1 : 0;
      high += letter ? 1 : 0;
      ascii |= v == ' ' || v == '\n';
    }
    // no text of another encoding is without its own blanks and line ends
    boolean parted = blanks * 50 >= head.length && high * 10 >= head.length;
    boolean dense = ends > 0 && high * 3 >= head.length;
    // rulers have few letters, and the first line may be a long one without blanks
    boolean own = !ascii && high > 0 && blanks > 0 && ends > 0;
    boolean oneWord = !ascii && head.length == HEAD && high * 10L >= head.length * 9L;
    return usual * 100L >= head.length * 90L && (parted || dense || own || oneWord);
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
