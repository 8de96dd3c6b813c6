package dev.headroom.format;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads texts in tests, and shows what they gave as lines that a person can check. */
public final class Readings {
  private Readings() {}

  /** Reads a text under a source name. */
  public static Reading of(String source, String text) {
    return of(source, text.getBytes(StandardCharsets.UTF_8), ReadOptions.DEFAULT);
  }

  /** Reads a file under its own name, as somebody would who stands in its folder. */
  public static Reading of(Path file) throws IOException {
    return of(String.valueOf(file.getFileName()), Files.readAllBytes(file), ReadOptions.DEFAULT);
  }

  /** Reads bytes under a source name with options. */
  public static Reading of(String source, byte[] bytes, ReadOptions options) {
    return new CaptureReader(options)
        .read(new Input(source, () -> new ByteArrayInputStream(bytes)));
  }

  /** One line a sample: {@code line subject metric time seq value unit}. */
  public static List<String> samples(Reading reading) {
    List<String> lines = new ArrayList<>();
    reading
        .tables()
        .forEach(
            table ->
                table.forEach(
                    sample ->
                        lines.add(
                            String.format(
                                Locale.ROOT,
                                "%d %s %s/%s %s %s #%d %s %s",
                                sample.origin().line(),
                                sample.origin().format(),
                                sample.subject().kind().label(),
                                sample.subject().name(),
                                sample.metric().label(),
                                sample.time() == null ? "-" : sample.time(),
                                sample.seq(),
                                BigDecimal.valueOf(sample.value())
                                    .stripTrailingZeros()
                                    .toPlainString(),
                                sample.metric().unit().symbol()))));
    return lines;
  }

  /** Everything that a reading holds: samples, then the counts of its lines, then diagnostics. */
  public static String all(Reading reading) {
    StringBuilder text = new StringBuilder();
    samples(reading).forEach(line -> text.append(line).append('\n'));
    text.append("lines: understood ")
        .append(reading.lines().understood())
        .append(", noise ")
        .append(reading.lines().noise())
        .append(", rejected ")
        .append(reading.lines().rejected())
        .append('\n');
    for (Diagnostic diagnostic : reading.diagnostics()) {
      text.append(diagnostic.render()).append('\n');
    }
    return text.toString();
  }
}
