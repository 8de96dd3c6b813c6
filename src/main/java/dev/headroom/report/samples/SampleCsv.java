package dev.headroom.report.samples;

import dev.headroom.series.CellGuard;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;

/**
 * Writes samples as CSV in UTF-8 with {@code \n} line ends and a header: either the columns of the
 * {@code series} format, which this program reads again, or those and the sample's origin. A time
 * that is not known is an empty cell. Names from outside pass {@link CellGuard}.
 */
public final class SampleCsv implements SampleSink {
  private static final CSVFormat CSV = CSVFormat.DEFAULT;
  private static final String SERIES = "subject,kind,metric,time,seq,value,unit";
  private static final String ORIGIN = ",format,source,line";

  private final SampleText text;

  private SampleCsv(OutputStream out, boolean origin) throws IOException {
    String header = SERIES + (origin ? ORIGIN : "") + "\n";
    out.write(header.getBytes(StandardCharsets.UTF_8));
    this.text =
        new SampleText(
            out,
            new SampleText.Shape(
                "", "", "", ",", ",", "\n", (table, metric) -> frame(table, metric, origin)));
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
    text.write(table);
  }

  private static SampleText.Frame frame(Table table, Metric metric, boolean origin) {
    String head =
        CSV.format(
            CellGuard.guard(table.subject().name()),
            table.subject().kind().label(),
            metric.label());
    // a cell in front, which is dropped: of the first cell of a record CSV is more careful
    String unit = CSV.format("x", metric.unit().symbol()).substring(2);
    String source = origin ? CSV.format("x", table.format(), CellGuard.guard(table.source())) : "";
    return new SampleText.Frame(
        head + ",", "," + unit + (origin ? source.substring(1) + "," : ""), origin);
  }

  /** Flushes what was written; the stream stays open. */
  @Override
  public void close() throws IOException {
    text.flush();
  }
}
