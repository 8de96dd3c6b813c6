package dev.headroom.memory;

import dev.headroom.series.Grid;
import dev.headroom.series.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * The members of one pool on one grid of instants.
 *
 * @param timed whether {@code instants} are times; otherwise they are ordinals, 0, 1, 2, …, of
 *     captures whose time is not known
 * @param instants local milliseconds, or ordinals; strictly rising. Where only times of the day are
 *     known, they are counted from {@link dev.headroom.unit.IsoTime#NO_DAY}
 * @param intervalMillis the grid's interval; {@link Double#NaN} where it is not known
 * @param heldMillis how long a value was taken to hold: two native intervals, which are less than
 *     the grid's where it is wider; {@link Double#NaN} where the interval is not known
 * @param members in the order of their names
 * @param coverage at every instant the share of configured memory whose member reports, 0 to 1
 * @param together page-ins that a console counts for all members together
 */
public record PoolHistory(
    boolean timed,
    double[] instants,
    double intervalMillis,
    double heldMillis,
    List<MemberHistory> members,
    double[] coverage,
    PoolPageIns together) {

  /** A sum over the pool counts only where at least this share of configured memory reports. */
  public static final double ENOUGH_COVERAGE = 0.95;

  private static final double FIRST_DAY = Table.millis(LocalDate.of(0, 1, 1).atStartOfDay());

  /** A history on a grid of the captures' own interval. */
  public PoolHistory(
      boolean timed,
      double[] instants,
      double intervalMillis,
      List<MemberHistory> members,
      double[] coverage) {
    this(timed, instants, intervalMillis, Grid.HOLD * intervalMillis, members, coverage);
  }

  /** A history of which no console counts anything. */
  public PoolHistory(
      boolean timed,
      double[] instants,
      double intervalMillis,
      double heldMillis,
      List<MemberHistory> members,
      double[] coverage) {
    this(timed, instants, intervalMillis, heldMillis, members, coverage, PoolPageIns.NONE);
  }

  /** Copies the list of members. */
  public PoolHistory {
    members = List.copyOf(members);
  }

  /** Whether instants are times of a known day; false where they are times of the day alone. */
  public boolean dated() {
    return timed && instants.length > 0 && instants[0] >= FIRST_DAY;
  }

  /** The member of a name; empty if absent. */
  public Optional<MemberHistory> member(String name) {
    return ByName.find(members, MemberHistory::name, name);
  }

  /** The number of instants. */
  public int size() {
    return instants.length;
  }

  /** Whether enough members report at an instant for the pool's sums to count. */
  public boolean covered(int instant) {
    return coverage[instant] >= ENOUGH_COVERAGE;
  }

  /** Whether a member was short of memory at an instant, so that the pool's sums are too low. */
  public boolean censored(int instant) {
    for (MemberHistory member : members) {
      if (member.censored(instant)) {
        return true;
      }
    }
    return together.any(instant);
  }

  /**
   * The most that was seen to be gone from all members together at one instant, bytes; absent where
   * that was never seen.
   */
  public OptionalDouble mostStolen() {
    double most = Double.NEGATIVE_INFINITY;
    for (int instant = 0; instant < size(); instant++) {
      double total = Double.NaN;
      for (MemberHistory member : members) {
        double stolen = member.stolen(instant);
        if (!Double.isNaN(stolen)) {
          total = stolen + (Double.isNaN(total) ? 0 : total);
        }
      }
      most = total > most ? total : most;
    }
    return most < 0 ? OptionalDouble.empty() : OptionalDouble.of(most);
  }

  /**
   * Only what members asked for, without what was seen of how they were served: for a pool that is
   * not the one that was seen.
   */
  public PoolHistory unserved() {
    return new PoolHistory(
        timed,
        instants,
        intervalMillis,
        heldMillis,
        members.stream().map(MemberHistory::unserved).toList(),
        coverage);
  }

  /** The history of one of the members, as if it were alone: where it reports, all do. */
  public PoolHistory alone(MemberHistory member) {
    List<MemberHistory> one = List.of(member);
    return new PoolHistory(
        timed, instants, intervalMillis, heldMillis, one, Coverage.of(one, instants.length));
  }

  /**
   * Whether cells are wider than the captures' own interval, so that each shows the worst of
   * several moments.
   */
  public boolean thinned() {
    return heldMillis < Grid.HOLD * intervalMillis;
  }

  /** How long the history is, in days; {@link Double#NaN} where times are not known. */
  public double days() {
    if (!timed || instants.length == 0) {
      return Double.NaN;
    }
    double step = !Double.isNaN(intervalMillis) ? intervalMillis : 0;
    return (instants[instants.length - 1] - instants[0] + step) / 86_400_000.0;
  }

  /**
   * The instants in a half-open span, from ≤ t &lt; until. What members share, such as a column in
   * which nothing is known, they share in the part too.
   *
   * @param from as {@link #instants}
   * @param until as {@link #instants}
   */
  public PoolHistory between(double from, double until) {
    int start = firstNotBefore(from);
    int end = Math.max(start, firstNotBefore(until));
    IdentityHashMap<double[], double[]> parts = new IdentityHashMap<>();
    UnaryOperator<double[]> part =
        values -> parts.computeIfAbsent(values, all -> Arrays.copyOfRange(all, start, end));
    return new PoolHistory(
        timed,
        part.apply(instants),
        intervalMillis,
        heldMillis,
        members.stream().map(member -> member.part(part, start)).toList(),
        part.apply(coverage),
        together.part(part, start));
  }

  /** The first instant that is not before a place; {@link #size} where all are. */
  public int firstNotBefore(double place) {
    int found = Arrays.binarySearch(instants, place);
    return found >= 0 ? found : -found - 1;
  }

  /**
   * Some of the members as a pool of their own, on the same instants; how much of it reports is
   * counted anew. The members' columns are shared, not copied.
   *
   * @param picked places in {@link #members}, in the order wanted
   */
  public PoolHistory picking(int... picked) {
    List<MemberHistory> chosen = Arrays.stream(picked).mapToObj(members::get).toList();
    return new PoolHistory(
        timed, instants, intervalMillis, heldMillis, chosen, Coverage.of(chosen, instants.length));
  }
}
