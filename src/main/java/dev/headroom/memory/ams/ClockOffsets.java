package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Members of a pool whose clocks do not agree with the others'. While memory is lent, the physical
 * memory of all members sums to what the pool can give. Where it does not at the times that the
 * captures print, but does when the rows of some members are taken to be a while earlier or later,
 * these members' clocks are off by it.
 *
 * @param millis how far each member's clock is ahead of most of the others', milliseconds, negative
 *     where it is behind; only those that are off, in the order of the members
 * @param before at how many instants the sum fits at the times printed
 * @param ofBefore at how many memory was lent and all members are known, at the times printed
 * @param after at how many it fits with the clocks set
 * @param ofAfter of how many, with the clocks set
 * @param first the first instant of the history at which memory was lent
 */
public record ClockOffsets(
    Map<String, Double> millis, int before, int ofBefore, int after, int ofAfter, int first) {
  /** The times printed are believed where the sum fits in more of the intervals than this. */
  private static final double BELIEVED = 0.5;

  /** Clocks are off where the sum fits in no less of the intervals with the clocks set. */
  private static final double PROVEN = 0.8;

  private static final int LEAST = 20;
  private static final int LOOKED_AT = 600;
  private static final int FURTHEST = 720;
  private static final int ZONES = 14;
  private static final double NEAR = 2 * 3_600_000.0;
  private static final double HOUR = 3_600_000;
  private static final int MOST_CELLS = 4_000_000;

  /** What the search works on: a row a member, a column an interval of the grid. */
  private record Cells(double[][] physical, boolean[][] lending, double step, double available) {

    int width() {
      return physical[0].length;
    }

    double at(int member, int cell, int offset) {
      int place = cell + offset;
      return place < 0 || place >= width() ? Double.NaN : physical[member][place];
    }

    boolean lends(int member, int cell, int offset) {
      int place = cell + offset;
      return place >= 0 && place < width() && lending[member][place];
    }

    double sum(int cell, int[] offsets) {
      double sum = 0;
      boolean lends = false;
      for (int member = 0; member < offsets.length; member++) {
        sum += at(member, cell, offsets[member]);
        lends |= lends(member, cell, offsets[member]);
      }
      return lends ? sum : Double.NaN;
    }

    /** Whether a member's figures vary: nothing tells the clock of one that is always the same. */
    boolean varies(int member) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (double value : physical[member]) {
        least = value < least ? value : least;
        most = value > most ? value : most;
      }
      return most - least > MemberHistory.ROUNDING;
    }

    /** Whether any clocks at all could make the sum fit: where members are missing none can. */
    boolean canFit() {
      double least = 0;
      double most = 0;
      for (double[] values : physical) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
          low = value < low ? value : low;
          high = value > high ? value : high;
        }
        least += low;
        most += high;
      }
      double rounding = MemberHistory.ROUNDING * physical.length;
      return least <= available + rounding && most >= available - rounding;
    }

    int[] fit(int[] offsets) {
      double rounding = MemberHistory.ROUNDING * offsets.length;
      int fits = 0;
      int known = 0;
      for (int cell = 0; cell < width(); cell++) {
        double sum = sum(cell, offsets);
        known += Double.isNaN(sum) ? 0 : 1;
        fits += Math.abs(sum - available) <= rounding ? 1 : 0;
      }
      return new int[] {fits, known};
    }
  }

  /** The clocks that are off in a pool; empty where the sums do not show that any is. */
  public static Optional<ClockOffsets> of(AmsPool pool, PoolHistory history) {
    int members = history.members().size();
    double step = history.intervalMillis();
    boolean usable =
        pool.available() > 0
            && history.timed()
            && members > 1
            && history.size() > LEAST
            && step > 0;
    if (!usable || width(history) > MOST_CELLS / members) {
      return Optional.empty();
    }
    Cells cells = cells(pool, history);
    int[] none = new int[members];
    int[] before = cells.fit(none);
    if (before[0] > BELIEVED * before[1] || !cells.canFit()) {
      return Optional.empty();
    }
    int[] offsets = search(cells);
    int[] after = cells.fit(offsets);
    boolean any = Arrays.stream(offsets).anyMatch(offset -> offset != 0);
    if (!any || after[1] < LEAST || after[0] < PROVEN * after[1]) {
      return Optional.empty();
    }
    int common = common(offsets);
    double[] lags = history.members().stream().mapToDouble(m -> lag(history, m)).toArray();
    double usual = Arrays.stream(lags).sorted().toArray()[members / 2];
    Map<String, Double> millis = new LinkedHashMap<>();
    for (int i = 0; i < members; i++) {
      if (offsets[i] != common && cells.varies(i)) {
        double by = (offsets[i] - common) * step - lags[i] + usual;
        millis.put(history.members().get(i).name(), Math.rint(by / 1000) * 1000);
      }
    }
    // captures may only follow each other: then one clock is told by the others that overlap
    boolean apart = before[1] < LEAST && (millis.size() > 1 || members < 3);
    return millis.isEmpty() || apart
        ? Optional.empty()
        : Optional.of(
            new ClockOffsets(millis, before[0], before[1], after[0], after[1], first(history)));
  }

  /** How long before the ends of the grid's intervals a member's rows were taken, the median. */
  private static double lag(PoolHistory history, MemberHistory member) {
    double[] lags =
        IntStream.range(0, history.size())
            .mapToObj(
                instant ->
                    member
                        .rows()
                        .of(Metric.MEMORY_PHYSICAL, instant)
                        .map(row -> history.instants()[instant] - row.table().time(row.number())))
            .flatMap(Optional::stream)
            .mapToDouble(lag -> lag)
            .sorted()
            .toArray();
    return lags.length == 0 ? 0 : lags[lags.length / 2];
  }

  private static long width(PoolHistory history) {
    double[] instants = history.instants();
    return Math.round((instants[instants.length - 1] - instants[0]) / history.intervalMillis()) + 1;
  }

  private static Cells cells(AmsPool pool, PoolHistory history) {
    int members = history.members().size();
    double step = history.intervalMillis();
    int width = (int) width(history);
    double[][] physical = new double[members][width];
    boolean[][] lending = new boolean[members][width];
    for (int i = 0; i < members; i++) {
      Arrays.fill(physical[i], Double.NaN);
      MemberHistory member = history.members().get(i);
      for (int instant = 0; instant < history.size(); instant++) {
        int cell = (int) Math.round((history.instants()[instant] - history.instants()[0]) / step);
        physical[i][cell] = member.served().physical()[instant];
        lending[i][cell] = lent(member, instant);
      }
    }
    return new Cells(physical, lending, step, pool.available());
  }

  private static boolean lent(MemberHistory member, int instant) {
    return member.served().loaned()[instant] > MemberHistory.ROUNDING || member.stolen(instant) > 0;
  }

  private static int first(PoolHistory history) {
    for (int instant = 0; instant < history.size(); instant++) {
      int at = instant;
      if (history.members().stream().anyMatch(member -> lent(member, at))) {
        return instant;
      }
    }
    return 0;
  }

  /**
   * The offsets that fit best: from the times as they are printed on, and from those at which the
   * members' first rows, or their last ones, lie together.
   */
  private static int[] search(Cells cells) {
    int members = cells.physical().length;
    int[] best = new int[members];
    int most = -1;
    for (int[] begin : List.of(new int[members], aligned(cells, false), aligned(cells, true))) {
      int[] offsets = search(cells, begin);
      int fits = cells.fit(offsets)[0];
      if (fits > most) {
        most = fits;
        best = offsets;
      }
    }
    return best;
  }

  private static int[] aligned(Cells cells, boolean last) {
    int[] edges = new int[cells.physical().length];
    for (int member = 0; member < edges.length; member++) {
      for (int cell = 0; cell < cells.width(); cell++) {
        int at = last ? cells.width() - 1 - cell : cell;
        if (!Double.isNaN(cells.at(member, at, 0))) {
          edges[member] = at;
          break;
        }
      }
    }
    int common = common(edges);
    return IntStream.range(0, edges.length)
        .map(member -> cells.varies(member) ? edges[member] - common : 0)
        .toArray();
  }

  /** Sets one clock after the other to where the sums come nearest to what the pool can give. */
  private static int[] search(Cells cells, int[] begin) {
    int[] offsets = begin.clone();
    int members = offsets.length;
    List<Integer> candidates = candidates(cells.step());
    double nearest = Double.POSITIVE_INFINITY;
    for (int round = 0; round < members + 1; round++) {
      int best = -1;
      int by = 0;
      for (int member = 0; member < members; member++) {
        if (!cells.varies(member)) {
          continue;
        }
        double[][] others = others(cells, offsets, member);
        for (int i = -1; i < candidates.size(); i++) {
          int candidate = i < 0 ? offsets[member] : candidates.get(i);
          double distance = distance(cells, others, member, candidate);
          if (distance < nearest * (1 - 1e-9)) {
            nearest = distance;
            best = member;
            by = candidate;
          }
        }
      }
      if (best < 0) {
        break;
      }
      offsets[best] = by;
    }
    return offsets;
  }

  /** Nothing first, then near before far, then whole hours as zones differ by. */
  private static List<Integer> candidates(double step) {
    List<Integer> candidates = new ArrayList<>(List.of(0));
    int near = (int) Math.min(FURTHEST, NEAR / step);
    for (int offset = 1; offset <= near; offset++) {
      candidates.add(offset);
      candidates.add(-offset);
    }
    for (int hours = 1; hours <= ZONES; hours++) {
      int offset = (int) Math.round(hours * HOUR / step);
      if (offset > near) {
        candidates.add(offset);
        candidates.add(-offset);
      }
    }
    return candidates;
  }

  /**
   * Cells at which all other members are known, the sum of these, and 1 where one of them lends.
   */
  private static double[][] others(Cells cells, int[] offsets, int but) {
    List<double[]> known = new ArrayList<>();
    for (int cell = 0; cell < cells.width(); cell++) {
      double sum = 0;
      boolean lends = false;
      for (int member = 0; member < offsets.length; member++) {
        if (member != but) {
          sum += cells.at(member, cell, offsets[member]);
          lends |= cells.lends(member, cell, offsets[member]);
        }
      }
      if (!Double.isNaN(sum)) {
        known.add(new double[] {cell, sum, lends ? 1 : 0});
      }
    }
    int stride = Math.max(1, known.size() / LOOKED_AT);
    List<double[]> some = new ArrayList<>();
    for (int i = 0; i < known.size(); i += stride) {
      some.add(known.get(i));
    }
    return some.toArray(double[][]::new);
  }

  /** How far sums are from what the pool can give, on average; without end where too few are. */
  private static double distance(Cells cells, double[][] others, int member, int offset) {
    double total = 0;
    int count = 0;
    for (double[] other : others) {
      int cell = (int) other[0];
      double sum = other[1] + cells.at(member, cell, offset);
      if (!Double.isNaN(sum) && (other[2] > 0 || cells.lends(member, cell, offset))) {
        total += Math.abs(sum - cells.available());
        count++;
      }
    }
    return count < Math.max(LEAST, others.length / 4) ? Double.POSITIVE_INFINITY : total / count;
  }

  /** The offset of most members; of equally many the one of the first. */
  private static int common(int[] offsets) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int offset : offsets) {
      counts.merge(offset, 1, Integer::sum);
    }
    int common = offsets[0];
    for (int offset : offsets) {
      boolean more = counts.getOrDefault(offset, 0) > counts.getOrDefault(common, 0);
      common = more ? offset : common;
    }
    return common;
  }

  /** Whether nothing tells which of two clocks is right. */
  public boolean mutual(int members) {
    return 2 * millis.size() >= members;
  }
}
