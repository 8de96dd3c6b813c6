package dev.headroom.format.nmon;

import dev.headroom.capture.Input;
import dev.headroom.capture.Limits;
import dev.headroom.format.CaptureReader;
import dev.headroom.format.ReadOptions;
import java.io.ByteArrayInputStream;
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
 * How fast a file of nmon is read, from its bytes in memory to its samples: an operation is a day
 * of snapshots a minute apart, of 64 processors and as many processes. MB/s are the megabytes that
 * the set-up prints, divided by its seconds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class NmonBenchmark {
  private static final int SNAPSHOTS = 1440;

  private byte[] text = new byte[0];

  /** Invents the file. */
  @Setup
  public void invent() {
    text = NmonTexts.regular(SNAPSHOTS);
    System.out.println("megabytes: " + text.length / 1e6);
  }

  /** Lines from the window, the rest by the grammar: what the program does. */
  @Benchmark
  public long window() {
    return read(false);
  }

  /** Every line by the grammar, token by token. */
  @Benchmark
  public long grammar() {
    return read(true);
  }

  private long read(boolean rowsByGrammar) {
    ReadOptions options =
        new ReadOptions(List.of(), ZoneOffset.UTC, Optional.empty(), Limits.DEFAULT, rowsByGrammar);
    Input input = new Input("erpdb1.nmon", () -> new ByteArrayInputStream(text));
    return new CaptureReader(options).read(input).lines().understood();
  }
}
