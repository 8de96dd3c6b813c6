package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.risk.Advice;
import dev.headroom.risk.Alike;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * A member that lent nothing even while the pool was short. One that may not lend, or kept memory
 * while others paid, is left to {@link LoanPolicyRule}.
 */
public record NeverLends(Threshold kept) implements Rule<AmsCase> {
  /** The rule by these thresholds. */
  public NeverLends(Thresholds options) {
    this(options.of(LoanPolicyRule.KEPT));
  }

  @Override
  public String id() {
    return "never-lends";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(kept);
  }

  @Override
  public List<Finding> judge(AmsCase pool) {
    PoolHistory history = pool.history();
    Shortfall shortfall = new Shortfall(history);
    List<Finding> findings = new ArrayList<>();
    boolean observed = false;
    for (MemberHistory member : history.members()) {
      Spell lent = Spell.over(history, i -> member.served().loaned()[i]);
      observed |= lent.observed() > 0;
      boolean may = pool.pool().member(member.name()).loanPolicy() != LoanPolicy.OFF;
      if (lent.observed() > 0 && !lent.any() && may) {
        // what it needed while the pool was short
        Spell needed =
            Spell.over(
                history,
                i ->
                    shortfall.shortAt(i) && !Double.isNaN(member.served().loaned()[i])
                        ? member.needed(i)
                        : 0);
        boolean others = Spell.over(history, i -> shortfall.fromOthers(member, i)).any();
        double cold = Spell.over(history, i -> cold(shortfall, member, i)).most();
        if (needed.any() && (cold < kept.amount() || !others)) {
          findings.add(finding(pool, member, needed, cold));
        }
      }
    }
    findings = new ArrayList<>(Alike.of(pool.name(), findings));
    if (!observed) {
      findings.add(
          unknown(
              pool,
              "Whether members ever lend is not known: no capture shows loaned memory.",
              Advice.capture(Advice.VMSTAT, List.of())));
    }
    return findings;
  }

  // Physical memory beyond what is hot, while the pool is short.
  private static double cold(Shortfall shortfall, MemberHistory member, int instant) {
    return shortfall.shortAt(instant)
        ? member.served().physical()[instant] - member.needed(instant)
        : 0;
  }

  private Finding finding(AmsCase pool, MemberHistory member, Spell needed, double cold) {
    String name = member.name();
    boolean could = cold >= kept.amount();
    return new Finding(
        id(),
        Severity.INFO,
        name,
        name
            + " lent nothing while the pool was short, "
            + needed.words(pool)
            + (could
                ? "; it kept up to " + Size.text(cold) + " beyond what is hot."
                : "; up to "
                    + Size.text(needed.most())
                    + " of its "
                    + Size.text(member.asked().logical()[needed.worst()])
                    + " was hot, so it has little to lend."),
        could
            ? "Look at vmo -o ams_loan_policy on " + name + ": 0 keeps it from lending, 1 is usual."
            : "Expect the hypervisor to steal from it whenever the pool is short; a higher memory"
                + " weight protects it at the cost of others.",
        new Cited()
            .add(pool.line(name, Metric.MEMORY_LOANED, needed.worst()))
            .add(pool.hotLine(name, needed.worst()))
            .lines());
  }
}
