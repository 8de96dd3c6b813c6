package dev.headroom.report;

import dev.headroom.series.CellGuard;
import dev.headroom.series.Sample;
import dev.headroom.series.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes samples as CSV in UTF-8 with {@code \n} line ends and a header: either the columns of the
 * {@code series} format, which this program reads again, or those and the sample's origin. A time
 * that is not known is an empty cell. Names from outside pass {@link CellGuard}.
 */
public final class SampleCsv implements SampleSink {
  private final CSVPrinter csv;
  private final boolean origin;
  private final SampleText text = new SampleText();

  private SampleCsv(OutputStream out, boolean origin) throws IOException {
    this.origin = origin;
    this.csv =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16),
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get());
    for (String column : List.of("subject", "kind", "metric", "time", "seq", "value", "unit")) {
      csv.print(column);
    }
    if (origin) {
      for (String column : List.of("format", "source", "line")) {
        csv.print(column);
      }
    }
    csv.println();
  }

  /**
   * A writer of {@code subject,kind,metric,time,seq,value,unit}.
   *
   * @throws IOException where it cannot be written
   */
  public static SampleCsv series(OutputStream out) throws IOException {
    return new SampleCsv(out, false);
  }

  /**
   * A writer of the same and {@code format,source,line}.
   *
   * @throws IOException where it cannot be written
   */
  public static SampleCsv withOrigin(OutputStream out) throws IOException {
    return new SampleCsv(out, true);
  }

  @Override
  public void write(Table table) throws IOException {
    String subject = CellGuard.guard(table.subject().name());
    String source = CellGuard.guard(table.source());
    try {
      table.forEach(sample -> write(sample, subject, source));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(Sample sample, String subject, String source) {
    try {
      csv.print(subject);
      csv.print(sample.subject().kind().label());
      csv.print(sample.metric().label());
      csv.print(text.time(sample));
      csv.print(Long.toString(sample.seq()));
      csv.print(PlainNumber.of(sample.value()));
      csv.print(sample.metric().unit().symbol());
      if (origin) {
        csv.print(sample.format());
        csv.print(source);
        csv.print(Long.toString(sample.line()));
      }
      csv.println();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Flushes what was written; the stream stays open. */
  @Override
  public void close() throws IOException {
    csv.flush();
  }
}
