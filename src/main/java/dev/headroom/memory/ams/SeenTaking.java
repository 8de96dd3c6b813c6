package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The instants of a history that show from which members memory was lent and stolen, in stretches
 * without a gap, as a rule is fitted to them.
 */
final class SeenTaking {
  /** Memory counts as taken from here on, bytes: two roundings of the print. */
  private static final double TAKEN = 2 * MemberHistory.ROUNDING;

  private static final int FEWEST = 24;

  /** Instants of a stretch, and how many stretches there are at most. */
  private static final int STRETCH = 100;

  private static final int STRETCHES = 20;

  /**
   * One instant.
   *
   * @param index in the history
   * @param fresh whether nothing is known of the instant before
   * @param seconds since the instant before
   * @param tiers what members asked for
   * @param loaned what each had lent, bytes
   * @param stolen what was stolen from each, bytes
   * @param pages pages a second that all read back; {@link Double#NaN} where none was looked for
   */
  record Instant(
      int index,
      boolean fresh,
      double seconds,
      AmsTiers tiers,
      double[] loaned,
      double[] stolen,
      double pages) {
    /** The same after a gap. */
    Instant first() {
      return new Instant(index, true, seconds, tiers, loaned, stolen, pages);
    }

    /** What was stolen from all members, bytes. */
    double totalStolen() {
      double sum = 0;
      for (double value : stolen) {
        sum += value;
      }
      return sum;
    }

    /** What members needed and the pool did not back, bytes. */
    double missing() {
      double sum = 0;
      for (int i = 0; i < stolen.length; i++) {
        double physical = tiers.logical[i] - loaned[i] - stolen[i];
        sum += Math.max(0, tiers.needed[i] - physical);
      }
      return sum;
    }
  }

  final List<AmsMember> members;
  final double available;
  final List<Instant> instants;

  private SeenTaking(List<AmsMember> members, double available, List<Instant> instants) {
    this.members = members;
    this.available = available;
    this.instants = instants;
  }

  /**
   * What a history shows of a pool; of a long one the stretches in which most was stolen, and as
   * many others.
   */
  static SeenTaking of(AmsPool pool, PoolHistory history) {
    List<AmsMember> members =
        history.members().stream().map(member -> pool.member(member.name())).toList();
    List<Instant> instants = new ArrayList<>();
    for (int[] stretch : stretches(history)) {
      int before = -1;
      for (int t = stretch[0]; t < stretch[1]; t++) {
        if (shown(history, t)) {
          instants.add(instant(history, members, t, before));
          before = t;
        }
      }
    }
    return new SeenTaking(members, pool.available(), instants);
  }

  /** Whether enough is seen for a rule to be fitted to it. */
  boolean tells() {
    long taken =
        instants.stream()
            .filter(
                instant -> {
                  double sum = instant.totalStolen();
                  for (double lent : instant.loaned) {
                    sum += lent;
                  }
                  return sum > TAKEN;
                })
            .count();
    return taken >= FEWEST && available > 0;
  }

  /** Every stretch of a given step, the one with most stolen memory among them. */
  SeenTaking thinned(int every) {
    int wanted = worst() / STRETCH % every;
    List<Instant> fewer = new ArrayList<>();
    boolean gap = true;
    for (Instant instant : instants) {
      boolean taken = instant.index / STRETCH % every == wanted;
      if (taken) {
        fewer.add(gap ? instant.first() : instant);
      }
      gap = !taken;
    }
    return new SeenTaking(members, available, fewer);
  }

  private int worst() {
    int worst = 0;
    double most = -1;
    for (Instant instant : instants) {
      if (instant.totalStolen() > most) {
        most = instant.totalStolen();
        worst = instant.index;
      }
    }
    return worst;
  }

  private static boolean shown(PoolHistory history, int t) {
    boolean any = false;
    for (MemberHistory member : history.members()) {
      if (member.reports(t)) {
        if (Double.isNaN(member.stolen(t)) || Double.isNaN(member.served().loaned()[t])) {
          return false;
        }
        any = true;
      }
    }
    return any && history.covered(t);
  }

  private static Instant instant(PoolHistory history, List<AmsMember> members, int t, int before) {
    int count = members.size();
    AmsTiers tiers = new AmsTiers(count);
    double[] loaned = new double[count];
    double[] stolen = new double[count];
    double pages = Double.NaN;
    double step = history.intervalMillis() / 1000;
    for (int i = 0; i < count; i++) {
      MemberHistory member = history.members().get(i);
      if (!member.reports(t)) {
        continue;
      }
      tiers.set(i, member, t, Double.NaN, members.get(i));
      loaned[i] = member.served().loaned()[t];
      stolen[i] = member.stolen(t);
      double own = member.paging().pageIns()[t] / step;
      pages = Double.isNaN(pages) ? own : pages + (Double.isNaN(own) ? 0 : own);
    }
    double seconds =
        before < 0 ? step : (history.instants()[t] - history.instants()[before]) / 1000;
    return new Instant(t, before < 0, seconds, tiers, loaned, stolen, pages);
  }

  // From and until of what is looked at.
  private static List<int[]> stretches(PoolHistory history) {
    int size = history.size();
    int count = (size + STRETCH - 1) / STRETCH;
    if (count <= STRETCHES) {
      return List.of(new int[] {0, size});
    }
    double[] most = new double[count];
    for (int t = 0; t < size; t++) {
      double sum = 0;
      for (MemberHistory member : history.members()) {
        double stolen = member.stolen(t);
        sum += stolen > 0 ? stolen : 0;
      }
      most[t / STRETCH] = Math.max(most[t / STRETCH], sum);
    }
    double[] ranked = most.clone();
    Arrays.sort(ranked);
    double threshold = ranked[count - STRETCHES / 2];
    int every = Math.max(1, 2 * count / STRETCHES);
    List<int[]> chosen = new ArrayList<>();
    int loud = 0;
    for (int i = 0; i < count; i++) {
      boolean worst = most[i] >= threshold && most[i] > 0 && loud < STRETCHES / 2;
      loud += worst ? 1 : 0;
      if (worst || i % every == 0) {
        chosen.add(new int[] {i * STRETCH, Math.min(size, (i + 1) * STRETCH)});
      }
    }
    return chosen;
  }
}
