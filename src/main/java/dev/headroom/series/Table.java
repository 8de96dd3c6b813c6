package dev.headroom.series;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one call of a tool printed about one subject: rows in the order of the capture, each with
 * its line, its time where it is known, and a value for every metric that is present.
 *
 * <p>Times are milliseconds of local time, counted as if the local clock were UTC; {@link
 * Double#NaN} stands for a time and for a value that is not known.
 */
public final class Table implements Serializable {
  private static final long serialVersionUID = 1L;

  /** None, which only serialization reads: a table is written as {@link Written}. */
  @SuppressWarnings("UnusedVariable")
  private static final ObjectStreamField[] serialPersistentFields = {};

  /**
   * Where times are counted from whose date is not known: so long ago that no true time is near.
   * Such a time is kept as a time of the day, and is no time for {@link #time}.
   */
  public static final double UNDATED = -4e15;

  private static final double LAST_UNDATED = UNDATED / 2;
  private static final double DAY = 86_400_000;

  private final Subject subject;
  private final Optional<Host> host;
  private final String format;
  private final String source;
  private final List<Metric> metrics;
  private final Column lines;
  private final Column times;
  private final @Nullable Column numbers;
  private final List<Column> values;

  private final double interval;

  /** The same metrics, for the loop that looks one up for each value. */
  private final Metric[] order;

  Table(
      Subject subject,
      Optional<Host> host,
      String format,
      String source,
      List<Metric> metrics,
      Column lines,
      Column times,
      @Nullable Column numbers,
      List<Column> values,
      double interval) {
    this.interval = interval;
    this.subject = subject;
    this.host = host;
    this.format = format;
    this.source = source;
    this.metrics = List.copyOf(metrics);
    this.order = this.metrics.toArray(Metric[]::new);
    this.lines = lines;
    this.times = times;
    this.numbers = numbers;
    this.values = ShortColumns.of(values);
  }

  /** What all rows are about. */
  public Subject subject() {
    return subject;
  }

  /** The system that the subject runs in; empty outside z/VM, or where nothing says it. */
  public Optional<Host> host() {
    return host;
  }

  /** The format's name. */
  public String format() {
    return format;
  }

  /** The input that it stands in, as given; an archive's member after {@code !/}. */
  public String source() {
    return source;
  }

  /** The metrics in the order of the capture's columns. */
  public List<Metric> metrics() {
    return metrics;
  }

  /**
   * The interval that its tool was called with, or that the site file gives, in milliseconds;
   * {@link Double#NaN} where neither is known. Rows without a time are this far apart.
   */
  public double interval() {
    return interval;
  }

  /** The same rows, of a call with this interval in milliseconds. */
  public Table every(double millis) {
    return new Table(subject, host, format, source, metrics, lines, times, numbers, values, millis);
  }

  /** The number of rows. */
  public int rows() {
    return lines.size();
  }

  /** The line that a row stands on, from 1. */
  public long line(int row) {
    return (long) lines.get(row);
  }

  /** The row's local time in milliseconds, {@link Double#NaN} where it is not known. */
  public double time(int row) {
    double time = times.get(row);
    return isDated(time) ? time : Double.NaN;
  }

  /**
   * The row's time since the midnight before its capture began, in milliseconds, where the capture
   * prints the time of the day and nothing tells the date; a capture that runs past midnight passes
   * the length of a day. {@link Double#NaN} where the date is known, or no time at all.
   */
  public double clock(int row) {
    double time = times.get(row);
    return time < LAST_UNDATED ? time - UNDATED : Double.NaN;
  }

  /** Whether a time is one of a known day; false for {@link Double#NaN} too. */
  public static boolean isDated(double millis) {
    return millis >= LAST_UNDATED;
  }

  /** The same rows about another subject, in a system of z/VM or in none. */
  public Table about(Subject other, Optional<Host> system) {
    return other.equals(subject) && system.equals(host)
        ? this
        : new Table(
            other, system, format, source, metrics, lines, times, numbers, values, interval);
  }

  /** The same rows, with the times of the day that have no date laid on a day. */
  public Table on(LocalDate day) {
    double midnight = millis(day.atStartOfDay());
    Column dated = new Column();
    for (int row = 0; row < rows(); row++) {
      double clock = clock(row);
      dated.add(Double.isNaN(clock) ? times.get(row) : midnight + clock);
    }
    return new Table(
        subject, host, format, source, metrics, lines, dated.trimmed(), numbers, values, interval);
  }

  /** The same rows, with this many milliseconds added to every time that is known. */
  public Table shifted(double millis) {
    if (millis == 0) {
      return this;
    }
    Column shifted = new Column();
    for (int row = 0; row < rows(); row++) {
      shifted.add(times.get(row) + millis);
    }
    return new Table(
        subject,
        host,
        format,
        source,
        metrics,
        lines,
        shifted.trimmed(),
        numbers,
        values,
        interval);
  }

  private int place(Metric metric) {
    for (int column = 0; column < order.length; column++) {
      if (order[column] == metric) {
        return column;
      }
    }
    return -1;
  }

  /** The value of a metric in a row, {@link Double#NaN} where it is absent. */
  public double value(Metric metric, int row) {
    int column = place(metric);
    return column < 0 ? Double.NaN : ShortColumns.value(values, column, row);
  }

  /** The column of a metric; null where the table has none. */
  public @Nullable Column column(Metric metric) {
    int column = place(metric);
    return column < 0 ? null : values.get(column);
  }

  /** How many values are present, over all metrics. */
  public long samples() {
    long present = 0;
    for (Column column : values) {
      present += column.present();
    }
    return present;
  }

  /** Hands every sample on, row by row and within a row in the order of the columns. */
  public void forEach(Consumer<Sample> consumer) {
    long[] seq = new long[metrics.size()];
    for (int row = 0; row < rows(); row++) {
      LocalDateTime time = localTime(time(row));
      LocalTime clock = timeOfDay(clock(row));
      for (int column = 0; column < metrics.size(); column++) {
        double value = ShortColumns.value(values, column, row);
        if (Double.isNaN(value)) {
          continue;
        }
        long number = numbers == null ? seq[column] : (long) numbers.get(row);
        seq[column]++;
        consumer.accept(
            new Sample(
                subject,
                metrics.get(column),
                time,
                clock,
                number,
                value,
                new Sample.Origin(format, source, line(row))));
      }
    }
  }

  /** Whether both say the same, bit for bit, and stand on the same lines. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Table table
            && subject.equals(table.subject)
            && host.equals(table.host)
            && format.equals(table.format)
            && source.equals(table.source)
            && metrics.equals(table.metrics)
            && lines.equals(table.lines)
            && times.equals(table.times)
            && Objects.equals(numbers, table.numbers)
            && values.equals(table.values));
  }

  @Override
  public int hashCode() {
    return Objects.hash(subject, format, source, metrics, lines.size());
  }

  private Object writeReplace() {
    return new Written(
        new Call(
            subject,
            host.map(Host::name).orElse(null),
            host.flatMap(Host::release).orElse(null),
            format,
            source,
            interval),
        metrics,
        Stream.of(lines, times).map(Column::written).toArray(Column.Written[]::new),
        numbers == null ? null : numbers.written(),
        values.stream().map(Column::written).toArray(Column.Written[]::new));
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a table is written otherwise");
  }

  /**
   * What holds for all rows of a table, as it is serialized.
   *
   * @param host the system's name, where there is one
   * @param release its release, where there is one
   * @param interval as {@link Table#interval}
   */
  private record Call(
      Subject subject,
      @Nullable String host,
      @Nullable String release,
      String format,
      String source,
      double interval)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * A table as it is serialized.
   *
   * @param places lines and times
   */
  private record Written(
      Call call,
      List<Metric> metrics,
      Column.Written[] places,
      Column.@Nullable Written numbers,
      Column.Written[] values)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new Table(
          call.subject(),
          Optional.ofNullable(call.host())
              .map(name -> new Host(name, Optional.ofNullable(call.release()))),
          call.format(),
          call.source(),
          metrics,
          places[0].column(),
          places[1].column(),
          numbers == null ? null : numbers.column(),
          Stream.of(values).map(Column.Written::column).toList(),
          call.interval());
    }
  }

  /**
   * The rows with a time in a half-open span, and only some metrics.
   *
   * @param from first time that counts, {@link Double#NEGATIVE_INFINITY} for all
   * @param until first time that does not, {@link Double#POSITIVE_INFINITY} for all
   * @param keepUntimed whether rows without a time stay
   * @param wanted the metrics to keep
   */
  public Table only(double from, double until, boolean keepUntimed, Set<Metric> wanted) {
    List<Metric> kept = metrics.stream().filter(wanted::contains).toList();
    boolean all = Double.isInfinite(from) && Double.isInfinite(until) && keepUntimed;
    if (all) {
      // every row stays: its columns are shared, not copied
      return kept.size() == metrics.size()
          ? this
          : new Table(
              subject,
              host,
              format,
              source,
              kept,
              lines,
              times,
              numbers,
              kept.stream().map(metric -> values.get(metrics.indexOf(metric))).toList(),
              interval);
    }
    Column keptLines = new Column();
    Column keptTimes = new Column();
    Column keptNumbers = numbers == null ? null : new Column();
    List<Column> keptValues = kept.stream().map(metric -> new Column()).toList();
    List<Column> sources =
        kept.stream().map(metric -> values.get(metrics.indexOf(metric))).toList();
    for (int row = 0; row < rows(); row++) {
      double time = time(row);
      if (Double.isNaN(time) ? !keepUntimed : time < from || time >= until) {
        continue;
      }
      keptLines.add(lines.get(row));
      keptTimes.add(times.get(row));
      if (keptNumbers != null && numbers != null) {
        keptNumbers.add(numbers.get(row));
      }
      for (int i = 0; i < kept.size(); i++) {
        keptValues.get(i).add(sources.get(i).get(row));
      }
    }
    return new Table(
        subject,
        host,
        format,
        source,
        kept,
        keptLines.trimmed(),
        keptTimes.trimmed(),
        keptNumbers,
        keptValues,
        interval);
  }

  /** The local time that a number of milliseconds stands for; null for {@link Double#NaN}. */
  public static @Nullable LocalDateTime localTime(double millis) {
    return Double.isNaN(millis)
        ? null
        : LocalDateTime.ofInstant(Instant.ofEpochMilli((long) millis), ZoneOffset.UTC);
  }

  private static @Nullable LocalTime timeOfDay(double clock) {
    return Double.isNaN(clock)
        ? null
        : LocalTime.ofNanoOfDay(Math.floorMod((long) clock, (long) DAY) * 1_000_000);
  }

  /** The milliseconds that stand for a local time; {@link Double#NaN} for null. */
  public static double millis(@Nullable LocalDateTime time) {
    return time == null ? Double.NaN : time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
