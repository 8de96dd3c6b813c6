package dev.headroom.format.nmon;

import java.util.Arrays;

/** What the lines of one mark gave so far: figures as printed, absent where none stood there. */
final class Snapshot {
  private static final int SECTIONS = Section.values().length;

  private final double[] values = new double[Places.count()];

  /** For each section the line that its figures stand on; 0 where there was none. */
  private final long[] lines = new long[SECTIONS];

  /** The sections whose line stood below the snapshot's own time line, as bits. */
  private int inPlace;

  private boolean doubtful;
  private int mark;
  private double time = Double.NaN;
  private int secondOfDay = -1;

  /** An empty snapshot of this mark. */
  Snapshot(int mark) {
    reuse(mark);
  }

  /** Empties it, so that it can be used for another mark. */
  void reuse(int newMark) {
    mark = newMark;
    time = Double.NaN;
    secondOfDay = -1;
    inPlace = 0;
    doubtful = false;
    Arrays.fill(values, Double.NaN);
    Arrays.fill(lines, 0);
  }

  /** The number of its mark: 1 of {@code T0001}. */
  int mark() {
    return mark;
  }

  /** Its time in milliseconds; {@link Double#NaN} where it is not known. */
  double time() {
    return time;
  }

  /** The second of the day where its time line has no date; -1 where there is no such line. */
  int secondOfDay() {
    return secondOfDay;
  }

  /** Whether its time line stood already. */
  boolean isTimed() {
    return !Double.isNaN(time) || secondOfDay >= 0;
  }

  /** Sets its time. */
  void time(double millis) {
    time = millis;
  }

  /** Sets its time of the day, where nothing tells the date. */
  void secondOfDay(int second) {
    secondOfDay = second;
  }

  /** Says that nothing tells which of two snapshots its rows are of. */
  void doubt() {
    doubtful = true;
  }

  /** Whether nothing tells that. */
  boolean isDoubtful() {
    return doubtful;
  }

  /** How many sections have a row. */
  int rows() {
    return (int) Arrays.stream(lines).filter(line -> line > 0).count();
  }

  /** The line of a section; 0 where none stood there. */
  long line(Section section) {
    return lines[Places.number(section)];
  }

  /** A figure as printed; {@link Double#NaN} where it is absent. */
  double value(Section section, Figure figure) {
    int place = Places.of(section, figure);
    return place < 0 ? Double.NaN : values[place];
  }

  /** Whether a section's line stood below the time line. */
  boolean isInPlace(Section section) {
    return (inPlace & 1 << Places.number(section)) != 0;
  }

  /** Keeps the figures of a row. */
  void put(Section section, long line, boolean belowTime, double[] row) {
    int start = Places.start(section);
    System.arraycopy(row, 0, values, start, Places.end(section) - start);
    lines[Places.number(section)] = line;
    int bit = 1 << Places.number(section);
    inPlace = belowTime ? inPlace | bit : inPlace & ~bit;
  }

  /** Whether a row says what is kept of its section. */
  boolean holds(Section section, double[] row) {
    int start = Places.start(section);
    return Arrays.equals(values, start, Places.end(section), row, 0, Places.end(section) - start);
  }

  /**
   * Forgets the figures of a section, but not that it was there.
   *
   * @return whether it had any
   */
  boolean forget(Section section) {
    boolean any = false;
    for (int place = Places.start(section); place < Places.end(section); place++) {
      any |= !Double.isNaN(values[place]);
      values[place] = Double.NaN;
    }
    return any;
  }
}
