package dev.headroom.series;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a value costs on its way into a column and out of it: a free list that moves little. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ColumnBenchmark {
  private static final int VALUES = 100 * Column.CHUNK;

  private final double[] values = new double[VALUES];
  private Column column = new Column();

  /** Fills the columns once, from a fixed seed. */
  @Setup
  public void fill() {
    Random random = new Random(42);
    for (int i = 0; i < VALUES; i++) {
      values[i] = 1_000_000 + random.nextInt(20_000);
    }
    column = write();
  }

  /** Adds every value to a new column. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Column write() {
    Column fresh = new Column();
    fresh.addAll(values, VALUES);
    return fresh;
  }

  /** Reads every value back. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public double read() {
    double sum = 0;
    for (int i = 0; i < VALUES; i++) {
      sum += column.get(i);
    }
    return sum;
  }
}
