package dev.headroom.memory.zvm;

import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Which guests the listings of a z/VM system name: USER (FCX112) and UPAGE (FCX113) list everyone
 * who is logged on, an answer to INDICATE USER only the guests that it was asked for.
 *
 * @param listed whether any capture can list all guests
 * @param guests how many guests captures name
 * @param oneSided guests that stand in one of the two listings of an interval only, and that have
 *     more than {@link #SMALL} of what is defined, or may have
 * @param cut the listing that lacks most of the users that it counts; empty where none lacks any
 * @param agreed how many users the newest listing counts, where it names as many
 */
public record GuestListings(
    boolean listed, int guests, List<String> oneSided, Optional<Cut> cut, OptionalInt agreed) {
  /** A guest with no more than this share of what is defined changes no sum. */
  public static final double SMALL = 0.01;

  private static final String USER = "fcx112";
  private static final String UPAGE = "fcx113";
  private static final String ASKED = "indicate-user";

  /** Copies the list. */
  public GuestListings {
    oneSided = List.copyOf(oneSided);
  }

  /**
   * How many users a listing says that it has.
   *
   * @param source the input
   * @param line where the count stands: before the users, and after those of the listing before
   * @param users the count
   */
  public record Count(String source, long line, int users) {}

  /**
   * A listing without some of its users.
   *
   * @param count how many it counts
   * @param named how many guests it names
   */
  public record Cut(Count count, int named) {}

  /** Whether a table is of a listing of all users. */
  public static boolean isListing(Table table) {
    return table.format().equals(USER) || table.format().equals(UPAGE);
  }

  /** What the listings among these tables name, held against how many users they count. */
  public static GuestListings of(ZvmTables tables, List<Count> counts) {
    Map<String, List<Table>> guests = new TreeMap<>(tables.byGuest());
    List<String> names = List.copyOf(guests.keySet());
    Map<Double, BitSet> user = new TreeMap<>();
    Map<Double, BitSet> usage = new TreeMap<>();
    Counted counted = new Counted(counts);
    double[] defined = new double[names.size()];
    boolean listed = false;
    for (int guest = 0; guest < defined.length; guest++) {
      defined[guest] = Double.NaN;
      for (Table table : guests.getOrDefault(names.get(guest), List.of())) {
        listed |= !table.format().equals(ASKED);
        defined[guest] = larger(defined[guest], most(table));
        if (isListing(table)) {
          Map<Double, BitSet> present = table.format().equals(USER) ? user : usage;
          note(table, guest, present);
          counted.note(table, guest);
        }
      }
    }
    return new GuestListings(
        listed,
        names.size(),
        large(differing(user, usage), names, defined),
        counted.cut(),
        counted.agreed(Math.max(newest(user), newest(usage))));
  }

  private static double newest(Map<Double, BitSet> present) {
    return present.keySet().stream()
        .mapToDouble(time -> time)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
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

  /**
   * The listings that counts are of: a guest's row belongs to the count nearest above it. A screen
   * repeats the count above each part of the list, so that parts of one moment are one listing; a
   * part that is whole by itself is a listing of its own.
   */
  private static final class Counted {
    private final Map<String, List<Count>> bySource = new HashMap<>();
    private final Map<Count, Listing> listings = new HashMap<>();

    /** The guests of one part, and the end of its interval. */
    private record Listing(Count count, double time, BitSet guests) {
      boolean isWhole() {
        return guests.cardinality() >= count.users();
      }

      boolean isBeside(Listing other) {
        return time == other.time
            && count.source().equals(other.count.source())
            && count.users() == other.count.users()
            && isWhole() == other.isWhole();
      }
    }

    Counted(List<Count> counts) {
      counts.forEach(
          count ->
              bySource.computeIfAbsent(count.source(), source -> new ArrayList<>()).add(count));
      bySource.values().forEach(list -> list.sort(Comparator.comparingLong(Count::line)));
    }

    void note(Table table, int guest) {
      List<Count> counts = bySource.getOrDefault(table.source(), List.of());
      long[] lines = counts.stream().mapToLong(Count::line).toArray();
      for (int row = 0; row < table.rows() && lines.length > 0; row++) {
        int above = -Arrays.binarySearch(lines, table.line(row)) - 2;
        if (above >= 0) {
          double time = table.time(row);
          listings
              .computeIfAbsent(counts.get(above), count -> new Listing(count, time, new BitSet()))
              .guests()
              .set(guest);
        }
      }
    }

    /** How many guests the parts of a listing name together. */
    private int named(Listing listing) {
      if (listing.isWhole()) {
        return listing.guests().cardinality();
      }
      BitSet together = new BitSet();
      listings.values().stream()
          .filter(listing::isBeside)
          .forEach(part -> together.or(part.guests()));
      return together.cardinality();
    }

    Optional<Cut> cut() {
      return listings.values().stream()
          .map(listing -> new Cut(listing.count(), named(listing)))
          .filter(cut -> cut.named() < cut.count().users())
          .max(
              Comparator.comparingInt((Cut cut) -> cut.count().users() - cut.named())
                  .thenComparing(
                      Comparator.comparing((Cut cut) -> cut.count().source())
                          .thenComparingLong(cut -> cut.count().line())
                          .reversed()));
    }

    /** The count of a listing of a time, where it names as many users. */
    OptionalInt agreed(double time) {
      return listings.values().stream()
          .filter(listing -> listing.time() == time)
          .filter(listing -> named(listing) == listing.count().users())
          .mapToInt(listing -> listing.count().users())
          .findFirst();
    }
  }
}
