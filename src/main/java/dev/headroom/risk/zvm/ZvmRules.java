package dev.headroom.risk.zvm;

import dev.headroom.risk.Rules;
import dev.headroom.risk.ThinCoverage;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import java.util.List;

/** The rules for z/VM. */
public final class ZvmRules {
  private ZvmRules() {}

  /** All of them with these thresholds. */
  public static Rules<ZvmCase> all(Thresholds options) {
    return Rules.of(
        List.of(
            new UnbackedMemory(),
            new ReservedPages(),
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

  /** All that the rules and the grade are judged by, each threshold once, the grade's first. */
  public static List<Threshold> thresholds(Thresholds options) {
    return all(options).thresholds(new ZvmGrading(options).thresholds());
  }

  /** The rule on coverage, which advises which reports to print. */
  public static ThinCoverage thinCoverage(Thresholds options) {
    return new ThinCoverage(options, new ReportCaptures());
  }
}
