package dev.headroom.report.html;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.unit.Count;
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
record DiagnosticSummary(List<Tally> codes, List<String> first, int rest) {
  private static final int SHOWN = 20;

  /** How often one thing happened. */
  record Tally(String word, String meaning, String number) {}

  /** How many there are. */
  int all() {
    return first.size() + rest;
  }

  static DiagnosticSummary of(List<Diagnostic> diagnostics) {
    Map<DiagnosticCode, Integer> counts = new EnumMap<>(DiagnosticCode.class);
    diagnostics.forEach(diagnostic -> counts.merge(diagnostic.code(), 1, Integer::sum));
    List<Tally> codes = new ArrayList<>();
    counts.forEach(
        (code, number) -> codes.add(new Tally(code.word(), code.meaning(), Count.of(number))));
    List<Diagnostic> shown = diagnostics.subList(0, Math.min(SHOWN, diagnostics.size()));
    return new DiagnosticSummary(
        List.copyOf(codes),
        shown.stream().map(Diagnostic::render).toList(),
        diagnostics.size() - shown.size());
  }
}
