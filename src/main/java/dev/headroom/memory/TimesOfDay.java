package dev.headroom.memory;

import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.unit.IsoTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays captures that have times of the day and no date beside each other, on a day that stands for
 * one that is not known. A capture that runs past midnight goes on on the next day. Captures of one
 * kind that follow one another in a file are of rising times: one that begins earlier in the day
 * than the last one ended is of a later day.
 */
public final class TimesOfDay {
  private static final double DAY = 86_400_000;

  private TimesOfDay() {}

  /**
   * The tables of the members of a pool, laid by their times of the day where the demand of none of
   * them has a date; else as they are, since what has no date has then no place beside what has.
   */
  public static List<List<Table>> laid(List<List<Table>> byMember) {
    List<Table> all = byMember.stream().flatMap(List::stream).toList();
    if (all.stream().anyMatch(TimesOfDay::isDated)
        || all.stream().noneMatch(TimesOfDay::hasClock)) {
      return byMember;
    }
    Nights nights = Nights.of(all);
    return byMember.stream().map(tables -> laid(tables, nights)).toList();
  }

  private static List<Table> laid(List<Table> tables, Nights nights) {
    List<Table> laid = new ArrayList<>();
    Map<Run, Double> ends = new HashMap<>();
    for (Table table : tables) {
      double first = edge(table, true);
      if (Double.isNaN(first)) {
        laid.add(table);
        continue;
      }
      Run run = new Run(table.source(), table.format(), table.subject());
      double before = ends.getOrDefault(run, Double.NaN);
      double days =
          Double.isNaN(before)
              ? nights.daysLater(first, edge(table, false))
              : Math.max(0, Math.ceil((before - first) / DAY));
      ends.put(run, edge(table, false) + days * DAY);
      laid.add(table.on(IsoTime.NO_DAY.plusDays((long) days)));
    }
    return laid;
  }

  /** What one tool printed about one subject into one file. */
  private record Run(String source, String format, Subject subject) {}

  /** The first or the last time of the day in a table, milliseconds; not a number for none. */
  private static double edge(Table table, boolean first) {
    double edge = Double.NaN;
    for (int row = 0; row < table.rows(); row++) {
      double clock = table.clock(row);
      boolean further = first ? clock < edge : clock > edge;
      edge = Double.isNaN(edge) || further ? clock : edge;
    }
    return edge;
  }

  private static boolean isDated(Table table) {
    for (Metric carrier : Carriers.of(table.subject().kind())) {
      for (int row = 0; table.column(carrier) != null && row < table.rows(); row++) {
        if (!Double.isNaN(table.time(row)) && !Double.isNaN(table.value(carrier, row))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasClock(Table table) {
    return !Double.isNaN(edge(table, true));
  }

  /**
   * The night that some captures pass: one that lies wholly in its small hours, and before the
   * evening on which the others began, is of the second day.
   *
   * @param evening when the first capture that passes midnight began; not a number where none does
   * @param morning when the last one of these ended, on the second day, counted from its midnight
   */
  private record Nights(double evening, double morning) {
    static Nights of(List<Table> tables) {
      double evening = Double.NaN;
      double morning = Double.NaN;
      for (Table table : tables) {
        double last = edge(table, false);
        double first = edge(table, true);
        if (last >= DAY && first < DAY) {
          evening = first < evening || Double.isNaN(evening) ? first : evening;
          morning = last - DAY > morning || Double.isNaN(morning) ? last - DAY : morning;
        }
      }
      return new Nights(evening, morning);
    }

    double daysLater(double first, double last) {
      return last < evening && first <= morning ? 1 : 0;
    }
  }
}
