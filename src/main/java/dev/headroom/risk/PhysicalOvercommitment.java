package dev.headroom.risk;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberOutcome;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.SharingRule;
import dev.headroom.series.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Hot demand above what the pool can give, and memory that was seen to be stolen. */
record PhysicalOvercommitment(Threshold violation) implements Rule {
  /** So many of the members that lost memory are named one by one. */
  private static final int NAMED = 5;

  PhysicalOvercommitment(Thresholds options) {
    this(options.of(Grading.VIOLATION));
  }

  /** What a member was seen to lose. */
  private record Loss(MemberHistory member, Spell spell) {}

  @Override
  public String id() {
    return "physical-overcommitment";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(violation);
  }

  @Override
  public List<Finding> judge(PoolCase pool) {
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
    stolen(pool, findings);
    return findings;
  }

  private void violation(PoolCase pool, List<Finding> findings) {
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
                Words.gb(payer.stolen(spell.worst())));
    findings.add(
        new Finding(
            id(),
            spell.share() > violation.amount() ? Severity.RED : Severity.AMBER,
            pool.name(),
            "Hot demand passed the "
                + Words.gb(available)
                + " that the pool can give by up to "
                + Words.gb(spell.most())
                + ", "
                + spell.words(pool.history())
                + pays
                + ".",
            Advice.grow(pool, Advice.size(pool, spell.most() + pool.pool().size()))
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

  private static @org.jspecify.annotations.Nullable MemberOutcome payer(
      PoolCase pool, int instant) {
    return pool.outcome().under(SharingRule.TIERED).members().stream()
        .filter(member -> !Double.isNaN(member.stolen(instant)))
        .max(Comparator.comparingDouble(member -> member.stolen(instant)))
        .orElse(null);
  }

  private void stolen(PoolCase pool, List<Finding> findings) {
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
      findings.add(stolen(pool, loss));
    }
    if (losses.size() > NAMED) {
      findings.add(together(pool, losses));
    }
    if (!unseen.isEmpty()) {
      findings.add(
          unknown(
              pool,
              "Whether memory was stolen from "
                  + Words.names(unseen)
                  + " is not known: no capture shows physical and loaned memory.",
              Advice.capture(Advice.VMSTAT, unseen)));
    }
  }

  private Finding stolen(PoolCase pool, Loss loss) {
    MemberHistory member = loss.member();
    Spell spell = loss.spell();
    double hot = Spell.over(pool.history(), i -> hotStolen(member, i)).most();
    return new Finding(
        id(),
        hot > 0 ? Severity.AMBER : Severity.YELLOW,
        member.name(),
        Words.gb(spell.most())
            + " was stolen from "
            + member.name()
            + " at worst"
            + (hot > 0 ? ", at least " + Words.gb(hot) + " of hot memory among it" : "")
            + ", "
            + spell.words(pool.history())
            + ".",
        enough(pool)
            + ", or lower the logical memory of members that keep file cache; a higher memory weight"
            + " of "
            + member.name()
            + " makes others pay.",
        new Cited()
            .add(pool.line(member.name(), Metric.MEMORY_PHYSICAL, spell.worst()))
            .add(pool.line(member.name(), Metric.MEMORY_PHYSICAL, spell.first()))
            .add(pool.line(member.name(), Metric.MEMORY_PHYSICAL, spell.last()))
            .lines());
  }

  /** What is hot and has no physical memory behind it; rounding of the print apart. */
  private static double hotStolen(MemberHistory member, int instant) {
    double missing = member.needed(instant) - member.physical()[instant];
    return member.stolen(instant) > 0 && missing > MemberHistory.ROUNDING
        ? Math.min(missing, member.stolen(instant))
        : 0;
  }

  private Finding together(PoolCase pool, List<Loss> losses) {
    Spell spell = Spell.over(pool.history(), pool::stolenSeen);
    return new Finding(
        id(),
        Severity.YELLOW,
        pool.name(),
        "Memory was stolen from "
            + Words.names(losses.stream().map(loss -> loss.member().name()).toList())
            + ", "
            + Words.gb(spell.most())
            + " together at worst, "
            + spell.words(pool.history())
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

  private static String enough(PoolCase pool) {
    double most = Spell.over(pool.history(), pool::stolenSeen).most();
    return pool.sized()
        ? Advice.grow(pool, pool.pool().size() + most) + ", which would have held all of it"
        : "Raise the pool by " + Words.gb(most) + ", which would have held all of it";
  }
}
