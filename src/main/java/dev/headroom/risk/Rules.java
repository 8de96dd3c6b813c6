package dev.headroom.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges a pool by all rules of its memory system.
 *
 * @param <C> the case of that system
 */
public final class Rules<C extends PoolCase> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::title);

  private final List<Rule<? super C>> rules;

  Rules(List<? extends Rule<? super C>> rules) {
    this.rules = List.copyOf(rules);
  }

  /** These rules, by their own thresholds. */
  public static <C extends PoolCase> Rules<C> of(List<? extends Rule<? super C>> rules) {
    return new Rules<>(rules);
  }

  /**
   * The thresholds of a grading and of all rules, each once, in this order.
   *
   * @param grading the thresholds that the grade has
   */
  public List<Threshold> thresholds(List<Threshold> grading) {
    Map<String, Threshold> all = new LinkedHashMap<>();
    grading.forEach(threshold -> all.putIfAbsent(threshold.name(), threshold));
    for (Rule<? super C> rule : rules) {
      rule.thresholds().forEach(threshold -> all.putIfAbsent(threshold.name(), threshold));
    }
    return List.copyOf(all.values());
  }

  /**
   * All findings on a pool: the worst first, then by rule and by subject. A rule that fails is a
   * finding of its own and costs no other rule.
   */
  public List<Finding> judge(C pool) {
    return judge(pool, List.of());
  }

  /** The same, and findings that no rule makes, in their place. */
  public List<Finding> judge(C pool, List<Finding> others) {
    List<Finding> findings = new ArrayList<>(others);
    for (Rule<? super C> rule : rules) {
      findings.addAll(judge(rule, pool));
    }
    return sorted(findings);
  }

  /** Findings in the order to show: the worst first, then by rule and by subject. */
  public static List<Finding> sorted(List<Finding> findings) {
    return findings.stream().sorted(ORDER).toList();
  }

  // A fault of one rule must not take the report away from who needs it.
  private List<Finding> judge(Rule<? super C> rule, C pool) {
    try {
      return rule.judge(pool);
    } catch (RuntimeException fault) {
      return List.of(
          rule.unknown(
              pool,
              "The rule " + rule.id() + " could not be judged: it failed with " + fault + ".",
              "This is a fault of the program: please report it, with the captures if you may."));
    }
  }
}
