package dev.headroom.format.damage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damage to whole lines. */
final class LinesOfText {
  private static final String[] JUNK = {
    "@@@ \u00a7 12 junk, junk ###",
    "Broadcast message from root@h (pts/1) (Tue Mar  4 10:01:12 2014):",
    "The system is going down for maintenance in 5 minutes!",
    "You have new mail in /var/spool/mail/root",
    "[1] + Done                    sleep 10 &",
    "ksh: 0403-006 Execute permission denied.",
    "Connection to h1 closed by remote host.",
    "--More--(41%)",
    "%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%",
    "HCPMFS057I OPERATOR not receiving; disconnected",
    "write failed: There is not enough space in the file system.",
    "\u00e9\u00e8\u00ea\u00eb \u00c3\u00a9 \u00e2\u20ac\u2122"
        .replace("\u20ac", "")
        .replace("\u2122", "")
  };

  private LinesOfText() {}

  private static int any(Text text, Random random) {
    return random.nextInt(text.rows().size());
  }

  /** A line loses what is behind a place in it, but for its end. */
  private static byte[] cut(Row row, int from, int to) {
    byte[] bytes = Arrays.copyOfRange(row.bytes(), from, to);
    if (row.hasEnd() && (bytes.length == 0 || bytes[bytes.length - 1] != '\n')) {
      bytes = Arrays.copyOf(bytes, bytes.length + 1);
      bytes[bytes.length - 1] = '\n';
    }
    return bytes;
  }

  static Text lost(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    return text.with(at, at + 1, List.of());
  }

  static Text manyLost(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    int to = Math.min(text.rows().size(), at + 2 + random.nextInt(8));
    return text.with(at, to, List.of());
  }

  static Text doubled(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    return text.with(at + 1, at + 1, List.of(text.rows().get(at).moved()));
  }

  static Text manyDoubled(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    int to = Math.min(text.rows().size(), at + 2 + random.nextInt(8));
    return text.with(to, to, text.rows().subList(at, to).stream().map(Row::moved).toList());
  }

  static Text neighboursSwapped(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    return swapped(text, at, Math.min(at + 1, text.rows().size() - 1));
  }

  static Text swapped(Text text, Random random, Corpus corpus) {
    int one = any(text, random);
    int other = any(text, random);
    return swapped(text, Math.min(one, other), Math.max(one, other));
  }

  private static Text swapped(Text text, int one, int other) {
    Row above = text.rows().get(one);
    Row below = text.rows().get(other);
    if (Arrays.equals(above.bytes(), below.bytes())) {
      return text;
    }
    return text.with(one, one + 1, List.of(below.moved()))
        .with(other, other + 1, List.of(above.moved()));
  }

  static Text blanked(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    Row row = text.rows().get(at);
    int length = random.nextBoolean() ? 0 : row.bytes().length - (row.hasEnd() ? 1 : 0);
    byte[] blanks = " ".repeat(length).getBytes(StandardCharsets.ISO_8859_1);
    return changed(text, at, cut(row, row.bytes().length, row.bytes().length), blanks);
  }

  private static Text changed(Text text, int at, byte[] end, byte[] before) {
    byte[] all = Arrays.copyOf(before, before.length + end.length);
    System.arraycopy(end, 0, all, before.length, end.length);
    List<Row> rows = all.length == 0 ? List.of() : List.of(text.rows().get(at).touched(all));
    return text.with(at, at + 1, rows);
  }

  /** Loses its beginning or its end. */
  static Text halved(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    Row row = text.rows().get(at);
    int place = random.nextInt(row.bytes().length + 1);
    boolean front = random.nextInt(3) == 0;
    return changed(
        text, at, front ? cut(row, place, row.bytes().length) : cut(row, 0, place), new byte[0]);
  }

  static Text broken(Text text, Random random, Corpus corpus) {
    int at = random.nextInt(text.length() + 1);
    return text.edit(at, at, new byte[] {'\n'});
  }

  static Text glued(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    int end = 0;
    for (int i = 0; i <= at; i++) {
      end += text.rows().get(i).bytes().length;
    }
    return text.rows().get(at).hasEnd() ? text.edit(end - 1, end, new byte[0]) : text;
  }

  /** So long that it is no line that a tool prints. */
  static Text grown(Text text, Random random, Corpus corpus) {
    int at = any(text, random);
    Row row = text.rows().get(at);
    byte[] line = cut(row, 0, row.bytes().length);
    byte[] before = new byte[66_000 + random.nextInt(3000)];
    for (int i = 0; i < before.length; i++) {
      before[i] = line.length < 2 ? (byte) 'x' : line[i % (line.length - 1)];
    }
    return changed(text, at, line, before);
  }

  static Text overlong(Text text, Random random, Corpus corpus) {
    int at = random.nextInt(text.rows().size() + 1);
    int length = random.nextInt(8) == 0 ? 1_100_000 : 65_537 + random.nextInt(8000);
    byte[] line = new byte[length];
    int letters = random.nextInt(3);
    for (int i = 0; i < length; i++) {
      line[i] =
          (byte) (letters == 0 ? 'x' : letters == 1 ? "12 0 ".charAt(i % 5) : 'a' + i * 7 % 26);
    }
    line[length - 1] = '\n';
    return text.with(at, at, List.of(Row.strange(line)));
  }

  static Text junk(Text text, Random random, Corpus corpus) {
    int at = random.nextInt(text.rows().size() + 1);
    List<Row> rows = new ArrayList<>();
    int lines = random.nextInt(4) == 0 ? 3 : 1;
    for (int i = 0; i < lines; i++) {
      String line = JUNK[random.nextInt(JUNK.length)] + "\n";
      rows.add(Row.strange(line.getBytes(StandardCharsets.ISO_8859_1)));
    }
    return text.with(at, at, rows);
  }
}
