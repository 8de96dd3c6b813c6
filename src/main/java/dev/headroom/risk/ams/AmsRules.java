package dev.headroom.risk.ams;

import dev.headroom.risk.Rules;
import dev.headroom.risk.ThinCoverage;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import java.util.List;

/** The rules for Active Memory Sharing. */
public final class AmsRules {
  private AmsRules() {}

  /** All of them with these thresholds. */
  public static Rules<AmsCase> all(Thresholds options) {
    return Rules.of(
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
            new ClocksThatDiffer(),
            thinCoverage(options)));
  }

  /**
   * Those on configuration and demand: what they find in a pool that is supposed needs no capture
   * of it.
   */
  public static Rules<AmsCase> ofConfiguration(Thresholds options) {
    return Rules.of(
        List.of(
            new PhysicalOvercommitment(options), new IoEntitlement(options), new PoolMaximum()));
  }

  /** All that the rules and the grade are judged by, each threshold once, the grade's first. */
  public static List<Threshold> thresholds(Thresholds options) {
    return all(options).thresholds(new AmsGrading(options).thresholds());
  }

  /** The rule on coverage, which advises what to run on partitions. */
  public static ThinCoverage thinCoverage(Thresholds options) {
    return new ThinCoverage(options, new PartitionCaptures());
  }
}
