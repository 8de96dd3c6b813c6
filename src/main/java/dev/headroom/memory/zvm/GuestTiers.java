package dev.headroom.memory.zvm;

/**
 * What one guest has instantiated at one instant, in the tiers by which it is taken; bytes, nothing
 * absent, all 0 for a guest that is not in the instant.
 *
 * @param locked locked pages, which are never taken
 * @param reserved reserved pages beyond them
 * @param hot hot memory beyond both, Java heaps apart
 * @param heap hot memory in Java heaps, which every collection touches whole
 * @param warm the rest
 * @param use how the guest uses it
 */
record GuestTiers(double locked, double reserved, double hot, double heap, double warm, Use use) {
  static final GuestTiers NONE = new GuestTiers(0, 0, 0, 0, 0, new Use(false, false, 0, 0));

  /**
   * How a guest uses its memory.
   *
   * @param idle whether the guest is idle
   * @param sweeps whether the guest has Java heaps, so that its collections keep its memory young
   * @param unused how long it has not used a processor, in the history's places; 0 where that is
   *     not known
   * @param busy how much of a processor it uses on average, per cent; 0 where that is not known
   */
  record Use(boolean idle, boolean sweeps, double unused, double busy) {}

  /** The same with less that is not hot. */
  GuestTiers without(double given) {
    return new GuestTiers(locked, reserved, hot, heap, Math.max(0, warm - given), use);
  }

  /** The same after an amount was taken: what is not hot first, and heaps last. */
  GuestTiers after(double taken) {
    double ofWarm = Math.min(warm, taken);
    double ofHot = Math.min(hot, taken - ofWarm);
    double ofHeap = Math.min(heap, taken - ofWarm - ofHot);
    return new GuestTiers(locked, reserved, hot - ofHot, heap - ofHeap, warm - ofWarm, use);
  }

  /** What should not be taken. */
  double floor() {
    return locked + reserved;
  }

  /** What can be taken without breaking a promise. */
  double beyondFloor() {
    return hot + heap + warm;
  }

  /** All of it. */
  double instantiated() {
    return floor() + beyondFloor();
  }
}
