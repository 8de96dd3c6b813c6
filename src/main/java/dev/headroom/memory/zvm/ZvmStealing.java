package dev.headroom.memory.zvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * One step of z/VM's storage management: whose memory is taken when real memory is short, and
 * whether it goes to expanded storage or to paging devices ("Replay of z/VM" of docs/model.md).
 *
 * <p>Up to 6.2 the scheduler's lists are scanned: idle guests first, the least busy before the
 * others, then what active guests have beyond what is hot, then what is hot, and in a last pass
 * what is reserved. From 6.3 on one list orders all memory by age: what is not hot, the longest
 * unused first, then what is hot in proportion; reservations hold.
 *
 * <p>Java heaps stay longer than what else is hot, and guests that have some lose last among what
 * is not: a collection touches all of a heap and makes it young. Expanded storage fills in the
 * order in which active guests lose memory. What idle guests lost is the oldest in it, and moves on
 * to paging devices when others need the room; pages of active guests are touched and stay, so that
 * what comes when it is full of them goes straight to paging devices. How far all this holds is the
 * {@link StayingRule}'s.
 */
final class ZvmStealing {
  private final boolean agesGlobally;
  private final double expandedStorage;
  private final StayingRule rule;

  ZvmStealing(boolean agesGlobally, double expandedStorage, StayingRule rule) {
    this.agesGlobally = agesGlobally;
    this.expandedStorage = expandedStorage;
    this.rule = rule;
  }

  /** What may be taken in one pass: an amount of each guest, all in the same proportion. */
  private record Pass(double[] most) {
    double sum() {
      return Arrays.stream(most).sum();
    }
  }

  /**
   * Takes what does not fit.
   *
   * @param available what guests can have: the dynamic paging area, bytes
   * @param asked what each has
   */
  ZvmShares share(double available, List<GuestTiers> asked) {
    double room = Math.max(0, available);
    List<GuestTiers> guests = givenUp(room, asked);
    double floors = guests.stream().mapToDouble(GuestTiers::floor).sum();
    ZvmShares shares = new ZvmShares(guests.size(), floors > room);
    for (int i = 0; i < guests.size(); i++) {
      shares.resident[i] = guests.get(i).instantiated();
    }
    double out = Math.max(0, Arrays.stream(shares.resident).sum() - room);
    List<double[]> taken = new ArrayList<>();
    List<GuestTiers> left = guests;
    if (rule.evenness() > 0 && out > 0) {
      double[] lost =
          take(pass(guests, guest -> true, GuestTiers::beyondFloor), rule.evenness() * out);
      taken.add(lost);
      out = Math.max(0, out - Arrays.stream(lost).sum());
      left = after(guests, lost);
    }
    List<double[]> ordered = new ArrayList<>();
    for (Pass pass : passes(left)) {
      double[] lost = take(pass, out);
      out = Math.max(0, out - Arrays.stream(lost).sum());
      ordered.add(lost);
    }
    // who loses first is told by the order of the release
    List<double[]> all = new ArrayList<>(ordered);
    all.addAll(taken);
    order(all, guests, shares);
    move(all, guests, shares);
    return shares;
  }

  /** Guests as they are where they do without a part of what is not hot. */
  private List<GuestTiers> givenUp(double room, List<GuestTiers> asked) {
    double sum = asked.stream().mapToDouble(GuestTiers::instantiated).sum();
    double warm = asked.stream().mapToDouble(GuestTiers::warm).sum();
    double given = Math.min(Math.max(0, sum - room), rule.givingUp() * warm);
    return given > 0
        ? asked.stream().map(guest -> guest.without(given * (guest.warm() / warm))).toList()
        : asked;
  }

  private static List<GuestTiers> after(List<GuestTiers> guests, double[] lost) {
    List<GuestTiers> left = new ArrayList<>();
    for (int i = 0; i < lost.length; i++) {
      left.add(guests.get(i).after(lost[i]));
    }
    return left;
  }

  private static double[] take(Pass pass, double out) {
    double sum = pass.sum();
    // A pass that is taken whole gives what it has, without rounding.
    double share = sum <= out ? 1 : out / sum;
    double[] lost = new double[pass.most().length];
    for (int i = 0; i < lost.length; i++) {
      lost[i] = share == 1 ? pass.most()[i] : pass.most()[i] * share;
    }
    return lost;
  }

  private List<Pass> passes(List<GuestTiers> guests) {
    List<Pass> passes = new ArrayList<>();
    if (agesGlobally) {
      NavigableSet<Double> ages = new TreeSet<>(Comparator.reverseOrder());
      guests.forEach(guest -> ages.add(guest.use().unused()));
      for (double age : ages) {
        passes.add(pass(guests, guest -> guest.use().unused() == age, GuestTiers::warm));
      }
    } else {
      idle(guests, passes);
      passes.add(
          pass(guests, guest -> !guest.use().idle() && !guest.use().sweeps(), GuestTiers::warm));
      passes.add(
          pass(guests, guest -> !guest.use().idle() && guest.use().sweeps(), GuestTiers::warm));
    }
    // what idle guests have went before, where lists are scanned
    Predicate<GuestTiers> in = guest -> agesGlobally || !guest.use().idle();
    double swept = rule.sweeping();
    passes.add(pass(guests, in, guest -> guest.hot() + swept * guest.heap()));
    passes.add(pass(guests, in, guest -> (1 - swept) * guest.heap()));
    passes.add(pass(guests, guest -> true, GuestTiers::reserved));
    passes.add(pass(guests, guest -> true, GuestTiers::locked));
    return passes;
  }

  // One after the other: whoever runs least is longest off the dispatch list.
  private static void idle(List<GuestTiers> guests, List<Pass> passes) {
    List<Integer> idle = new ArrayList<>();
    for (int i = 0; i < guests.size(); i++) {
      if (guests.get(i).use().idle()) {
        idle.add(i);
      }
    }
    idle.sort(Comparator.comparingDouble(i -> guests.get(i).use().busy()));
    for (int i : idle) {
      double[] most = new double[guests.size()];
      most[i] = guests.get(i).beyondFloor();
      passes.add(new Pass(most));
    }
  }

  private static Pass pass(
      List<GuestTiers> guests, Predicate<GuestTiers> wanted, ToDoubleFunction<GuestTiers> amount) {
    return new Pass(
        guests.stream()
            .mapToDouble(guest -> wanted.test(guest) ? amount.applyAsDouble(guest) : 0)
            .toArray());
  }

  /** Numbers the guests in the order in which they first lost anything. */
  private static void order(List<double[]> taken, List<GuestTiers> guests, ZvmShares shares) {
    int number = 0;
    for (double[] lost : taken) {
      List<Integer> now = new ArrayList<>();
      for (int i = 0; i < guests.size(); i++) {
        if (lost[i] > 0 && shares.order[i] == 0) {
          now.add(i);
        }
      }
      // Taken in one pass: whoever lost the larger part of what it had comes first.
      now.sort(Comparator.comparingDouble(i -> -lost[i] / guests.get(i).instantiated()));
      for (int i : now) {
        shares.order[i] = ++number;
      }
    }
  }

  private void move(List<double[]> taken, List<GuestTiers> guests, ZvmShares shares) {
    double left = expandedStorage;
    double active = 0;
    for (double[] lost : taken) {
      for (int i = 0; i < lost.length; i++) {
        active += guests.get(i).use().idle() ? 0 : lost[i];
      }
    }
    double mixed = active > 0 ? Math.min(1, rule.mixing() * left / active) : 0;
    for (boolean idle : new boolean[] {false, true}) {
      for (double[] lost : taken) {
        double sum = 0;
        for (int i = 0; i < lost.length; i++) {
          sum += guests.get(i).use().idle() == idle ? lost[i] : 0;
        }
        // of what active guests lose, a part finds its place whenever it comes
        double part = idle ? 0 : mixed;
        double room = Math.max(0, left - part * (idle ? 0 : active));
        double ordered = sum * (1 - part);
        double fits = part + (1 - part) * (ordered <= room ? 1 : room / ordered);
        for (int i = 0; i < lost.length; i++) {
          if (guests.get(i).use().idle() == idle && lost[i] > 0) {
            double kept = fits == 1 ? lost[i] : lost[i] * fits;
            shares.expanded[i] += kept;
            shares.auxiliary[i] += lost[i] - kept;
          }
        }
        active -= idle ? 0 : sum;
        left = Math.max(0, left - fits * sum);
      }
    }
    for (int i = 0; i < guests.size(); i++) {
      double lost = shares.expanded[i] + shares.auxiliary[i];
      shares.resident[i] = Math.max(0, shares.resident[i] - lost);
    }
  }
}
