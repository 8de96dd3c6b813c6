package dev.headroom.memory.zvm;

import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which guests the listings of a z/VM system name: USER (FCX112) and UPAGE (FCX113) list everyone
 * who is logged on, an answer to INDICATE USER only whom it was asked for.
 *
 * @param listed whether any capture can list all guests
 * @param guests how many guests captures name
 * @param oneSided guests that stand in one of the two listings of an interval only, and that have
 *     more than {@link #SMALL} of what is defined, or may have
 */
public record GuestListings(boolean listed, int guests, List<String> oneSided) {
  /** A guest with no more than this share of what is defined changes no sum. */
  public static final double SMALL = 0.01;

  private static final String USER = "fcx112";
  private static final String UPAGE = "fcx113";
  private static final String ASKED = "indicate-user";

  /** Copies the list. */
  public GuestListings {
    oneSided = List.copyOf(oneSided);
  }

  /** What the listings among these tables name. */
  public static GuestListings of(ZvmTables tables) {
    Map<String, List<Table>> guests = new TreeMap<>(tables.byGuest());
    Map<Double, BitSet> user = new TreeMap<>();
    Map<Double, BitSet> usage = new TreeMap<>();
    List<String> names = List.copyOf(guests.keySet());
    double[] defined = new double[names.size()];
    boolean listed = false;
    for (int guest = 0; guest < defined.length; guest++) {
      defined[guest] = Double.NaN;
      for (Table table : guests.getOrDefault(names.get(guest), List.of())) {
        listed |= !table.format().equals(ASKED);
        defined[guest] = larger(defined[guest], most(table));
        if (table.format().equals(USER)) {
          note(table, guest, user);
        } else if (table.format().equals(UPAGE)) {
          note(table, guest, usage);
        }
      }
    }
    return new GuestListings(listed, names.size(), large(differing(user, usage), names, defined));
  }

  private static void note(Table table, int guest, Map<Double, BitSet> present) {
    for (int row = 0; row < table.rows(); row++) {
      present.computeIfAbsent(table.time(row), time -> new BitSet()).set(guest);
    }
  }

  private static double most(Table table) {
    double most = Double.NaN;
    for (int row = 0; row < table.rows() && table.column(Metric.MEMORY_LOGICAL) != null; row++) {
      most = larger(most, table.value(Metric.MEMORY_LOGICAL, row));
    }
    return most;
  }

  private static double larger(double a, double b) {
    return Double.isNaN(a) || b > a ? b : a;
  }

  /** The guests that stand in one listing only, of an interval that both are of. */
  private static BitSet differing(Map<Double, BitSet> user, Map<Double, BitSet> usage) {
    BitSet differing = new BitSet();
    user.forEach(
        (time, present) -> {
          BitSet others = usage.get(time);
          if (others != null) {
            BitSet either = (BitSet) present.clone();
            either.xor(others);
            differing.or(either);
          }
        });
    return differing;
  }

  private static List<String> large(BitSet guests, List<String> names, double[] defined) {
    double total = 0;
    for (double size : defined) {
      total += size > 0 ? size : 0;
    }
    List<String> large = new ArrayList<>();
    for (int guest = guests.nextSetBit(0); guest >= 0; guest = guests.nextSetBit(guest + 1)) {
      // of a guest that no UPAGE shows no size is known: it may be the largest
      if (!(defined[guest] <= SMALL * total)) {
        large.add(names.get(guest));
      }
    }
    return large;
  }
}
