package dev.headroom.risk;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.unit.Count;
import java.util.ArrayList;
import java.util.List;

/** What readers found to be contradictory in captures, as findings; the same on both platforms. */
public final class Contradictions {
  private static final String SITE = "site-file";

  private Contradictions() {}

  /**
   * One finding for figures that contradict each other, one for times that jump, and one for each
   * capture that needs no start.
   *
   * @param rule the rule that speaks
   */
  public static List<Finding> diagnosed(String rule, PoolCase pool) {
    List<Finding> findings = new ArrayList<>();
    diagnosed(rule, pool, DiagnosticCode.INCONSISTENT, "figures contradict each other", findings);
    diagnosed(rule, pool, DiagnosticCode.CLOCK_JUMP, "times fall back or jump", findings);
    pool.captures().diagnostics().stream()
        .filter(diagnostic -> diagnostic.code() == DiagnosticCode.SITE_FILE)
        .map(found -> ofSite(pool.name(), found, "Take start out of the site file for it."))
        .forEach(findings::add);
    return findings;
  }

  /**
   * The finding that the site file and captures contradict each other.
   *
   * @param subject the pool or member that it is about
   * @param found what is wrong, and where
   * @param advice what to do about it
   */
  public static Finding ofSite(String subject, Diagnostic found, String advice) {
    String message = found.message();
    String sentence = Character.toUpperCase(message.charAt(0)) + message.substring(1);
    return new Finding(
        SITE,
        Severity.YELLOW,
        subject,
        sentence + (sentence.endsWith("?") ? "" : "."),
        advice,
        List.of(new Evidence(found.where().source(), Math.max(1, found.where().line()))));
  }

  /**
   * The finding that the site file calls a system complete which captures show not to be.
   *
   * @param pool the system's name
   * @param seen what captures show, whatever the site file says
   */
  public static List<Finding> ofComplete(String pool, Completeness seen) {
    return seen.missing()
        ? List.of(
            new Finding(
                SITE,
                Severity.YELLOW,
                pool,
                "The site file says that these members are all (complete: true), and captures"
                    + " contradict it. "
                    + seen.reason(),
                "Add captures of the members that are missing, or take complete out of the site"
                    + " file.",
                List.of()))
        : List.of();
  }

  private static void diagnosed(
      String rule, PoolCase pool, DiagnosticCode code, String what, List<Finding> findings) {
    List<Diagnostic> found =
        pool.captures().diagnostics().stream()
            .filter(diagnostic -> diagnostic.code() == code)
            .toList();
    if (found.isEmpty()) {
      return;
    }
    boolean more =
        pool.captures().diagnostics().stream().anyMatch(d -> d.code() == DiagnosticCode.MORE);
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
