package dev.headroom.report.samples;

import dev.headroom.series.Metric;
import dev.headroom.series.Sample;
import dev.headroom.series.Table;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.PlainNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the samples of tables as text of a fixed shape. A capture of a day gives millions of them,
 * so this is hot: what all samples of one metric of a table share is made once by a library that
 * escapes it, and copied as bytes; only time, sequence number, value and line are made anew.
 */
final class SampleText {
  private static final int ROOM = 1 << 16;

  /** The most bytes that a time, the numbers and the literals between them take. */
  private static final int LONGEST = 512;

  private final OutputStream out;
  private final Shape shape;
  private byte[] buffer = new byte[ROOM];
  private int size;
  private @Nullable LocalDateTime lastTime;
  private @Nullable LocalTime lastClock;
  private byte[] time;

  /**
   * What a sample looks like.
   *
   * @param noTime what stands for a time that is not known
   * @param clock what stands in place of a time of which only the time of the day is known, where
   *     {@code %s} holds its place
   * @param quote what stands before and after a time that is
   * @param beforeSeq what stands between time and sequence number
   * @param beforeValue what stands between sequence number and value
   * @param end what stands at the end of the line
   * @param frames makes what the samples of one metric of a table share
   */
  record Shape(
      String noTime,
      String clock,
      String quote,
      String beforeSeq,
      String beforeValue,
      String end,
      Frames frames) {}

  /** Makes what the samples of one metric of a table share. */
  @FunctionalInterface
  interface Frames {
    /** What stands before the time and after the value. */
    Frame of(Table table, Metric metric) throws IOException;
  }

  /**
   * What the samples of one metric of a table share.
   *
   * @param head all that stands before the time
   * @param tail all that stands after the value
   * @param line whether the sample's line follows
   */
  record Frame(String head, String tail, boolean line) {}

  /** A frame as bytes. */
  private record Bytes(byte[] head, byte[] tail, boolean line) {}

  SampleText(OutputStream out, Shape shape) {
    this.out = out;
    this.shape = shape;
    this.time = bytes(shape.noTime());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes every sample of a table, in its order. */
  void write(Table table) throws IOException {
    Map<Metric, Bytes> frames = new EnumMap<>(Metric.class);
    for (Metric metric : table.metrics()) {
      Frame frame = shape.frames().of(table, metric);
      frames.put(metric, new Bytes(bytes(frame.head()), bytes(frame.tail()), frame.line()));
    }
    byte[] beforeSeq = bytes(shape.beforeSeq());
    byte[] beforeValue = bytes(shape.beforeValue());
    byte[] end = bytes(shape.end());
    try {
      table.forEach(
          sample -> {
            Bytes frame = Objects.requireNonNull(frames.get(sample.metric()));
            room(frame.head().length + frame.tail().length + LONGEST);
            add(frame.head());
            add(time(sample));
            add(beforeSeq);
            add(sample.seq());
            add(beforeValue);
            add(sample.value());
            add(frame.tail());
            if (frame.line()) {
              add(sample.origin().line());
            }
            add(end);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Writes what is held back; the stream stays open. */
  void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
    out.flush();
  }

  /** The samples of one row share their time, so its text is made once a row. */
  private byte[] time(Sample sample) {
    LocalDateTime now = sample.time();
    LocalTime clock = sample.clock();
    if (!Objects.equals(now, lastTime) || !Objects.equals(clock, lastClock)) {
      lastTime = now;
      lastClock = clock;
      time = bytes(now != null ? shape.quote() + IsoTime.of(now) + shape.quote() : ofDay(clock));
    }
    return time;
  }

  private String ofDay(@Nullable LocalTime clock) {
    return clock == null
        ? shape.noTime()
        : shape.clock().replace("%s", DateTimeFormatter.ISO_LOCAL_TIME.format(clock));
  }

  private void room(int needed) {
    if (size + needed > buffer.length) {
      try {
        out.write(buffer, 0, size);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      size = 0;
      if (needed > buffer.length) {
        buffer = Arrays.copyOf(buffer, needed);
      }
    }
  }

  private void add(byte[] text) {
    System.arraycopy(text, 0, buffer, size, text.length);
    size += text.length;
  }

  /** The shortest plain decimal, as {@link PlainNumber} makes it; without objects where it can. */
  private void add(double value) {
    int decimals = value >= 0 ? PlainNumber.decimals(value) : -1;
    if (decimals < 0) {
      add(bytes(PlainNumber.of(value)));
      return;
    }
    long scale = PlainNumber.power(decimals);
    long scaled = (long) Math.rint(value * scale);
    add(scaled / scale);
    if (decimals > 0) {
      buffer[size++] = '.';
      long rest = scaled % scale;
      for (int at = size + decimals - 1; at >= size; at--) {
        buffer[at] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
      size += decimals;
    }
  }

  private void add(long number) {
    if (number < 0) {
      add(bytes(Long.toString(number)));
      return;
    }
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    long rest = number;
    for (int at = size + digits - 1; at >= size; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
  }
}
