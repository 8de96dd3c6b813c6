package dev.headroom.format.nmon;

import java.util.Arrays;

/** Where the figures of a snapshot stand in one array: section by section. */
final class Places {
  private static final Section[] SECTIONS = Section.values();
  private static final Figure[] FIGURES = Figure.values();

  /** For each section the place of each figure; -1 where it has none such. */
  private static final int[][] PLACES = new int[SECTIONS.length][FIGURES.length];

  /** For each section the place of its first figure, and behind the last where all end. */
  private static final int[] STARTS = new int[SECTIONS.length + 1];

  static {
    int next = 0;
    for (int section = 0; section < SECTIONS.length; section++) {
      STARTS[section] = next;
      Arrays.fill(PLACES[section], -1);
      for (int figure = 0; figure < FIGURES.length; figure++) {
        if (FIGURES[figure].isOf(SECTIONS[section])) {
          PLACES[section][figure] = next++;
        }
      }
    }
    STARTS[SECTIONS.length] = next;
  }

  private Places() {}

  /** The number of a section, from 0, in arrays that have one entry for each. */
  @SuppressWarnings("EnumOrdinal") // a map would cost more than the rows that are read
  static int number(Section section) {
    return section.ordinal();
  }

  @SuppressWarnings("EnumOrdinal") // as above
  private static int number(Figure figure) {
    return figure.ordinal();
  }

  /** The place of a figure of a section; -1 where it has none such. */
  static int of(Section section, Figure figure) {
    return PLACES[number(section)][number(figure)];
  }

  /** The place of a section's figure with this heading; -1 where none has it. */
  static int of(Section section, String heading) {
    for (Figure figure : FIGURES) {
      if (figure.heading().equals(heading)) {
        int place = of(section, figure);
        if (place >= 0) {
          return place;
        }
      }
    }
    return -1;
  }

  /** The place of a section's first figure. */
  static int start(Section section) {
    return STARTS[number(section)];
  }

  /** Behind the place of a section's last figure. */
  static int end(Section section) {
    return STARTS[number(section) + 1];
  }

  /** How many figures there are. */
  static int count() {
    return STARTS[SECTIONS.length];
  }
}
