package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Metric;
import dev.headroom.series.Series;

/**
 * What a console says that all partitions of a pool which run are promised, beside what the members
 * at hand are promised. Both are whole blocks of memory, so that they agree to the byte or not at
 * all.
 *
 * @param compared samples at whose time the logical memory of every member is known
 * @param equal those of them at which both are the same
 * @param more those at which the console's sum is larger, so that members are missing
 * @param promised the console's sum in the last of them, bytes; {@link Double#NaN} where it has
 *     none
 * @param known what the members at hand are promised then, bytes
 */
public record ConsoleSum(int compared, int equal, int more, double promised, double known) {
  /** Less than half of the smallest partition that there can be. */
  private static final double TOLERANCE = 32.0 * (1 << 20);

  /** Nothing is known. */
  public static final ConsoleSum UNKNOWN = new ConsoleSum(0, 0, 0, Double.NaN, Double.NaN);

  /**
   * Compares a pool's console with the history of its members. Samples count between the first and
   * the last instant of the history; where none lies there, the last one does, against what the
   * members were promised last.
   */
  public static ConsoleSum of(AmsPool pool, PoolHistory history) {
    if (pool.server().console().isEmpty()) {
      return UNKNOWN;
    }
    Series sums = pool.server().console().get().samples(Metric.MEMORY_LOGICAL);
    ConsoleSum found = UNKNOWN;
    if (history.dated()) {
      double[] instants = history.instants();
      for (int i = 0; i < sums.size(); i++) {
        double time = sums.time(i);
        int instant = history.firstNotBefore(time);
        if (time >= instants[0] && instant < instants.length) {
          found = found.with(sums.value(i), known(pool, history, instant));
        }
      }
    }
    return found.compared == 0 && sums.size() > 0
        ? found.with(sums.value(sums.size() - 1), known(pool, history, -1))
        : found;
  }

  private ConsoleSum with(double all, double members) {
    return !(members > 0)
        ? this
        : new ConsoleSum(
            compared + 1,
            equal + (Math.abs(all - members) <= TOLERANCE ? 1 : 0),
            more + (all - members > TOLERANCE ? 1 : 0),
            all,
            members);
  }

  /**
   * What members are promised at an instant, what is configured where -1, or not seen; {@link
   * Double#NaN} where it is not known of one of them, for then a larger sum tells nothing.
   */
  private static double known(AmsPool pool, PoolHistory history, int instant) {
    double sum = 0;
    for (MemberHistory member : history.members()) {
      double seen = instant < 0 ? Double.NaN : member.asked().logical()[instant];
      sum += Double.isNaN(seen) ? pool.member(member.name()).logical().orElse(Double.NaN) : seen;
    }
    return sum;
  }

  /** Whether the members at hand are all that run. */
  public boolean proven() {
    return 2 * equal > compared;
  }

  /** Whether partitions run that are not at hand. */
  public boolean refuted() {
    return 2 * more > compared;
  }
}
