package dev.headroom.format;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.identity.CaptureClock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a section's reader knows of its surroundings.
 *
 * @param source the input's name
 * @param diagnostics where it says what is wrong
 * @param clock gives its rows their times
 * @param opening what stands above the section
 * @param system the name of the system where the capture itself does not print one: what a prompt
 *     or the file's name says
 * @param siteSubject the name that the site file gives to the capture, which wins over any other
 * @param options how to read
 */
public record SectionContext(
    String source,
    DiagnosticLog diagnostics,
    CaptureClock clock,
    Opening opening,
    String system,
    Optional<String> siteSubject,
    ReadOptions options) {

  /** Whether the command was seen to have no interval: rates are averages since the start. */
  public boolean sinceBoot() {
    return opening.sinceBoot();
  }

  /** The command that printed the section, as the session echoed it. */
  public Optional<String> command() {
    return opening.command();
  }

  /** The system's name, given what the capture prints; null where it prints none. */
  public String system(@Nullable String printed) {
    return siteSubject.orElse(printed == null ? system : printed);
  }

  /** Reports something wrong at a column of a line, from 1; 0 for the line as a whole. */
  public void report(Line line, int column, DiagnosticCode code, String message) {
    diagnostics.add(source, line, column, code, message);
  }
}
