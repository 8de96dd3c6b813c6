package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.sizing.Sizing;
import java.util.List;
import java.util.Optional;

/** Grades a z/VM system by the table of docs/rules.md; the site file may set the thresholds. */
public final class ZvmGrading {
  /** Real memory that a z/VM system should have beyond its heaps and database memory. */
  public static final Threshold MARGIN =
      Threshold.of("hot-margin", "%", 10, "real memory beyond heaps and databases: amber below");

  /** A z/VM guest that uses less of a processor is idle: its working set need not stay. */
  public static final Threshold IDLE =
      Threshold.of(
          "idle-busy",
          "%",
          ZvmHistory.IDLE_BUSY,
          "mean use of one processor: a z/VM guest below it is idle");

  /** The grading with the default thresholds. */
  public static final ZvmGrading DEFAULT = new ZvmGrading(Thresholds.DEFAULTS);

  /** A size that is less than a byte short of the recommended one is not short of it. */
  private static final double A_BYTE = 1;

  private final Threshold margin;
  private final Threshold idle;

  /** A grading with these thresholds. */
  public ZvmGrading(Thresholds options) {
    margin = options.of(MARGIN);
    idle = options.of(IDLE);
  }

  /** The thresholds in use. */
  public List<Threshold> thresholds() {
    return List.of(margin, idle);
  }

  /** Mean use of a processor below which a guest is idle, per cent. */
  public double idleBusy() {
    return idle.value();
  }

  /** The grade of a system; see {@link #grade(double, ZvmNeeds, Optional)}. */
  public Optional<Grade> grade(ZvmCase system) {
    return grade(system.pool().size(), system.outcome().needs(), system.sizing());
  }

  /**
   * The grade of a z/VM system by its real memory, working sets W and hot memory H. Without heaps
   * and database memory in the site file, H is what the minimum advised was estimated from. A sum
   * of working sets that was only seen while there was paging is too small to make a system green.
   *
   * @param real real memory as it is, the control program's own not taken off; {@link Double#NaN}
   *     where it is not known
   * @return empty where nothing can be judged
   */
  public Optional<Grade> grade(double real, ZvmNeeds needs, Optional<Sizing> sizing) {
    double working = needs.workingSets().orElse(Double.NaN);
    double hot =
        needs
            .hot()
            .orElse(sizing.map(sized -> sized.minimum() / ZvmNeeds.MARGIN).orElse(Double.NaN));
    boolean enough = real > working - A_BYTE;
    if (enough && needs.evidence() != ZvmNeeds.Evidence.PAGING) {
      return Optional.of(Grade.GREEN);
    }
    if (Double.isNaN(real) || Double.isNaN(hot)) {
      return Optional.empty();
    }
    if (real > hot * (1 + margin.amount()) - A_BYTE) {
      return Optional.of(Grade.YELLOW);
    }
    return Optional.of(real > hot - A_BYTE ? Grade.AMBER : Grade.RED);
  }
}
