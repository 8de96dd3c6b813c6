package dev.headroom.sizing;

/** What a pool's demand looks like over time, by what it measures and not by what it is called. */
public enum DemandKind {
  /** On average well below its peak, like memory touched lately: peaks are events. */
  BURSTY,
  /** On average near its peak, like memory in use: it creeps, and there is little to multiplex. */
  STEADY;

  /** Demand is steady where its mean is at least this share of its peak. */
  static final double STEADY_SHARE = 2.0 / 3;

  static DemandKind of(double meanToPeak) {
    return meanToPeak >= STEADY_SHARE ? STEADY : BURSTY;
  }
}
