package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.risk.Advice;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.series.Metric;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Memory that the hypervisor was seen to have taken: from which members, when, and whether it was
 * hot.
 */
final class StolenMemory {
  /** This number of the members that lost memory are named one by one. */
  private static final int NAMED = 5;

  private StolenMemory() {}

  /** What a member was seen to lose. */
  private record Loss(MemberHistory member, Spell spell) {}

  /** What members were seen to lose, and which members did not show it. */
  static List<Finding> findings(Rule<AmsCase> rule, AmsCase pool) {
    List<Finding> findings = new ArrayList<>();
    List<Loss> losses = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (MemberHistory member : pool.history().members()) {
      Spell spell = Spell.over(pool.history(), member::stolen);
      if (spell.any()) {
        losses.add(new Loss(member, spell));
      } else if (spell.observed() == 0) {
        unseen.add(member.name());
      }
    }
    losses.sort(Comparator.comparingDouble((Loss loss) -> -loss.spell().most()));
    for (Loss loss : losses.subList(0, Math.min(NAMED, losses.size()))) {
      findings.add(stolen(rule, pool, loss));
    }
    if (losses.size() > NAMED) {
      findings.add(together(rule, pool, losses));
    }
    if (!unseen.isEmpty()) {
      findings.add(
          rule.unknown(
              pool,
              "Whether memory was stolen from "
                  + Names.list(unseen)
                  + " is not known: no capture shows physical and loaned memory.",
              Advice.capture(Advice.VMSTAT, unseen)));
    }
    return findings;
  }

  private static Finding stolen(Rule<AmsCase> rule, AmsCase pool, Loss loss) {
    MemberHistory member = loss.member();
    Spell spell = loss.spell();
    double hot = Spell.over(pool.history(), i -> hotStolen(member, i)).most();
    return new Finding(
        rule.id(),
        hot > 0 ? Severity.AMBER : Severity.YELLOW,
        member.name(),
        Size.text(spell.most())
            + " was stolen from "
            + member.name()
            + " at worst"
            + (hot > 0 ? ", at least " + Size.text(hot) + " of hot memory among it" : "")
            + ", "
            + spell.words(pool)
            + ".",
        enough(pool) + "; a higher memory weight of " + member.name() + " makes others pay.",
        new Cited()
            .add(pool.line(member.name(), Metric.MEMORY_PHYSICAL, spell.worst()))
            .add(pool.line(member.name(), Metric.MEMORY_PHYSICAL, spell.first()))
            .add(pool.line(member.name(), Metric.MEMORY_PHYSICAL, spell.last()))
            .lines());
  }

  /** What is hot and has no physical memory behind it; rounding of the print apart. */
  private static double hotStolen(MemberHistory member, int instant) {
    double missing = member.needed(instant) - member.served().physical()[instant];
    return member.stolen(instant) > 0 && missing > MemberHistory.ROUNDING
        ? Math.min(missing, member.stolen(instant))
        : 0;
  }

  private static Finding together(Rule<AmsCase> rule, AmsCase pool, List<Loss> losses) {
    Spell spell = Spell.over(pool.history(), pool::stolenSeen);
    return new Finding(
        rule.id(),
        Severity.YELLOW,
        pool.name(),
        "Memory was stolen from "
            + Names.list(losses.stream().map(loss -> loss.member().name()).toList())
            + ", "
            + Size.text(spell.most())
            + " together at worst, "
            + spell.words(pool)
            + ".",
        enough(pool) + ".",
        losses.stream()
            .limit(Cited.MOST)
            .flatMap(
                loss ->
                    pool
                        .line(loss.member().name(), Metric.MEMORY_PHYSICAL, loss.spell().worst())
                        .stream())
            .toList());
  }

  private static String enough(AmsCase pool) {
    double most = Spell.over(pool.history(), pool::stolenSeen).most();
    boolean all = Relief.larger(pool).filter(size -> size >= pool.pool().size() + most).isPresent();
    return Relief.of(pool, all ? ", which would have held all of it" : "");
  }
}
