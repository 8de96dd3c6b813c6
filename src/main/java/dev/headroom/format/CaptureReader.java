package dev.headroom.format;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
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
    ReadSoFar soFar = new ReadSoFar();
    Texts.Visitor visitor =
        new Texts.Visitor() {
          @Override
          public void text(String source, InputStream text) throws IOException {
            String place = input.place() + source.substring(input.source().length());
            readText(source, place, text, soFar);
          }

          @Override
          public Texts.Visit begin() {
            return soFar.begin();
          }
        };
    new Texts(options.limits(), visitor, soFar.diagnostics::add).of(input);
    return new Reading(soFar.stretches, soFar.lines, soFar.diagnostics);
  }

  /** What the texts of one input gave. */
  private static final class ReadSoFar {
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private LineCounts lines = LineCounts.NONE;

    /** From here on what is read may turn out to be damaged. */
    Texts.Visit begin() {
      int firstStretch = stretches.size();
      int firstDiagnostic = diagnostics.size();
      LineCounts before = lines;
      return new Texts.Visit() {
        @Override
        public long lines() {
          return lines.total() - before.total();
        }

        @Override
        public void distrust() {
          stretches.subList(firstStretch, stretches.size()).clear();
          diagnostics.subList(firstDiagnostic, diagnostics.size()).clear();
          lines = before.plus(new LineCounts(0, 0, lines()));
        }

        @Override
        public void damaged(String source) {
          diagnostics
              .subList(firstDiagnostic, diagnostics.size())
              .removeIf(
                  each ->
                      each.code() == DiagnosticCode.UNKNOWN_FORMAT
                          && each.where().source().equals(source));
        }
      };
    }
  }

  private void readText(String source, String place, InputStream text, ReadSoFar soFar)
      throws IOException {
    Lines lines = new Lines(new DocumentPieces(text), options.limits());
    boolean byHost = lines.stripPrefixes();
    if (!byHost) {
      readLines(source, place, lines, lines.hostOfAll(), soFar);
      return;
    }
    for (LinesByHost.OfHost host : LinesByHost.of(lines, options.limits())) {
      host.lines().stripStamps(); // a script may have stamped the lines before they were gathered
      readLines(source, place, host.lines(), host.host(), soFar);
    }
  }

  private void readLines(String source, String place, Lines lines, String host, ReadSoFar soFar)
      throws IOException {
    TextReader reader = new TextReader(source, place, options);
    try {
      reader.read(lines, host);
    } finally {
      // a stream that breaks off has given what came before
      soFar.stretches.addAll(reader.stretches());
      soFar.diagnostics.addAll(reader.diagnostics());
      soFar.lines = soFar.lines.plus(reader.lines());
    }
  }
}
