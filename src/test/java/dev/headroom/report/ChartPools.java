package dev.headroom.report;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.report.InventedPools.START_MILLIS;

import dev.headroom.memory.Asked;
import dev.headroom.memory.Coverage;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.Paging;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.Served;
import dev.headroom.series.Kind;
import dev.headroom.series.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Pools to draw, the same on every run. */
public final class ChartPools {
  public static final double FIVE_MINUTES = 300_000;

  private ChartPools() {}

  /** A pool of 12 GB, of which 0.25 are reserved, with another history. */
  public static PoolReport pool(PoolHistory history) {
    PoolReport model = InventedPools.busyDay("js22");
    return new PoolReport(
        model.name(),
        model.kind(),
        model.sizes(),
        model.judgement(),
        memory(history),
        model.grounds());
  }

  /** A pool of unknown size. */
  public static PoolReport unsized(PoolHistory history) {
    PoolReport model = InventedPools.busyDay("js22");
    OptionalDouble none = OptionalDouble.empty();
    return new PoolReport(
        model.name(),
        model.kind(),
        new PoolReport.Sizes(none, none, 0, none, Optional.empty()),
        model.judgement(),
        memory(history),
        model.grounds());
  }

  /** A z/VM system of 12 GB. */
  public static PoolReport zvm(PoolHistory history) {
    PoolReport model = InventedPools.busyDay("VMSYS01");
    return new PoolReport(
        model.name(),
        PoolKind.ZVM,
        model.sizes(),
        model.judgement(),
        memory(history),
        model.grounds());
  }

  private static PoolReport.Memory memory(PoolHistory history) {
    PoolReport.Memory model = InventedPools.busyDay("js22").memory();
    return new PoolReport.Memory(
        model.overcommit(), model.stolen(), model.members(), Optional.of(history), served(history));
  }

  /** All that was seen of how members were served. */
  private static ServedOverTime served(PoolHistory history) {
    double[] loaned = MemberHistory.absent(history.size());
    double[] stolen = MemberHistory.absent(history.size());
    for (MemberHistory member : history.members()) {
      for (int i = 0; i < history.size(); i++) {
        loaned[i] = sum(loaned[i], member.served().loaned()[i]);
        stolen[i] = sum(stolen[i], member.stolen(i));
      }
    }
    return new ServedOverTime(loaned, stolen, new BitSet(), new BitSet());
  }

  private static double sum(double one, double other) {
    return Double.isNaN(one) ? other : Double.isNaN(other) ? one : one + other;
  }

  /** Members that wander over a month of a sample every five minutes. */
  public static PoolHistory month(int members) {
    int size = 30 * 288;
    Random random = new Random(7);
    MemberHistory[] all = new MemberHistory[members];
    for (int m = 0; m < members; m++) {
      double[] hot = new double[size];
      double[] warm = new double[size];
      double[] physical = new double[size];
      double[] loaned = new double[size];
      double[] pageIns = new double[size];
      double level = 0.3;
      for (int i = 0; i < size; i++) {
        level = Math.min(0.6, Math.max(0.1, level + random.nextGaussian() * 0.01));
        hot[i] = (level + random.nextDouble() * 0.1) * GB;
        warm[i] = random.nextDouble() * 0.2 * GB;
        boolean taken = i % 97 < 5;
        loaned[i] = random.nextDouble() * 0.2 * GB;
        physical[i] = 1.2 * GB - loaned[i] - (taken ? random.nextDouble() * 0.3 * GB : 0);
        pageIns[i] = taken ? random.nextInt(500) : 0;
      }
      all[m] =
          Histories.member("lpar" + m, size)
              .logical(1.2 * GB)
              .hot(hot)
              .warm(warm)
              .physical(physical)
              .loaned(loaned)
              .pageIns(pageIns)
              .build();
    }
    return later(Histories.timed(FIVE_MINUTES, all));
  }

  /** Two partitions of 3 and 5 GB, 2 and 4 of them hot, silent at some instants. */
  public static PoolHistory even(int size, IntPredicate silent) {
    double[] coverage = IntStream.range(0, size).mapToDouble(i -> silent.test(i) ? 0 : 1).toArray();
    MemberHistory one = Histories.member("a", size).logical(3 * GB).hot(2 * GB).warm(GB).build();
    MemberHistory two =
        Histories.member("b", size).logical(5 * GB).hot(4 * GB).warm(GB / 2).build();
    return later(Histories.covered(Histories.timed(FIVE_MINUTES, one, two), coverage));
  }

  /** Captures whose time is not known. */
  public static PoolHistory untimed(int size) {
    double[] hot = IntStream.range(0, size).mapToDouble(i -> (1 + i % 7) * GB).toArray();
    return Histories.untimed(Histories.member("a", size).logical(9 * GB).hot(hot).warm(GB).build());
  }

  /** Guests of a z/VM system over a day, which read pages back and are paged out. */
  public static PoolHistory guests() {
    int size = 288;
    List<MemberHistory> members = new ArrayList<>();
    for (String name : List.of("TPM", "LNX00080")) {
      double[] hot = new double[size];
      double[] out = new double[size];
      double[] reads = new double[size];
      for (int i = 0; i < size; i++) {
        hot[i] = (3 + Math.sin(i / 20.0)) * GB;
        out[i] = i > 100 && i < 150 ? 0.5 * GB : 0.1 * GB;
        reads[i] = i > 100 && i < 120 ? 42.5 : 0;
      }
      double[] none = MemberHistory.absent(size);
      members.add(
          new MemberHistory(
              new Subject(Kind.GUEST, name),
              new Asked(none, new double[size], hot, new double[size]),
              Served.guest(hot, none, out),
              Paging.guest(reads, none)));
    }
    double[] times =
        IntStream.range(0, size).mapToDouble(i -> START_MILLIS + i * FIVE_MINUTES).toArray();
    return new PoolHistory(true, times, FIVE_MINUTES, members, Coverage.of(members, size));
  }

  /** The same history from the day on at which {@link InventedPools} begins. */
  private static PoolHistory later(PoolHistory history) {
    double[] instants =
        Arrays.stream(history.instants()).map(instant -> START_MILLIS + instant).toArray();
    return new PoolHistory(
        true, instants, history.intervalMillis(), history.members(), history.coverage());
  }
}
