package dev.headroom.series;

import java.util.Arrays;
import java.util.List;

/**
 * The common instants of several subjects: cells of one width, each closed at its end. Cell {@code
 * k} holds what was sampled after {@code origin + (k - 1) * step} and not after {@code origin + k *
 * step}. Only cells near samples become instants, so a gap of days costs nothing; one empty instant
 * marks it.
 *
 * @param timed whether places on the grid are times; otherwise they are ordinals of rows
 * @param origin the place of cell 0
 * @param step the width of a cell: the coarsest native interval of all subjects; {@link Double#NaN}
 *     if absent
 * @param cells the cells that are instants, rising
 */
public record Grid(boolean timed, double origin, double step, long[] cells) {
  /** A value holds for this number of steps at most; then there is a gap. */
  public static final int HOLD = 2;

  /** The grid over places of samples, one array for each subject, each rising. */
  public static Grid over(boolean timed, List<double[]> places) {
    double origin = Double.POSITIVE_INFINITY;
    double step = timed ? Double.NaN : 1;
    int count = 0;
    for (double[] subject : places) {
      if (subject.length > 0) {
        origin = Math.min(origin, subject[0]);
        double interval = timed ? Series.interval(subject) : 1;
        step = Double.isNaN(step) || interval > step ? interval : step;
      }
      count += subject.length;
    }
    if (count == 0 || Double.isNaN(step)) {
      return new Grid(timed, 0, Double.NaN, new long[0]);
    }
    long[] occupied = new long[count];
    int size = 0;
    for (double[] subject : places) {
      for (double place : subject) {
        occupied[size++] = cell(origin, step, place);
      }
    }
    Arrays.sort(occupied);
    return new Grid(timed, origin, step, withHeld(occupied));
  }

  /** The grid of one time, which holds whatever was captured about then: no interval is known. */
  public static Grid once(double time) {
    return new Grid(true, time, Double.NaN, new long[] {0});
  }

  /** Adds to the occupied cells those that a held value reaches, and one more to show the gap. */
  private static long[] withHeld(long[] occupied) {
    long[] cells = new long[occupied.length * (HOLD + 2)];
    int size = 0;
    for (int i = 0; i < occupied.length; i++) {
      if (i > 0 && occupied[i] == occupied[i - 1]) {
        continue;
      }
      long next = nextAfter(occupied, i);
      cells[size++] = occupied[i];
      for (long held = occupied[i] + 1; held <= occupied[i] + HOLD + 1 && held < next; held++) {
        cells[size++] = held;
      }
    }
    return Arrays.copyOf(cells, size);
  }

  /**
   * The next occupied cell; after the last one nothing is held, since no subject reports any more.
   */
  private static long nextAfter(long[] occupied, int i) {
    for (int next = i + 1; next < occupied.length; next++) {
      if (occupied[next] != occupied[i]) {
        return occupied[next];
      }
    }
    return occupied[i] + 1;
  }

  private static long cell(double origin, double step, double place) {
    return (long) Math.ceil((place - origin) / step);
  }

  /** The number of instants. */
  public int size() {
    return cells.length;
  }

  /** The instant whose cell holds a place; negative where the place is on none. */
  public int instantOf(double place) {
    // with one instant and no interval every place is in its cell
    return Double.isNaN(step)
        ? cells.length - 1
        : Arrays.binarySearch(cells, cell(origin, step, place));
  }

  /** The places of the instants: times in milliseconds, or ordinals. */
  public double[] instants() {
    double[] instants = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      instants[i] = cells[i] == 0 ? origin : origin + cells[i] * step;
    }
    return instants;
  }

  /** Whether a value of one instant still holds at a later one. */
  public boolean holds(int earlier, int later) {
    return cells[later] - cells[earlier] <= HOLD;
  }
}
