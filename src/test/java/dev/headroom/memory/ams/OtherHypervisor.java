package dev.headroom.memory.ams;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A pool whose hypervisor takes memory page by page, in steps of ten seconds, by a rule that is not
 * the program's. What it shows is what captures show: two decimals of a GB at the end of every
 * interval. Memory is in MB here.
 */
final class OtherHypervisor {
  private static final double STEP = 10;
  private static final int STEPS = 6;
  static final double MB = Histories.MB;

  /** From which member the next page is taken. */
  enum Victim {
    /** From all in proportion to what they hold. */
    ALL_ALIKE,
    /** From the member with most memory for its weight. */
    LARGEST,
    /** From the member with most memory that it does not use. */
    IDLEST
  }

  /**
   * How a hypervisor and its partitions behave.
   *
   * @param victim from which member the next page is taken
   * @param blind share of what is taken without a look at whether it is in use
   * @param lends share of its cold memory that a partition lends at most
   * @param pace MB a second that a partition can lend
   * @param busy share of computational memory that is in use
   */
  record Manners(Victim victim, double blind, double lends, double pace, double busy) {}

  /** What members ask for in every step: computational memory, and file cache if there is room. */
  record Demand(double[] logical, double[] weight, double[][] hot, double[] cache) {
    double promised() {
      return IntStream.range(0, logical.length).mapToDouble(i -> logical[i]).sum();
    }

    /** Largest sum of computational memory, MB. */
    double peak() {
      return IntStream.range(0, hot[0].length)
          .mapToDouble(t -> IntStream.range(0, hot.length).mapToDouble(i -> hot[i][t]).sum())
          .max()
          .orElse(0);
    }
  }

  private final Demand demand;
  private final Manners manners;
  private final double size;
  private final int members;
  private final double[] loan;
  private final double[] busyOut;
  private final double[] calmOut;
  private final double[] coldOut;

  private OtherHypervisor(Demand demand, Manners manners, double size) {
    this.demand = demand;
    this.manners = manners;
    this.size = size;
    members = demand.logical().length;
    loan = new double[members];
    busyOut = new double[members];
    calmOut = new double[members];
    coldOut = new double[members];
    double over = demand.promised() - size;
    double cold = 0;
    for (int i = 0; i < members; i++) {
      cold += manners.lends() * (demand.logical()[i] - demand.hot()[i][0]);
    }
    for (int i = 0; i < members; i++) {
      double own = manners.lends() * (demand.logical()[i] - demand.hot()[i][0]);
      loan[i] = own * Math.max(0, Math.min(1, over / cold));
    }
  }

  /** Partitions with a daily rhythm and bursts of their own. */
  static Demand demand(long seed, int members, int intervals, boolean weights) {
    Random random = new Random(seed);
    int steps = intervals * STEPS;
    double[] logical = new double[members];
    double[] weight = new double[members];
    double[] cache = new double[members];
    double[][] hot = new double[members][steps];
    for (int i = 0; i < members; i++) {
      logical[i] = 1024 * (4 + random.nextInt(9));
      weight[i] = weights ? new int[] {64, 128, 192}[random.nextInt(3)] : 128;
      cache[i] = logical[i] * (0.1 + 0.5 * random.nextDouble());
      double base = logical[i] * (0.25 + 0.25 * random.nextDouble());
      double swing = logical[i] * 0.2 * random.nextDouble();
      double phase = random.nextDouble() * 6.28;
      double noise = 0;
      double burst = 0;
      double level = 0;
      for (int t = 0; t < steps; t++) {
        noise = 0.998 * noise + logical[i] * 0.0025 * random.nextGaussian();
        if (random.nextDouble() < STEP / 9000) {
          burst = logical[i] * (0.1 + 0.35 * random.nextDouble());
        } else if (random.nextDouble() < STEP / 1800) {
          burst = 0;
        }
        level += 0.15 * (burst - level);
        double wave = swing * Math.sin(phase + 6.28 * t * STEP / 28_800);
        hot[i][t] =
            Math.max(0.1 * logical[i], Math.min(0.97 * logical[i], base + wave + noise + level));
      }
    }
    return new Demand(logical, weight, hot, cache);
  }

  /** What captures show of a pool, and what is true of it in every interval. */
  record Seen(AmsPool pool, PoolHistory history, double[] pagesPerSecond, double[] stolen) {
    double hardPaging() {
      long hard = IntStream.range(0, stolen.length).filter(t -> pagesPerSecond[t] > 64).count();
      return (double) hard / stolen.length;
    }

    double peakStolen() {
      return IntStream.range(0, stolen.length).mapToDouble(t -> stolen[t]).max().orElse(0);
    }
  }

  static Seen run(Demand demand, Manners manners, double size) {
    return new OtherHypervisor(demand, manners, size).run();
  }

  private Seen run() {
    int intervals = demand.hot()[0].length / STEPS;
    double[][][] columns = new double[members][5][intervals];
    double[] pages = new double[intervals];
    double[] stolen = new double[intervals];
    for (int t = 0; t < intervals * STEPS; t++) {
      int interval = t / STEPS;
      for (int i = 0; i < members; i++) {
        double in = touch(i, t) * 256;
        pages[interval] += in / STEP / STEPS;
        columns[i][4][interval] += in;
      }
      lend(t);
      take(t);
      if (t % STEPS == STEPS - 1) {
        for (int i = 0; i < members; i++) {
          double out = out(i);
          double hot = demand.hot()[i][t];
          columns[i][0][interval] = hot * MB;
          double left = demand.logical()[i] - loan[i] - hot;
          columns[i][1][interval] = Math.max(0, Math.min(demand.cache()[i], left - 16)) * MB;
          columns[i][2][interval] = printed(demand.logical()[i] - loan[i] - out);
          columns[i][3][interval] = printed(loan[i]);
          columns[i][4][interval] = Math.rint(columns[i][4][interval]);
          stolen[interval] += out * MB;
        }
      }
    }
    List<MemberHistory> rows = new ArrayList<>();
    List<AmsMember> configured = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      String name = "lpar" + (char) ('a' + i);
      rows.add(
          Histories.member(name, intervals)
              .logical(demand.logical()[i] * MB)
              .hot(columns[i][0])
              .warm(columns[i][1])
              .physical(columns[i][2])
              .loaned(columns[i][3])
              .pageIns(columns[i][4])
              .build());
      configured.add(
          new AmsMember(
              name,
              OptionalDouble.of(demand.logical()[i] * MB),
              demand.weight()[i],
              OptionalDouble.empty(),
              LoanPolicy.FILE_CACHE));
    }
    AmsPool pool = new AmsPool("pool", size * MB, OptionalDouble.empty(), 0, configured);
    PoolHistory history = Histories.timed(1000 * STEP * STEPS, rows.toArray(MemberHistory[]::new));
    return new Seen(pool, history, pages, stolen);
  }

  private static double printed(double mb) {
    return Math.rint(mb / 1024 * 100) / 100 * Histories.GB;
  }

  private double out(int i) {
    return busyOut[i] + calmOut[i] + coldOut[i];
  }

  // What was freed is cold; what grows takes lent memory back. Pages that are used come in.
  private double touch(int i, int t) {
    double hot = demand.hot()[i][t];
    double busy = hot * manners.busy();
    double freed = Math.max(0, busyOut[i] - busy) + Math.max(0, calmOut[i] - (hot - busy));
    busyOut[i] = Math.min(busyOut[i], busy);
    calmOut[i] = Math.min(calmOut[i], hot - busy);
    coldOut[i] += freed;
    double room = demand.logical()[i] - loan[i] - hot - 16;
    if (room < 0) {
      loan[i] = Math.max(0, loan[i] + room);
    }
    double cold = Math.max(0, demand.logical()[i] - loan[i] - hot);
    if (coldOut[i] > cold) {
      // pages that grow into stolen ones are new: nothing is read
      coldOut[i] = cold;
    }
    double in = busyOut[i] * 0.25 + calmOut[i] * STEP / 3600 + coldOut[i] * STEP / 7200;
    busyOut[i] *= 0.75;
    calmOut[i] *= 1 - STEP / 3600;
    coldOut[i] *= 1 - STEP / 7200;
    return in;
  }

  private double over() {
    double held = 0;
    for (int i = 0; i < members; i++) {
      held += demand.logical()[i] - loan[i] - out(i);
    }
    return held - size;
  }

  private void lend(int t) {
    double over = over();
    double[] able = new double[members];
    double sum = 0;
    for (int i = 0; i < members; i++) {
      double cold = demand.logical()[i] - demand.hot()[i][t];
      able[i] =
          Math.max(
              0,
              Math.min(manners.pace() * STEP, manners.lends() * cold - loan[i] - coldOut[i] - 16));
      sum += able[i];
    }
    double wanted = over > 0 ? over : 0;
    double share = sum > 0 ? Math.min(1, wanted / sum) : 0;
    for (int i = 0; i < members; i++) {
      loan[i] += share * able[i];
      // what was taken although it was not needed can be lent as well as anything
      double lendable = manners.lends() * (demand.logical()[i] - demand.hot()[i][t]) - loan[i];
      double turned =
          Math.max(
              0, Math.min(Math.min(coldOut[i], lendable), manners.pace() * STEP * (1 - share)));
      loan[i] += turned;
      coldOut[i] -= turned;
      if (over < 0 && loan[i] > 0) {
        // there is room: partitions take back what they lent, little by little
        loan[i] -= Math.min(loan[i], -over / members);
      }
    }
  }

  private void take(int t) {
    for (int round = 0; round < 40; round++) {
      double over = over();
      if (over <= 1e-6) {
        return;
      }
      double amount = Math.max(over / (40 - round), Math.min(over, 64));
      if (manners.victim() == Victim.ALL_ALIKE) {
        double held = over() + size;
        for (int i = 0; i < members; i++) {
          steal(i, t, over * (demand.logical()[i] - loan[i] - out(i)) / held);
        }
      } else {
        steal(victim(t), t, amount);
      }
    }
  }

  private int victim(int t) {
    int worst = 0;
    double most = -1;
    for (int i = 0; i < members; i++) {
      double held = demand.logical()[i] - loan[i] - out(i);
      double hot = demand.hot()[i][t] - busyOut[i] - calmOut[i];
      double score =
          manners.victim() == Victim.LARGEST
              ? held / demand.weight()[i]
              : (held - 0.75 * hot) / demand.weight()[i];
      if (score > most) {
        most = score;
        worst = i;
      }
    }
    return worst;
  }

  private void steal(int i, int t, double amount) {
    double hot = demand.hot()[i][t];
    double busy = hot * manners.busy() - busyOut[i];
    double calm = hot * (1 - manners.busy()) - calmOut[i];
    double cold = demand.logical()[i] - loan[i] - hot - coldOut[i];
    double held = busy + calm + Math.max(0, cold);
    double blind = manners.blind() * amount;
    double first = amount - blind;
    double fromCold = Math.min(Math.max(0, cold) * (1 - blind / Math.max(held, 1)), first);
    double fromCalm = Math.min(calm * (1 - blind / Math.max(held, 1)), first - fromCold);
    coldOut[i] += fromCold + blind * Math.max(0, cold) / held;
    calmOut[i] += fromCalm + blind * calm / held;
    busyOut[i] += Math.min(busy, first - fromCold - fromCalm + blind * busy / held);
  }
}
