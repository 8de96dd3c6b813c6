package dev.headroom.risk.ams;

import dev.headroom.risk.Rules;
import dev.headroom.risk.ThinCoverage;
import dev.headroom.risk.Thresholds;
import java.util.List;

/** The rules for Active Memory Sharing. */
public final class AmsRules {
  private AmsRules() {}

  /**
   * All of them with these thresholds.
   *
   * @throws IllegalArgumentException where a threshold was changed that no rule has
   */
  public static Rules<AmsCase> all(Thresholds options) {
    return Rules.of(
        options,
        new AmsGrading(options).thresholds(),
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
            thinCoverage(options)));
  }

  /**
   * Those on configuration and demand: what they find in a pool that is supposed needs no capture
   * of it.
   */
  public static Rules<AmsCase> ofConfiguration() {
    return Rules.of(
        List.of(
            new PhysicalOvercommitment(Thresholds.DEFAULTS),
            new IoEntitlement(Thresholds.DEFAULTS),
            new PoolMaximum()));
  }

  /** The rule on coverage, which advises what to run on partitions. */
  public static ThinCoverage thinCoverage(Thresholds options) {
    return new ThinCoverage(options, new PartitionCaptures());
  }
}
