package dev.headroom.report.html;

import dev.headroom.report.QuotedFinding;
import dev.headroom.unit.Count;
import dev.headroom.unit.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings of one rule that are equally grave: they are one table, however many members they are
 * about.
 *
 * @param severity how grave they are
 * @param rule the rule's id
 * @param findings in the order in which they stand; never empty
 */
record FindingGroup(Badge severity, String rule, List<QuotedFinding> findings) {

  /** The groups of a pool's findings, each where its first finding stands. */
  static List<FindingGroup> of(List<QuotedFinding> findings) {
    Map<String, List<QuotedFinding>> groups = new LinkedHashMap<>();
    for (QuotedFinding quoted : findings) {
      groups
          .computeIfAbsent(
              quoted.finding().severity() + " " + quoted.finding().rule(), key -> new ArrayList<>())
          .add(quoted);
    }
    return groups.values().stream()
        .map(
            group ->
                new FindingGroup(
                    Badge.of(group.get(0).finding().severity()),
                    group.get(0).finding().rule(),
                    List.copyOf(group)))
        .toList();
  }

  /** Whether there is one finding, which needs no table. */
  boolean single() {
    return findings.size() == 1;
  }

  /** What heads it: the finding itself, or the rule in words and how many there are. */
  String heading() {
    if (single()) {
      return findings.get(0).finding().title();
    }
    return Names.capital(rule.replace('-', ' ')) + ": " + Count.of(findings.size(), "finding");
  }
}
