package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestPressure;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.memory.zvm.ZvmOutcome;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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

  /** The grade of a system; see {@link #grade(ZvmSystem, OptionalDouble, ZvmNeeds)}. */
  public Optional<Grade> grade(ZvmCase system) {
    ZvmOutcome outcome = system.outcome();
    return grade(system.pool(), outcome.totals().promised(), outcome.needs());
  }

  /**
   * The grade that the same system would have with another real memory, as a what-if gives it.
   *
   * @param size bytes, the control program's own included
   */
  public Optional<Grade> grade(ZvmCase system, double size) {
    ZvmOutcome outcome = system.outcome();
    return grade(system.pool().withSize(size), outcome.totals().promised(), outcome.needs());
  }

  /**
   * The grade of a z/VM system by its real memory less the control program's own, working sets W
   * and hot memory H; where all that is defined fits, so do they. At the size of the captures and
   * below, page reads of busy guests make it amber at best, and amber where nothing else is known.
   *
   * @param promised all that guests define, where known
   * @return empty where nothing can be judged
   */
  public Optional<Grade> grade(ZvmSystem system, OptionalDouble promised, ZvmNeeds needs) {
    if (Double.isNaN(system.size())) {
      return Optional.empty();
    }
    Optional<Grade> grade = bySize(new RealMemory(system, promised), needs);
    boolean paged =
        needs.pressure().share() > paging.amount() && needs.pressure().speaksOf(system.size());
    boolean better = grade.isEmpty() || grade.get().compareTo(Grade.AMBER) < 0;
    return paged && better ? Optional.of(Grade.AMBER) : grade;
  }

  private Optional<Grade> bySize(RealMemory real, ZvmNeeds needs) {
    OptionalDouble working = needs.workingSets();
    if (working.isPresent() && real.holds(working.getAsDouble())) {
      // without page reads of every guest the sets may have been too small
      boolean sure = needs.evidence() == ZvmNeeds.Evidence.UNCOMMITTED;
      return Optional.of(sure ? Grade.GREEN : Grade.YELLOW);
    }
    if (needs.hot().isPresent()) {
      if (real.holds(needs.minimum(margin.amount()).orElseThrow())) {
        return Optional.of(Grade.YELLOW);
      }
      return Optional.of(real.holds(needs.hot().getAsDouble()) ? Grade.AMBER : Grade.RED);
    }
    if (needs.configured().isPresent()) {
      // what guests without heaps and databases need is not known, but more than this it is
      return real.holds(needs.configured().getAsDouble())
          ? Optional.empty()
          : Optional.of(Grade.RED);
    }
    return working.isEmpty()
        ? Optional.empty()
        : Optional.of(real.holds(HALF * working.getAsDouble()) ? Grade.AMBER : Grade.RED);
  }
}
