package dev.headroom.sizing;

import java.util.OptionalDouble;

/** What a size rests on, for tests that do not ask how it came about. */
public final class Bases {
  private static final double GB = 1L << 30;

  /** 12.65 GB at the worst moment, and a step of 0.85 GB, after 28 days. */
  public static final SizeBasis PEAK =
      new PeakBasis(
          12.65 * GB,
          new LargestStep("bxaix86", 0.85 * GB, 7 * GB, 14.1 * GB),
          13.5 * GB,
          0,
          OptionalDouble.empty(),
          0,
          new Assurance(
              new RecordLaw(OptionalDouble.of(28), 7), OptionalDouble.of(0.2), Goal.DEFAULT));

  private Bases() {}
}
