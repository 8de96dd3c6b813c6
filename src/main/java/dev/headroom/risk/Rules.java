package dev.headroom.risk;

import dev.headroom.risk.ams.AlwaysLoans;
import dev.headroom.risk.ams.AmsCase;
import dev.headroom.risk.ams.ContradictoryFigures;
import dev.headroom.risk.ams.HypervisorPaging;
import dev.headroom.risk.ams.InsideSwapping;
import dev.headroom.risk.ams.IoEntitlement;
import dev.headroom.risk.ams.LoanPolicyRule;
import dev.headroom.risk.ams.NeverLends;
import dev.headroom.risk.ams.OversizedPool;
import dev.headroom.risk.ams.PhysicalOvercommitment;
import dev.headroom.risk.ams.PoolMaximum;
import dev.headroom.risk.zvm.ContradictoryReports;
import dev.headroom.risk.zvm.ExpandedStorage;
import dev.headroom.risk.zvm.FewSamples;
import dev.headroom.risk.zvm.FullPageSpace;
import dev.headroom.risk.zvm.IdleGuest;
import dev.headroom.risk.zvm.OversizedGuest;
import dev.headroom.risk.zvm.PagingBesideSpare;
import dev.headroom.risk.zvm.ProcessorShare;
import dev.headroom.risk.zvm.Processors;
import dev.headroom.risk.zvm.UnbackedMemory;
import dev.headroom.risk.zvm.VirtualToReal;
import dev.headroom.risk.zvm.ZvmCase;
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

  /** What the rules of a case's memory system find by their default thresholds. */
  public static List<Finding> findings(PoolCase pool) {
    if (pool instanceof AmsCase ams) {
      return ams(Thresholds.DEFAULTS).judge(ams);
    }
    return zvm(Thresholds.DEFAULTS).judge((ZvmCase) pool);
  }

  /**
   * What the rules on configuration and demand find in a pool that is supposed and that no capture
   * shows.
   */
  public static List<Finding> ofConfiguration(PoolCase pool) {
    if (pool instanceof AmsCase ams) {
      return new Rules<AmsCase>(
              List.of(
                  new PhysicalOvercommitment(Thresholds.DEFAULTS),
                  new IoEntitlement(Thresholds.DEFAULTS),
                  new PoolMaximum()))
          .judge(ams);
    }
    return List.of();
  }

  /**
   * The rules for Active Memory Sharing with these thresholds.
   *
   * @throws IllegalArgumentException where a threshold was changed that no rule has
   */
  public static Rules<AmsCase> ams(Thresholds options) {
    return known(
        options,
        new Grading(options).thresholds(),
        new Rules<>(
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
                new ThinCoverage(options))));
  }

  /**
   * The rules for z/VM with these thresholds.
   *
   * @throws IllegalArgumentException where a threshold was changed that no rule has
   */
  public static Rules<ZvmCase> zvm(Thresholds options) {
    return known(
        options,
        new Grading(options).zvmThresholds(),
        new Rules<>(
            List.of(
                new UnbackedMemory(),
                new PagingBesideSpare(options),
                new IdleGuest(options),
                new OversizedGuest(options),
                new VirtualToReal(),
                new ExpandedStorage(),
                new FullPageSpace(options),
                new Processors(options),
                new ProcessorShare(options),
                new ContradictoryReports(options),
                new FewSamples(options),
                new ThinCoverage(options))));
  }

  private static <C extends PoolCase> Rules<C> known(
      Thresholds options, List<Threshold> grades, Rules<C> rules) {
    List<Threshold> all = new ArrayList<>(rules.thresholds());
    all.addAll(grades);
    List<String> known = all.stream().map(Threshold::name).distinct().toList();
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
    List<Finding> findings = new ArrayList<>();
    for (Rule<? super C> rule : rules) {
      findings.addAll(judge(rule, pool));
    }
    findings.sort(ORDER);
    return List.copyOf(findings);
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
