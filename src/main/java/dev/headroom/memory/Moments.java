package dev.headroom.memory;

import dev.headroom.series.Grid;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Picks the rows that stand for the cells of a grid. Where a cell holds one row of each member,
 * these do. Where members were captured at different intervals, or not in step, a cell has several
 * moments: one stands for what all members asked for, where floor and hot sum to most, and one for
 * how all were served, where stolen memory sums to most. At a moment a member's last row before it
 * counts, so that all sums are of one moment.
 */
public final class Moments {
  /** A sum that is larger by less is the same: floating point leaves more than nothing. */
  private static final double HALF_A_BYTE = 0.5;

  private final List<? extends Laid> members;
  private final Grid grid;

  /** The rows of the cell at hand as they came: whose they are, which, and when. */
  private int[] member = new int[64];

  private int[] row = new int[64];
  private double[] place = new double[64];

  /** For every member its first row in the cell at hand, and the first one after the cell. */
  private final int[] first;

  private final int[] after;

  /** A member whose rows are laid on a grid. */
  public interface Laid {
    /** The rows. */
    MemberRows rows();

    /** What a row shows to be needed, bytes; {@link Double#NaN} where it does not show it. */
    double needed(int row);

    /** What a row shows to be taken, bytes; {@link Double#NaN} where it does not show it. */
    double taken(int row);

    /** Notes a row that is in an instant's cell, whichever stands for it. */
    void note(int instant, int row);

    /** Notes a row of a cell that several rows may stand for: it may be the worst. */
    void compete(int instant, int row);

    /** Lets a row stand for what the member asked for at an instant. */
    void demand(int instant, int row);

    /** Lets a row stand for how the member was served at an instant. */
    void served(int instant, int row);
  }

  /** The members' rows on a grid that all of them are on. */
  public Moments(List<? extends Laid> members, Grid grid) {
    this.members = members;
    this.grid = grid;
    first = new int[members.size()];
    after = new int[members.size()];
  }

  /** A member's row that comes into the cell. */
  private record Arrival(double place, int member, int row) {}

  private interface Amount {
    double of(Laid member, int row);
  }

  /** Lays all rows on the grid. */
  public void lay() {
    for (int instant = 0; instant < grid.size(); instant++) {
      boolean several = false;
      for (int i = 0; i < first.length; i++) {
        advance(i, instant);
        several |= after[i] - first[i] > 1;
      }
      if (several) {
        moments(instant);
      } else {
        each(instant, i -> first[i], i -> first[i]);
      }
    }
  }

  private void advance(int i, int instant) {
    double[] places = members.get(i).rows().places();
    first[i] = after[i];
    while (after[i] < places.length && grid.instantOf(places[after[i]]) == instant) {
      members.get(i).note(instant, after[i]);
      after[i]++;
    }
  }

  private void each(int instant, IntUnaryOperator asked, IntUnaryOperator served) {
    for (int i = 0; i < first.length; i++) {
      if (after[i] > first[i]) {
        members.get(i).demand(instant, asked.applyAsInt(i));
        members.get(i).served(instant, served.applyAsInt(i));
      }
    }
  }

  private void moments(int instant) {
    int size = 0;
    int arriving = 0;
    for (int i = 0; i < first.length; i++) {
      arriving += after[i] > first[i] ? 1 : 0;
      size += after[i] - first[i];
    }
    if (member.length < size) {
      member = new int[2 * size];
      row = new int[2 * size];
      place = new double[2 * size];
    }
    int at = 0;
    for (int i = 0; i < first.length; i++) {
      double[] places = members.get(i).rows().places();
      for (int index = first[i]; index < after[i]; index++) {
        member[at] = i;
        row[at] = index;
        place[at++] = places[index];
        members.get(i).compete(instant, index);
      }
    }
    if (arriving > 1) {
      inOrderOfTime(size);
    }
    int[] asked = best(size, Laid::needed);
    int[] served = best(size, Laid::taken);
    each(instant, i -> asked[i], i -> served[i]);
  }

  /** Sorts the arrivals; of one time they stay in the order of the members. */
  private void inOrderOfTime(int size) {
    Arrival[] arrivals = new Arrival[size];
    for (int i = 0; i < size; i++) {
      arrivals[i] = new Arrival(place[i], member[i], row[i]);
    }
    Arrays.sort(arrivals, Comparator.comparingDouble(Arrival::place));
    for (int i = 0; i < size; i++) {
      member[i] = arrivals[i].member();
      row[i] = arrivals[i].row();
      place[i] = arrivals[i].place();
    }
  }

  /**
   * The rows of the moment at which an amount summed to most; among equals that at which most
   * members have a row of their own, and then the latest.
   */
  private int[] best(int size, Amount amount) {
    int[] now = new int[first.length];
    double[] own = new double[first.length];
    double sum = 0;
    for (int i = 0; i < now.length; i++) {
      now[i] = before(i, place[0]);
      own[i] = after[i] > first[i] ? zeroIfAbsent(amount.of(members.get(i), now[i])) : 0;
      sum += own[i];
    }
    int[] best = now;
    double most = Double.NEGATIVE_INFINITY;
    int fresh = 0;
    int next = 0;
    while (next < size) {
      double moment = place[next];
      int arrived = 0;
      for (; next < size && place[next] == moment; next++) {
        int i = member[next];
        double came = zeroIfAbsent(amount.of(members.get(i), row[next]));
        // two reports of one time: the larger stands
        boolean twice = now[i] != row[next] && members.get(i).rows().places()[now[i]] == moment;
        if (twice && came <= own[i]) {
          continue;
        }
        sum += came - own[i];
        own[i] = came;
        now[i] = row[next];
        arrived += twice ? 0 : 1;
      }
      boolean more = sum > most + HALF_A_BYTE;
      boolean same = sum > most - HALF_A_BYTE && arrived >= fresh;
      if (more || same) {
        most = sum;
        fresh = arrived;
        best = now.clone();
      }
    }
    return best;
  }

  /** The row that held when the cell's first came: the one before it, as long as a value holds. */
  private int before(int i, double moment) {
    double[] places = members.get(i).rows().places();
    int last = first[i] - 1;
    boolean holds = last >= 0 && moment - places[last] <= grid.reach();
    return holds ? last : first[i];
  }

  private static double zeroIfAbsent(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
