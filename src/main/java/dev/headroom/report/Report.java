package dev.headroom.report;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.LineCounts;
import java.util.List;

/**
 * All that one run reports. The order of the lists is kept, except that pages rank pools by grade.
 *
 * @param version the program's version
 * @param pools the pools
 * @param inputs the captures that were read
 * @param subjects whose they are, by what each name rests on
 * @param lines what became of their lines
 * @param diagnostics what is wrong with them
 */
public record Report(
    String version,
    List<PoolReport> pools,
    List<InputSummary> inputs,
    List<SubjectSummary> subjects,
    LineCounts lines,
    List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  public Report {
    pools = List.copyOf(pools);
    inputs = List.copyOf(inputs);
    subjects = List.copyOf(subjects);
    diagnostics = List.copyOf(diagnostics);
  }
}
