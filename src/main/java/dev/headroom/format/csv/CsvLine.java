package dev.headroom.format.csv;

import dev.headroom.capture.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of CSV. A quote stands around a whole cell or nowhere: where one stands inside a cell,
 * or is not closed, nothing tells where cells end. A quoted cell may not hold a line end.
 */
record CsvLine(List<String> cells) {
  /** The cells of a line; empty where the line is no CSV. */
  static Optional<CsvLine> of(Line line) {
    return of(line.text());
  }

  /** The cells of a text; empty where it is no CSV. */
  static Optional<CsvLine> of(String text) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int start = pastBlanks(text, at);
      int next =
          start < text.length() && text.charAt(start) == '"'
              ? quoted(text, start + 1, cells)
              : plain(text, start, cells);
      if (next < 0) {
        return Optional.empty();
      }
      at = next + 1;
    }
    return Optional.of(new CsvLine(cells));
  }

  /** Reads a cell up to its comma; -1 where a quote stands in it. */
  private static int plain(String text, int start, List<String> cells) {
    int comma = text.indexOf(',', start);
    int end = comma < 0 ? text.length() : comma;
    String cell = text.substring(start, end);
    cells.add(cell.strip());
    return cell.indexOf('"') < 0 ? end : -1;
  }

  /** Reads a cell behind its first quote, two quotes being one; -1 where it is not closed. */
  private static int quoted(String text, int start, List<String> cells) {
    StringBuilder cell = new StringBuilder();
    int from = start;
    int quote = text.indexOf('"', from);
    while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
      cell.append(text, from, quote + 1);
      from = quote + 2;
      quote = text.indexOf('"', from);
    }
    if (quote < 0) {
      return -1;
    }
    cells.add(cell.append(text, from, quote).toString());
    int end = pastBlanks(text, quote + 1);
    return end == text.length() || text.charAt(end) == ',' ? end : -1;
  }

  private static int pastBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** Whether a line has an odd number of quotes, so that one is not closed on it. */
  static boolean isOpen(Line line) {
    boolean open = false;
    for (int at = line.start(); at < line.end(); at++) {
      open ^= line.bytes()[at] == '"';
    }
    return open;
  }

  /** Whether one of the cells is this word, in capitals or not. */
  boolean has(String word) {
    for (String cell : cells) {
      if (cell.length() == word.length() && cell.equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }

  /** Where a cell begins in the line, from 1, as near as quotes let it be told. */
  int column(Line line, int cell) {
    int at = 0;
    String text = line.text();
    for (int i = 0; i < cell; i++) {
      int next = text.indexOf(',', at);
      if (next < 0) {
        return at + 1;
      }
      at = next + 1;
    }
    return at + 1;
  }
}
