package dev.headroom.memory.zvm;

import dev.headroom.memory.MemberHistory;
import dev.headroom.series.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * One guest of a z/VM system over time, on the grid of its {@link ZvmHistory}: what its reports
 * print, beside the tiers of the {@link MemberHistory} that are made of it.
 *
 * @param member the guest's demand and how it was seen to be served
 * @param printed what reports print, by metric, one entry for each instant; {@link Double#NaN}
 *     where it is absent. Sizes are held for two intervals, rates stand for their own interval only
 * @param meanBusy mean processor use in per cent of one processor; absent where no report shows it
 * @param idle whether it is so little in every interval that the guest needs no memory of its own
 * @param configuredHot heaps and database memory of the site file, bytes
 */
public record GuestHistory(
    MemberHistory member,
    Map<Metric, double[]> printed,
    OptionalDouble meanBusy,
    boolean idle,
    OptionalDouble configuredHot) {

  /** Copies the map. */
  public GuestHistory {
    printed = Map.copyOf(printed);
  }

  /**
   * The same over a part of its instants.
   *
   * @param part its member over that part
   * @param cut takes the part of a column
   */
  GuestHistory over(MemberHistory part, UnaryOperator<double[]> cut) {
    Map<Metric, double[]> parts = new EnumMap<>(Metric.class);
    printed.forEach((metric, column) -> parts.put(metric, cut.apply(column)));
    return new GuestHistory(part, parts, meanBusy, idle, configuredHot);
  }

  /** The userid. */
  public String name() {
    return member.name();
  }

  /** What a report prints of a metric; {@link Double#NaN} where none does. */
  public double printed(Metric metric, int instant) {
    double[] values = printed.get(metric);
    return values == null ? Double.NaN : values[instant];
  }

  /** The working set as the control program estimates it, bytes. */
  public double workingSet(int instant) {
    return printed(Metric.MEMORY_WORKINGSET, instant);
  }

  /** Locked memory, bytes; 0 where no report shows any. */
  double locked(int instant) {
    double locked = printed(Metric.MEMORY_LOCKED, instant);
    return Double.isNaN(locked) ? 0 : locked;
  }

  /**
   * What exists of the guest's memory anywhere, bytes: as printed, else resident, expanded and
   * auxiliary together, where a copy of a page counts as far as the address space has room for it.
   */
  public double instantiated(int instant) {
    double printedSum = printed(Metric.MEMORY_INSTANTIATED, instant);
    return Double.isNaN(printedSum)
        ? member.served().physical()[instant] + member.stolen(instant)
        : printedSum;
  }

  /** Whether a report tells of an instant how many pages were read back. */
  public boolean pagingKnown(int instant) {
    return !Double.isNaN(member.paging().pageReads()[instant]);
  }
}
