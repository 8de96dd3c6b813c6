package dev.headroom.format;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.Input;
import dev.headroom.capture.LineCounts;
import dev.headroom.capture.Texts;
import dev.headroom.series.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an input: unpacks it, finds the captures in each of its texts, and gives their samples. A
 * pure function of the bytes and the options.
 */
public final class CaptureReader {
  private final ReadOptions options;

  /** A reader with these options; it may be used by several threads at once. */
  public CaptureReader(ReadOptions options) {
    this.options = options;
  }

  /** Reads all texts of an input. */
  public Reading read(Input input) {
    List<Table> tables = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    LineCounts[] lines = {LineCounts.NONE};
    Texts texts =
        new Texts(
            options.limits(),
            (source, text) -> lines[0] = lines[0].plus(readText(source, text, tables, diagnostics)),
            diagnostics::add);
    texts.of(input);
    return new Reading(tables, lines[0], diagnostics);
  }

  private LineCounts readText(
      String source, InputStream text, List<Table> tables, List<Diagnostic> diagnostics)
      throws IOException {
    TextReader reader = new TextReader(source, options);
    try {
      reader.read(text);
    } finally {
      // a stream that breaks off has given what came before
      tables.addAll(reader.tables());
      diagnostics.addAll(reader.diagnostics());
    }
    return reader.lines();
  }
}
