package dev.headroom.format.perfkit;

import dev.headroom.format.SectionContext;
import dev.headroom.identity.CaptureClock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Gives the rows of reports their times: the end of the interval that they are about. */
final class ReportClock {
  private final CaptureClock clock;
  private long untimed;
  private CaptureClock ofRows = CaptureClock.unknown();

  ReportClock(SectionContext context) {
    this.clock = context.clock();
  }

  /** The end of a page's interval; {@link Double#NaN} where its day is not known. */
  double end(ReportPage page) {
    LocalDateTime to = page.to();
    if (to != null) {
      return clock.at(to);
    }
    if (page.isUndatable()) {
      return Double.NaN;
    }
    LocalTime begin = page.begin();
    LocalTime end = page.end();
    if (end == null) {
      return clock.atRow(untimed++);
    }
    LocalDate day = page.date();
    boolean midnight = begin != null && end.isBefore(begin);
    if (day != null) {
      return clock.at(day.plusDays(midnight ? 1 : 0).atTime(end));
    }
    if (begin != null) {
      clock.atSecondOfDay(begin.toSecondOfDay());
    }
    return clock.atSecondOfDay(end.toSecondOfDay());
  }

  /** Says that rows with times of their own begin, which lie between the page's times. */
  void beginRows(ReportPage page) {
    LocalDateTime from = page.from();
    LocalDate day = from == null ? page.date() : from.toLocalDate();
    LocalTime begin = from == null ? page.begin() : from.toLocalTime();
    ofRows =
        day == null
            ? clock
            : new CaptureClock(day, null, begin == null ? -1 : begin.toSecondOfDay(), Double.NaN);
  }

  /** The time of a row that prints its time of day. */
  double at(ReportPage page, LocalTime time) {
    LocalDateTime from = page.from();
    LocalDateTime to = page.to();
    if (from != null && to != null && from.plusDays(1).isAfter(to)) {
      // of less than a day every time of day stands once in it, whatever the order of the rows
      LocalDateTime sameDay = from.toLocalDate().atTime(time);
      return clock.at(sameDay.isBefore(from) ? sameDay.plusDays(1) : sameDay);
    }
    return page.isUndatable() && from == null
        ? Double.NaN
        : ofRows.atSecondOfDay(time.toSecondOfDay());
  }
}
