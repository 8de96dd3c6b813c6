package dev.headroom.format;

import dev.headroom.capture.Line;

/** What a format knows of the rows of its table beyond their columns. */
public interface RowWatch {
  /** Says which layout the rows that follow have. */
  void use(ColumnLayout layout);

  /**
   * Whether the values of a row of plain numbers contradict one another. In the hot loop: it says
   * whether {@link #check} would report anything, without objects.
   */
  boolean suspicious(double[] values);

  /**
   * Reports what contradicts itself in a row; it is kept as read, save what no such row can hold.
   *
   * @param values the values by the place of their cell, {@link Double#NaN} where absent; what
   *     cannot be is made absent in it
   */
  void check(Line line, double[] values);

  /** Says that a row of this time, or {@link Double#NaN}, is about to be kept. */
  void rowSeen(double time);
}
