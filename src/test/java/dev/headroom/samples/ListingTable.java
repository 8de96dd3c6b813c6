package dev.headroom.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as Performance Toolkit prints it: headings of up to three lines, words over the right
 * edge of their column, rulers over groups of columns.
 */
final class ListingTable {
  private static final int HEADING_LINES = 3;

  private final List<Column> columns;
  private final List<Group> groups;

  ListingTable(List<Column> columns, List<Group> groups) {
    this.columns = columns;
    this.groups = groups;
  }

  /**
   * A column.
   *
   * @param headings its words, the last on the last line of the heading
   * @param width from the column before it to its right edge
   * @param left whether its cells and words begin at its left edge
   */
  record Column(List<String> headings, int width, boolean left) {
    static Column number(int width, String... headings) {
      return new Column(List.of(headings), width, false);
    }

    static Column text(int width, String... headings) {
      return new Column(List.of(headings), width, true);
    }

    private String cell(String value) {
      if (value.length() >= width) {
        throw new IllegalArgumentException(value + " does not fit under " + headings);
      }
      String pad = " ".repeat(width - value.length() - 1);
      return left ? " " + value + pad : " " + pad + value;
    }
  }

  /** A ruler on a heading's line, from 0, over the columns from one to another, both included. */
  record Group(int line, int from, int to, String text) {}

  /** The lines of the heading. */
  List<String> heading() {
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < HEADING_LINES; line++) {
      StringBuilder text = new StringBuilder();
      for (Column column : columns) {
        int word = column.headings().size() - HEADING_LINES + line;
        text.append(column.cell(word < 0 ? "" : column.headings().get(word)));
      }
      for (Group group : groups) {
        if (group.line() == line) {
          int from = edge(group.from() - 1) + 1;
          text.replace(from, edge(group.to()), ruler(group.text(), edge(group.to()) - from));
        }
      }
      lines.add(line(text));
    }
    return lines;
  }

  /** A row of as many cells as there are columns; a cell may be empty. */
  String row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells + " for " + columns.size() + " columns");
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      text.append(columns.get(i).cell(cells.get(i)));
    }
    return line(text);
  }

  /** A table whose first column holds words begins at the edge of the page. */
  private String line(StringBuilder text) {
    return text.substring(columns.get(0).left() ? 1 : 0).stripTrailing();
  }

  /** The width of the table. */
  int width() {
    return edge(columns.size() - 1);
  }

  private int edge(int column) {
    int edge = 0;
    for (int i = 0; i <= column; i++) {
      edge += columns.get(i).width();
    }
    return edge;
  }

  private static String ruler(String text, int width) {
    String middle = width >= text.length() + 6 ? " " + text + " " : text;
    int dashes = width - 2 - middle.length();
    if (dashes < 0) {
      throw new IllegalArgumentException(text + " does not fit into " + width);
    }
    return "<" + "-".repeat(dashes / 2) + middle + "-".repeat(dashes - dashes / 2) + ">";
  }
}
