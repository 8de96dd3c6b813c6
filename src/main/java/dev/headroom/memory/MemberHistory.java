package dev.headroom.memory;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One member of a pool over time, on the grid of its {@link PoolHistory}: what it asked for in
 * nested tiers, and what was seen of how it was served. All columns have one entry for each instant
 * of the grid; {@link Double#NaN} stands for what is not known.
 *
 * @param subject the partition or guest; its kind says what page-ins and stolen memory mean
 * @param asked what it asked for
 * @param served where its memory was seen
 * @param paging what it was seen to move to and from paging space
 * @param worst the member's worst rows within the cells of the grid
 * @param rows the rows that all this came from; none of what no capture shows
 */
public record MemberHistory(
    Subject subject, Asked asked, Served served, Paging paging, Worst worst, Provenance rows) {

  /** A member that no capture shows as it is here. */
  public MemberHistory(Subject subject, Asked asked, Served served, Paging paging) {
    this(subject, asked, served, paging, Worst.none(asked.logical().length), Provenance.NONE);
  }

  /** A column in which nothing is known. */
  public static double[] absent(int instants) {
    double[] values = new double[instants];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /**
   * Printed figures have two decimals of a GB: sums and differences of a few of them that are not
   * beyond this are rounding.
   */
  public static final double ROUNDING = 0.015 * (1L << 30);

  /** Formats whose rows have page-ins beside what else is known of a member. */
  private static final Set<String> COUNTING = Set.of("vmstat", "fcx113");

  /** The name of the partition, or the userid. */
  public String name() {
    return subject.name();
  }

  /** The number of instants. */
  public int size() {
    return asked.logical().length;
  }

  private boolean guest() {
    return subject.kind() == Kind.GUEST;
  }

  /**
   * Whether the member's demand is known at an instant. A partition's is known only with its
   * logical memory, since the tiers are parts of it.
   */
  public boolean reports(int instant) {
    return !Double.isNaN(asked.hot()[instant])
        && (guest() || !Double.isNaN(asked.logical()[instant]));
  }

  /** Floor and hot together, {@link Double#NaN} where the member does not report. */
  public double needed(int instant) {
    return asked.floor()[instant] + asked.hot()[instant];
  }

  /** Floor, hot and warm together, {@link Double#NaN} where the member does not report. */
  public double demand(int instant) {
    return asked.floor()[instant] + asked.hot()[instant] + asked.warm()[instant];
  }

  /**
   * Memory that the hypervisor was seen to have paged out. Of a guest what lies in expanded and
   * auxiliary storage, as far as either is known. Of a partition logical - physical - loaned of one
   * moment, and 0 where that is within the rounding of the print.
   *
   * @return bytes, {@link Double#NaN} where it was not observed
   */
  public double stolen(int instant) {
    if (guest()) {
      return served.outKnown(instant) ? served.out(instant) : Double.NaN;
    }
    return served.stolen()[instant];
  }

  /** The most that it needed at a moment of the instant's cell; see {@link Worst}. */
  public double mostNeeded(int instant) {
    return Worst.of(needed(instant), worst.needed()[instant]);
  }

  /** The most that it asked for at a moment of the instant's cell. */
  public double mostDemand(int instant) {
    return Worst.of(demand(instant), worst.demand()[instant]);
  }

  /** The most that was stolen from it at a moment of the instant's cell. */
  public double mostStolen(int instant) {
    return Worst.of(stolen(instant), worst.stolen()[instant]);
  }

  /** The longest that it waited for page-ins in one interval of its own, milliseconds. */
  public double mostWaited(int instant) {
    double row = worst.waited()[instant];
    return Double.isNaN(row) ? paging.pageInMillis()[instant] : row;
  }

  /** Whether it was looked for at an instant whether the hypervisor brought pages back. */
  public boolean pageInsKnown(int instant) {
    return !Double.isNaN((guest() ? paging.pageReads() : paging.pageIns())[instant]);
  }

  /**
   * Whether its captures have a column of page-ins of which nothing could be read: reports of a
   * guest always do, and of a partition {@code vmstat} that shows loaned memory.
   */
  public boolean pageInsUnread() {
    boolean printed = false;
    for (int instant = 0; instant < size(); instant++) {
      if (pageInsKnown(instant)) {
        return false;
      }
      Metric beside = guest() ? Metric.MEMORY_WORKINGSET : Metric.MEMORY_LOANED;
      printed |=
          rows.of(beside, instant)
              .filter(row -> COUNTING.contains(row.table().format()))
              .isPresent();
    }
    return printed;
  }

  /** Whether the hypervisor was seen to bring pages back from paging devices at an instant. */
  public boolean pagedIn(int instant) {
    return (guest() ? paging.pageReads() : paging.pageIns())[instant] > 0;
  }

  /**
   * How long one hypervisor page-in took on average, in the row of the cell in which they were
   * slowest: a few milliseconds where the paging device has a cache, more than ten where a disk has
   * to turn.
   *
   * @return milliseconds, {@link Double#NaN} where there was no page-in or its time is not known
   */
  public double millisPerPageIn(int instant) {
    double row = worst.millisPerPageIn()[instant];
    if (!Double.isNaN(row)) {
      return row;
    }
    double pageIns = paging.pageIns()[instant];
    return pageIns > 0 ? paging.pageInMillis()[instant] / pageIns : Double.NaN;
  }

  /**
   * Whether the member was short of memory, so that its demand is seen too low: such an instant is
   * no evidence of low demand. A guest is while it gets pages back: what only lies in auxiliary
   * storage it did not miss. Pages back from expanded storage count where it is known what lies
   * there.
   */
  public boolean censored(int instant) {
    if (pagedIn(instant)) {
      return true;
    }
    return guest()
        ? served.outKnown(instant) && paging.expandedReads()[instant] > 0
        : mostStolen(instant) > 0;
  }

  /**
   * Only what the member asked for, without what was seen of how it was served. What it would lend
   * of its own accord is not known then; nothing is taken to be lent, so that the pessimistic
   * sharing rule stays pessimistic.
   */
  MemberHistory unserved() {
    double[] none = absent(size());
    return new MemberHistory(
        subject,
        asked,
        new Served(none, new double[size()], none, none, none),
        Paging.unseen(size()),
        worst.asked(),
        Provenance.NONE);
  }

  /**
   * The same member with every column changed in one way, such as its values at other instants; no
   * capture shows it so.
   */
  public MemberHistory each(UnaryOperator<double[]> change) {
    return new MemberHistory(
        subject,
        asked.each(change),
        served.each(change),
        paging.each(change),
        worst.each(change),
        Provenance.NONE);
  }

  /** A part of every column, from an instant on. */
  MemberHistory part(UnaryOperator<double[]> part, int start) {
    return new MemberHistory(
        subject,
        asked.each(part),
        served.each(part),
        paging.each(part),
        worst.each(part),
        rows.from(start));
  }
}
