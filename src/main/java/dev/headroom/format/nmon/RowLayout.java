package dev.headroom.format.nmon;

import java.util.Arrays;
import java.util.List;

/**
 * What the cells of a section's rows mean, by the headings of its header, and the loop that reads
 * plain rows straight from the bytes. That loop takes rows of as many cells as there are headings
 * whose kept cells are plain numbers, and nothing else; what it does not take goes to the grammar,
 * which gives the same figures where both can read a row.
 */
final class RowLayout {
  /** More digits than this are a damaged counter, not a measurement. */
  static final int MOST_DIGITS = 12;

  /** What all frames are one of. */
  private static final List<Figure> FRAMES_OF_USE =
      List.of(Figure.FREE_FRAMES, Figure.WORKING_USED, Figure.PERSISTENT_USED, Figure.CLIENT_USED);

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
  };

  private final Section section;

  /** For each cell the place of its figure within the section; -1 for what is not kept. */
  private final int[] targets;

  /** The last cell that is kept; -1 where none is. */
  private final int lastKept;

  private final double[] values;

  /** The layout of a header with these headings; of each that is kept the first stands. */
  RowLayout(Section section, List<String> headings) {
    this.section = section;
    this.targets = new int[headings.size()];
    this.values = new double[Places.end(section) - Places.start(section)];
    int last = -1;
    for (int cell = 0; cell < targets.length; cell++) {
      // each paging space has its column, and all of them are one figure
      int place =
          section == Section.PAGING
              ? Places.start(section)
              : Places.of(section, headings.get(cell));
      boolean twice = section != Section.PAGING && !isSingle(headings, headings.get(cell));
      targets[cell] = place < 0 || twice ? -1 : place - Places.start(section);
      last = targets[cell] < 0 ? last : cell;
    }
    this.lastKept = last;
  }

  private static boolean isSingle(List<String> headings, String heading) {
    return headings.indexOf(heading) == headings.lastIndexOf(heading);
  }

  /** How many cells a row has. */
  int width() {
    return targets.length;
  }

  /** The section. */
  Section section() {
    return section;
  }

  /** Whether a cell of a row is kept. */
  boolean keeps(int cell) {
    return targets[cell] >= 0;
  }

  /** Whether it has a column for a figure. */
  boolean has(Figure figure) {
    int place = Places.of(section, figure) - Places.start(section);
    return Arrays.stream(targets).anyMatch(target -> target >= 0 && target == place);
  }

  /** Whether both have the same columns. */
  boolean isLike(RowLayout other) {
    return Arrays.equals(targets, other.targets);
  }

  /** The figures of the row read last, in the order of the section's places. */
  double[] values() {
    return values;
  }

  /** Begins a row that is read cell by cell. */
  void begin() {
    Arrays.fill(values, section == Section.PAGING ? 0 : Double.NaN);
  }

  /** Sets a cell of it; {@link Double#NaN} where the cell is absent. */
  void set(int cell, double value) {
    if (section == Section.PAGING) {
      values[0] += value; // a sum with an absent term is absent
    } else {
      values[targets[cell]] = value;
    }
  }

  /**
   * Whether its rows tell where a figure is from. The section {@code LPAR} of Linux has no shares
   * of processors, which then are those of {@code CPU_ALL}.
   */
  boolean tells() {
    return section != Section.LPAR || !has(Figure.ENTITLED_HUNDREDTHS);
  }

  /**
   * Reads a row of pages that breaks off, as some levels print it: 13 cells instead of 37. Its
   * cells are certain where the frames are those that are free and those in use; what stands behind
   * them counts as absent.
   *
   * @return whether they are
   */
  boolean takesShort(List<Cell> cells) {
    if (!section.isOfPages() || cells.size() >= targets.length) {
      return false;
    }
    begin();
    int last = -1;
    for (int cell = 0; cell < cells.size(); cell++) {
      if (keeps(cell) && isOfFrames(targets[cell])) {
        last = cell;
      }
    }
    for (int cell = 0; cell <= last; cell++) {
      String text = cells.get(cell).text();
      if (keeps(cell) && text.matches("\\d{1,12}")) {
        set(cell, Double.parseDouble(text));
      }
    }
    double used = 0;
    for (Figure figure : FRAMES_OF_USE) {
      used += value(figure);
    }
    return value(Figure.FRAMES) == used;
  }

  private boolean isOfFrames(int target) {
    return target == target(Figure.FRAMES)
        || FRAMES_OF_USE.stream().anyMatch(figure -> target == target(figure));
  }

  private int target(Figure figure) {
    return Places.of(section, figure) - Places.start(section);
  }

  private double value(Figure figure) {
    return values[target(figure)];
  }

  /**
   * Reads the cells of a row.
   *
   * @param from where the first cell begins
   * @param end where the line ends
   * @return whether it is a plain row
   */
  boolean decode(byte[] window, int from, int end) {
    begin();
    int at = from;
    for (int cell = 0; cell <= lastKept; cell++) {
      if (targets[cell] < 0) {
        while (at < end && window[at] != ',') {
          at++;
        }
      } else {
        at = number(window, at, end, cell);
      }
      if (at < 0 || (at >= end && cell + 1 < targets.length)) {
        return false;
      }
      at++; // past the comma
    }
    int cells = lastKept + 1;
    if (at <= end) {
      cells++;
      for (; at < end; at++) {
        cells += window[at] == ',' ? 1 : 0;
      }
    }
    return cells == targets.length;
  }

  /** Reads a number; gives the place of the comma or the line's end behind it, or -1. */
  private int number(byte[] window, int from, int end, int cell) {
    int at = from;
    while (at < end && window[at] == ' ') {
      at++;
    }
    int start = at;
    long digits = 0;
    int digit;
    while (at < end && (digit = window[at] - '0') >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      at++;
    }
    int count = at - start;
    int decimals = 0;
    if (at < end && window[at] == '.') {
      start = ++at;
      while (at < end && (digit = window[at] - '0') >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        at++;
      }
      decimals = at - start;
      count = decimals == 0 ? 0 : count + decimals; // a point has decimals behind it
    }
    if (count == 0 || count > MOST_DIGITS || (at < end && window[at] != ',')) {
      return -1;
    }
    set(cell, decimals == 0 ? digits : digits / POWERS[decimals]);
    return at;
  }
}
