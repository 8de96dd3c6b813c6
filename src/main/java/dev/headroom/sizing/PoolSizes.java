package dev.headroom.sizing;

import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.ams.AmsPool;

/**
 * Sizes of a pool before they are rounded up; bytes, reserve included. Nothing is below the
 * minimum, and nothing above all that is promised.
 *
 * @param minimum what would just have held what was seen; {@link Double#NaN} where a z/VM system's
 *     heaps and databases are not known
 * @param recommended the size advised
 * @param best what holds even when all members are at their own peaks together
 * @param reserve what of each is not for members
 * @param most all that is promised and the reserve; infinite where it is not known
 * @param block what a size is a multiple of
 */
public record PoolSizes(
    double minimum, double recommended, double best, double reserve, double most, double block) {

  /** The sizes of a pool; those that are wanted may be below the minimum, or above the most. */
  static PoolSizes of(
      MemorySystem system, PoolTotals totals, double minimum, double recommended, double best) {
    double most = totals.promised().orElse(Double.POSITIVE_INFINITY) + system.reserve();
    return new PoolSizes(
        Math.min(most, minimum),
        Math.min(most, Math.max(minimum, recommended)),
        Math.min(most, Math.max(minimum, best)),
        system.reserve(),
        most,
        system.block());
  }

  /** Whether the recommendation holds all that is promised. */
  public boolean all() {
    return recommended >= most;
  }

  /** The recommendation in whole blocks. */
  public double advised() {
    return up(recommended);
  }

  /** An amount in whole blocks. */
  public double up(double bytes) {
    return MemoryBlocks.up(bytes, block);
  }

  /** The sizes in whole blocks. */
  public Sizing.Sizes whole() {
    return new Sizing.Sizes(up(minimum), up(recommended), up(best));
  }

  /** What a grade compares with: never more than the size that is printed. */
  public double exact() {
    return Math.min(recommended, up(recommended));
  }

  /**
   * Sizes below which none is advised where more is asked of a pool than was seen: those that are
   * advised for it as it was captured. A shape of demand may look safer once it is larger; it needs
   * no less for that.
   *
   * @param minimum bytes, reserve included, not rounded up
   * @param recommended likewise
   * @param best likewise
   */
  record Floor(double minimum, double recommended, double best) {
    private static final Floor NONE = new Floor(0, 0, 0);

    /** The sizes that a recommender advises for the pool as it was captured; 0 where it is that. */
    static Floor of(Recommender recommender, MemorySystem system, Goal goal) {
      return AmsPool.of(system)
          .flatMap(AmsPool::least)
          .flatMap(found -> recommender.recommend(found.history(), found.pool(), goal))
          .map(Floor::of)
          .orElse(NONE);
    }

    private static Floor of(Sizing found) {
      PoolSizes sizes = found.basis().to(EXACT);
      return new Floor(sizes.minimum(), sizes.recommended(), sizes.best());
    }

    private static final SizeBasis.Reader<PoolSizes> EXACT =
        new SizeBasis.Reader<>() {
          @Override
          public PoolSizes peak(PeakBasis basis) {
            return basis.sizes();
          }

          @Override
          public PoolSizes thin(ThinBasis basis) {
            return basis.plain().sizes();
          }

          @Override
          public PoolSizes tail(TailBasis basis) {
            return basis.sizes();
          }

          @Override
          public PoolSizes workingSets(WorkingSetBasis basis) {
            return basis.sizes();
          }
        };
  }
}
