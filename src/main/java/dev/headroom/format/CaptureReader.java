package dev.headroom.format;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.Input;
import dev.headroom.capture.LineCounts;
import dev.headroom.capture.Lines;
import dev.headroom.capture.LinesByHost;
import dev.headroom.capture.Texts;
import dev.headroom.identity.Stretch;
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
    List<Stretch> stretches = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    LineCounts[] lines = {LineCounts.NONE};
    Texts texts =
        new Texts(
            options.limits(),
            (source, text) ->
                lines[0] =
                    lines[0].plus(
                        readText(
                            source,
                            input.place() + source.substring(input.source().length()),
                            text,
                            stretches,
                            diagnostics)),
            diagnostics::add);
    texts.of(input);
    return new Reading(stretches, lines[0], diagnostics);
  }

  private LineCounts readText(
      String source,
      String place,
      InputStream text,
      List<Stretch> stretches,
      List<Diagnostic> diagnostics)
      throws IOException {
    Lines lines = new Lines(text, options.limits());
    boolean byHost = lines.stripPrefixes();
    if (!byHost) {
      return readLines(source, place, lines, lines.hostOfAll(), stretches, diagnostics);
    }
    LineCounts counts = LineCounts.NONE;
    for (LinesByHost.OfHost host : LinesByHost.of(lines, options.limits())) {
      host.lines().stripStamps(); // a script may have stamped the lines before they were gathered
      counts =
          counts.plus(readLines(source, place, host.lines(), host.host(), stretches, diagnostics));
    }
    return counts;
  }

  private LineCounts readLines(
      String source,
      String place,
      Lines lines,
      String host,
      List<Stretch> stretches,
      List<Diagnostic> diagnostics)
      throws IOException {
    TextReader reader = new TextReader(source, place, options);
    try {
      reader.read(lines, host);
    } finally {
      // a stream that breaks off has given what came before
      stretches.addAll(reader.stretches());
      diagnostics.addAll(reader.diagnostics());
    }
    return reader.lines();
  }
}
