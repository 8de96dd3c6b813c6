package dev.headroom.risk;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.unit.Count;
import java.util.ArrayList;
import java.util.List;

/** What readers found to be contradictory in captures, as findings; the same on both platforms. */
public final class Contradictions {
  private Contradictions() {}

  /**
   * One finding for figures that contradict each other and one for times that jump.
   *
   * @param rule the rule that speaks
   */
  public static List<Finding> diagnosed(String rule, PoolCase pool) {
    List<Finding> findings = new ArrayList<>();
    diagnosed(rule, pool, DiagnosticCode.INCONSISTENT, "figures contradict each other", findings);
    diagnosed(rule, pool, DiagnosticCode.CLOCK_JUMP, "times fall back or jump", findings);
    return findings;
  }

  private static void diagnosed(
      String rule, PoolCase pool, DiagnosticCode code, String what, List<Finding> findings) {
    List<Diagnostic> found =
        pool.diagnostics().stream().filter(diagnostic -> diagnostic.code() == code).toList();
    if (found.isEmpty()) {
      return;
    }
    boolean more = pool.diagnostics().stream().anyMatch(d -> d.code() == DiagnosticCode.MORE);
    findings.add(
        new Finding(
            rule,
            Severity.YELLOW,
            pool.name(),
            "In "
                + (more ? "at least " : "")
                + Count.of(found.size(), "place")
                + " "
                + what
                + ": "
                + found.get(0).message()
                + (found.size() > 1 ? ", among others." : "."),
            "The figures were used as read: look at these lines before you trust a peak that rests"
                + " on them.",
            found.stream()
                .map(d -> new Evidence(d.where().source(), Math.max(1, d.where().line())))
                .distinct()
                .limit(Cited.MOST)
                .toList()));
  }
}
