package dev.headroom.cli;

import dev.headroom.capture.Diagnostic;
import dev.headroom.unit.VisibleText;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Prints text for people, on standard output or standard error. All text goes through here, so that
 * no name from outside moves the cursor, turns the direction of what follows, or begins a line.
 */
final class Terminal {
  private final PrintWriter writer;

  Terminal(PrintWriter writer) {
    this.writer = writer;
  }

  /** A writer of the same bytes on every machine: UTF-8, and lines that end with LF. */
  static PrintWriter writer(OutputStream to) {
    return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), false);
  }

  /** What moves the cursor on purpose, as progress does, is written here. */
  PrintWriter writer() {
    return writer;
  }

  /** Prints exactly one line. */
  void line(String text) {
    writer.print(VisibleText.line(text));
    writer.print('\n');
  }

  /** Prints each of them as a line. */
  void lines(List<String> texts) {
    texts.forEach(this::line);
  }

  /** Prints a diagnostic, which keeps its lines apart itself. */
  void diagnostic(Diagnostic diagnostic) {
    writer.print(diagnostic.render());
    writer.print('\n');
  }

  /** Prints each of them. */
  void diagnostics(List<Diagnostic> diagnostics) {
    diagnostics.forEach(this::diagnostic);
  }

  void flush() {
    writer.flush();
  }
}
