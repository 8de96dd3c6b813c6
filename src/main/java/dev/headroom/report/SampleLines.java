package dev.headroom.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.headroom.series.Sample;
import dev.headroom.series.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes samples as JSON, one object a line, with the keys of section 3 of the contract in its
 * order; the time is null where it is not known.
 */
public final class SampleLines implements SampleSink {
  private static final SerializedString SUBJECT = new SerializedString("subject");
  private static final SerializedString KIND = new SerializedString("kind");
  private static final SerializedString METRIC = new SerializedString("metric");
  private static final SerializedString TIME = new SerializedString("time");
  private static final SerializedString SEQ = new SerializedString("seq");
  private static final SerializedString VALUE = new SerializedString("value");
  private static final SerializedString UNIT = new SerializedString("unit");
  private static final SerializedString FORMAT = new SerializedString("format");
  private static final SerializedString SOURCE = new SerializedString("source");
  private static final SerializedString LINE = new SerializedString("line");

  private final JsonGenerator json;
  private final SampleText text = new SampleText();

  /**
   * A writer to a stream.
   *
   * @throws IOException where it cannot be written
   */
  public SampleLines(OutputStream out) throws IOException {
    this.json = Json.lines(out);
  }

  @Override
  public void write(Table table) throws IOException {
    try {
      table.forEach(this::write);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(Sample sample) {
    try {
      json.writeStartObject();
      field(SUBJECT, sample.subject().name());
      field(KIND, sample.subject().kind().label());
      field(METRIC, sample.metric().label());
      if (sample.time() == null) {
        json.writeFieldName(TIME);
        json.writeNull();
      } else {
        field(TIME, text.time(sample));
      }
      json.writeFieldName(SEQ);
      json.writeNumber(sample.seq());
      json.writeFieldName(VALUE);
      if (PlainNumber.isWhole(sample.value())) {
        json.writeNumber((long) sample.value());
      } else {
        json.writeNumber(PlainNumber.of(sample.value()));
      }
      field(UNIT, sample.metric().unit().symbol());
      field(FORMAT, sample.format());
      field(SOURCE, sample.source());
      json.writeFieldName(LINE);
      json.writeNumber(sample.line());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void field(SerializedString name, String value) throws IOException {
    json.writeFieldName(name);
    json.writeString(value);
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
