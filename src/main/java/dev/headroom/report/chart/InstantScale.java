package dev.headroom.report.chart;

import dev.headroom.series.Table;
import dev.headroom.unit.Count;
import dev.headroom.unit.IsoTime;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The horizontal axis of a history: local times, or sample numbers where there is no time. Its unit
 * is the step between two grid lines, counted from the midnight before the first instant, so that
 * grid lines fall on round times.
 */
final class InstantScale {
  private static final int TICKS = 10;
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long[] STEPS = {
    SECOND,
    2 * SECOND,
    5 * SECOND,
    10 * SECOND,
    15 * SECOND,
    30 * SECOND,
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    4 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    7 * DAY,
    14 * DAY,
    28 * DAY,
    56 * DAY,
    91 * DAY,
    182 * DAY,
    364 * DAY
  };
  // the platform's own names differ by its version ("Sep", "Sept")
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final List<String> WEEKDAYS =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private final boolean timed;
  private final double origin;
  private final double unit;
  private final Scale scale;

  /**
   * A scale from the first instant to the last.
   *
   * @param timed whether instants are local milliseconds; otherwise they are ordinals
   */
  InstantScale(boolean timed, double first, double last) {
    this.timed = timed;
    double span = last - first;
    this.origin = timed ? Math.floor(first / DAY) * DAY : 0;
    this.unit = timed ? timeStep(span) : Math.max(1, Scale.over(0, span, TICKS).step());
    double margin = span > 0 ? 0 : 0.5;
    this.scale = new Scale(place(first) - margin, place(last) + margin, 1);
  }

  /** A tick: where it is, what stands under it, and what stands under that, where it is news. */
  record Tick(double at, String label, String below) {}

  /** The scale, in units of {@link #place}. */
  Scale scale() {
    return scale;
  }

  /** Where an instant stands on the scale. */
  double place(double instant) {
    return (instant - origin) / unit;
  }

  /** The instant at a place: what {@link #place} comes from. */
  double instantAt(double place) {
    return origin + place * unit;
  }

  /** The ticks, from left to right. */
  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    String before = "";
    for (long tick = scale.firstTick(); tick <= scale.lastTick(); tick++) {
      if (!timed) {
        ticks.add(new Tick(tick, Count.of((long) (tick * unit)), ""));
        continue;
      }
      LocalDateTime time = Objects.requireNonNull(Table.localTime(origin + tick * unit));
      if (!IsoTime.hasDay(time)) {
        long later = ChronoUnit.DAYS.between(IsoTime.NO_DAY, time.toLocalDate());
        String day = later == 0 ? "" : Count.of(later, "day") + " later";
        ticks.add(new Tick(tick, clock(time), day.equals(before) ? "" : day));
        before = day;
        continue;
      }
      String day = time.getDayOfMonth() + " " + MONTHS.get(time.getMonthValue() - 1);
      boolean days = unit >= DAY;
      String below = days ? String.valueOf(time.getYear()) : weekday(time) + " " + day;
      ticks.add(new Tick(tick, days ? day : clock(time), below.equals(before) ? "" : below));
      before = below;
    }
    return ticks;
  }

  private String clock(LocalDateTime time) {
    String iso = IsoTime.of(time);
    String text = iso.substring(iso.indexOf('T') + 1);
    return unit < MINUTE ? text : text.substring(0, "hh:mm".length());
  }

  private static String weekday(LocalDateTime time) {
    return WEEKDAYS.get(time.getDayOfWeek().getValue() - 1);
  }

  private static double timeStep(double span) {
    for (long step : STEPS) {
      if (span / step <= TICKS) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1] * Math.ceil(span / STEPS[STEPS.length - 1] / TICKS);
  }
}
