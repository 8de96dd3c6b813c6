package dev.headroom.risk;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes one finding, a list, of what one rule finds of many members. */
public final class Alike {
  /** This number of members have a finding each. */
  private static final int MANY = 5;

  private Alike() {}

  /**
   * The findings, or one of them all where they are many and equally grave.
   *
   * @param pool the name of the pool, the subject of that one
   */
  public static List<Finding> of(String pool, List<Finding> findings) {
    boolean alike = findings.stream().map(Finding::severity).distinct().count() == 1;
    if (findings.size() <= MANY || !alike) {
      return findings;
    }
    Finding first = findings.get(0);
    return List.of(
        new Finding(
            first.rule(),
            first.severity(),
            pool,
            "The same of " + findings.size() + " members. " + joined(findings, Finding::title),
            joined(findings, Finding::advice),
            findings.stream()
                .flatMap(finding -> finding.evidence().stream().limit(1))
                .limit(Cited.MOST)
                .toList()));
  }

  private static String joined(List<Finding> findings, Function<Finding, String> text) {
    return findings.stream().map(text).distinct().collect(Collectors.joining(" "));
  }
}
