package dev.headroom.memory.zvm;

import static dev.headroom.memory.Histories.MB;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * A control program that is not this program's: guests touch memory chunk by chunk, and when real
 * memory is full it takes chunks by manners of its own. What was taken stays out until it is
 * touched. Sizes are MB, an interval is a minute.
 */
final class OtherControlProgram {
  /** What memory comes in, MB. */
  static final int CHUNK = 16;

  private static final int GUESSES = 6;

  /** Whose chunk goes when one has to. */
  enum Victim {
    /** The oldest of a few that are looked at. */
    OLDEST,
    /** Of idle guests first, then of those without heaps. */
    LISTED,
    /** Any. */
    ANY
  }

  /**
   * How it takes.
   *
   * @param victim whose
   * @param blind share of what is taken without a look
   */
  record Manners(Victim victim, double blind) {}

  /**
   * What guests do; all in chunks.
   *
   * @param hot what each touches in an interval, by interval
   * @param warm what each touches seldom
   * @param heap how much of what is hot is Java heap
   */
  record Demand(int[][] hot, int[] warm, int[] heap) {
    int guests() {
      return warm.length;
    }

    /** The most that all have at a time, MB. */
    double peak() {
      double peak = 0;
      for (int[] now : hot) {
        double sum = 0;
        for (int guest = 0; guest < warm.length; guest++) {
          sum += now[guest] + warm[guest];
        }
        peak = Math.max(peak, sum);
      }
      return peak * CHUNK;
    }

    double defined() {
      double sum = 0;
      for (int guest = 0; guest < warm.length; guest++) {
        sum += size(guest);
      }
      return sum;
    }

    double size(int guest) {
      int most = 0;
      for (int[] now : hot) {
        most = Math.max(most, now[guest]);
      }
      return (most + warm[guest]) * CHUNK;
    }
  }

  /**
   * What was seen.
   *
   * @param system the system, as the site file has it
   * @param history what reports show
   * @param peakOut the most that was paged out, MB
   * @param meanOut of each guest, MB
   */
  record Seen(ZvmSystem system, ZvmHistory history, double peakOut, double[] meanOut) {}

  private OtherControlProgram() {}

  /** Guests of which the first is idle and every other one has heaps. */
  static Demand demand(long seed, int guests, int intervals) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] warm = new int[guests];
    int[] heap = new int[guests];
    int[] level = new int[guests];
    for (int guest = 0; guest < guests; guest++) {
      warm[guest] = 20 + random.nextInt(60);
      level[guest] = guest == 0 ? 0 : 60 + random.nextInt(120);
      heap[guest] = guest % 2 == 1 ? (int) (0.6 * level[guest]) : 0;
    }
    int[][] hot = new int[intervals][guests];
    double[] swing = new double[guests];
    for (int t = 0; t < intervals; t++) {
      for (int guest = 1; guest < guests; guest++) {
        swing[guest] = 0.97 * swing[guest] + 0.04 * (random.nextDouble() - 0.5);
        hot[t][guest] = (int) Math.max(heap[guest], level[guest] * (1 + swing[guest]));
      }
    }
    return new Demand(hot, warm, heap);
  }

  /** Runs a demand in a real memory of so many MB. */
  static Seen run(Demand demand, Manners manners, double real) {
    SplittableRandom random = new SplittableRandom(4711);
    List<List<Chunk>> guests = new ArrayList<>();
    for (int guest = 0; guest < demand.guests(); guest++) {
      guests.add(new ArrayList<>());
    }
    Listing listing = Listing.of("VM", "5.4.0").storage("VM", 0, real, real, 0);
    double peak = 0;
    double[] mean = new double[demand.guests()];
    List<Chunk> resident = new ArrayList<>();
    for (int t = 0; t < demand.hot().length; t++) {
      int[] reads = new int[demand.guests()];
      for (int guest = 0; guest < demand.guests(); guest++) {
        List<Chunk> own = guests.get(guest);
        int wanted = demand.warm()[guest] + demand.hot()[t][guest];
        while (own.size() < wanted) {
          own.add(new Chunk(guest));
        }
        for (int i = 0; i < own.size(); i++) {
          boolean used =
              i < demand.hot()[t][guest]
                  || own.get(i).last < 0
                  || (guest > 0 && random.nextInt(60) == 0);
          if (used) {
            reads[guest] += touch(own.get(i), t, resident);
          }
        }
        while (resident.size() * CHUNK > real) {
          take(resident, demand, manners, random);
        }
      }
      double out = 0;
      for (int guest = 0; guest < demand.guests(); guest++) {
        int in = (int) guests.get(guest).stream().filter(chunk -> chunk.resident).count();
        int gone = guests.get(guest).size() - in;
        out += gone * CHUNK;
        mean[guest] += (double) gone * CHUNK / demand.hot().length;
        // the scheduler's idea of a working set: what was touched, as far as it is there
        listing
            .upage(
                "G" + guest,
                t + 1,
                demand.size(guest),
                Math.max(1, Math.min(in, demand.hot()[t][guest])) * CHUNK,
                in * CHUNK,
                0,
                gone * CHUNK,
                reads[guest] * CHUNK * 256 / 60.0)
            .busy("G" + guest, t + 1, guest == 0 ? 0.2 : 50);
      }
      peak = Math.max(peak, out);
    }
    List<ZvmGuest> configured = new ArrayList<>();
    for (int guest = 0; guest < demand.guests(); guest++) {
      int least = Integer.MAX_VALUE;
      for (int[] now : demand.hot()) {
        least = Math.min(least, now[guest]);
      }
      double heap = demand.heap()[guest] * CHUNK;
      configured.add(Listing.guest("G" + guest, heap, Math.max(0, least * CHUNK - heap)));
    }
    ZvmSystem system =
        new ZvmSystem(
            "VM",
            "VM",
            new ZvmSystem.Storage(real * MB, OptionalDouble.empty(), 0, 0),
            ZvmRelease.of("5.4.0"),
            configured);
    return new Seen(
        system, ZvmHistory.of(system, ZvmTables.of("VM", listing.tables())), peak, mean);
  }

  private static final class Chunk {
    private final int guest;
    private int last = -1;
    private boolean resident;

    Chunk(int guest) {
      this.guest = guest;
    }
  }

  /** 1 where it had to be read back. */
  private static int touch(Chunk chunk, int t, List<Chunk> resident) {
    boolean read = !chunk.resident && chunk.last >= 0;
    chunk.last = t;
    if (!chunk.resident) {
      chunk.resident = true;
      resident.add(chunk);
    }
    return read ? 1 : 0;
  }

  private static void take(
      List<Chunk> resident, Demand demand, Manners manners, SplittableRandom random) {
    int victim = random.nextInt(resident.size());
    if (manners.victim() != Victim.ANY && random.nextDouble() >= manners.blind()) {
      for (int guess = 0; guess < GUESSES; guess++) {
        int other = random.nextInt(resident.size());
        if (goesBefore(resident.get(other), resident.get(victim), demand, manners.victim())) {
          victim = other;
        }
      }
    }
    resident.get(victim).resident = false;
    resident.set(victim, resident.get(resident.size() - 1));
    resident.remove(resident.size() - 1);
  }

  private static boolean goesBefore(Chunk one, Chunk other, Demand demand, Victim victim) {
    if (victim == Victim.LISTED && one.guest != other.guest) {
      int ofOne = one.guest == 0 ? 0 : demand.heap()[one.guest] > 0 ? 2 : 1;
      int ofOther = other.guest == 0 ? 0 : demand.heap()[other.guest] > 0 ? 2 : 1;
      if (ofOne != ofOther) {
        return ofOne < ofOther;
      }
    }
    return one.last < other.last;
  }
}
