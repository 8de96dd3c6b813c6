package dev.headroom.format.damage;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Damage that knows nothing of lines. */
final class Bytes {
  private static final String[] SOUND = {
    "\u001b[7m",
    "\u001b[m",
    "\u001b[0;1;31m",
    "\u001b(B",
    "\u001b[K",
    "\u001b]0;title\u0007",
    "\u001b[?25l",
    "\u001b=",
    "\u000f"
  };
  private static final String[] CUT = {
    "\u001b", "\u001b[", "\u001b[1;", "\u001b]0;tit", "\u001b(", "\u001b[?", "\u009b", "\u001bP1;"
  };
  private static final byte[] CONTROLS = {
    1, 2, 4, 5, 7, 8, 9, 11, 12, 13, 14, 16, 21, 24, 26, 28, 31, 127, -128, -123, -1
  };

  private Bytes() {}

  private static int any(Text text, Random random) {
    return random.nextInt(text.length());
  }

  static Text cut(Text text, Random random, Corpus corpus) {
    return text.edit(any(text, random), text.length(), new byte[0]);
  }

  static Text flipped(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    byte other = (byte) (text.bytes()[at] ^ 1 << random.nextInt(8));
    return text.edit(at, at + 1, new byte[] {other});
  }

  static Text changed(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    int other = random.nextInt(4) == 0 ? random.nextInt(256) : ' ' + random.nextInt(95);
    return text.edit(at, at + 1, new byte[] {(byte) other});
  }

  static Text lost(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    return text.edit(at, at + 1, new byte[0]);
  }

  static Text putIn(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    int other = random.nextInt(4) == 0 ? random.nextInt(256) : ' ' + random.nextInt(95);
    return text.edit(at, at, new byte[] {(byte) other});
  }

  static Text stretchLost(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    int to = Math.min(text.length(), at + 2 + random.nextInt(200));
    return text.edit(at, to, new byte[0]);
  }

  static Text nuls(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    boolean block = random.nextInt(8) == 0;
    int count = block ? 512 : 1 + random.nextInt(8);
    int over = random.nextBoolean() ? 0 : Math.min(count, text.length() - at);
    return text.edit(at, at + over, new byte[count]);
  }

  static Text controls(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    int over = random.nextInt(2);
    return text.edit(at, at + over, new byte[] {CONTROLS[random.nextInt(CONTROLS.length)]});
  }

  static Text escapes(Text text, Random random, Corpus corpus) {
    return put(text, random, SOUND);
  }

  static Text escapesCut(Text text, Random random, Corpus corpus) {
    return put(text, random, CUT);
  }

  private static Text put(Text text, Random random, String... words) {
    int at = any(text, random);
    String word = words[random.nextInt(words.length)];
    return text.edit(at, at, word.getBytes(StandardCharsets.ISO_8859_1));
  }
}
