package dev.headroom.format;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.LineCounts;
import dev.headroom.series.Table;
import java.io.Serializable;
import java.util.List;

/**
 * What one input gave: plain data, a pure function of its bytes and the options. It can be written
 * by Java serialization, so that inputs may be read on other machines; what is read back equals it.
 *
 * @param tables the samples, in the order of the input
 * @param lines what became of its lines
 * @param diagnostics what is wrong with it, in the order of the input
 */
public record Reading(List<Table> tables, LineCounts lines, List<Diagnostic> diagnostics)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Copies the lists. */
  public Reading {
    tables = List.copyOf(tables);
    diagnostics = List.copyOf(diagnostics);
  }
}
