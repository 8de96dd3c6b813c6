package dev.headroom.identity;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one call of a tool printed under one name: all its tables.
 *
 * @param places where its tables stand among all captures, in the order of the input
 * @param tables the tables, with the times that are known of them
 * @param place the text that it stands in
 * @param claim what the name rests on
 * @param memory the sizes of {@code mem=} in its configuration lines, each once it changes; bytes
 * @param processors the numbers of {@code lcpu=}, likewise
 * @param span when it was taken
 */
record OneCapture(
    List<Integer> places,
    List<Table> tables,
    String place,
    Claim claim,
    List<Double> memory,
    List<Double> processors,
    Span span) {
  private static final double DAY = 86_400_000;
  private static final Set<String> CONFIGURED = Set.of("vmstat", "lparstat");

  /**
   * When a capture was taken.
   *
   * @param from its first time in milliseconds; without a day counted from {@link Table#UNDATED};
   *     {@link Double#NaN} where none is known
   * @param to its last time, likewise
   */
  record Span(double from, double to) {
    /** Whether both have times of one count, and they overlap. */
    boolean overlaps(Span other) {
      return from <= other.to && other.from <= to;
    }
  }

  /** A capture of these tables, which stand one after another. */
  static OneCapture of(
      List<Integer> places, List<Table> tables, String place, Claim claim, Printout printout) {
    List<Double> memory = new ArrayList<>();
    double from = Double.NaN;
    double to = Double.NaN;
    for (Table table : tables) {
      boolean configured = CONFIGURED.contains(table.format());
      for (int row = 0; row < table.rows(); row++) {
        double time = at(table, row);
        from = Double.isNaN(from) || time < from ? time : from;
        to = Double.isNaN(to) || time > to ? time : to;
        double logical = configured ? table.value(Metric.MEMORY_LOGICAL, row) : Double.NaN;
        if (!Double.isNaN(logical)
            && (memory.isEmpty() || memory.get(memory.size() - 1) != logical)) {
          memory.add(logical);
        }
      }
    }
    return new OneCapture(
        List.copyOf(places),
        List.copyOf(tables),
        place,
        claim,
        List.copyOf(memory),
        printout.processors(),
        new Span(from, to));
  }

  /** A row's time in milliseconds, without a day as {@link Span} counts it. */
  static double at(Table table, int row) {
    double time = table.time(row);
    return Double.isNaN(time) ? Table.UNDATED + table.clock(row) : time;
  }

  /** The input that it stands in. */
  String source() {
    return tables.get(0).source();
  }

  /** Whether it is of a partition, and not of a system with its guests. */
  boolean isOfPartition() {
    return tables.get(0).subject().kind() == Kind.PARTITION;
  }

  /** The first line of it that gave a sample. */
  long line() {
    long first = 0;
    for (Table table : tables) {
      if (table.rows() > 0 && (first == 0 || table.line(0) < first)) {
        first = table.line(0);
      }
    }
    return first;
  }

  /**
   * The first and the last time of a known day: of its rows, or the day that its file is called by.
   * {@link Double#NaN} where none is known.
   */
  Span dated() {
    if (Table.isDated(span.from())) {
      return span;
    }
    LocalDate day = FileName.of(source()).date();
    double midnight = day == null ? Double.NaN : Table.millis(day.atStartOfDay());
    return new Span(midnight, midnight + DAY - 1);
  }

  /** The day that its file, or the nearest folder, is called by; empty where none is. */
  Optional<LocalDate> dayOfPath() {
    String[] names = place.split("/", -1);
    for (int i = names.length - 1; i >= 0; i--) {
      NameDates.Found found = NameDates.in(names[i]);
      if (found != null) {
        return Optional.ofNullable(found.day());
      }
    }
    return Optional.empty();
  }

  /** Whether something of its own names it: not its folder, nor the text that both stand in. */
  boolean namedApartFrom(OneCapture other) {
    return switch (claim) {
      case FOLDER -> false;
      case FILE -> !place.equals(other.place);
      default -> true;
    };
  }

  /** Whether both hold the same samples, in two texts. */
  boolean isCopyOf(OneCapture other) {
    if (place.equals(other.place) || tables.size() != other.tables.size()) {
      return false;
    }
    for (int i = 0; i < tables.size(); i++) {
      if (!same(tables.get(i), other.tables.get(i))) {
        return false;
      }
    }
    return processors.equals(other.processors);
  }

  private static boolean same(Table a, Table b) {
    return a.format().equals(b.format())
        && a.subject().equals(b.subject())
        && a.rows() == b.rows()
        && a.metrics().equals(b.metrics())
        && sameRows(a, b);
  }

  private static boolean sameRows(Table a, Table b) {
    for (int row = 0; row < a.rows(); row++) {
      if (Double.compare(at(a, row), at(b, row)) != 0) {
        return false;
      }
    }
    for (Metric metric : a.metrics()) {
      if (!Objects.equals(a.column(metric), b.column(metric))) {
        return false;
      }
    }
    return true;
  }
}
