package dev.headroom.risk.ams;

import dev.headroom.memory.MemberOutcome;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.SharingRule;
import dev.headroom.risk.Advice;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hot demand above what the pool can give, and memory that was seen to be stolen. */
public record PhysicalOvercommitment(Threshold violation) implements Rule<AmsCase> {
  /** The rule by these thresholds. */
  public PhysicalOvercommitment(Thresholds options) {
    this(options.of(AmsGrading.VIOLATION));
  }

  @Override
  public String id() {
    return "physical-overcommitment";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(violation);
  }

  @Override
  public List<Finding> judge(AmsCase pool) {
    List<Finding> findings = new ArrayList<>();
    if (pool.sized() && pool.counted()) {
      violation(pool, findings);
    } else {
      findings.add(
          unknown(
              pool,
              pool.sized()
                  ? "Whether hot demand fitted is not known: at no instant does enough of the pool"
                      + " report."
                  : "Whether hot demand fitted is not known: the size of the pool is not.",
              pool.sized()
                  ? Advice.capture(Advice.VMSTAT, pool.members(member -> !pool.reports(member)))
                  : "Give the size in the site file, or capture lparstat -i, which prints it."));
    }
    findings.addAll(StolenMemory.findings(this, pool));
    return findings;
  }

  private void violation(AmsCase pool, List<Finding> findings) {
    PoolTotals totals = pool.outcome().totals();
    double available = pool.pool().available();
    Spell spell = Spell.over(pool.history(), i -> above(totals.needed(i), available));
    if (!spell.any()) {
      return;
    }
    MemberOutcome payer = payer(pool, spell.worst());
    String pays =
        payer == null || !(payer.stolen(spell.worst()) > 0)
            ? ""
            : String.format(
                Locale.ROOT,
                "; %s %s %s then",
                payer.name(),
                payer.seen(spell.worst()) ? "lost" : "by the model loses",
                Size.text(payer.stolen(spell.worst())));
    findings.add(
        new Finding(
            id(),
            spell.share(pool) > violation.amount() ? Severity.RED : Severity.AMBER,
            pool.name(),
            "Hot demand passed the "
                + Size.text(available)
                + " that the pool can give by up to "
                + Size.text(spell.most())
                + ", "
                + spell.words(pool)
                + pays
                + ".",
            Relief.ofHot(pool, spell.most() + pool.pool().size())
                + ", or move work out of these hours.",
            new Cited().addHot(pool, spell.worst()).addHot(pool, spell.first()).lines()));
  }

  // Half a byte is what floating point leaves of a sum.
  private static double above(double needed, double available) {
    if (Double.isNaN(needed)) {
      return Double.NaN;
    }
    return needed > available + 0.5 ? needed - available : 0;
  }

  private static @Nullable MemberOutcome payer(AmsCase pool, int instant) {
    return pool.outcome().under(SharingRule.TIERED).members().stream()
        .filter(member -> !Double.isNaN(member.stolen(instant)))
        .max(Comparator.comparingDouble(member -> member.stolen(instant)))
        .orElse(null);
  }
}
