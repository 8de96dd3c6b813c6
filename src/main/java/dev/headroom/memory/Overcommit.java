package dev.headroom.memory;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a pool was over-committed, over all instants that count. What cannot be known is absent.
 *
 * @param mode none, logical or physical; absent where nothing is known of the demand
 * @param configuredRatio logical memory of all members over the pool's size
 * @param peakDemand largest total of floor, hot and warm, bytes
 * @param peakHot largest total of floor and hot, bytes
 * @param peakStolen largest total of stolen memory, bytes, as seen where it was seen, as modelled
 *     tier by tier where not
 * @param shares in which share of the intervals hot demand did not fit, and page-ins were seen
 * @param waiting how long members waited for page-ins
 */
public record Overcommit(
    Optional<Mode> mode,
    OptionalDouble configuredRatio,
    OptionalDouble peakDemand,
    OptionalDouble peakHot,
    OptionalDouble peakStolen,
    IntervalShares shares,
    Waiting waiting) {

  /** Share of the intervals in which hot demand exceeded size less reserve. */
  public OptionalDouble violationRate() {
    return shares.violation();
  }

  /** Share of the intervals in which hypervisor page-ins were seen. */
  public OptionalDouble observedPagingRate() {
    return shares.paging();
  }

  /**
   * Share of the intervals in which more than 64 pages a second were brought back in the pool, as
   * seen where page-ins were, else as modelled.
   */
  public OptionalDouble modelledPagingRate() {
    return shares.hardPaging();
  }

  /** Largest share of its intervals with page-ins that one member waited for them. */
  public OptionalDouble stalledShare() {
    return waiting.share();
  }

  /**
   * The same where no less paging is known to be.
   *
   * @param paging share of the intervals with page-ins
   * @param stalled share of its intervals with page-ins that one member waited for them
   * @param unread whether a member has page-ins of which none could be read
   */
  public Overcommit atLeast(double paging, double stalled, boolean unread) {
    return new Overcommit(
        mode,
        configuredRatio,
        peakDemand,
        peakHot,
        peakStolen,
        new IntervalShares(
            shares.intervals(),
            shares.violation(),
            larger(shares.paging(), paging),
            shares.hardPaging(),
            shares.unread() || unread),
        new Waiting(larger(waiting.share(), stalled), waiting.longest()));
  }

  /**
   * The same at a size of which nothing was seen.
   *
   * @param violation share of the intervals in which hot demand exceeds what that size can give
   */
  public Overcommit unseen(OptionalDouble violation) {
    return new Overcommit(
        mode,
        configuredRatio,
        peakDemand,
        peakHot,
        peakStolen,
        new IntervalShares(shares.intervals(), violation, OptionalDouble.empty()),
        Waiting.UNSEEN);
  }

  private static OptionalDouble larger(OptionalDouble known, double other) {
    return other > known.orElse(0) ? OptionalDouble.of(other) : known;
  }
}
