package dev.headroom.memory;

import java.util.OptionalDouble;

/**
 * How long members waited for hypervisor page-ins; absent where no capture shows the time.
 *
 * @param share the worst member's time waited over the length of its intervals with page-ins; past
 *     1 where several processors waited at a time
 * @param longest the longest that one member waited in one interval, milliseconds
 */
public record Waiting(OptionalDouble share, OptionalDouble longest) {
  /** Nothing was seen. */
  public static final Waiting UNSEEN = new Waiting(OptionalDouble.empty(), OptionalDouble.empty());

  /** The worst of all members. */
  public static Waiting in(PoolHistory history) {
    OptionalDouble share = OptionalDouble.empty();
    OptionalDouble longest = OptionalDouble.empty();
    for (MemberHistory member : history.members()) {
      share = larger(share, share(member, history));
      for (int instant = 0; instant < history.size(); instant++) {
        longest = larger(longest, member.mostWaited(instant));
      }
    }
    return new Waiting(share, longest);
  }

  private static OptionalDouble larger(OptionalDouble known, double value) {
    boolean first = known.isEmpty() && !Double.isNaN(value);
    return first || value > known.orElse(value) ? OptionalDouble.of(value) : known;
  }

  /**
   * The share of its intervals with page-ins that one member waited for them; 0 where their time
   * was measured and there were none, {@link Double#NaN} where it or the interval is not known.
   */
  public static double share(MemberHistory member, PoolHistory history) {
    double waited = 0;
    double length = 0;
    boolean measured = false;
    for (int instant = 0; instant < history.size(); instant++) {
      double millis = member.paging().pageInMillis()[instant];
      measured |= !Double.isNaN(millis);
      if (!Double.isNaN(millis) && member.paging().pageIns()[instant] > 0) {
        double own = member.paging().pagedMillis()[instant];
        waited += millis;
        length += Double.isNaN(own) ? history.intervalMillis() : own;
      }
    }
    return measured && length == 0 && !Double.isNaN(history.intervalMillis()) ? 0 : waited / length;
  }
}
