package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolTotals;
import java.util.OptionalDouble;

/**
 * How the physical memory of a pool's members fills it. The hypervisor takes memory from a
 * partition only when the pool has none left: while memory is lent or stolen, the physical memory
 * of all members sums to the pool's size less its reserve. A sum that leaves memory free then is
 * one without some of the members.
 *
 * @param seen instants at which the physical memory of a member is known
 * @param over instants at which its sum passes the size by more than {@link #MARGIN}: the members
 *     are of several servers
 * @param lending instants at which memory was lent or stolen, and a sum can be told
 * @param full those of them at which the sum is what the pool can give, within rounding
 * @param free those at which it leaves more than {@link #MARGIN} free, however much the members
 *     have whose physical memory is not known
 * @param fits whether all that is promised to the members fits into the pool
 * @param most the largest sum while memory was lent or stolen, bytes; 0 where it never was
 */
public record PoolFilling(
    int seen, int over, int lending, int full, int free, boolean fits, double most) {
  /** A sum may differ so far from the size before it says something else. */
  public static final double MARGIN = 0.05;

  /** Nothing is known of how it is filled. */
  private static final PoolFilling UNKNOWN = new PoolFilling(0, 0, 0, 0, 0, false, 0);

  /** How a pool was filled over a history; of a pool of unknown size nothing is known. */
  public static PoolFilling of(AmsPool pool, PoolHistory history) {
    if (!(pool.available() > 0)) {
      return UNKNOWN;
    }
    OptionalDouble promised = PoolTotals.of(history, pool).promised();
    double[] largest = largest(pool, history);
    double rounding = MemberHistory.ROUNDING * Math.max(1, history.members().size());
    int seen = 0;
    int over = 0;
    int lending = 0;
    int full = 0;
    int free = 0;
    double most = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      double known = 0;
      double atMost = 0;
      boolean lent = false;
      for (int i = 0; i < largest.length; i++) {
        MemberHistory member = history.members().get(i);
        double physical = member.served().physical()[instant];
        known += physical > 0 ? physical : 0;
        atMost += physical > 0 ? physical : largest[i];
        lent |= member.served().loaned()[instant] > MemberHistory.ROUNDING;
        lent |= member.stolen(instant) > 0;
      }
      seen += known > 0 ? 1 : 0;
      over += known > pool.size() * (1 + MARGIN) ? 1 : 0;
      if (lent && known > 0) {
        lending++;
        full += Math.abs(known - pool.available()) <= rounding ? 1 : 0;
        free += atMost < pool.available() * (1 - MARGIN) ? 1 : 0;
        most = Math.max(most, known);
      }
    }
    boolean fits =
        promised.isPresent() && !PoolTotals.exceeds(promised.getAsDouble(), pool.available());
    return new PoolFilling(seen, over, lending, full, free, fits, most);
  }

  /** What a member can have at most: its logical memory; without end where that is not known. */
  private static double[] largest(AmsPool pool, PoolHistory history) {
    double[] largest = new double[history.members().size()];
    for (int i = 0; i < largest.length; i++) {
      MemberHistory member = history.members().get(i);
      double most = pool.member(member.name()).logical().orElse(Double.NaN);
      for (double logical : member.asked().logical()) {
        most = Double.isNaN(most) || logical > most ? logical : most;
      }
      largest[i] = Double.isNaN(most) ? Double.POSITIVE_INFINITY : most;
    }
    return largest;
  }

  /** Whether members of several servers must be among them. */
  public boolean severalServers() {
    return 2 * over > seen;
  }

  /** Whether the members are shown to be all. */
  public boolean proven() {
    return 2 * full > lending && !refuted();
  }

  /** Whether members are shown to be missing. */
  public boolean refuted() {
    return lending > 0 && (fits || 2 * free > lending);
  }
}
