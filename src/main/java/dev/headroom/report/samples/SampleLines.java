package dev.headroom.report.samples;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headroom.report.Json;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes samples as JSON, one object a line, with the keys of "series" in docs/formats.md in their
 * order; the time is null where it is not known.
 */
public final class SampleLines implements SampleSink {
  private static final SampleText.Shape SHAPE =
      new SampleText.Shape(
          "null",
          "null,\"clock\":\"%s\"",
          "\"",
          ",\"seq\":",
          ",\"value\":",
          "}\n",
          SampleLines::frame);

  private final SampleText text;

  /** A writer to a stream. */
  public SampleLines(OutputStream out) {
    this.text = new SampleText(out, SHAPE);
  }

  @Override
  public void write(Table table) throws IOException {
    text.write(table);
  }

  private static SampleText.Frame frame(Table table, Metric metric) throws IOException {
    String head =
        members(
            "subject", table.subject().name(),
            "kind", table.subject().kind().label(),
            "metric", metric.label());
    String tail =
        members("unit", metric.unit().symbol(), "format", table.format(), "source", table.source());
    return new SampleText.Frame("{" + head + ",\"time\":", "," + tail + ",\"line\":", true);
  }

  /** Members of an object, without its braces. */
  private static String members(String... namesAndValues) throws IOException {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.lines(object)) {
      json.writeStartObject();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        json.writeStringField(namesAndValues[i], namesAndValues[i + 1]);
      }
      json.writeEndObject();
    }
    String text = object.toString(StandardCharsets.UTF_8);
    return text.substring(1, text.length() - 1);
  }

  @Override
  public void close() throws IOException {
    text.flush();
  }
}
