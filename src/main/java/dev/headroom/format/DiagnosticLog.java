package dev.headroom.format;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The diagnostics of one text. Of each code the first {@value #SHOWN} are kept one by one, the rest
 * are counted: a file of a million damaged rows must not fill memory or a report.
 */
public final class DiagnosticLog {
  static final int SHOWN = 100;

  private final List<Diagnostic> kept = new ArrayList<>();
  private final Map<DiagnosticCode, Long> seen = new EnumMap<>(DiagnosticCode.class);

  /** Adds a diagnostic at a line. */
  public void add(String source, Line line, int column, DiagnosticCode code, String message) {
    if (seen.merge(code, 1L, Long::sum) <= SHOWN) {
      kept.add(
          new Diagnostic(
              new SourceSpan(source, line.number(), column), code, message, line.preview()));
    }
  }

  /** Adds a diagnostic about an input as a whole, or one that was made elsewhere. */
  public void add(Diagnostic diagnostic) {
    if (seen.merge(diagnostic.code(), 1L, Long::sum) <= SHOWN) {
      kept.add(diagnostic);
    }
  }

  /**
   * All that were kept, in the order of their lines (a check may need all of a report and speak of
   * its first line), and for each code with more a last one that counts them.
   */
  public List<Diagnostic> all(String source) {
    List<Diagnostic> all = new ArrayList<>(kept);
    all.sort(Comparator.comparingLong(diagnostic -> diagnostic.where().line()));
    seen.forEach(
        (code, count) -> {
          if (count > SHOWN) {
            all.add(
                new Diagnostic(
                    new SourceSpan(source, 0, 0),
                    DiagnosticCode.MORE,
                    (count - SHOWN) + " more of " + code.word() + " are counted but not shown",
                    ""));
          }
        });
    return all;
  }
}
