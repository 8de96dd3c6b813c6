package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.BitSet;

/**
 * What a pool was seen to be short of, added up once: rules ask for it member by member, and adding
 * up each time would cost the square of the members.
 */
final class Shortfall {
  private final double[] stolen;
  private final int[] observed;
  private final BitSet shortAt = new BitSet();

  Shortfall(PoolHistory history) {
    stolen = new double[history.size()];
    observed = new int[history.size()];
    for (MemberHistory member : history.members()) {
      for (int instant = 0; instant < stolen.length; instant++) {
        double lost = member.stolen(instant);
        if (!Double.isNaN(lost)) {
          stolen[instant] += lost;
          observed[instant]++;
        }
        if (member.censored(instant)) {
          shortAt.set(instant);
        }
      }
    }
  }

  /** Whether memory was stolen from anybody, or anybody waited for page-ins. */
  boolean shortAt(int instant) {
    return shortAt.get(instant);
  }

  /** What was stolen from all but one member; not a number where it was seen for no member. */
  double fromOthers(MemberHistory member, int instant) {
    double own = member.stolen(instant);
    boolean seen = !Double.isNaN(own);
    if (observed[instant] == (seen ? 1 : 0)) {
      return Double.NaN;
    }
    double others = stolen[instant] - (seen ? own : 0);
    // less than the print's rounding is what floating point leaves of the difference
    return others > MemberHistory.ROUNDING ? others : 0;
  }
}
