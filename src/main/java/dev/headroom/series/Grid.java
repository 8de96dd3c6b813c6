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
 * @param step the width of a cell: the coarsest native interval of all subjects, or more where that
 *     would be finer than is wanted; {@link Double#NaN} if absent
 * @param reach how long a value holds, in the unit of places: {@value #HOLD} native intervals
 * @param cells the cells that are instants, rising
 */
public record Grid(boolean timed, double origin, double step, double reach, long[] cells) {
  /** A value holds for this number of native intervals at most; then there is a gap. */
  public static final int HOLD = 2;

  /** The grid over places of samples, one array for each subject, each rising; as fine as they. */
  public static Grid over(boolean timed, List<double[]> places) {
    return over(timed, places, Fineness.FULL);
  }

  /**
   * The grid over places of samples, one array for each subject, each rising.
   *
   * @param fineness how fine it may be; ordinals of rows are never put together
   */
  public static Grid over(boolean timed, List<double[]> places, Fineness fineness) {
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
      return new Grid(timed, 0, Double.NaN, 0, new long[0]);
    }
    double reach = HOLD * step;
    long[] occupied = occupied(origin, step, places, count);
    double width = timed ? fineness.widened(step, occupied.length) : step;
    if (width > step) {
      occupied = occupied(origin, width, places, count);
    }
    return new Grid(timed, origin, width, reach, withHeld(occupied, (long) (reach / width)));
  }

  /** The cells that hold a place, rising, each once. */
  private static long[] occupied(double origin, double step, List<double[]> places, int count) {
    long[] all = new long[count];
    int size = 0;
    for (double[] subject : places) {
      long before = Long.MIN_VALUE;
      for (double place : subject) {
        long cell = cell(origin, step, place);
        if (cell != before) {
          all[size++] = cell;
          before = cell;
        }
      }
    }
    Arrays.sort(all, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[distinct++] = all[i];
      }
    }
    return Arrays.copyOf(all, distinct);
  }

  /** The grid of one time, which holds whatever was captured about then: no interval is known. */
  public static Grid once(double time) {
    return new Grid(true, time, Double.NaN, 0, new long[] {0});
  }

  /**
   * Adds to the occupied cells those that a held value reaches, and one more to show the gap. After
   * the last one nothing is held, since no subject reports any more.
   */
  private static long[] withHeld(long[] occupied, long reached) {
    long[] cells = new long[(int) (occupied.length * (reached + 2))];
    int size = 0;
    for (int i = 0; i < occupied.length; i++) {
      long next = i + 1 < occupied.length ? occupied[i + 1] : occupied[i] + 1;
      cells[size++] = occupied[i];
      for (long held = occupied[i] + 1; held <= occupied[i] + reached + 1 && held < next; held++) {
        cells[size++] = held;
      }
    }
    return Arrays.copyOf(cells, size);
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
    return (cells[later] - cells[earlier]) * step <= reach;
  }
}
