package dev.headroom.report.chart;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.PoolKind;
import dev.headroom.report.PoolReport;
import dev.headroom.report.ServedOverTime;
import dev.headroom.series.Kind;
import dev.headroom.unit.Count;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A thin chart below the one of demand, on the same axis of time.
 *
 * @param shown what it shows
 * @param name what that is called, such as {@code stolen}
 * @param how how it is known, such as {@code as seen}
 * @param unit of counts: a text that follows a number; empty where the values are bytes
 * @param values one for each instant of the history, {@link Double#NaN} where it is not known
 */
record Strip(Shown shown, String name, String how, String unit, double[] values) {
  /** What strips show. */
  enum Shown {
    STOLEN,
    LOANED,
    READS
  }

  /** What is known of a pool beside its demand, from the top down; what is not is left out. */
  static List<Strip> of(PoolReport pool, PoolHistory history) {
    ServedOverTime served = pool.memory().served();
    PoolKind kind = pool.kind();
    List<Strip> strips = new ArrayList<>();
    add(
        strips,
        new Strip(Shown.STOLEN, kind.taken(), how(served, served.stolen()), "", served.stolen()));
    add(
        strips,
        new Strip(Shown.LOANED, "loaned", how(served, served.loaned()), "", served.loaned()));
    add(strips, new Strip(Shown.READS, kind.reads(), "as seen", unit(history), reads(history)));
    return strips;
  }

  private static void add(List<Strip> strips, Strip strip) {
    if (Arrays.stream(strip.values).anyMatch(value -> !Double.isNaN(value))) {
      strips.add(strip);
    }
  }

  /** The largest value. */
  double peak() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(0);
  }

  /** Where there is one, the chart has a value at an instant. */
  boolean[] known() {
    boolean[] known = new boolean[values.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = !Double.isNaN(values[i]);
    }
    return known;
  }

  /** A value as people read it. */
  String text(double value) {
    if (unit.isEmpty()) {
      return Size.text(value);
    }
    return (value == Math.rint(value) ? Count.of((long) value) : Decimal.fixed(value, 1)) + unit;
  }

  /** What stands above it. */
  String label() {
    double peak = peak();
    return name + ", " + how + ": " + (peak > 0 ? "up to " + text(peak) : "none");
  }

  private static String how(ServedOverTime served, double[] values) {
    BitSet known = new BitSet();
    for (int i = 0; i < values.length; i++) {
      known.set(i, !Double.isNaN(values[i]));
    }
    BitSet modelled = (BitSet) served.modelled().clone();
    modelled.and(known);
    if (modelled.isEmpty()) {
      return "as seen";
    }
    return modelled.cardinality() == known.cardinality()
        ? "by the model"
        : "as seen, else by the model";
  }

  private static boolean guests(PoolHistory history) {
    return history.members().stream().anyMatch(member -> member.subject().kind() == Kind.GUEST);
  }

  private static String unit(PoolHistory history) {
    if (guests(history)) {
      return " a second";
    }
    double interval = history.intervalMillis();
    return history.timed() && interval > 0 ? " in " + Span.text(interval) : " in a sample";
  }

  /** Page-ins of all members in each interval, or pages read for guests a second. */
  private static double[] reads(PoolHistory history) {
    boolean guests = guests(history);
    double[] reads = MemberHistory.absent(history.size());
    for (MemberHistory member : history.members()) {
      double[] own = guests ? member.paging().pageReads() : member.paging().pageIns();
      for (int i = 0; i < reads.length; i++) {
        if (!Double.isNaN(own[i])) {
          reads[i] = (Double.isNaN(reads[i]) ? 0 : reads[i]) + own[i];
        }
      }
    }
    for (int i = 0; i < reads.length; i++) {
      if (history.together().known(i)) {
        double together = history.together().counts()[i];
        reads[i] = Double.isNaN(reads[i]) ? together : Math.max(reads[i], together);
      }
    }
    return reads;
  }
}
