package dev.headroom.report.html;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.report.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with the inputs, short enough to read.
 *
 * @param codes how often each thing happened, in the order of the codes
 * @param first the first diagnostics as text
 * @param rest how many are not shown
 */
record DiagnosticSummary(List<Count> codes, List<String> first, int rest) {
  private static final int SHOWN = 20;

  /** How often one thing happened. */
  record Count(String word, String meaning, String number) {}

  static DiagnosticSummary of(List<Diagnostic> diagnostics) {
    Map<DiagnosticCode, Integer> counts = new EnumMap<>(DiagnosticCode.class);
    diagnostics.forEach(diagnostic -> counts.merge(diagnostic.code(), 1, Integer::sum));
    List<Count> codes = new ArrayList<>();
    counts.forEach(
        (code, number) -> codes.add(new Count(code.word(), code.meaning(), Figures.count(number))));
    List<Diagnostic> shown = diagnostics.subList(0, Math.min(SHOWN, diagnostics.size()));
    return new DiagnosticSummary(
        List.copyOf(codes),
        shown.stream().map(Diagnostic::render).toList(),
        diagnostics.size() - shown.size());
  }
}
