package dev.headroom.format.damage;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The lines of a text, each of which knows where it comes from. */
record Text(List<Row> rows) {
  Text {
    rows = List.copyOf(rows);
  }

  /** An undamaged capture. */
  static Text of(Specimen specimen, byte[] bytes) {
    List<Row> rows = new ArrayList<>();
    for (byte[] line : lines(bytes)) {
      rows.add(new Row(line, List.of(new Row.Place(specimen, rows.size() + 1)), Row.Standing.KEPT));
    }
    return new Text(rows);
  }

  /** The lines of a text, each with its end. */
  static List<byte[]> lines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n' || at == bytes.length - 1) {
        lines.add(Arrays.copyOfRange(bytes, start, at + 1));
        start = at + 1;
      }
    }
    return lines;
  }

  /** All bytes. */
  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    rows.forEach(row -> all.writeBytes(row.bytes()));
    return all.toByteArray();
  }

  /** How many bytes it has. */
  int length() {
    return rows.stream().mapToInt(row -> row.bytes().length).sum();
  }

  /** The same text with other lines in the place of some of them. */
  Text with(int from, int to, List<Row> others) {
    List<Row> all = new ArrayList<>(rows.subList(0, from));
    all.addAll(others);
    all.addAll(rows.subList(to, rows.size()));
    return ended(all);
  }

  /** Lines that stand before others end, as what puts them there ends them. */
  private static Text ended(List<Row> rows) {
    for (int i = 0; i + 1 < rows.size(); i++) {
      Row row = rows.get(i);
      if (!row.hasEnd()) {
        byte[] with = Arrays.copyOf(row.bytes(), row.bytes().length + 1);
        with[with.length - 1] = '\n';
        rows.set(i, new Row(with, row.from(), Row.Standing.TOUCHED));
      }
    }
    return new Text(rows);
  }

  /** The same text with other bytes in the place of some of its bytes. */
  Text edit(int from, int to, byte[] put) {
    int first = 0;
    int start = 0;
    while (first < rows.size() && start + rows.get(first).bytes().length <= from) {
      start += rows.get(first++).bytes().length;
    }
    int next = first;
    int end = start;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (next < rows.size() && (end < to || next == first)) {
      end += rows.get(next).bytes().length;
      all.writeBytes(rows.get(next++).bytes());
    }
    byte[] before = all.toByteArray();
    all.reset();
    all.write(before, 0, Math.min(from - start, before.length));
    all.writeBytes(put);
    int rest = Math.min(to - start, before.length);
    all.write(before, rest, before.length - rest);
    byte[] middle = all.toByteArray();
    if (next < rows.size() && middle.length > 0 && middle[middle.length - 1] != '\n') {
      all.writeBytes(rows.get(next++).bytes());
      middle = all.toByteArray();
    }
    List<Row> edited = new ArrayList<>(rows.subList(0, first));
    edited.addAll(parted(middle, rows.subList(first, next)));
    edited.addAll(rows.subList(next, rows.size()));
    return new Text(edited);
  }

  /** The lines of a stretch that was made of others; those that are as they were stay kept. */
  private static List<Row> parted(byte[] bytes, List<Row> of) {
    Set<Row.Place> from = new LinkedHashSet<>();
    of.forEach(row -> from.addAll(row.from()));
    List<Row> rows = new ArrayList<>();
    int sought = 0;
    for (byte[] line : lines(bytes)) {
      int same = sought;
      while (same < of.size() && !Arrays.equals(of.get(same).bytes(), line)) {
        same++;
      }
      if (same < of.size()) {
        rows.add(of.get(same));
        sought = same + 1;
      } else {
        rows.add(new Row(line, List.copyOf(from), Row.Standing.TOUCHED));
      }
    }
    return rows;
  }
}
