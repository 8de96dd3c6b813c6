package dev.headroom.backtest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;

/** Working days or days off, which ask for different sizes. */
public enum DaysOfWeek {
  /** Monday to Friday. */
  WEEKDAYS("weekdays"),
  /** Saturday and Sunday. */
  WEEKEND("weekend");

  private final String word;

  DaysOfWeek(String word) {
    this.word = word;
  }

  /** Its name, for programs and people. */
  public String word() {
    return word;
  }

  /** Which of them a span of local milliseconds is mostly made of. */
  static DaysOfWeek of(double from, double until) {
    return 2 * weekend(from, until) > until - from ? WEEKEND : WEEKDAYS;
  }

  /** How much of a span of local milliseconds is weekend, milliseconds. */
  static double weekend(double from, double until) {
    double weekend = 0;
    for (double day = Math.floor(from / Window.MILLIS_A_DAY) * Window.MILLIS_A_DAY;
        day < until;
        day += Window.MILLIS_A_DAY) {
      DayOfWeek of = Instant.ofEpochMilli((long) day).atZone(ZoneOffset.UTC).getDayOfWeek();
      if (of == DayOfWeek.SATURDAY || of == DayOfWeek.SUNDAY) {
        weekend += Math.min(until, day + Window.MILLIS_A_DAY) - Math.max(from, day);
      }
    }
    return weekend;
  }
}
