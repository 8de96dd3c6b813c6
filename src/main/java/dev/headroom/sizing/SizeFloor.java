package dev.headroom.sizing;

import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.ams.AmsPool;

/**
 * Sizes below which none is advised where more is asked of a pool than was seen: those that are
 * advised for it as it was captured. A shape of demand may look safer once it is larger; it needs
 * no less for that.
 *
 * @param minimum bytes, reserve included, not rounded up
 * @param recommended likewise
 * @param best likewise
 */
record SizeFloor(double minimum, double recommended, double best) {
  private static final SizeFloor NONE = new SizeFloor(0, 0, 0);

  /** The sizes that a recommender advises for the pool as it was captured; 0 where it is that. */
  static SizeFloor of(Recommender recommender, MemorySystem system, Goal goal) {
    return AmsPool.of(system)
        .flatMap(AmsPool::least)
        .flatMap(found -> recommender.recommend(found.history(), found.pool(), goal))
        .map(SizeFloor::of)
        .orElse(NONE);
  }

  private static SizeFloor of(Sizing found) {
    PoolSizes sizes = found.basis().to(EXACT);
    return new SizeFloor(sizes.minimum(), sizes.recommended(), sizes.best());
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
