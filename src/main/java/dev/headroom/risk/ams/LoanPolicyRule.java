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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A member that keeps file cache and free memory while others are stolen from: its policy lets it
 * lend nothing, or it lends little of what is not hot.
 */
public record LoanPolicyRule(Threshold kept, Threshold lent, InsideSwapping inside)
    implements Rule<AmsCase> {
  static final Threshold KEPT =
      Threshold.of(
          "kept-memory", "MB", 256, "memory beyond what is hot from this on is worth saying");
  private static final Threshold LENT =
      Threshold.of(
          "lent-share", "%", 50, "who lends more of what is not hot than this lends enough");

  /** The rule by these thresholds. */
  public LoanPolicyRule(Thresholds options) {
    this(options.of(KEPT), options.of(LENT), new InsideSwapping(options));
  }

  @Override
  public String id() {
    return "loan-policy";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(kept, lent);
  }

  @Override
  public List<Finding> judge(AmsCase pool) {
    PoolHistory history = pool.history();
    if (history.members().size() == 1) {
      return List.of(); // there is no other member to pay
    }
    Shortfall shortfall = new Shortfall(history);
    List<Finding> findings = new ArrayList<>();
    boolean observed = false;
    Map<Integer, List<MemberHistory>> payers = new HashMap<>();
    for (MemberHistory member : history.members()) {
      LoanPolicy policy = pool.pool().member(member.name()).loanPolicy();
      Spell spell = keeps(pool, shortfall, member);
      observed |= spell.observed() > 0;
      if (spell.any()) {
        MemberHistory payer =
            payers
                .computeIfAbsent(spell.worst(), instant -> mostStolenFrom(history, instant))
                .stream()
                .filter(other -> !other.name().equals(member.name()))
                .findFirst()
                .orElseThrow();
        findings.add(finding(pool, member, policy, spell, payer));
      }
    }
    findings = new ArrayList<>(Alike.of(pool.name(), findings));
    if (!observed) {
      findings.add(
          unknown(
              pool,
              "Whether members keep memory at the cost of others is not known: no two captures show"
                  + " physical and loaned memory at the same time.",
              Advice.capture(Advice.VMSTAT, List.of())));
    }
    return findings;
  }

  /** When a member keeps what is not hot while others are stolen from, and how much. */
  Spell keeps(AmsCase pool, Shortfall shortfall, MemberHistory member) {
    LoanPolicy policy = pool.pool().member(member.name()).loanPolicy();
    return Spell.over(pool.history(), i -> keeps(shortfall, member, policy, i));
  }

  private double keeps(Shortfall shortfall, MemberHistory member, LoanPolicy policy, int instant) {
    double others = shortfall.fromOthers(member, instant);
    double loaned = member.served().loaned()[instant];
    double cold = member.served().physical()[instant] - member.needed(instant);
    if (Double.isNaN(others + loaned + cold) || !(member.served().physical()[instant] > 0)) {
      return Double.NaN;
    }
    boolean lendsEnough = policy != LoanPolicy.OFF && loaned > lent.amount() * (cold + loaned);
    return others > 0 && cold >= kept.amount() && !lendsEnough ? cold : 0;
  }

  /** The two members that pay most: one of them may be the one that keeps. */
  private static List<MemberHistory> mostStolenFrom(PoolHistory history, int instant) {
    return history.members().stream()
        .filter(member -> member.stolen(instant) > 0)
        .sorted(Comparator.comparingDouble(member -> -member.stolen(instant)))
        .limit(2)
        .toList();
  }

  private Finding finding(
      AmsCase pool, MemberHistory member, LoanPolicy policy, Spell spell, MemberHistory payer) {
    String name = member.name();
    boolean off = policy == LoanPolicy.OFF;
    return new Finding(
        id(),
        Severity.YELLOW,
        name,
        name
            + " kept "
            + Size.text(spell.most())
            + " beyond what is hot and lent "
            + (off
                ? "nothing (ams_loan_policy 0)"
                : Size.text(member.served().loaned()[spell.worst()]))
            + " while "
            + Size.text(payer.stolen(spell.worst()))
            + " was stolen from "
            + payer.name()
            + ", "
            + spell.words(pool)
            + ".",
        off
            ? "Let it lend file cache and free memory: vmo -p -o ams_loan_policy=1 on " + name + "."
            : less(pool, member, spell.most())
                + " its memory weight, so that its cache gives way before others are paged.",
        new Cited()
            .add(pool.line(name, Metric.MEMORY_PHYSICAL, spell.worst()))
            .add(pool.hotLine(name, spell.worst()))
            .add(pool.line(payer.name(), Metric.MEMORY_PHYSICAL, spell.worst()))
            .lines());
  }

  /** Who swaps inside needs more logical memory at other times, and is not told to give any. */
  private String less(AmsCase pool, MemberHistory member, double kept) {
    String name = member.name();
    double blocks = Relief.blocks(pool, kept);
    return blocks > 0 && !inside.swaps(pool, member)
        ? Advice.shrink(pool, name, blocks) + ", or lower"
        : "Lower";
  }
}
