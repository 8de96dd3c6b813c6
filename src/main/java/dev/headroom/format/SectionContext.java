package dev.headroom.format;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;

/**
 * What a section's reader knows of its surroundings.
 *
 * @param source the input's name
 * @param diagnostics where it says what is wrong
 * @param clock gives its rows their times
 * @param sinceBoot whether the command was seen to have no interval, so that rates are averages
 *     since the system was started
 * @param options how to read
 */
public record SectionContext(
    String source,
    DiagnosticLog diagnostics,
    CaptureClock clock,
    boolean sinceBoot,
    ReadOptions options) {

  /** Reports something wrong at a column of a line, from 1; 0 for the line as a whole. */
  public void report(Line line, int column, DiagnosticCode code, String message) {
    diagnostics.add(source, line, column, code, message);
  }
}
