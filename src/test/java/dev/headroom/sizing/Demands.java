package dev.headroom.sizing;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsPool;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Invented pools whose demand follows a rule, so that their right size is known. */
public final class Demands {
  public static final double GB = Histories.GB;
  public static final double HOUR = 3_600_000;
  public static final double UNKNOWN = Double.NaN;

  /** Every ten minutes. */
  static final int A_DAY = 144;

  private Demands() {}

  /** A pool of a reserve that holds no more than it is told of. */
  public static AmsPool pool(double reserve) {
    return new AmsPool("p", 64 * GB, OptionalDouble.empty(), reserve, List.of());
  }

  /** A member whose demand is a function of the instant, in GB; of the given logical memory. */
  static MemberHistory member(
      String name, int instants, double logicalGigabytes, IntToDoubleFunction gigabytes) {
    double[] hot = new double[instants];
    for (int i = 0; i < instants; i++) {
      hot[i] = gigabytes.applyAsDouble(i) * GB;
    }
    return Histories.member(name, instants).logical(logicalGigabytes * GB).hot(hot).warm(0).build();
  }

  /**
   * Members with rare bursts of exponential size on a level of 1 GB, one a day each on average, an
   * hour long, seen every ten minutes.
   */
  static PoolHistory bursts(int members, int days, long seed) {
    MemberHistory[] all = new MemberHistory[members];
    for (int m = 0; m < members; m++) {
      SplittableRandom random = new SplittableRandom(seed * 1_000 + m);
      double[] burst = {0};
      all[m] =
          member(
              "m" + m,
              days * A_DAY,
              1_000,
              i -> {
                if (i % 6 == 0) {
                  burst[0] = random.nextDouble() < 1 / 24.0 ? exponential(random) : 0;
                }
                return 1 + burst[0];
              });
    }
    return Histories.timed(HOUR / 6, all);
  }

  /**
   * Members that rise together once a day, at noon, by an exponential share of their own: the
   * pool's daily peaks are independent, and what a week's largest is, is known.
   */
  static PoolHistory commonRises(int members, int days, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] rises = random.doubles(days).map(u -> -Math.log(1 - u)).toArray();
    MemberHistory[] all = new MemberHistory[members];
    for (int m = 0; m < members; m++) {
      double share = 1 + m % 3;
      all[m] =
          member("m" + m, days * 24, 1_000, i -> share * (1 + (i % 24 == 12 ? rises[i / 24] : 0)));
    }
    return Histories.timed(HOUR, all);
  }

  /** Part of a history, from one instant to before another. */
  static PoolHistory part(PoolHistory history, int from, int to) {
    MemberHistory[] members =
        history.members().stream()
            .map(
                member ->
                    member(member.name(), to - from, 1_000, i -> member.needed(from + i) / GB))
            .toArray(MemberHistory[]::new);
    return Histories.timed(history.intervalMillis(), members);
  }

  /** The most that was needed together. */
  static double peak(PoolHistory history) {
    double peak = 0;
    for (int i = 0; i < history.size(); i++) {
      int instant = i;
      peak = Math.max(peak, history.members().stream().mapToDouble(m -> m.needed(instant)).sum());
    }
    return peak;
  }

  private static double exponential(SplittableRandom random) {
    return -Math.log(1 - random.nextDouble());
  }
}
