package dev.headroom.report.samples;

import dev.headroom.series.Table;
import java.io.Closeable;
import java.io.IOException;

/** Where samples are written to, table by table. Closing it flushes, and leaves the stream open. */
public sealed interface SampleSink extends Closeable permits SampleCsv, SampleLines {
  /**
   * Writes every sample of a table, in its order.
   *
   * @throws IOException where it cannot be written
   */
  void write(Table table) throws IOException;
}
