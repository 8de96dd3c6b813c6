package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolTotals;
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
import dev.headroom.unit.Count;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * A member that lends at every instant, also while the pool has enough: its logical memory is
 * larger than it ever needs. What it lends because the pool is short it may well need.
 */
public record AlwaysLoans(
    Threshold least, Threshold instants, LoanPolicyRule other, InsideSwapping inside)
    implements Rule<AmsCase> {
  private static final Threshold LEAST =
      Threshold.of("always-loans-least", "MB", 256, "a smallest loan from this on is worth saying");
  private static final Threshold INSTANTS =
      Threshold.of("always-loans-instants", "count", 12, "observations that \"always\" must mean");

  /** The rule by these thresholds. */
  public AlwaysLoans(Thresholds options) {
    this(
        options.of(LEAST),
        options.of(INSTANTS),
        new LoanPolicyRule(options),
        new InsideSwapping(options));
  }

  @Override
  public String id() {
    return "always-loans";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(least, instants);
  }

  @Override
  public List<Finding> judge(AmsCase pool) {
    PoolHistory history = pool.history();
    Shortfall shortfall = new Shortfall(history);
    List<Finding> findings = new ArrayList<>();
    boolean observed = false;
    for (MemberHistory member : history.members()) {
      Spell lent =
          Spell.over(
              history, i -> enough(pool, shortfall, i) ? member.served().loaned()[i] : Double.NaN);
      observed |= Spell.over(history, i -> member.served().loaned()[i]).observed() > 0;
      boolean wasShort = Spell.over(history, i -> member.censored(i) ? 1 : 0).any();
      double spare = spare(member, history);
      if (lent.observed() >= instants.amount()
          && lent.count() == lent.observed()
          && !wasShort
          && spare >= least.amount()
          && Relief.blocks(pool, spare) > 0
          // that rule's order is for more; two orders for one partition are no order
          && !other.keeps(pool, shortfall, member).any()
          && !inside.swaps(pool, member)) {
        findings.add(finding(pool, member, lent, spare));
      }
    }
    findings = new ArrayList<>(Alike.of(pool.name(), findings));
    if (!observed) {
      findings.add(
          unknown(
              pool,
              "Whether members always lend is not known: no capture shows loaned memory.",
              Advice.capture(Advice.VMSTAT, List.of())));
    }
    return findings;
  }

  /** Whether the pool was seen to have enough: then a loan is no sacrifice. */
  private static boolean enough(AmsCase pool, Shortfall shortfall, int instant) {
    return !shortfall.shortAt(instant)
        && !(pool.sized()
            && PoolTotals.exceeds(
                pool.outcome().totals().needed(instant), pool.pool().available()));
  }

  // The smallest loan, and never more than what was not hot: policy 2 lends hot memory too.
  private static double spare(MemberHistory member, PoolHistory history) {
    double spare = Double.POSITIVE_INFINITY;
    for (int i = 0; i < history.size(); i++) {
      double loaned = member.served().loaned()[i];
      double cold = member.asked().logical()[i] - member.needed(i);
      if (!Double.isNaN(loaned)) {
        spare = Math.min(spare, Double.isNaN(cold) ? loaned : Math.min(loaned, cold));
      }
    }
    return spare;
  }

  private Finding finding(AmsCase pool, MemberHistory member, Spell lent, double spare) {
    String name = member.name();
    double logical = Spell.over(pool.history(), i -> member.asked().logical()[i]).most();
    return new Finding(
        id(),
        Severity.INFO,
        name,
        name
            + " lent at least "
            + Size.text(spare)
            + " of its "
            + Size.text(logical)
            + " in all "
            + Count.of(lent.observed(), pool.history().timed() ? "interval" : "sample")
            + (pool.outcome().pressure().share() > 0 ? " in which the pool had enough" : "")
            + ": its logical memory is larger than it needs.",
        Advice.shrink(pool, name, Relief.blocks(pool, spare))
            + ", unless it needs it at times that were not captured; then the pool promises less.",
        new Cited()
            .add(pool.lowest(name, Metric.MEMORY_LOANED))
            .add(pool.last(name, Metric.MEMORY_LOANED))
            .lines());
  }
}
