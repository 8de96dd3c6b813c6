package dev.headroom.format.vmstat;

import dev.headroom.capture.Limits;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.DiagnosticLog;
import dev.headroom.format.Opening;
import dev.headroom.format.Outcome;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.RowDecoder;
import dev.headroom.format.SectionContext;
import dev.headroom.identity.CaptureClock;
import dev.headroom.series.TableBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast rows of {@code vmstat -ht} are read: an operation is a capture of 16 MiB in memory, so
 * that MB/s are 16.8 divided by its seconds. The decoder that the header compiles is held against a
 * reader written by hand for this one layout, with the values stored and without.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class VmstatRowsBenchmark {
  private static final int BYTES = 16 << 20;
  private static final LocalDate DAY = LocalDate.of(2014, 3, 3);

  private byte[] text = new byte[0];

  /** Invents the capture. */
  @Setup
  public void invent() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(BYTES + 4096);
    VmstatTexts.regular(out, BYTES);
    text = out.toByteArray();
  }

  /** Headers by the grammar, rows by the decoder, values into columns: what the program does. */
  @Benchmark
  public long decoder() throws IOException {
    return read(false);
  }

  /** All by the grammar, token by token. */
  @Benchmark
  public long grammar() throws IOException {
    return read(true);
  }

  private long read(boolean rowsByGrammar) throws IOException {
    ReadOptions options =
        new ReadOptions(List.of(), ZoneOffset.UTC, Optional.empty(), Limits.DEFAULT, rowsByGrammar);
    SectionContext context =
        new SectionContext(
            "lpar7",
            new DiagnosticLog(),
            new CaptureClock(DAY, null, -1, 1e4),
            new Opening(Optional.empty(), false, false, Optional.empty()),
            "lpar7",
            Optional.empty(),
            options);
    VmstatReader reader = new VmstatReader(context);
    Lines lines = new Lines(new ByteArrayInputStream(text), Limits.DEFAULT);
    long understood = 0;
    while (true) {
      understood += reader.takeRows(lines);
      Line line = lines.next();
      if (line == null) {
        return understood + reader.close().size();
      }
      if (!line.isBlank() && reader.read(line, false) == Outcome.UNDERSTOOD) {
        understood++;
      }
    }
  }

  /** The reader written by hand, values into the same columns. */
  @Benchmark
  public long byHand() throws IOException {
    TableBuilder rows = new TableBuilder(VmstatLayout.METRICS);
    HandWrittenReader reader = new HandWrittenReader(new CaptureClock(DAY, null, -1, 1e4), rows);
    reader.read(new ByteArrayInputStream(text));
    return rows.rows();
  }

  /** The decoder alone: values summed, none stored. */
  @Benchmark
  public double decoderSums() throws IOException {
    Lines lines = new Lines(new ByteArrayInputStream(text), Limits.DEFAULT);
    RowDecoder decoder =
        new RowDecoder(VmstatLayout.compile(HandWrittenReader.HEADER).layout(), false);
    double sum = 0;
    while (true) {
      byte[] window = lines.window();
      int at = lines.position();
      int limit = lines.limit();
      int from = at;
      long taken = 0;
      while (at < limit) {
        int next = decoder.decode(window, at, limit);
        if (next < 0) {
          break;
        }
        for (int cell = 0; cell < 23; cell++) {
          sum += decoder.values()[cell];
        }
        sum += decoder.secondOfDay();
        taken++;
        at = next;
      }
      if (at > from) {
        lines.take(at, taken);
      }
      if (lines.next() == null) {
        return sum;
      }
    }
  }

  /** The reader written by hand alone: values summed, none stored. */
  @Benchmark
  public double byHandSums() throws IOException {
    HandWrittenReader reader = new HandWrittenReader(CaptureClock.unknown(), null);
    return reader.read(new ByteArrayInputStream(text));
  }
}
