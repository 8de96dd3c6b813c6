package dev.headroom.report.chart;

import dev.headroom.memory.PoolHistory;
import dev.headroom.report.PoolReport;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The most that was hot in every hour of the week, to be printed by {@code week.jte}: {@code
 * @template.week(map)}. A row an hour, a column a weekday: so it fits where a phone shows it.
 *
 * @param of what 100 % is, for a sentence
 * @param hours 24, from midnight on
 */
public record WeekMap(String of, List<Hour> hours) {
  private static final int DAYS = 7;
  private static final int HOURS = 24;
  private static final double LEAST_DAYS = 2;
  private static final double HOUR_MILLIS = 3_600_000;
  private static final int FULL = 100;

  /**
   * An hour of the day.
   *
   * @param name such as {@code 07:00}
   * @param days a cell for each weekday, from Monday on
   */
  public record Hour(String name, List<Cell> days) {
    /** Copies the list. */
    public Hour {
      days = List.copyOf(days);
    }
  }

  /**
   * The most that was hot in an hour of a weekday.
   *
   * @param text per cent, rounded up; empty where there is no sample
   * @param style a class of the page's style sheet: {@code w0} to {@code w9} by tens, {@code over}
   *     past 100 %, {@code none} where there is no sample
   */
  public record Cell(String text, String style) {
    private static final Cell NONE = new Cell("", "none");

    private static Cell of(double share) {
      // what does not fit is never rounded to what does
      int percent = (int) Math.ceil(share * FULL - 1e-6);
      String style = percent > FULL ? "over" : "w" + Math.min(9, percent / 10);
      return new Cell(String.valueOf(percent), style);
    }
  }

  /** Copies the list. */
  public WeekMap {
    hours = List.copyOf(hours);
  }

  /**
   * The map of a pool; empty where days are not known, there are fewer than two, or nothing is
   * known of the demand.
   */
  public static Optional<WeekMap> of(PoolReport pool, PoolDemand demand) {
    PoolHistory history = demand.history();
    if (!history.dated() || !(history.days() >= LEAST_DAYS) || !demand.anyKnown()) {
      return Optional.empty();
    }
    double[][] most = most(demand);
    double available = pool.sizes().size().orElse(0) - pool.sizes().reserve();
    boolean sized = available > 0;
    double whole = sized ? available : demand.hot()[demand.hottest()];
    if (!(whole > 0)) {
      return Optional.empty();
    }
    List<Hour> hours = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      List<Cell> cells = new ArrayList<>();
      for (double value : most[hour]) {
        cells.add(value < 0 ? Cell.NONE : Cell.of(value / whole));
      }
      hours.add(new Hour(String.format(Locale.ROOT, "%02d:00", hour), cells));
    }
    String part =
        !sized
            ? "the peak, "
            : pool.sizes().reserve() > 0 ? "the size less reserve, " : "the size, ";
    return Optional.of(new WeekMap(part + Size.gb(whole), hours));
  }

  /** The most of each hour and weekday, bytes; -1 where there is no sample. */
  private static double[][] most(PoolDemand demand) {
    double[][] most = new double[HOURS][DAYS];
    for (double[] hour : most) {
      Arrays.fill(hour, -1);
    }
    double[] instants = demand.history().instants();
    for (int i = 0; i < instants.length; i++) {
      if (demand.known()[i]) {
        long hours = (long) Math.floor(instants[i] / HOUR_MILLIS);
        double[] hour = most[(int) Math.floorMod(hours, (long) HOURS)];
        // local milliseconds begin on a Thursday
        int day = (int) Math.floorMod(Math.floorDiv(hours, (long) HOURS) + 3, (long) DAYS);
        hour[day] = Math.max(hour[day], demand.hot()[i]);
      }
    }
    return most;
  }
}
