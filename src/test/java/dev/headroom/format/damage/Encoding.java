package dev.headroom.format.damage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The encodings that a capture may have. */
enum Encoding {
  UTF_8_WITH_MARK("UTF-8", "EF BB BF"),
  UTF_16_BIG("UTF-16BE", "FE FF"),
  UTF_16_LITTLE("UTF-16LE", "FF FE"),
  EBCDIC("IBM1047", "");

  private final Charset charset;
  private final String mark;

  Encoding(String charset, String mark) {
    this.charset = Charset.forName(charset);
    this.mark = mark;
  }

  /** A text in any of them; what one cannot hold is another's. */
  static Damaged any(Text text, Random random) {
    Encoding encoding = values()[random.nextInt(values().length)];
    byte[] bytes = text.bytes();
    boolean plain = true;
    for (byte b : bytes) {
      plain &= b == '\n' || (b >= ' ' && b < 127);
    }
    // other bytes mean something else in each
    return plain
        ? new Damaged(text, encoding.of(bytes), Damaged.Wrapper.SOUND)
        : Damaged.plain(text);
  }

  private byte[] of(byte[] ascii) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String one : mark.isEmpty() ? new String[0] : mark.split(" ", -1)) {
      all.write(Integer.parseInt(one, 16));
    }
    String text = new String(ascii, StandardCharsets.US_ASCII);
    all.writeBytes((this == EBCDIC ? text.replace('\n', '\u0085') : text).getBytes(charset));
    return all.toByteArray();
  }
}
