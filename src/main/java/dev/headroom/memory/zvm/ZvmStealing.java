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
 * <p>Java heaps go last among what is hot, and guests that have some last among what is not: a
 * collection touches all of a heap and makes it young. Expanded storage fills in the order in which
 * active guests lose memory. What idle guests lost is the oldest in it, and moves on to paging
 * devices when others need the room; pages of active guests are touched and stay, so that what
 * comes when it is full of them goes straight to paging devices.
 */
final class ZvmStealing {
  private final boolean agesGlobally;
  private final double expandedStorage;

  ZvmStealing(boolean agesGlobally, double expandedStorage) {
    this.agesGlobally = agesGlobally;
    this.expandedStorage = expandedStorage;
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
   * @param guests what each has
   */
  ZvmShares share(double available, List<GuestTiers> guests) {
    double room = Math.max(0, available);
    double floors = guests.stream().mapToDouble(GuestTiers::floor).sum();
    ZvmShares shares = new ZvmShares(guests.size(), floors > room);
    for (int i = 0; i < guests.size(); i++) {
      shares.resident[i] = guests.get(i).instantiated();
    }
    double out = Math.max(0, Arrays.stream(shares.resident).sum() - room);
    List<double[]> taken = new ArrayList<>();
    for (Pass pass : passes(guests)) {
      double[] lost = take(pass, out);
      out = Math.max(0, out - Arrays.stream(lost).sum());
      taken.add(lost);
    }
    order(taken, guests, shares);
    move(taken, guests, shares);
    return shares;
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
      passes.add(pass(guests, guest -> true, guest -> guest.hot() + guest.heap()));
    } else {
      idle(guests, passes);
      passes.add(
          pass(guests, guest -> !guest.use().idle() && !guest.use().sweeps(), GuestTiers::warm));
      passes.add(
          pass(guests, guest -> !guest.use().idle() && guest.use().sweeps(), GuestTiers::warm));
      passes.add(pass(guests, guest -> !guest.use().idle(), GuestTiers::hot));
      passes.add(pass(guests, guest -> !guest.use().idle(), GuestTiers::heap));
    }
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
    for (boolean idle : new boolean[] {false, true}) {
      for (double[] lost : taken) {
        double sum = 0;
        for (int i = 0; i < lost.length; i++) {
          sum += guests.get(i).use().idle() == idle ? lost[i] : 0;
        }
        double fits = sum <= left ? 1 : left / sum;
        for (int i = 0; i < lost.length; i++) {
          if (guests.get(i).use().idle() == idle && lost[i] > 0) {
            double kept = fits == 1 ? lost[i] : lost[i] * fits;
            shares.expanded[i] += kept;
            shares.auxiliary[i] += lost[i] - kept;
          }
        }
        left = Math.max(0, left - sum);
      }
    }
    for (int i = 0; i < guests.size(); i++) {
      double lost = shares.expanded[i] + shares.auxiliary[i];
      shares.resident[i] = Math.max(0, shares.resident[i] - lost);
    }
  }
}
