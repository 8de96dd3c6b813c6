package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Contradictions;
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
import java.util.List;

/**
 * Reports of a z/VM system that cannot be true together: means and sums against rows, as the
 * readers found them, and more resident than there is real memory.
 */
public record ContradictoryReports(Threshold sum) implements Rule<ZvmCase> {
  private static final Threshold SUM =
      Threshold.of(
          "resident-sum", "%", 1, "resident pages of all guests may pass real memory by this");

  /** The rule by these thresholds. */
  public ContradictoryReports(Thresholds options) {
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
  public List<Finding> judge(ZvmCase system) {
    List<Finding> findings = new ArrayList<>(Contradictions.diagnosed(id(), system));
    Spell over = Spell.over(system.history(), i -> excess(system, i));
    if (over.any()) {
      findings.add(finding(system, over));
    }
    return findings;
  }

  private double excess(ZvmCase system, int instant) {
    double resident = resident(system, instant);
    return resident > real(system, instant) * (1 + sum.amount()) ? resident : 0;
  }

  private static double resident(ZvmCase system, int instant) {
    return ZvmReports.sum(system, guest -> guest.member().served().physical()[instant]);
  }

  private static double real(ZvmCase system, int instant) {
    double seen = system.seen().real()[instant];
    return Double.isNaN(seen) ? system.pool().size() : seen;
  }

  private Finding finding(ZvmCase system, Spell over) {
    int worst = over.worst();
    Cited cited = new Cited();
    system.guests().stream()
        .filter(guest -> guest.member().served().physical()[worst] > 0)
        .sorted(
            Comparator.comparingDouble(
                    (GuestHistory guest) -> -guest.member().served().physical()[worst])
                .thenComparing(GuestHistory::name))
        .limit(3)
        .forEach(guest -> cited.add(system.line(guest.name(), Metric.MEMORY_RESIDENT, worst)));
    return new Finding(
        id(),
        Severity.YELLOW,
        system.name(),
        "Resident pages of the guests sum to "
            + Size.text(over.most())
            + ", more than the "
            + Size.text(real(system, worst))
            + " of real memory, "
            + over.words(system)
            + ".",
        "Check the size of real memory and that the reports are of one system and one run.",
        cited.add(ZvmReports.lastLine(system, Metric.MEMORY_REAL)).lines());
  }
}
