package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.risk.Advice;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * A member that goes on paging to its own paging space while the pool has room: its logical memory
 * is too small, and no pool can help it.
 */
public record InsideSwapping(Threshold rate, Threshold sustained) implements Rule<AmsCase> {
  private static final Threshold RATE =
      Threshold.of("own-paging-rate", "pages/s", 10, "pi + po of AIX above this is paging");
  private static final Threshold SUSTAINED =
      Threshold.of(
          "own-paging-run", "count", 3, "intervals in a row from which on it is sustained");

  /** The rule by these thresholds. */
  public InsideSwapping(Thresholds options) {
    this(options.of(RATE), options.of(SUSTAINED));
  }

  @Override
  public String id() {
    return "inside-swapping";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(rate, sustained);
  }

  @Override
  public List<Finding> judge(AmsCase pool) {
    PoolHistory history = pool.history();
    List<Finding> findings = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (MemberHistory member : history.members()) {
      Spell pages = Spell.over(history, i -> over(member.paging().ownPaging()[i]));
      if (pages.observed() == 0) {
        unseen.add(member.name());
      } else if (pages.longest() >= sustained.amount()) {
        Spell withRoom = Spell.over(history, i -> overWithRoom(pool, member, i));
        if (withRoom.observed() == 0) {
          findings.add(roomUnknown(pool, member));
        } else if (withRoom.longest() >= sustained.amount()) {
          findings.add(finding(pool, member, withRoom));
        }
      }
    }
    if (!unseen.isEmpty() || history.members().isEmpty()) {
      findings.add(
          unknown(
              pool,
              "Whether "
                  + (unseen.isEmpty() ? "any member" : Names.list(unseen))
                  + (unseen.size() > 1 ? " page to their own" : " pages to its own")
                  + " paging space is not known: no capture shows pi and po.",
              Advice.capture(Advice.VMSTAT, unseen)));
    }
    return findings;
  }

  /**
   * Whether a member was seen to page to its own paging space, in enough intervals in a row, while
   * the pool had room: its logical memory is too small, whatever else it shows.
   */
  boolean swaps(AmsCase pool, MemberHistory member) {
    return Spell.over(pool.history(), i -> overWithRoom(pool, member, i)).longest()
        >= sustained.amount();
  }

  private double over(double pages) {
    return Double.isNaN(pages) || pages > rate.amount() ? pages : 0;
  }

  private double overWithRoom(AmsCase pool, MemberHistory member, int instant) {
    double room = room(pool, instant);
    return Double.isNaN(room)
        ? Double.NaN
        : room > 0 ? over(member.paging().ownPaging()[instant]) : 0;
  }

  private static double room(AmsCase pool, int instant) {
    return pool.sized()
        ? pool.pool().available() - pool.outcome().totals().needed(instant)
        : Double.NaN;
  }

  private Finding roomUnknown(AmsCase pool, MemberHistory member) {
    return new Finding(
        id(),
        Severity.UNKNOWN,
        member.name(),
        member.name()
            + " pages to its own paging space; whether the pool had room then is not known.",
        Advice.capture(Advice.VMSTAT, pool.members(other -> !pool.reports(other))),
        pool.highest(member.name(), Metric.PAGING_IN).stream().toList());
  }

  private Finding finding(AmsCase pool, MemberHistory member, Spell spell) {
    String name = member.name();
    boolean lends =
        pool.pool().member(name).loanPolicy() == LoanPolicy.ANY_DATA
            && member.served().loaned()[spell.worst()] > 0;
    return new Finding(
        id(),
        Severity.YELLOW,
        name,
        name
            + " paged up to "
            + Decimal.upTo(spell.most(), 1)
            + " pages/s to and from its own paging space while the pool had "
            + Size.text(room(pool, spell.worst()))
            + " to spare, "
            + spell.words(pool)
            + ".",
        lends
            ? "It lends computational memory (ams_loan_policy 2): vmo -p -o ams_loan_policy=1 on "
                + name
                + " keeps that."
            : "Its logical memory is too small: add some by DLPAR ("
                + Advice.memory(pool, "a", name, pool.pool().block())
                + ") until pi and po stay near 0.",
        new Cited()
            .add(pool.line(name, Metric.PAGING_IN, spell.worst()))
            .add(pool.line(name, Metric.PAGING_IN, spell.first()))
            .add(pool.line(name, Metric.PAGING_IN, spell.last()))
            .lines());
  }
}
