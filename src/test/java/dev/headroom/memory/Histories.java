package dev.headroom.memory;

import dev.headroom.series.Kind;
import dev.headroom.series.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Builds histories of partitions for tests; what is not given is absent. */
public final class Histories {
  public static final double MB = 1 << 20;
  public static final double GB = 1 << 30;
  public static final double NONE = Double.NaN;

  private final String name;
  private final int instants;
  private double[] logical;
  private double[] floor;
  private double[] hot;
  private double[] warm;
  private double[] physical;
  private double[] loaned;
  private double[] pageIns;
  private double[] pageInMillis;
  private double[] ownPaging;

  private Histories(String name, int instants) {
    this.name = name;
    this.instants = instants;
    logical = all(NONE);
    floor = all(0);
    hot = all(NONE);
    warm = all(NONE);
    physical = all(NONE);
    loaned = all(NONE);
    pageIns = all(NONE);
    pageInMillis = all(NONE);
    ownPaging = all(NONE);
  }

  public static Histories member(String name, int instants) {
    return new Histories(name, instants);
  }

  public Histories logical(double... values) {
    logical = spread(values);
    return this;
  }

  public Histories floor(double... values) {
    floor = spread(values);
    return this;
  }

  public Histories hot(double... values) {
    hot = spread(values);
    return this;
  }

  public Histories warm(double... values) {
    warm = spread(values);
    return this;
  }

  public Histories physical(double... values) {
    physical = spread(values);
    return this;
  }

  public Histories loaned(double... values) {
    loaned = spread(values);
    return this;
  }

  public Histories pageIns(double... values) {
    pageIns = spread(values);
    return this;
  }

  public Histories pageInMillis(double... values) {
    pageInMillis = spread(values);
    return this;
  }

  public Histories ownPaging(double... values) {
    ownPaging = spread(values);
    return this;
  }

  private double[] stolen() {
    return IntStream.range(0, logical.length)
        .mapToDouble(i -> Served.stolen(logical[i], physical[i], loaned[i], 0.01 * (1L << 30)))
        .toArray();
  }

  public MemberHistory build() {
    return new MemberHistory(
        new Subject(Kind.PARTITION, name),
        new Asked(logical, floor, hot, warm),
        Served.partition(physical, loaned, stolen()),
        Paging.partition(pageIns, pageInMillis, ownPaging));
  }

  /** Instants every interval, all of them covered. */
  public static PoolHistory timed(double intervalMillis, MemberHistory... members) {
    int instants = members[0].size();
    double[] times =
        IntStream.range(0, instants).mapToDouble(i -> i == 0 ? 0 : i * intervalMillis).toArray();
    return history(true, times, intervalMillis, members);
  }

  /** Ordinals, all of them covered. */
  public static PoolHistory untimed(MemberHistory... members) {
    int instants = members[0].size();
    double[] ordinals = IntStream.range(0, instants).mapToDouble(i -> i).toArray();
    return history(false, ordinals, NONE, members);
  }

  /** The same history with other coverage. */
  public static PoolHistory covered(PoolHistory history, double... coverage) {
    return new PoolHistory(
        history.timed(), history.instants(), history.intervalMillis(), history.members(), coverage);
  }

  private static PoolHistory history(
      boolean timed, double[] instants, double interval, MemberHistory... members) {
    double[] coverage = new double[instants.length];
    Arrays.fill(coverage, 1);
    return new PoolHistory(timed, instants, interval, List.of(members), coverage);
  }

  // One value stands for all instants.
  private double[] spread(double... values) {
    return values.length == 1 && instants != 1 ? all(values[0]) : values.clone();
  }

  private double[] all(double value) {
    double[] values = new double[instants];
    Arrays.fill(values, value);
    return values;
  }
}
