package dev.headroom.report.html;

import dev.headroom.risk.Grade;
import dev.headroom.risk.Severity;
import java.util.Optional;

/**
 * A grade or severity as a word on its colour.
 *
 * @param style a class of the page's style sheet
 * @param word what it says
 */
record Badge(String style, String word) {
  static Badge of(Optional<Grade> grade) {
    return grade
        .map(known -> new Badge(known.label(), known.label()))
        .orElse(new Badge("unknown", "not judged"));
  }

  static Badge of(Severity severity) {
    return new Badge(severity.label(), severity == Severity.UNKNOWN ? "unknown" : severity.label());
  }
}
