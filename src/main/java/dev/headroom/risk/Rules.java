package dev.headroom.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges a pool by all rules. */
public final class Rules {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::title);

  private final List<Rule> rules;

  Rules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** All rules with their default thresholds. */
  public static Rules defaults() {
    return of(Thresholds.DEFAULTS);
  }

  /**
   * The rules on what is configured and demanded, for a pool that is supposed and that no capture
   * shows.
   */
  public static Rules ofConfiguration() {
    return new Rules(
        List.of(
            new PhysicalOvercommitment(Thresholds.DEFAULTS),
            new IoEntitlement(Thresholds.DEFAULTS),
            new PoolMaximum()));
  }

  /**
   * All rules with these thresholds.
   *
   * @throws IllegalArgumentException where a threshold was changed that no rule has
   */
  public static Rules of(Thresholds options) {
    Rules rules =
        new Rules(
            List.of(
                new PhysicalOvercommitment(options),
                new HypervisorPaging(options),
                new OversizedPool(options),
                new AlwaysLoans(options),
                new NeverLends(options),
                new LoanPolicyRule(options),
                new IoEntitlement(options),
                new PoolMaximum(),
                new InsideSwapping(options),
                new ContradictoryFigures(options),
                new ThinCoverage(options)));
    List<String> known = rules.thresholds().stream().map(Threshold::name).toList();
    for (String name : options.changed().keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("no rule has a threshold " + name + "; known: " + known);
      }
    }
    return rules;
  }

  /** The thresholds of all rules, each once, in the order of the rules. */
  public List<Threshold> thresholds() {
    Map<String, Threshold> all = new LinkedHashMap<>();
    for (Rule rule : rules) {
      rule.thresholds().forEach(threshold -> all.putIfAbsent(threshold.name(), threshold));
    }
    return List.copyOf(all.values());
  }

  /**
   * All findings on a pool: the worst first, then by rule and by subject. A rule that fails is a
   * finding of its own and costs no other rule.
   */
  public List<Finding> judge(PoolCase pool) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      findings.addAll(judge(rule, pool));
    }
    findings.sort(ORDER);
    return List.copyOf(findings);
  }

  // A fault of one rule must not take the report away from who needs it.
  private static List<Finding> judge(Rule rule, PoolCase pool) {
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
