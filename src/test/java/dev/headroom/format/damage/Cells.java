package dev.headroom.format.damage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damage to the words and figures of a line. */
final class Cells {
  private static final String[] OTHER = {
    "-",
    "...",
    "*****",
    "NaN",
    "-5",
    "1e5",
    "1,234",
    "0x1F",
    "N/A",
    "12.3.4",
    "4.O0",
    "l2",
    "???",
    "99999999999999999999",
    "--",
    "+7",
    ".",
    "%",
    "1.2K",
    "\u00b12",
    "Infinity",
    "7-",
    "\"",
    "'3'"
  };

  private Cells() {}

  /** Where a cell stands in the bytes. */
  private record Cell(int from, int to) {}

  /** The cells of any line that has some; none where the text has none. */
  private static List<Cell> ofAnyLine(Text text, Random random) {
    int row = random.nextInt(text.rows().size());
    for (int tries = 0; tries < text.rows().size(); tries++) {
      List<Cell> cells = cells(text, (row + tries) % text.rows().size());
      if (!cells.isEmpty()) {
        return cells;
      }
    }
    return List.of();
  }

  private static List<Cell> cells(Text text, int row) {
    int start = 0;
    for (int i = 0; i < row; i++) {
      start += text.rows().get(i).bytes().length;
    }
    String line = text.rows().get(row).text();
    List<Cell> cells = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      int from = at;
      while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
        at++;
      }
      if (at > from) {
        cells.add(new Cell(start + from, start + at));
      }
      at++;
    }
    return cells;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Text put(Text text, Random random, String... cells) {
    List<Cell> line = ofAnyLine(text, random);
    if (line.isEmpty()) {
      return text;
    }
    Cell cell = line.get(random.nextInt(line.size()));
    return text.edit(cell.from(), cell.to(), ascii(cells[random.nextInt(cells.length)]));
  }

  static Text blanked(Text text, Random random, Corpus corpus) {
    List<Cell> line = ofAnyLine(text, random);
    if (line.isEmpty()) {
      return text;
    }
    Cell cell = line.get(random.nextInt(line.size()));
    return text.edit(cell.from(), cell.to(), ascii(" ".repeat(cell.to() - cell.from())));
  }

  static Text lost(Text text, Random random, Corpus corpus) {
    return put(text, random, "");
  }

  static Text replaced(Text text, Random random, Corpus corpus) {
    return put(text, random, OTHER);
  }

  static Text glued(Text text, Random random, Corpus corpus) {
    List<Cell> line = ofAnyLine(text, random);
    if (line.size() < 2) {
      return text;
    }
    int cell = random.nextInt(line.size() - 1);
    return text.edit(line.get(cell).to(), line.get(cell + 1).from(), new byte[0]);
  }

  static Text split(Text text, Random random, Corpus corpus) {
    List<Cell> line = ofAnyLine(text, random);
    if (line.isEmpty()) {
      return text;
    }
    Cell cell = line.get(random.nextInt(line.size()));
    int at = cell.from() + random.nextInt(cell.to() - cell.from());
    return text.edit(at, at, ascii(" ".repeat(1 + random.nextInt(2))));
  }

  /** Some of its characters become others. */
  static Text corrupted(Text text, Random random, Corpus corpus) {
    List<Cell> line = ofAnyLine(text, random);
    if (line.isEmpty()) {
      return text;
    }
    Cell cell = line.get(random.nextInt(line.size()));
    String letters = "xOlSB#?~,;:|=()\u00e9";
    Text damaged = text;
    for (int i = 0; i <= random.nextInt(3); i++) {
      int at = cell.from() + random.nextInt(cell.to() - cell.from());
      char letter = letters.charAt(random.nextInt(letters.length()));
      damaged = damaged.edit(at, at + 1, new byte[] {(byte) letter});
    }
    return damaged;
  }

  /** Two cells of a line change places. */
  static Text swapped(Text text, Random random, Corpus corpus) {
    List<Cell> line = ofAnyLine(text, random);
    if (line.size() < 2) {
      return text;
    }
    int at = random.nextInt(line.size() - 1);
    Cell one = line.get(at);
    Cell other = line.get(at + 1);
    byte[] all = text.bytes();
    String left = new String(all, one.from(), one.to() - one.from(), StandardCharsets.ISO_8859_1);
    String between =
        new String(all, one.to(), other.from() - one.to(), StandardCharsets.ISO_8859_1);
    String right =
        new String(all, other.from(), other.to() - other.from(), StandardCharsets.ISO_8859_1);
    return text.edit(one.from(), other.to(), ascii(right + between + left));
  }
}
