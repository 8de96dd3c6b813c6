package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.ams.ConsolePool;
import dev.headroom.risk.Advice;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Contradictions;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures that cannot be true together: the captures' own, and those of captures and site file. */
public record ContradictoryFigures(Threshold sum) implements Rule<AmsCase> {
  private static final Threshold SUM =
      Threshold.of(
          "physical-sum", "%", 1, "physical memory of all may pass the pool by this: rows differ");

  /** Rows no further apart than this share of the interval are of one time. */
  private static final double ABOUT = 0.1;

  /** The rule by these thresholds. */
  public ContradictoryFigures(Thresholds options) {
    this(options.of(SUM));
  }

  @Override
  public String id() {
    return "contradictory-figures";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(sum);
  }

  @Override
  public List<Finding> judge(AmsCase pool) {
    List<Finding> findings = new ArrayList<>(Contradictions.diagnosed(id(), pool));
    boolean seen = false;
    for (MemberHistory member : pool.history().members()) {
      Spell broken = Spell.over(pool.history(), i -> excess(member, i));
      seen |= broken.observed() > 0;
      if (broken.any()) {
        findings.add(broken(pool, member, broken));
      }
    }
    physicalSum(pool, findings);
    shownSize(pool, findings);
    reportedSizes(pool, findings);
    if (!seen) {
      findings.add(
          unknown(
              pool,
              "Whether logical memory is physical, loaned and stolen memory together could not be"
                  + " checked: no capture shows physical and loaned memory.",
              Advice.capture(Advice.VMSTAT, List.of())));
    }
    return findings;
  }

  /** What of physical and loaned memory is beyond the logical memory, rounding apart. */
  private static double excess(MemberHistory member, int i) {
    double excess =
        member.served().physical()[i] + member.served().loaned()[i] - member.asked().logical()[i];
    return Double.isNaN(excess) || excess > MemberHistory.ROUNDING ? excess : 0;
  }

  private Finding broken(AmsCase pool, MemberHistory member, Spell spell) {
    int worst = spell.worst();
    return new Finding(
        id(),
        Severity.YELLOW,
        member.name(),
        "Physical and loaned memory of "
            + member.name()
            + " sum to "
            + Size.text(member.served().physical()[worst] + member.served().loaned()[worst])
            + ", more than its "
            + Size.text(member.asked().logical()[worst])
            + " of logical memory, "
            + spell.words(pool)
            + ".",
        "Either its logical memory was changed meanwhile or a line is damaged: capture lparstat -i"
            + " beside vmstat.",
        new Cited()
            .add(pool.line(member.name(), Metric.MEMORY_PHYSICAL, worst))
            .add(pool.line(member.name(), Metric.MEMORY_LOGICAL, worst))
            .lines());
  }

  private void physicalSum(AmsCase pool, List<Finding> findings) {
    double most = pool.pool().size() * (1 + sum.amount());
    Spell over =
        Spell.over(
            pool.history(),
            i -> {
              double sum = pool.sized() ? physical(pool, i) : 0;
              return sum > most && ofOneTime(pool, i) ? sum : 0;
            });
    if (!over.any()) {
      return;
    }
    Cited cited = new Cited();
    for (MemberHistory member : pool.history().members()) {
      cited.add(pool.line(member.name(), Metric.MEMORY_PHYSICAL, over.worst()));
    }
    findings.add(
        new Finding(
            id(),
            Severity.YELLOW,
            pool.name(),
            "Physical memory of the members sums to "
                + Size.text(over.most())
                + ", more than the pool's "
                + Size.text(pool.pool().size())
                + ", "
                + over.words(pool)
                + ".",
            "Check the pool's size and that the captures' clocks agree; a member may belong to"
                + " another pool.",
            cited.lines()));
  }

  /**
   * Whether what members have at an instant was seen at one time, or about it: memory moves between
   * members, so that what one has now and another had before may sum to more than there is.
   */
  private static boolean ofOneTime(AmsCase pool, int instant) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (MemberHistory member : pool.history().members()) {
      Optional<Row> row = member.rows().of(Metric.MEMORY_PHYSICAL, instant);
      double time = row.isPresent() ? row.get().table().time(row.get().number()) : Double.NaN;
      first = time < first ? time : first;
      last = time > last ? time : last;
    }
    double interval = pool.history().intervalMillis();
    return !(last - first > ABOUT * interval);
  }

  private static double physical(AmsCase pool, int instant) {
    double total = 0;
    for (MemberHistory member : pool.history().members()) {
      double physical = member.served().physical()[instant];
      total += physical > 0 ? physical : 0;
    }
    return total;
  }

  private void shownSize(AmsCase pool, List<Finding> findings) {
    Optional<ConsolePool> console = pool.pool().server().console();
    double shown = console.map(ConsolePool::size).orElse(OptionalDouble.empty()).orElse(Double.NaN);
    if (pool.sized() && Math.abs(shown - pool.pool().size()) > MemberHistory.ROUNDING) {
      String server = console.orElseThrow().server();
      Cited cited = new Cited();
      cited.add(console.get().last(Metric.POOL_MEMORY).map(Evidence::of));
      pool.reportedSizes().keySet().forEach(name -> cited.add(pool.last(name, Metric.POOL_MEMORY)));
      findings.add(
          new Finding(
              id(),
              Severity.YELLOW,
              pool.name(),
              "The console of "
                  + server
                  + " shows a pool of "
                  + Size.text(shown)
                  + ", and the pool is taken to have "
                  + Size.text(pool.pool().size())
                  + ".",
              "Correct the size in the site file, or its managedSystem.",
              cited.lines()));
    }
  }

  private void reportedSizes(AmsCase pool, List<Finding> findings) {
    pool.reportedSizes()
        .forEach(
            (member, size) -> {
              if (pool.sized() && Math.abs(size - pool.pool().size()) > MemberHistory.ROUNDING) {
                findings.add(
                    new Finding(
                        id(),
                        Severity.YELLOW,
                        member,
                        member
                            + " reports a pool of "
                            + Size.text(size)
                            + ", and the pool is taken to have "
                            + Size.text(pool.pool().size())
                            + ".",
                        "Correct the size in the site file, or say which pool "
                            + member
                            + " belongs to.",
                        pool.last(member, Metric.POOL_MEMORY).stream().toList()));
              }
            });
  }
}
