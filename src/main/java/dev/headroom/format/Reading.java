package dev.headroom.format;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.LineCounts;
import dev.headroom.series.Table;
import java.util.List;

/**
 * What one input gave: plain data, a pure function of its bytes and the options.
 *
 * @param tables the samples, in the order of the input
 * @param lines what became of its lines
 * @param diagnostics what is wrong with it, in the order of the input
 */
public record Reading(List<Table> tables, LineCounts lines, List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  public Reading {
    tables = List.copyOf(tables);
    diagnostics = List.copyOf(diagnostics);
  }
}
