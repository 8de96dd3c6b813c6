package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestPressure;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
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
          "use of one processor: a z/VM guest below it in every interval is idle");

  /** Busy guests may read pages back in this share of the intervals, and no grade is capped. */
  public static final Threshold PAGING =
      Threshold.of(
          "guest-paging-rate",
          "%",
          GuestPressure.OFTEN * 100,
          "share of the intervals with page reads of busy guests: no better than amber beyond");

  /** Without heaps and databases, less than this share of the working sets is red. */
  private static final double HALF = 0.5;

  /** The grading with the default thresholds. */
  public static final ZvmGrading DEFAULT = new ZvmGrading(Thresholds.DEFAULTS);

  /** A size that is less than a byte short of the recommended one is not short of it. */
  private static final double A_BYTE = 1;

  private final Threshold margin;
  private final Threshold idle;
  private final Threshold paging;

  /** A grading with these thresholds. */
  public ZvmGrading(Thresholds options) {
    margin = options.of(MARGIN);
    idle = options.of(IDLE);
    paging = options.of(PAGING);
  }

  /** The thresholds in use. */
  public List<Threshold> thresholds() {
    return List.of(margin, idle, paging);
  }

  /** Use of a processor below which, in every interval, a guest is idle; per cent. */
  public double idleBusy() {
    return idle.value();
  }

  /** The grade of a system; see {@link #grade(double, ZvmNeeds)}. */
  public Optional<Grade> grade(ZvmCase system) {
    return grade(system.pool().size(), system.outcome().needs());
  }

  /**
   * The grade of a z/VM system by its real memory, working sets W and hot memory H. At the size of
   * the captures and below, page reads of busy guests make it amber at best, and amber where
   * nothing else is known.
   *
   * @param real real memory as it is, the control program's own not taken off; {@link Double#NaN}
   *     where it is not known
   * @return empty where nothing can be judged
   */
  public Optional<Grade> grade(double real, ZvmNeeds needs) {
    if (Double.isNaN(real)) {
      return Optional.empty();
    }
    Optional<Grade> grade = bySize(real, needs);
    boolean paged =
        needs.pressure().share() > paging.amount() && real < needs.pressure().size() + A_BYTE;
    boolean better = grade.isEmpty() || grade.get().compareTo(Grade.AMBER) < 0;
    return paged && better ? Optional.of(Grade.AMBER) : grade;
  }

  private Optional<Grade> bySize(double real, ZvmNeeds needs) {
    double working = needs.workingSets().orElse(Double.NaN);
    if (real > working - A_BYTE) {
      // without page reads of every guest the sets may have been too small
      boolean sure = needs.evidence() == ZvmNeeds.Evidence.UNCOMMITTED;
      return Optional.of(sure ? Grade.GREEN : Grade.YELLOW);
    }
    if (needs.hot().isPresent()) {
      if (real > needs.minimum(margin.amount()).orElseThrow() - A_BYTE) {
        return Optional.of(Grade.YELLOW);
      }
      return Optional.of(real > needs.hot().getAsDouble() - A_BYTE ? Grade.AMBER : Grade.RED);
    }
    if (needs.configured().isPresent()) {
      // what guests without heaps and databases need is not known, but more than this it is
      return real > needs.configured().getAsDouble() - A_BYTE
          ? Optional.empty()
          : Optional.of(Grade.RED);
    }
    if (Double.isNaN(working)) {
      return Optional.empty();
    }
    return Optional.of(real > HALF * working - A_BYTE ? Grade.AMBER : Grade.RED);
  }
}
