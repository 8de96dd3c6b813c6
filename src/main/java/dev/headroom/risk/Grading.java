package dev.headroom.risk;

import dev.headroom.memory.Overcommit;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.risk.ams.AmsCase;
import dev.headroom.risk.zvm.ZvmCase;
import dev.headroom.sizing.Sizing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Grades a pool as section 5 of the contract says; the thresholds are options. */
public final class Grading {
  /** Hot demand may pass the pool in so many intervals and it is still amber. */
  public static final Threshold VIOLATION =
      Threshold.of(
          "violation-rate", "%", 1, "share of the intervals with hot demand above it: red beyond");

  /** Page-ins may be seen in so many intervals and it is still yellow. */
  public static final Threshold PAGING =
      Threshold.of(
          "paging-rate", "%", 1, "share of the intervals with hypervisor page-ins: amber beyond");

  /** So much of the time may be spent waiting for page-ins and it is still amber. */
  public static final Threshold STALLED =
      Threshold.of("stalled-share", "%", 5, "share of the time waited for page-ins: red beyond");

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

  /** The grading with the contract's thresholds. */
  public static final Grading DEFAULT = new Grading(Thresholds.DEFAULTS);

  /** A size that is less than a byte short of the recommended one is not short of it. */
  private static final double A_BYTE = 1;

  private final Threshold violation;
  private final Threshold paging;
  private final Threshold stalled;
  private final Threshold margin;
  private final Threshold idle;

  /** A grading with these thresholds. */
  public Grading(Thresholds options) {
    violation = options.of(VIOLATION);
    paging = options.of(PAGING);
    stalled = options.of(STALLED);
    margin = options.of(MARGIN);
    idle = options.of(IDLE);
  }

  /** The thresholds in use for Active Memory Sharing. */
  public List<Threshold> thresholds() {
    return List.of(violation, paging, stalled);
  }

  /** The thresholds in use for z/VM. */
  public List<Threshold> zvmThresholds() {
    return List.of(margin, idle);
  }

  /** Mean use of a processor below which a guest is idle, per cent. */
  public double idleBusy() {
    return idle.value();
  }

  /**
   * The grade of a pool; see {@link #grade(AmsPool, Overcommit, Optional)} and {@link
   * #grade(double, ZvmNeeds, Optional)}.
   */
  public Optional<Grade> grade(PoolCase pool) {
    return pool instanceof AmsCase ams
        ? grade(ams.pool(), ams.outcome().overcommit(), ams.sizing())
        : grade(pool.pool().size(), ((ZvmCase) pool).outcome().needs(), pool.sizing());
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

  /**
   * The grade of a pool.
   *
   * <p>What is known decides: page-ins that were seen make a pool yellow or worse even where its
   * hot demand is not known. Yellow or green without page-ins takes the violation rate and the
   * recommended size; where one of them is missing there is no grade. Page-ins that were not looked
   * for count as not seen.
   *
   * @param pool the pool; where its size is not known its violation rate counts as not known
   * @param overcommit what was seen or modelled
   * @param sizing the sizes advised
   * @return empty where nothing can be judged
   */
  public Optional<Grade> grade(AmsPool pool, Overcommit overcommit, Optional<Sizing> sizing) {
    boolean sized = pool.size() > 0;
    OptionalDouble violated = sized ? overcommit.violationRate() : OptionalDouble.empty();
    double paged = overcommit.observedPagingRate().orElse(0);
    if (violated.orElse(0) > violation.amount()
        || overcommit.stalledShare().orElse(0) > stalled.amount()) {
      return Optional.of(Grade.RED);
    }
    if (violated.orElse(0) > 0 || paged > paging.amount()) {
      return Optional.of(Grade.AMBER);
    }
    if (paged > 0) {
      return Optional.of(Grade.YELLOW);
    }
    if (violated.isEmpty() || sizing.isEmpty()) {
      return Optional.empty();
    }
    boolean holds = pool.size() > sizing.get().recommended() - A_BYTE;
    return Optional.of(holds ? Grade.GREEN : Grade.YELLOW);
  }
}
