package dev.headroom.format.damage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Several captures in one text, and line ends of other systems. */
final class Mixtures {
  private Mixtures() {}

  /** The beginning of one and the end of another. */
  static Text spliced(Text text, Random random, Corpus corpus) {
    List<Row> other = corpus.any(random).text().rows();
    int from = random.nextInt(other.size());
    int at = random.nextInt(text.rows().size() + 1);
    return text.with(at, text.rows().size(), moved(other.subList(from, other.size())));
  }

  /** The same, inside lines. */
  static Text splicedInside(Text text, Random random, Corpus corpus) {
    Text damaged = spliced(text, random, corpus);
    int seam = random.nextInt(damaged.rows().size());
    int start = 0;
    for (int i = 0; i < seam; i++) {
      start += damaged.rows().get(i).bytes().length;
    }
    int length = damaged.rows().get(seam).bytes().length;
    int from = start + random.nextInt(length);
    int next = seam + 1 < damaged.rows().size() ? damaged.rows().get(seam + 1).bytes().length : 0;
    int to = start + length + (next == 0 ? 0 : random.nextInt(next));
    return damaged.edit(from, to, new byte[0]);
  }

  static Text inserted(Text text, Random random, Corpus corpus) {
    List<Row> other = corpus.any(random).text().rows();
    int from = random.nextInt(other.size());
    int to = Math.min(other.size(), from + 1 + random.nextInt(20));
    int at = random.nextInt(text.rows().size() + 1);
    return text.with(at, at, moved(other.subList(from, to)));
  }

  static Text lineInserted(Text text, Random random, Corpus corpus) {
    List<Row> other = corpus.any(random).text().rows();
    int from = random.nextInt(other.size());
    int at = random.nextInt(text.rows().size() + 1);
    return text.with(at, at, moved(other.subList(from, from + 1)));
  }

  /** Two jobs that write into one file. */
  static Text interleaved(Text text, Random random, Corpus corpus) {
    List<Row> other = moved(corpus.any(random).text().rows());
    List<Row> rows = new ArrayList<>();
    int own = 0;
    int strange = 0;
    int longest = 1 + random.nextInt(12);
    while (own < text.rows().size()) {
      int until = Math.min(text.rows().size(), own + 1 + random.nextInt(longest));
      rows.addAll(text.rows().subList(own, until));
      own = until;
      until = Math.min(other.size(), strange + 1 + random.nextInt(longest));
      rows.addAll(other.subList(strange, until));
      strange = until;
    }
    return text.with(0, text.rows().size(), rows);
  }

  private static List<Row> moved(List<Row> rows) {
    return rows.stream().map(Row::moved).toList();
  }

  /** CR LF at all lines or at some, or a lone CR at some. */
  static Text lineEnds(Text text, Random random, Corpus corpus) {
    int way = random.nextInt(3);
    if (way == 2) {
      int at = random.nextInt(text.length());
      return text.edit(at, at, new byte[] {'\r'});
    }
    List<Row> rows = new ArrayList<>();
    for (Row row : text.rows()) {
      boolean some = way == 0 || random.nextBoolean();
      rows.add(row.hasEnd() && some ? row.spelled(withReturn(row.bytes())) : row);
    }
    return new Text(rows);
  }

  private static byte[] withReturn(byte[] line) {
    byte[] with = Arrays.copyOf(line, line.length + 1);
    with[line.length - 1] = '\r';
    with[line.length] = '\n';
    return with;
  }
}
