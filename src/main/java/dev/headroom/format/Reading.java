package dev.headroom.format;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.LineCounts;
import dev.headroom.identity.Stretch;
import dev.headroom.identity.Whose;
import dev.headroom.series.Table;
import java.io.Serializable;
import java.util.List;

/**
 * What one input gave: plain data, a pure function of its bytes and the options. It can be written
 * by Java serialization, so that inputs may be read on other machines; what is read back equals it.
 *
 * @param stretches the samples, in the order of the input, with what tells whose they are
 * @param lines what became of its lines
 * @param diagnostics what is wrong with it, in the order of the input
 */
public record Reading(List<Stretch> stretches, LineCounts lines, List<Diagnostic> diagnostics)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Copies the lists. */
  public Reading {
    stretches = List.copyOf(stretches);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The samples, named as if this input were all that there is. */
  public List<Table> tables() {
    return Whose.of(stretches, List.of()).named().stream()
        .map(Whose.Named::table)
        .filter(table -> table.rows() > 0)
        .toList();
  }
}
