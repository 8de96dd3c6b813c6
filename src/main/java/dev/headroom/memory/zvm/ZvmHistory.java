package dev.headroom.memory.zvm;

import dev.headroom.memory.Coverage;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberRows;
import dev.headroom.memory.Moments;
import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Fineness;
import dev.headroom.series.Grid;
import dev.headroom.series.Metric;
import dev.headroom.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The captures of a z/VM system's guests on one grid: the coarsest native interval of all, a value
 * held for two intervals at most. One report is a history of one instant. Where no capture has
 * times, the rows are laid side by side in their order, and the history says that it is not timed.
 *
 * @param pool the guests as members
 * @param guests the same guests in the same order, with what only z/VM reports show
 * @param real real memory of the system at every instant, bytes, {@link Double#NaN} where no
 *     capture shows it: runs at several sizes may be analysed together
 * @param busyKnown whether any report shows processor use, without which no guest counts as idle
 */
public record ZvmHistory(
    PoolHistory pool, List<GuestHistory> guests, double[] real, boolean busyKnown) {
  /** A guest that uses less of a processor than this in every interval is idle, per cent. */
  public static final double IDLE_BUSY = 2;

  /** Copies the list of guests. */
  public ZvmHistory {
    guests = List.copyOf(guests);
  }

  /** The history of a system in these tables, by the default of what is idle. */
  public static ZvmHistory of(ZvmSystem system, ZvmTables tables) {
    return of(system, tables, IDLE_BUSY, Fineness.FULL);
  }

  /**
   * The history of a system in these tables; guests without any capture report nowhere.
   *
   * @param idleBusy a guest that uses less than this share of a processor in every interval, in per
   *     cent, is idle
   * @param fineness how fine the grid may be; the worst moment of a cell stands for it
   */
  public static ZvmHistory of(
      ZvmSystem system, ZvmTables tables, double idleBusy, Fineness fineness) {
    ZvmHistory timed = on(system, tables, idleBusy, true, fineness);
    return timed.pool().size() > 0 ? timed : on(system, tables, idleBusy, false, fineness);
  }

  private static ZvmHistory on(
      ZvmSystem system, ZvmTables tables, double idleBusy, boolean timed, Fineness fineness) {
    List<MemberRows> rows = new ArrayList<>();
    for (ZvmGuest guest : system.members()) {
      rows.add(MemberRows.of(tables.guest(guest.name()), timed));
    }
    Grid grid = grid(rows, timed, fineness);
    List<GuestGridding> gridding = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ZvmGuest guest = system.members().get(i);
      gridding.add(new GuestGridding(guest, tables.guest(guest.name()), rows.get(i), grid));
    }
    new Moments(gridding, grid).lay();
    List<GuestHistory> guests = gridding.stream().map(guest -> guest.history(idleBusy)).toList();
    List<MemberHistory> members = guests.stream().map(GuestHistory::member).toList();
    double step = timed ? grid.step() : Double.NaN;
    return new ZvmHistory(
        new PoolHistory(
            timed,
            grid.instants(),
            step,
            Double.isNaN(step) ? Double.NaN : grid.reach(),
            members,
            coverage(members, grid)),
        guests,
        real(tables, grid),
        guests.stream().anyMatch(guest -> guest.meanBusy().isPresent()));
  }

  private static Grid grid(List<MemberRows> rows, boolean timed, Fineness fineness) {
    List<double[]> places = rows.stream().map(MemberRows::places).toList();
    Grid grid = Grid.over(timed, places, fineness);
    double last = places.stream().flatMapToDouble(Arrays::stream).max().orElse(Double.NaN);
    return grid.size() == 0 && !Double.isNaN(last) ? Grid.once(last) : grid;
  }

  /**
   * A listing names everyone who is logged on: where it shows two guests or more, a third that is
   * not in it is not there. What one guest alone was asked for is a share of the whole.
   */
  private static double[] coverage(List<MemberHistory> members, Grid grid) {
    double[] coverage = Coverage.of(members, grid.size());
    for (int instant = 0; instant < coverage.length; instant++) {
      int reporting = 0;
      for (MemberHistory member : members) {
        reporting += member.reports(instant) ? 1 : 0;
      }
      coverage[instant] = reporting > 1 ? 1 : coverage[instant];
    }
    return coverage;
  }

  private static double[] real(ZvmTables tables, Grid grid) {
    double[] real = MemberHistory.absent(grid.size());
    Series series = Series.of(tables.system(), Metric.MEMORY_REAL);
    double[] instants = grid.instants();
    for (int i = 0; i < real.length; i++) {
      real[i] =
          series.size() > 0 && grid.timed()
              ? series.configuredAt(instants[i])
              : tables.last(Metric.MEMORY_REAL);
    }
    return real;
  }

  /** The guest of a name; guests are in the order of the members. */
  public GuestHistory guest(String name) {
    return guests.stream()
        .filter(guest -> guest.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  /** Whether a guest that is not idle was seen to get pages back at an instant. */
  public boolean paged(int instant) {
    for (GuestHistory guest : guests) {
      if (!guest.idle() && guest.member().censored(instant)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the system was seen without over-commitment at an instant: the page reads of every
   * guest that reports and is not idle are known, and none had any, nor pages from expanded
   * storage.
   */
  public boolean uncommitted(int instant) {
    boolean known = false;
    for (GuestHistory guest : guests) {
      if (!guest.idle() && guest.member().reports(instant)) {
        if (guest.member().censored(instant) || !guest.pagingKnown(instant)) {
          return false;
        }
        known = true;
      }
    }
    return known;
  }

  /** The same where the system was of one size whenever no capture shows its real memory. */
  public ZvmHistory of(double size) {
    double[] filled = real.clone();
    for (int i = 0; i < filled.length; i++) {
      filled[i] = Double.isNaN(filled[i]) && size > 0 ? size : filled[i];
    }
    return new ZvmHistory(pool, guests, filled, busyKnown);
  }

  /**
   * The same over a part of its instants. Which guests are idle is told by all reports.
   *
   * @param part a part of {@link #pool}, from one of its instants to another
   */
  public ZvmHistory over(PoolHistory part) {
    int from = part.size() == 0 ? 0 : pool.firstNotBefore(part.instants()[0]);
    UnaryOperator<double[]> cut = all -> Arrays.copyOfRange(all, from, from + part.size());
    List<GuestHistory> parts = new ArrayList<>();
    for (int i = 0; i < guests.size(); i++) {
      parts.add(guests.get(i).over(part.members().get(i), cut));
    }
    return new ZvmHistory(part, parts, cut.apply(real), busyKnown);
  }
}
