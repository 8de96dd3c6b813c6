package dev.headroom.format.perfkit;

/** What the figures of a column count. */
enum PrintedUnit {
  /** Pages of 4 KiB; samples are bytes. */
  PAGES(4096),
  /** Bytes, with the letter of their unit. */
  BYTES(1),
  /** The figure as it stands: a rate, a share, seconds, a number of things. */
  PLAIN(1),
  /** No figures, but one word. */
  WORD(1),
  /** No figures, but words and blanks. */
  FREE(1);

  private final int factor;

  PrintedUnit(int factor) {
    this.factor = factor;
  }

  /** Whether the column has figures, which end below the end of their heading. */
  boolean isNumber() {
    return this != WORD && this != FREE;
  }

  /** What one of it is in the unit of the samples. */
  int factor() {
    return factor;
  }
}
