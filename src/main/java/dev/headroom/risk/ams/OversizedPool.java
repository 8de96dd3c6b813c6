package dev.headroom.risk.ams;

import dev.headroom.risk.Advice;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Sureness;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.List;
import java.util.OptionalInt;

/** A pool that is larger than it needs to be, while no member was seen to be short. */
public record OversizedPool(Threshold excess, Threshold history) implements Rule<AmsCase> {
  private static final Threshold EXCESS =
      Threshold.of("oversized-excess", "%", 10, "more than the size advised by this: worth saying");
  private static final Threshold HISTORY =
      Threshold.of("oversized-history", "days", 28, "history that advice to shrink must rest on");

  /** The rule by these thresholds. */
  public OversizedPool(Thresholds options) {
    this(options.of(EXCESS), options.of(HISTORY));
  }

  @Override
  public String id() {
    return "oversized-pool";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(excess, history);
  }

  @Override
  public List<Finding> judge(AmsCase pool) {
    if (!pool.sized() || pool.sizing().isEmpty()) {
      return List.of(
          unknown(
              pool,
              "Whether the pool is larger than it needs to be is not known: "
                  + (pool.sized() ? "no size could be advised." : "its size is not."),
              pool.sized()
                  ? Advice.capture(Advice.VMSTAT, pool.members(member -> !pool.reports(member)))
                  : "Give the size in the site file, or capture lparstat -i, which prints it."));
    }
    Sizing sizing = pool.sizing().get();
    double size = pool.pool().size();
    double spare = size - sizing.recommended();
    // half a byte is what floating point leaves of a per cent
    if (!(spare > excess.amount() * sizing.recommended() + 0.5) || wasShort(pool)) {
      return List.of();
    }
    if (!pool.completeness().known()) {
      return List.of(
          unknown(
              pool,
              "Whether "
                  + Size.text(spare)
                  + " could be given back is not known, for whether these members are all is not.",
              pool.completeness().reason()));
    }
    double days = sizing.historyDays().orElse(Double.NaN);
    if (!(days >= history.amount())) {
      return List.of(
          unknown(
              pool,
              "Whether "
                  + Size.text(spare)
                  + " could be given back is not known: "
                  + (Double.isNaN(days)
                      ? "the captures carry no times."
                      : Span.days(days)
                          + " of history is too little, "
                          + Span.days(history.value())
                          + " would do."),
              Advice.forDays(Advice.VMSTAT, List.of(), history.value())));
    }
    if (pool.outcome().overcommit().observedPagingRate().isEmpty()) {
      return List.of(
          unknown(
              pool,
              "Whether "
                  + Size.text(spare)
                  + " could be given back is not known: no capture shows hypervisor page-ins.",
              Advice.forDays(Advice.VMSTAT, List.of(), history.value())));
    }
    OptionalInt peak = pool.outcome().totals().neededPeakAt();
    Cited cited = new Cited();
    peak.ifPresent(instant -> cited.addHot(pool, instant));
    return List.of(
        new Finding(
            id(),
            Severity.INFO,
            pool.name(),
            pool.name()
                + " has "
                + Size.text(size)
                + " where "
                + Size.text(sizing.recommended())
                + " is advised: "
                + Size.text(spare)
                + " could be given back.",
            "Shrink it in steps on the HMC ("
                + Advice.hardware(pool, "mempool -o s -a pool_mem=MB")
                + ") or in IVM and watch hpi of vmstat -h after each; "
                + Sureness.of(sizing)
                + ".",
            cited.lines()));
  }

  private static boolean wasShort(AmsCase pool) {
    double available = pool.pool().available();
    for (int instant = 0; instant < pool.history().size(); instant++) {
      if (pool.history().censored(instant)
          || pool.outcome().totals().needed(instant) > available + 0.5) {
        return true;
      }
    }
    return false;
  }
}
