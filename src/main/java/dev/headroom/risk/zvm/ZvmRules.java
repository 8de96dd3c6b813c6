package dev.headroom.risk.zvm;

import dev.headroom.risk.Rules;
import dev.headroom.risk.ThinCoverage;
import dev.headroom.risk.Thresholds;
import java.util.List;

/** The rules for z/VM. */
public final class ZvmRules {
  private ZvmRules() {}

  /**
   * All of them with these thresholds.
   *
   * @throws IllegalArgumentException where a threshold was changed that no rule has
   */
  public static Rules<ZvmCase> all(Thresholds options) {
    return Rules.of(
        options,
        new ZvmGrading(options).thresholds(),
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
            thinCoverage(options)));
  }

  /** Those that need no capture of a system that is supposed: there are none yet. */
  public static Rules<ZvmCase> ofConfiguration() {
    return Rules.of(List.of());
  }

  /** The rule on coverage, which advises which reports to print. */
  public static ThinCoverage thinCoverage(Thresholds options) {
    return new ThinCoverage(options, new ReportCaptures());
  }
}
