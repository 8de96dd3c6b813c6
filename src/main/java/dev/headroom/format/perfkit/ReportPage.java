package dev.headroom.format.perfkit;

import dev.headroom.capture.Line;
import dev.headroom.format.grammar.FcxReportParser;
import dev.headroom.format.grammar.FcxReportParser.IntervalContext;
import dev.headroom.format.grammar.FcxReportParser.ListingContext;
import dev.headroom.format.grammar.FcxReportParser.OtherContext;
import dev.headroom.format.grammar.FcxReportParser.ReportContext;
import dev.headroom.format.grammar.FcxReportParser.ScanContext;
import dev.headroom.format.grammar.FcxReportParser.ScreenContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** What the header of one page or screen says: which report, of which system, of what time. */
final class ReportPage {
  /** By how many seconds From, To and For may differ. */
  private static final int SLACK = 60;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Line header;
  private final int number;
  private final boolean listing;
  private final Optional<String> name;
  private @Nullable LocalDate date;
  private @Nullable LocalTime begin;
  private @Nullable LocalTime end;
  private @Nullable LocalDateTime from;
  private @Nullable LocalDateTime to;

  /** How long the interval is, in seconds; -1 where nothing says it. */
  private int length = -1;

  private boolean undatable;
  private Optional<String> system = Optional.empty();
  private Optional<String> release = Optional.empty();

  private ReportPage(Line header, int number, boolean listing, Optional<String> name) {
    this.header = header;
    this.number = number;
    this.listing = listing;
    this.name = name;
  }

  /** The page that begins with this header. */
  static ReportPage of(Line line, ReportContext report) {
    String token = report.getStart().getText();
    int number = Integer.parseInt(token.substring(token.length() - 3));
    if (report instanceof ListingContext found) {
      Optional<String> name = Optional.ofNullable(found.name()).map(ParserRuleContext::getText);
      return new ReportPage(line.copy(), number, true, name);
    }
    ReportPage page = new ReportPage(line.copy(), number, false, Optional.empty());
    if (report instanceof ScreenContext found) {
      page.interval(found.interval());
    } else if (report instanceof ScanContext found) {
      page.date = date(found.DATE().getText()).orElse(null);
      page.interval(found.interval());
    } else if (!(report instanceof OtherContext)) {
      throw new IllegalStateException("a header of no known shape");
    }
    return page;
  }

  private void interval(@Nullable IntervalContext printed) {
    if (printed != null && printed.INTERVAL() != null) {
      begin = time(printed.TIME(0).getText()).orElse(null);
      end = time(printed.TIME(1).getText()).orElse(null);
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The time of day that hh:mm:ss stands for; midnight may be printed as 24:00:00. */
  static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text.equals("24:00:00") ? "00:00:00" : text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> moment(TerminalNode date, TerminalNode time) {
    return date(date.getText()).flatMap(day -> time(time.getText()).map(day::atTime));
  }

  /** Notes {@code From 2010/05/05 09:00:00 SYSTEMID}; returns whether its time is one. */
  boolean from(FcxReportParser.FromContext line) {
    from = moment(line.DATE(), line.TIME()).orElse(null);
    undatable |= from == null;
    if (!line.any().isEmpty()) {
      system = Optional.of(line.any(line.any().size() - 1).getText());
    }
    return from != null;
  }

  /** Notes {@code To 2010/05/05 10:00:00}; returns whether its time is one. */
  boolean to(FcxReportParser.ToContext line) {
    to = moment(line.DATE(), line.TIME()).orElse(null);
    undatable |= to == null;
    return to != null;
  }

  /** Notes {@code For 3600 Secs 01:00:00 z/VM V.5.4.0 SLU 0000}. */
  void span(FcxReportParser.SpanContext line) {
    for (FcxReportParser.AnyContext each : line.any()) {
      if (each.LEVEL() != null) {
        release = Optional.of(each.getText().replaceFirst("V[. ]*", ""));
      }
    }
    String seconds = line.NUMBER().getText();
    if (seconds.matches("\\d{1,9}") && agrees(line, Integer.parseInt(seconds))) {
      length = Integer.parseInt(seconds);
    }
  }

  /** Whether the seconds are those of the hours, minutes and seconds behind them. */
  private static boolean agrees(FcxReportParser.SpanContext line, int seconds) {
    if (line.any().isEmpty() || line.any(0).TIME() == null) {
      return true;
    }
    String[] parts = line.any(0).getText().split(":", -1);
    return Integer.parseInt(parts[0]) * 3600
            + Integer.parseInt(parts[1]) * 60
            + Integer.parseInt(parts[2])
        == seconds;
  }

  /**
   * Settles when the page's interval was, once all lines that tell it have been read.
   *
   * @return whether they contradict each other, so that none of them counts
   */
  boolean contradicts() {
    LocalDateTime begun = from;
    LocalDateTime ended = to;
    if (begun != null && ended == null && length >= 0) {
      to = begun.plusSeconds(length);
    }
    if (begun == null && ended != null && length >= 0) {
      from = ended.minusSeconds(length);
    }
    if (begun == null || ended == null) {
      return false;
    }
    long between = Duration.between(begun, ended).toSeconds();
    boolean off = between < 0 || (length >= 0 && Math.abs(between - length) > SLACK);
    if (off) {
      from = null;
      to = null;
      undatable = true;
    }
    return off;
  }

  /** Whether its lines tell a time that cannot be relied on. */
  boolean isUndatable() {
    return undatable;
  }

  Line header() {
    return header;
  }

  int number() {
    return number;
  }

  /** Whether it is of a printed listing, whose heading block comes after a line of underscores. */
  boolean isListing() {
    return listing;
  }

  /** The report's name, as listings print it. */
  Optional<String> name() {
    return name;
  }

  Optional<String> system() {
    return system;
  }

  Optional<String> release() {
    return release;
  }

  /** When the listing begins; null where it does not say. */
  @Nullable LocalDateTime from() {
    return from;
  }

  /** When the listing ends; null where it does not say. */
  @Nullable LocalDateTime to() {
    return to;
  }

  /** The day of a monitor scan; null where none is printed. */
  @Nullable LocalDate date() {
    return date;
  }

  /** The time of day at which a screen's interval begins; null where none is printed. */
  @Nullable LocalTime begin() {
    return begin;
  }

  /** The time of day at which a screen's interval ends; null where none is printed. */
  @Nullable LocalTime end() {
    return end;
  }

  /** Whether it may go on with the same report as another page: same system and time. */
  boolean continues(ReportPage other) {
    return Objects.equals(system, other.system)
        && Objects.equals(from, other.from)
        && Objects.equals(to, other.to)
        && Objects.equals(date, other.date)
        && Objects.equals(begin, other.begin)
        && Objects.equals(end, other.end);
  }
}
