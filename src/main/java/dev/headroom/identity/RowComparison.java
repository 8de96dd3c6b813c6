package dev.headroom.identity;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.series.Unit;
import dev.headroom.unit.Count;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what two captures say of one subject at the times that both have. One machine prints the
 * same of the same moment; two captures of it that ran side by side may differ now and then.
 */
final class RowComparison {
  /** Captures of one machine may differ at this share of the times that they share. */
  private static final int ONE_IN = 10;

  /** So few shared times tell something only where a capture has no more. */
  private static final int FEW = 3;

  /** Two captures print a state within a second: it may move by this share. */
  private static final double MOVED = 0.001;

  private static final double PRINTED = 0.0101 * Size.GB;
  private static final double PRINTED_BY_TOPAS = 0.11 * Size.GB;
  private static final double PAGES = 8192;
  private static final double SECOND = 1000;
  private static final double HOUR = 3_600_000;

  /** Settings and figures of the pool, which hold for longer than a moment. */
  private static final Set<Metric> HELD =
      Set.of(
          Metric.MEMORY_LOGICAL,
          Metric.MEMORY_MAXIMUM,
          Metric.MEMORY_MINIMUM,
          Metric.MEMORY_DESIRED,
          Metric.MEMORY_ENTITLEMENT_IO,
          Metric.POOL_MEMORY);

  private final Table a;
  private final Table b;
  private final List<Metric> metrics;
  private int shared;
  private int differing;
  private double first = Double.NaN;
  private double last = Double.NaN;
  private Optional<String> example = Optional.empty();
  private long line;

  /**
   * What two captures contradict each other in.
   *
   * @param what a clause that names both captures
   * @param line the first line of the second that contradicts the first
   */
  record Difference(String what, long line) {}

  private RowComparison(Table a, Table b) {
    this.a = a;
    this.b = b;
    this.metrics =
        a.metrics().stream().filter(metric -> isState(metric) && has(b, metric)).toList();
  }

  private static boolean has(Table table, Metric metric) {
    return table.column(metric) != null;
  }

  private static boolean isState(Metric metric) {
    return metric.unit() == Unit.BYTES
        && metric.use() == Metric.Use.MEMORY
        && !HELD.contains(metric);
  }

  /** How two captures contradict each other; empty where they do not. */
  static Optional<Difference> of(OneCapture a, OneCapture b) {
    boolean sameText = a.place().equals(b.place());
    boolean undated = !Table.isDated(a.span().from());
    if (!a.span().overlaps(b.span()) || (undated && (sameText || ofTwoDays(a, b)))) {
      return Optional.empty(); // of one text the second run follows the first, on some other day
    }
    for (Table one : a.tables()) {
      for (Table other : b.tables()) {
        if (one.format().equals(other.format()) && one.subject().equals(other.subject())) {
          RowComparison rows = new RowComparison(one, other);
          Optional<Difference> found = rows.compared(sameText);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the files or folders of both are called by two days. */
  private static boolean ofTwoDays(OneCapture a, OneCapture b) {
    Optional<LocalDate> day = a.dayOfPath();
    Optional<LocalDate> other = b.dayOfPath();
    return day.isPresent() && other.isPresent() && !day.equals(other);
  }

  private Optional<Difference> compared(boolean sameText) {
    if (metrics.isEmpty() || (isMonitor() && a.subject().kind() != Kind.PARTITION)) {
      return Optional.empty();
    }
    double intervalA = interval(a);
    double intervalB = interval(b);
    boolean listings = Double.isNaN(intervalA) && Double.isNaN(intervalB);
    boolean partition = a.subject().kind() == Kind.PARTITION;
    if (listings ? sameText || !partition : !(Math.abs(intervalA - intervalB) <= SECOND)) {
      return Optional.empty();
    }
    Map<Double, List<Integer>> times = new HashMap<>();
    for (int row = 0; row < a.rows(); row++) {
      double at = OneCapture.at(a, row);
      if (!Double.isNaN(at)) {
        times.computeIfAbsent(at, time -> new ArrayList<>(1)).add(row);
      }
    }
    Map<Double, List<Integer>> others = new HashMap<>();
    for (int row = 0; row < b.rows(); row++) {
      double time = OneCapture.at(b, row);
      if (times.containsKey(time)) {
        others.computeIfAbsent(time, key -> new ArrayList<>(1)).add(row);
      }
    }
    others.forEach((time, rows) -> compare(time, times.getOrDefault(time, List.of()), rows));
    boolean enough = shared >= FEW || (!sameText && shared >= Math.min(a.rows(), b.rows()));
    boolean contradicts = enough && (long) differing * ONE_IN > shared && !isRepeatedHour();
    return contradicts ? Optional.of(new Difference(said(), line)) : Optional.empty();
  }

  private boolean isMonitor() {
    return a.format().equals("topas-cec");
  }

  private void compare(double time, List<Integer> rows, List<Integer> others) {
    Optional<Metric> differs = Optional.empty();
    for (int row : rows) {
      for (int other : others) {
        differs = differing(row, other);
        if (differs.isEmpty()) {
          shared++;
          noted(time);
          return;
        }
      }
    }
    shared++;
    differing++;
    noted(time);
    int row = rows.get(0);
    int other = others.get(0);
    if (line == 0 || b.line(other) < line) {
      line = b.line(other);
      Metric metric = differs.orElseThrow();
      example =
          Optional.of(
              "at "
                  + timeText(time)
                  + " "
                  + metric.label()
                  + " is "
                  + Size.text(a.value(metric, row))
                  + " in "
                  + a.source()
                  + " line "
                  + a.line(row)
                  + " and "
                  + Size.text(b.value(metric, other))
                  + " in "
                  + b.source()
                  + " line "
                  + b.line(other));
    }
  }

  private void noted(double time) {
    first = Double.isNaN(first) || time < first ? time : first;
    last = Double.isNaN(last) || time > last ? time : last;
  }

  private Optional<Metric> differing(int row, int other) {
    return metrics.stream().filter(metric -> differ(metric, row, other)).findFirst();
  }

  private boolean differ(Metric metric, int row, int other) {
    double one = a.value(metric, row);
    double two = b.value(metric, other);
    double apart = Math.abs(one - two);
    return apart > rounding(metric) && apart > MOVED * Math.max(one, two);
  }

  private double rounding(Metric metric) {
    boolean inPages =
        a.format().equals("vmstat")
            && (metric == Metric.MEMORY_VIRTUAL || metric == Metric.MEMORY_FREE);
    return inPages ? PAGES : isMonitor() ? PRINTED_BY_TOPAS : PRINTED;
  }

  /** The distance of most rows, milliseconds; {@link Double#NaN} where no two are apart. */
  private static double interval(Table table) {
    double[] steps = new double[Math.max(0, table.rows() - 1)];
    int count = 0;
    for (int row = 1; row < table.rows(); row++) {
      double step = OneCapture.at(table, row) - OneCapture.at(table, row - 1);
      if (step > 0) {
        steps[count++] = step;
      }
    }
    Arrays.sort(steps, 0, count);
    return count == 0 ? Double.NaN : steps[count / 2];
  }

  /**
   * Whether all shared times are within one hour of a night in which clocks go back: a Sunday of
   * spring or autumn, between midnight and four.
   */
  private boolean isRepeatedHour() {
    LocalDateTime begin = Table.isDated(first) ? Table.localTime(first) : null;
    if (begin == null || last - first > HOUR) {
      return false;
    }
    LocalDateTime end = Objects.requireNonNull(Table.localTime(last));
    int month = begin.getMonthValue();
    return begin.getDayOfWeek() == DayOfWeek.SUNDAY
        && begin.toLocalDate().equals(end.toLocalDate())
        && end.getHour() < 4
        && ((month >= 2 && month <= 4) || (month >= 9 && month <= 11));
  }

  private String said() {
    return example.orElse("")
        + (shared == 1
            ? ", the only time that both have"
            : ", and they differ at "
                + (differing == shared ? "all " : Count.of(differing) + " of the ")
                + Count.of(shared)
                + " times that both have");
  }

  private static String timeText(double time) {
    if (Table.isDated(time)) {
      return IsoTime.cell(Objects.requireNonNull(Table.localTime(time)));
    }
    LocalDateTime clock = Objects.requireNonNull(Table.localTime(time - Table.UNDATED));
    return IsoTime.of(clock).substring("1970-01-01T".length());
  }
}
