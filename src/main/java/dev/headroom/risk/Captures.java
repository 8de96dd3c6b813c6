package dev.headroom.risk;

import dev.headroom.capture.Diagnostic;
import dev.headroom.series.Landmarks;
import java.util.List;

/**
 * What the captures of one memory system are worth, beside the figures that its history took from
 * them.
 *
 * @param landmarks the rows that stand out in what they say, of members and of what is on no grid
 * @param diagnostics what was wrong with them
 * @param unused those that the history could not use
 */
public record Captures(
    Landmarks landmarks, List<Diagnostic> diagnostics, List<UnusedCapture> unused) {
  /** Copies the lists. */
  public Captures {
    diagnostics = List.copyOf(diagnostics);
    unused = List.copyOf(unused);
  }
}
