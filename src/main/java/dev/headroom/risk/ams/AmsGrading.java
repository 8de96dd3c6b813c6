package dev.headroom.risk.ams;

import dev.headroom.memory.Overcommit;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.PoolPressure;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.sizing.Sizing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Grades a pool of Active Memory Sharing by the table of docs/rules.md; the site file may set the
 * thresholds.
 */
public final class AmsGrading {
  /** Hot demand may pass the pool in this share of the intervals, and it is still amber. */
  public static final Threshold VIOLATION =
      Threshold.of(
          "violation-rate", "%", 1, "share of the intervals with hot demand above it: red beyond");

  /** Page-ins may be seen in this share of the intervals, and it is still yellow. */
  public static final Threshold PAGING =
      Threshold.of(
          "paging-rate", "%", 1, "share of the intervals with hypervisor page-ins: amber beyond");

  /** So much of the time may be spent waiting for page-ins and it is still amber. */
  public static final Threshold STALLED =
      Threshold.of("stalled-share", "%", 5, "share of the time waited for page-ins: red beyond");

  /** The grading with the default thresholds. */
  public static final AmsGrading DEFAULT = new AmsGrading(Thresholds.DEFAULTS);

  /** A size that is less than a byte short of the recommended one is not short of it. */
  private static final double A_BYTE = 1;

  private final Threshold violation;
  private final Threshold paging;
  private final Threshold stalled;

  /** A grading with these thresholds. */
  public AmsGrading(Thresholds options) {
    violation = options.of(VIOLATION);
    paging = options.of(PAGING);
    stalled = options.of(STALLED);
  }

  /** The thresholds in use. */
  public List<Threshold> thresholds() {
    return List.of(violation, paging, stalled);
  }

  /** The share of the time waited for page-ins beyond which a pool is red. */
  double mostWaiting() {
    return stalled.amount();
  }

  /** The grade of a pool; see {@link #grade(AmsPool, Overcommit, Optional)}. */
  public Optional<Grade> grade(AmsCase pool) {
    double size = pool.pool().size();
    return grade(
        pool.pool(),
        known(pool.outcome().overcommit(), pool.outcome().pressure(), size),
        pool.sizing());
  }

  /**
   * The grade that the same pool would have at another size, as a what-if gives it: of what was
   * seen counts what is evidence on that size.
   *
   * @param size bytes, reserve included
   */
  public Optional<Grade> grade(AmsCase pool, double size) {
    if (size == pool.pool().size()) {
      return grade(pool);
    }
    AmsPool other = pool.pool().withSize(size);
    Overcommit modelled =
        pool.outcome().overcommit().unseen(pool.outcome().violationRate(other.available()));
    return grade(other, known(modelled, pool.outcome().pressure(), size), pool.sizing());
  }

  /**
   * What was seen at one size is no better at a smaller one, though a model knows nothing of it.
   */
  private static Overcommit known(Overcommit overcommit, PoolPressure pressure, double size) {
    return pressure.speaksOf(size)
        ? overcommit.atLeast(pressure.share(), pressure.waiting(), pressure.unread())
        : overcommit;
  }

  /**
   * The grade of a pool.
   *
   * <p>What is known decides: page-ins that were seen make a pool yellow or worse even where its
   * hot demand is not known. Yellow or green without page-ins takes the violation rate and the
   * recommended size; where one of them is missing there is no grade. Page-ins that were not looked
   * for count as not seen; where they stand in a capture and none could be read there is no green.
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
    boolean holds = pool.size() > sizing.get().exact().recommended() - A_BYTE;
    return Optional.of(holds && !overcommit.shares().unread() ? Grade.GREEN : Grade.YELLOW);
  }
}
